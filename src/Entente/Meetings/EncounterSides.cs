using Entente.Clauses;

namespace Entente.Meetings;

/// <summary>Whom a clause names as its subject and as its object, and on which side each of them is.</summary>
/// <param name="Clause">The clause, with what tells the encounter.</param>
/// <param name="Subject">The subject as the clause has it (<c>les deux ministres</c>).</param>
/// <param name="Subjects">Those whom it stands for.</param>
/// <param name="Objects">Those whom the object stands for.</param>
/// <param name="IsPair">The object may name both sides.</param>
internal sealed record EncounterSides(Clause Clause, IReadOnlyList<Actor> Subject, IReadOnlyList<Actor> Subjects, IReadOnlyList<Actor> Objects, bool IsPair)
{
    /// <summary>Those of the home side in the object; once <see cref="Completed"/>, wherever they are told.</summary>
    public required IReadOnlyList<Actor> Home { get; init; }

    /// <summary>Those of the partners in the object; once <see cref="Completed"/>, wherever they are told.</summary>
    public required IReadOnlyList<Actor> Guests { get; init; }

    public required IReadOnlyList<Actor> SubjectHome { get; init; }

    public required IReadOnlyList<Actor> SubjectGuests { get; init; }

    /// <summary>The object alone names both sides.</summary>
    public bool HadBoth { get; private init; }

    public ArticleContext Context => Clause.Context;

    public Trigger Trigger => Clause.Trigger!;

    public bool HasObject => Objects.Count > 0;

    public bool IsPassive => Trigger.Rule.Form == TriggerForm.Passive;

    /// <summary>Somebody is welcomed on arrival, where those who welcome stand in line.</summary>
    public bool IsWelcome => Clause.Words.Has("welcome-verb", Trigger.Rule.Trigger);

    public static EncounterSides Of(Clause clause, IReadOnlyList<Actor> named)
    {
        var context = clause.Context;
        var trigger = clause.Trigger!;
        var objects = clause.Antecedents.Expand(named, named is [{ Count: > 1 }] && IsMetByOne(clause) ? clause.Subjects.Find()[0] : null);
        var isPair = trigger.IsEvent || clause.After("between", trigger.End, ObjectFinder.Reach) is not null;
        var (home, guests) = SideReader.Of(context, objects, isPair);
        var subject = clause.Subjects.Find();
        if (subject.Count == 0 && objects.Count == 0 && HoldsTogether(trigger) && !clause.Subjects.HasPronoun)
        {
            subject = clause.Institutions.Both(InstitutionsFrom(clause), trigger.First) is { Count: > 0 } both ? both : InvertedInstitutions(clause);
        }

        // "X s'est rendu auprès du président Y pour une visite de courtoisie": whom one calls on stands before the noun too.
        if (trigger.Rule is { Form: TriggerForm.Noun, Object: ObjectMarker.A } && objects.Count > 0 && objects[0].First < trigger.First && subject.Any(s => s.First == objects[0].First))
        {
            subject = clause.Actors.LastOrDefault(a => a.End <= objects[0].First && a.Count == 1) is { } caller ? [caller] : [];
        }

        var subjects = clause.Antecedents.Expand(subject, trigger.Rule.Form == TriggerForm.Passive && objects is [{ Count: 1, Person: not null } agent] && context.IsHome(agent) ? agent : null);
        var (subjectHome, subjectGuests) = SideReader.Of(context, subjects, isPair: true);

        // "En Slovaquie, le vice-ministre a été reçu par le ministre slovaque X": of the last vice-minister told, who is Czech, that can't be.
        // "A s'est entretenu avec le président B. Le chef de l'État s'est également entretenu avec le Premier ministre C": nor can it where both are of one state and ours holds the office too.
        if (home.Count == 0 && guests.Count > 0 && subjects is [{ IsNamed: false, Person: not null } office] && context.IsForeign(office)
            && context.Roles[clause.Sentence.Index].Any(r => r.FirstToken == office.First && r.CountryBasis == People.CountryBasis.Reference)
            && (guests.All(g => g.Country != office.Country) ? clause.Antecedents.Recall(office.First, wantHome: true, office.Level) : guests.Any(g => g is { IsNamed: true, Person: not null }) ? clause.Antecedents.OfOffice(office.First, wantHome: true, office.Level) : null) is { } ours)
        {
            subject = subjects = [ours];
            (subjectHome, subjectGuests) = ([ours], []);
        }

        // "Lors de l'entrevue avec Y, les deux ministres ont …": Y is one of the two.
        if (objects.Count > 0 && subject.Count > 0 && subject.All(s => s.Count > 1) && (home.Count > 0) != (guests.Count > 0))
        {
            (subjectHome, subjectGuests) = (home.Count > 0 ? [] : subjectHome, guests.Count > 0 ? [] : subjectGuests);
        }

        // "Avec le premier, il a …; puis il a rencontré Y": the pronoun stands for one of the other side than those whom he met.
        if ((clause.Subjects.HasPronoun || IsGapped(clause, subject)) && objects.Count > 0 && (home.Count > 0) != (guests.Count > 0) && (home.Count > 0 ? subjectGuests.Count == 0 : subjectHome.Count == 0)
            && clause.Subjects.Speaker(wantHome: guests.Count > 0) is { } speaker)
        {
            subject = subjects = [speaker];
            (subjectHome, subjectGuests) = SideReader.Of(context, subjects, isPair: true);
        }

        // "En Géorgie, le visiteur et le général Y ont eu un entretien": nobody else than who travels there meets him.
        if (home.Count == 0 && subjectHome.Count == 0 && guests.Concat(subjectGuests).ToList() is { Count: 2 } two && two.Find(a => IsVisitor(clause, a)) is { } visitor && two.Exists(a => a.First != visitor.First && a.IsNamed)
            && clause.Antecedents.Recall(visitor.First, wantHome: true) is { } traveller)
        {
            (home, guests) = guests.Any(g => g.First == visitor.First) ? ([traveller], [.. guests.Where(g => g.First != visitor.First)]) : (home, guests);
            (subjectHome, subjectGuests) = subjectGuests.Any(g => g.First == visitor.First) ? ([traveller], [.. subjectGuests.Where(g => g.First != visitor.First)]) : (subjectHome, subjectGuests);
        }

        return new EncounterSides(clause, subject, subjects, objects, isPair) { Home = home, Guests = guests, SubjectHome = subjectHome, SubjectGuests = subjectGuests };
    }

    /// <summary><c>le visiteur</c>: told by no office, name or nation of his own.</summary>
    private static bool IsVisitor(Clause clause, Actor actor) =>
        actor is { IsNamed: false, Count: 1 } && clause.Words.StandsIn("visitor-noun", clause.Context.Text.Tokens, actor.First, actor.End)
        && !clause.Context.Mentions[clause.Sentence.Index].Any(m => m.FirstToken >= actor.First && m.FirstToken <= actor.End);

    /// <summary>Two who do so meet each other: <c>se sont réunis</c>, <c>ont eu un entretien</c>.</summary>
    private static bool HoldsTogether(Trigger trigger) =>
        trigger is { IsInPassing: false, IsEvent: false, Rule: { Object: ObjectMarker.Avec, Kind: MeetingKind.Talks, Form: TriggerForm.Reflexive or TriggerForm.Noun } };

    /// <summary><c>L'entretien qu'ont eu mardi les ministères vietnamien et algérien de la Défense</c></summary>
    private static IReadOnlyList<Actor> InvertedInstitutions(Clause clause)
    {
        var trigger = clause.Trigger!;
        return trigger.First > clause.Sentence.First && clause.Words.Has("that", clause.Context.Text.Tokens[trigger.First - 1].Folded)
            ? clause.Institutions.Both(trigger.End, Math.Min(trigger.End + Clause.MaxGap, clause.End)) : [];
    }

    /// <summary>The head of the sentence, or of the relative clause that tells what was held.</summary>
    private static int InstitutionsFrom(Clause clause)
    {
        for (var i = clause.Trigger!.First - 1; i > clause.Sentence.First; i--)
        {
            if (clause.Words.Has("that", clause.Context.Text.Tokens[i].Folded))
            {
                return i + 1;
            }
        }

        return clause.Sentence.First;
    }

    /// <summary>With those on the home side whom only the lack of any word put on the other.</summary>
    public EncounterSides WithHomeSide()
    {
        var (home, guests, subjectHome, subjectGuests) = SideReader.WithHomeSide(Context, Home, Guests, SubjectHome, SubjectGuests);
        return this with { Home = home, Guests = guests, SubjectHome = subjectHome, SubjectGuests = subjectGuests };
    }

    /// <summary>With each side that the object does not name taken from the subject, else from what the text tells before.</summary>
    public EncounterSides Completed()
    {
        var (subjectHome, subjectGuests) = SideReader.OneOfEach(Context, HasObject, SubjectHome, SubjectGuests);
        var (home, guests) = SideReader.Settle(Clause, Objects, Home, Guests, subjectHome, subjectGuests);
        (subjectHome, subjectGuests) = SideReader.Settle(Clause, Subjects, subjectHome, subjectGuests, home, guests);
        var hadBoth = home.Count > 0 && guests.Count > 0;
        if (home.Count == 0)
        {
            home = subjectHome.Count > 0 ? subjectHome : Clause.Subjects.OtherSide(wantHome: true, Subject, HasObject || Clause.Objects.HasPronoun);
        }

        if (guests.Count == 0)
        {
            guests = subjectGuests.Count > 0 ? subjectGuests : Clause.Subjects.OtherSide(wantHome: false, Subject, HasObject || Clause.Objects.HasPronoun);
        }

        return this with { Home = home, Guests = guests, SubjectHome = subjectHome, SubjectGuests = subjectGuests, HadBoth = hadBoth };
    }

    /// <summary>
    /// With an institution of the home side as the host: <c>Le ministère a organisé une rencontre avec les attachés russes</c>, <c>Le commandement de la 1re Région a reçu
    /// la délégation</c>.
    /// </summary>
    public EncounterSides WithInstitution()
    {
        var isOfNobody = Home.Count == 0 && Trigger.Rule.Form == TriggerForm.Noun
            || Subject.Count == 0 && Trigger.Rule is { Form: TriggerForm.Active, Kind: MeetingKind.Reception or MeetingKind.Talks } && !Clause.Subjects.HasPronoun;
        return Guests.Count > 0 && isOfNobody && !Trigger.IsInPassing && !Trigger.IsEvent && !Trigger.SubjectFollows && Clause.Institutions.Before(Trigger.First) is { Count: > 0 } institution
            ? this with { Home = institution }
            : this;
    }

    /// <summary><c>Le directeur a reçu les deux diplomates</c>, <c>s'est entretenu avec les deux ministres</c>: neither of the two is the one who did.</summary>
    private static bool IsMetByOne(Clause clause) =>
        clause.Trigger!.Rule is { Form: TriggerForm.Active or TriggerForm.Reflexive, Object: ObjectMarker.Direct or ObjectMarker.Avec } && clause.Subjects.Find() is [{ Count: 1, Person: not null, Country: not null }];

    /// <summary>
    /// Between its subject and the clause stands another verb, whose object the subject is: <c>X s'est entretenu avec A, a été reçu par B</c>, <c>est allé saluer A, avant
    /// d'avoir un entretien avec B</c>, <c>s'est entretenu avec A, a eu des entrevues avec B et C</c>.
    /// </summary>
    private static bool IsGapped(Clause clause, IReadOnlyList<Actor> subject)
    {
        var trigger = clause.Trigger!;
        if (trigger.IsInPassing || subject.Count == 0)
        {
            return false;
        }

        var isBehindComma = trigger.First > clause.Sentence.First && trigger.First - 1 == subject[^1].End && clause.Words.Has("list-mark", clause.Context.Text.Tokens[trigger.First - 1].Folded);
        return (trigger.Rule.Form != TriggerForm.Noun || clause.IsOfInfinitive || isBehindComma) && clause.Context.Verbs[clause.Sentence.Index].Any(v => v.IsFinite && v.End <= subject[0].First && v.End < trigger.First);
    }
}
