using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds who meets whom at a trigger. The object stands after its marker; the subject is the nearest actor of the other side before it, or
/// the one that a pronoun stands for. <c>les deux ministres</c> are one of each side. People named only as background
/// (<c>à l'invitation de</c>) are left out. Several partners joined to one object are as many encounters.
/// </summary>
internal sealed class ParticipantFinder(WordSets words)
{
    private readonly WordIds _led = words["led"];
    private readonly WordIds _sideHeads = words["side-head"];

    public IReadOnlyList<Encounter> Find(ArticleContext context, Sentence sentence, Trigger trigger, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        // "a rappelé que le Président Hô Chi Minh avait été reçu à Varsovie": he was, and not whoever says so.
        if (trigger.Rule.Form != TriggerForm.Noun && context.Actors[sentence.Index].Exists(a => a.End == trigger.First && context.IsHistoric(a.Person)))
        {
            return [];
        }

        var clause = new Clause(context, sentence, trigger, Unmasked(context, sentence, cues), words);
        var isChairs = trigger.IsEvent;
        var named = isChairs ? ChairsOf(context, sentence, [.. cues.Where(c => c.Value != EncounterCue.Chairs || c.First >= trigger.First)]) : clause.Objects.Find();
        if (isChairs && named.Count == 0)
        {
            named = clause.Objects.Find();
        }

        // "s'est rendu à Vientiane pour voir ses homologues": what he had in view; whom he met is named.
        if (clause.Subjects.IsOfPurpose && !named.Any(a => a.IsNamed))
        {
            return [];
        }

        var pair = named.Count == 0 && clause.Subjects.Find() is { Count: > 0 } subject && subject.All(s => s.Count > 1) ? subject[0] : null;
        var isRespective = cues.Any(c => c.Value == EncounterCue.Respective);
        var encounters = Combine(clause, named, isRespective || cues.Any(c => c.Value == EncounterCue.Apart), isRespective);
        return pair is not null ? [.. encounters.Select(e => e with { IsOfBoth = true, PairLevel = Antecedents.LevelOf(context, pair) })] : encounters;
    }

    /// <summary>The people named in a sentence that tells who chaired an encounter of the sentence before.</summary>
    public static IReadOnlyList<Actor> ChairsOf(ArticleContext context, Sentence sentence, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        for (var i = 0; i < cues.Count; i++)
        {
            if (cues[i].Value == EncounterCue.Chairs)
            {
                return NamedFrom(cues[i].Next, Unmasked(context, sentence, cues));
            }
        }

        return [];

        static List<Actor> NamedFrom(int token, List<Actor> actors) => actors.FindAll(a => a.First >= token && a.IsNamed);
    }

    /// <summary>
    /// The heads of two delegations that sit opposite each other: <c>La délégation vietnamienne était conduite par X, et celle de Jordanie par Y</c>,
    /// <c>Les deux délégations étaient conduites par X et Y</c>.
    /// </summary>
    public IReadOnlyList<Actor> HeadsOf(ArticleContext context, Sentence sentence)
    {
        if (context.Actors[sentence.Index].Count < 2 || !context.Holds(sentence, "led"))
        {
            return [];
        }

        var named = context.Actors[sentence.Index].FindAll(a => a.IsNamed && a.Person is not null);
        return named.Count < 2 ? [] : HeadsAmong(named, context, sentence);
    }

    private IReadOnlyList<Actor> HeadsAmong(List<Actor> named, ArticleContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        var parting = -1;
        var isLed = false;
        for (var i = sentence.First + 1; i < sentence.First + sentence.Count; i++)
        {
            // The heads of two stand anywhere after them, that of the other one after "et celle".
            parting = words.Has("that-of", tokens[i].Folded) && words.Has("and-or-comma", tokens[i - 1].Folded) ? i : words.Has("delegation", tokens[i].Folded) && words.Has("number-two", tokens[i - 1].Folded) ? sentence.First : parting;
            isLed |= _led.Contains(tokens[i].Id);
        }

        var second = named.Find(a => a.First > parting && (parting == sentence.First ? a != named[0] : true));
        var first = named.FindLast(a => second is not null && a.First < (parting == sentence.First ? second.First : parting));
        return parting >= 0 && isLed && first is not null && second is not null && context.IsHome(first) != context.IsHome(second) && (context.IsForeign(first) || context.IsForeign(second))
            ? [first, second]
            : [];
    }

    /// <summary>Those who lead the delegation that a sentence is about: <c>La délégation lao était dirigée par X</c>, <c>Du côté vietnamien siégeaient X et Y</c>.</summary>
    public IReadOnlyList<Actor> HeadsOfOne(ArticleContext context, Sentence sentence)
    {
        const int HeadReach = 4;
        var until = Math.Min(sentence.First + HeadReach, sentence.First + sentence.Count);
        for (var i = sentence.First; i < until; i++)
        {
            if (_sideHeads.Contains(context.Text.Tokens[i].Id))
            {
                return HeadsOfSide(context, sentence, until);
            }
        }

        return [];
    }

    /// <summary>Those who lead the side that is told before a token.</summary>
    private IReadOnlyList<Actor> HeadsOfSide(ArticleContext context, Sentence sentence, int until)
    {
        var tokens = context.Text.Tokens;
        var named = context.Actors[sentence.Index].Where(a => a is { IsNamed: true, Person: not null }).ToList();
        var isLed = named.Count > 0 && (Enumerable.Range(sentence.First, named[0].End - sentence.First).Any(i => words.Has("led", tokens[i].Folded) || words.Has("seated", tokens[i].Folded)));
        if (!isLed)
        {
            return [];
        }

        var clause = new Clause(context, sentence, null, named, words);
        var heads = clause.GroupAfter(named[0].First, named[0].First);
        var side = context.HomeMentions[sentence.Index].Where(m => m.FirstToken < until + 1).Select(m => context.HomeCountry)
            .Concat(context.Mentions[sentence.Index].Where(m => m.FirstToken < until + 1).Select(m => m.Code)).FirstOrDefault();
        return side is null ? [.. heads.Where(h => h.Country == heads[0].Country)] : [.. heads.Select(h => h with { Country = side })];
    }

    /// <summary>One of each side who open a sentence together (<c>Le vice-ministre X et son homologue Y ont estimé …</c>); nobody else.</summary>
    public IReadOnlyList<Actor> PairOf(ArticleContext context, Sentence sentence)
    {
        const int HeadReach = 3;
        var clause = new Clause(context, sentence, null, [.. context.Actors[sentence.Index]], words);
        var pair = clause.GroupAfter(sentence.First, sentence.First + HeadReach);
        return pair.Any(context.IsHome) && pair.Any(context.IsForeign) ? pair : [];
    }

    internal static List<Actor> Unmasked(ArticleContext context, Sentence sentence, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        var words = ClauseLexicons.French.Words;
        var actors = context.Actors[sentence.Index].ToList();
        for (var i = actors.Count - 1; i >= 0; i--)
        {
            if (!context.IsHistoric(actors[i].Person))
            {
                continue;
            }

            // "l'amitié que les présidents Hô Chi Minh et Kim Il Sung ont léguée": those joined to him are of his time.
            var (first, count) = (i, 1);
            for (; first + count < actors.Count && IsJoinedBy(actors[first + count - 1].End, actors[first + count].First); count++)
            {
            }

            for (; first > 0 && IsJoinedBy(actors[first - 1].End, actors[first].First); first--, count++)
            {
            }

            actors.RemoveRange(first, count);
            i = Math.Min(first, actors.Count);
        }

        for (var i = 0; i < cues.Count; i++)
        {
            if (cues[i].Value == EncounterCue.Background || cues[i].Value == EncounterCue.Beside && !IsChaired())
            {
                RemoveRightBehind(cues[i].Next);
            }
        }

        return actors;

        bool IsChaired() => context.Verbs[sentence.Index].Exists(v => words.Has("chairing", Folding.Fold(v.Verb)));

        void RemoveRightBehind(int cue) => actors.RemoveAll(a => a.First >= cue && a.First <= cue + 3);

        bool IsJoinedBy(int end, int first)
        {
            for (var i = end + 1; i < first; i++)
            {
                if (!words.Has("title-lead", context.Text.Tokens[i].Folded))
                {
                    return false;
                }
            }

            return first > end && words.Has("joining-verbs", context.Text.Tokens[end].Folded);
        }
    }

    /// <summary><c>Le directeur a reçu les deux diplomates</c>, <c>s'est entretenu avec les deux ministres</c>: neither of the two is the one who did.</summary>
    private static bool IsMetByOne(Clause clause) =>
        clause.Trigger!.Rule is { Form: TriggerForm.Active or TriggerForm.Reflexive, Object: ObjectMarker.Direct or ObjectMarker.Avec } && clause.Subjects.Find() is [{ Count: 1, Person: not null, Country: not null }];

    private static IReadOnlyList<Encounter> Combine(Clause clause, IReadOnlyList<Actor> named, bool isApart, bool isRespective)
    {
        var context = clause.Context;
        var trigger = clause.Trigger!;
        var objects = clause.Antecedents.Expand(named, named is [{ Count: > 1 }] && IsMetByOne(clause) ? clause.Subjects.Find()[0] : null);
        var isPair = trigger.IsEvent || clause.After("between", trigger.End, ObjectFinder.Reach) is not null;
        var (home, guests) = SideReader.Of(context, objects, isPair);
        var subject = clause.Subjects.Find();

        // "X s'est rendu auprès du président Y pour une visite de courtoisie": whom one calls on stands before the noun too.
        if (trigger.Rule is { Form: TriggerForm.Noun, Object: ObjectMarker.A } && objects.Count > 0 && objects[0].First < trigger.First && subject.Any(s => s.First == objects[0].First))
        {
            subject = clause.Actors.LastOrDefault(a => a.End <= objects[0].First && a.Count == 1) is { } caller ? [caller] : [];
        }

        var subjects = clause.Antecedents.Expand(subject, trigger.Rule.Form == TriggerForm.Passive && objects is [{ Count: 1, Person: not null } agent] && context.IsHome(agent) ? agent : null);
        var (subjectHome, subjectGuests) = SideReader.Of(context, subjects, isPair: true);
        var hasObject = objects.Count > 0;

        // "En Slovaquie, le vice-ministre a été reçu par le ministre slovaque X": of the last vice-minister told, who is Czech, that can't be.
        if (home.Count == 0 && guests.Count > 0 && subjects is [{ IsNamed: false, Person: not null } office] && context.IsForeign(office) && guests.All(g => g.Country != office.Country)
            && context.Roles[clause.Sentence.Index].Any(r => r.FirstToken == office.First && r.CountryBasis == People.CountryBasis.Reference) && clause.Antecedents.Recall(office.First, wantHome: true, office.Level) is { } ours)
        {
            subject = subjects = [ours];
            (subjectHome, subjectGuests) = ([ours], []);
        }

        // "Lors de l'entrevue avec Y, les deux ministres ont …": Y is one of the two.
        if (hasObject && subject.Count > 0 && subject.All(s => s.Count > 1) && (home.Count > 0) != (guests.Count > 0))
        {
            (subjectHome, subjectGuests) = (home.Count > 0 ? [] : subjectHome, guests.Count > 0 ? [] : subjectGuests);
        }

        // "Avec le premier, il a …; puis il a rencontré Y": the pronoun stands for one of the other side than those whom he met.
        // "X s'est entretenu avec A, a été reçu par B": A is the object of the verb before, not the subject of this one.
        // "est allé saluer A, avant d'avoir un entretien avec B"
        // "s'est entretenu avec A, a eu des entrevues avec B et C"
        var isGapped = (trigger.Rule.Form != TriggerForm.Noun || clause.IsOfInfinitive || subject.Count > 0 && trigger.First > clause.Sentence.First && clause.Words.Has("list-mark", context.Text.Tokens[trigger.First - 1].Folded) && trigger.First - 1 == subject[^1].End) && !trigger.IsInPassing && subject.Count > 0 && context.Verbs[clause.Sentence.Index].Any(v => v.IsFinite && v.End <= subject[0].First && v.End < trigger.First);
        if ((clause.Subjects.HasPronoun || isGapped) && hasObject && (home.Count > 0) != (guests.Count > 0) && (home.Count > 0 ? subjectGuests.Count == 0 : subjectHome.Count == 0)
            && clause.Subjects.Speaker(wantHome: guests.Count > 0) is { } speaker)
        {
            subject = subjects = [speaker];
            (subjectHome, subjectGuests) = SideReader.Of(context, subjects, isPair: true);
        }

        var isPassive = trigger.Rule.Form == TriggerForm.Passive;

        // "X et Y se sont réunis": the other side is in the subject.
        var areTogether = trigger.Rule is { Form: not TriggerForm.Noun, Object: ObjectMarker.Avec, Need: TriggerNeed.WithPerson } && subjectHome.Any(a => a.Person is not null) && subjectGuests.Any(a => a.Person is not null);
        if (!hasObject && !areTogether && (trigger.Rule.Need == TriggerNeed.WithPerson || trigger.Rule.Object is ObjectMarker.A or ObjectMarker.De || trigger.Rule is { Form: TriggerForm.Noun, Kind: MeetingKind.Contact }) && !clause.Objects.HasPronoun && (clause.After("as-one", trigger.End, 2) is null || !subject.Any(s => s.IsNamed)))
        {
            return [];
        }

        // "Les chefs de délégation sont allés saluer le sultan": nobody in person, and of no state where the article is about a body.
        if ((guests.Count > 0 && home.Count == 0 || home.Count > 0 && guests.Count == 0 && context.SolePartner is { } sole && context.IsBody(sole)) && subject.Count == 0 && clause.Subjects.IsOfMany)
        {
            return [];
        }

        // "L'Indonésie accueille depuis lundi le ministre X": a visit, and nobody met so far. "Des représentants sont venus souhaiter la bienvenue à X": nobody in person.
        if (trigger.Rule is { Kind: MeetingKind.Reception, Form: TriggerForm.Active } && clause.Subjects.IsState || trigger.Rule is { Kind: MeetingKind.Reception, Form: TriggerForm.Noun, Object: ObjectMarker.A } && subject.Count > 0 && subject.All(s => s.Person is null && (clause.Words.Has("many", context.Text.Tokens[s.First].Folded) || clause.Words.Has("no-office", context.Text.Tokens[s.First].Folded))))
        {
            return [];
        }

        // "Les marins ont été accueillis par des représentants de la Marine": a welcome by nobody in particular.
        if (isPassive && trigger.Rule.Trigger == "accueillir" && objects.Count > 0 && objects.All(o => o.Person is null))
        {
            return [];
        }

        // "La frégate a été accueillie par le commandement": nobody in person on either side.
        if (isPassive && subject.Count == 0 && objects.Count > 0 && objects.All(o => o.IsInstitution) && !clause.Subjects.HasPronoun)
        {
            return [];
        }

        // "le ministère a remis du matériel à son homologue": nobody in person did.
        if (trigger.Rule is { Need: TriggerNeed.WithPerson, Object: ObjectMarker.A } && subject.Count == 0 && !trigger.SubjectFollows && !objects.Any(context.IsHome))
        {
            return [];
        }

        if (trigger.Rule.Need == TriggerNeed.Mutual && !(subject.Concat(objects).Any(a => a.IsNamed && context.IsHome(a)) && subject.Concat(objects).Any(a => a.IsNamed && context.IsForeign(a))))
        {
            return [];
        }

        if (!hasObject && trigger.Rule.Object is ObjectMarker.Direct or ObjectMarker.Par && (!clause.Objects.HasPronoun || clause.Subjects.HasPluralPronoun))
        {
            return [];
        }

        if (!hasObject && (subjectHome.Count == 0 || subjectGuests.Count == 0) && clause.Objects.IsUntold)
        {
            return [];
        }

        // "Le secrétaire américain et le ministre chinois se sont rencontrés": none of ours.
        if (!hasObject && subjectHome.Count == 0 && trigger.Rule.Form == TriggerForm.Reflexive && subjectGuests.Where(g => g.Person is not null).Select(g => g.Country).Distinct().Count() > 1)
        {
            return [];
        }

        (home, guests, subjectHome, subjectGuests) = SideReader.WithHomeSide(context, home, guests, subjectHome, subjectGuests);

        // Somebody of another country met somebody of a third: none of ours.
        if (hasObject && home.Count == 0 && guests.Count > 0 && subjectHome.Count == 0 && subjectGuests.Count > 0 && !trigger.IsInPassing && !trigger.SubjectFollows
            && subjectGuests.All(s => guests.All(g => g.Country != s.Country || g.Person != s.Person)) && subjectGuests.All(s => s.IsNamed || s.Country is not null)
            && subject.All(s => s.Count == 1))
        {
            return [];
        }

        // "Le secrétaire américain et le ministre chinois se sont rencontrés", "… ont eu une rencontre": two others met each other.
        if (!hasObject && subjectHome.Count == 0 && subjectGuests.Select(s => s.Country).Distinct(StringComparer.Ordinal).Count() > 1
            && (trigger.Rule.Form == TriggerForm.Reflexive || trigger is { Rule: { Form: TriggerForm.Noun, Object: ObjectMarker.Avec }, IsInPassing: false, IsEvent: false, IsTheirs: false } && !isApart && subject.All(s => s is { IsNamed: true, Count: 1 } && s.First < trigger.First) && !clause.Objects.HasPronoun))
        {
            return [];
        }

        if (hasObject && guests.Count == 0 && home.Count > 0 && subjectGuests.Count == 0 && (subjectHome.Count > 0 && !trigger.IsInPassing && !trigger.SubjectFollows || clause.Subjects.IsHomeBehind(objects)))
        {
            return [];
        }

        (subjectHome, subjectGuests) = SideReader.OneOfEach(context, hasObject, subjectHome, subjectGuests);
        (home, guests) = SideReader.Settle(clause, objects, home, guests, subjectHome, subjectGuests);
        (subjectHome, subjectGuests) = SideReader.Settle(clause, subjects, subjectHome, subjectGuests, home, guests);
        var hadBoth = home.Count > 0 && guests.Count > 0;
        if (home.Count == 0)
        {
            home = subjectHome.Count > 0 ? subjectHome : clause.Subjects.OtherSide(wantHome: true, subject, hasObject || clause.Objects.HasPronoun);
        }

        if (guests.Count == 0)
        {
            guests = subjectGuests.Count > 0 ? subjectGuests : clause.Subjects.OtherSide(wantHome: false, subject, hasObject || clause.Objects.HasPronoun);
        }

        // "L'ambassadeur X l'a accueilli": whoever is received was not told of the other side.
        if (!hasObject && trigger.Rule.Form != TriggerForm.Noun && clause.Objects.HasPronoun && guests.Count == 0 && !context.Actors[Math.Max(0, clause.Sentence.Index - 1)].Concat(context.Actors[clause.Sentence.Index]).Any(context.IsForeign))
        {
            return [];
        }

        // "Le ministère a organisé une rencontre avec les attachés russes": an institution of the home side holds it. "Le commandement de la 1re Région a reçu la délégation"
        if (guests.Count > 0 && (home.Count == 0 && trigger.Rule.Form == TriggerForm.Noun || subject.Count == 0 && trigger.Rule is { Form: TriggerForm.Active, Kind: MeetingKind.Reception or MeetingKind.Talks } && !clause.Subjects.HasPronoun) && !trigger.IsInPassing && !trigger.IsEvent && !trigger.SubjectFollows)
        {
            home = clause.Institutions.Before(trigger.First) is { Count: > 0 } institution ? institution : home;
        }

        var hasOwn = objects.Count > 0 || subjects.Count > 0 && (!trigger.IsInPassing || trigger.IsTheirs && subjectHome.Count > 0 && subjectGuests.Count > 0);
        bool? hostIsHome = trigger.Rule.Kind switch
        {
            MeetingKind.Reception when trigger.Rule.Form == TriggerForm.Active => subjectHome.Count > 0 ? true : subjectGuests.Count > 0 ? false : hasObject ? SideReader.Of(context, objects, isPair).Guests.Count > 0 : null,
            MeetingKind.Reception when isPassive => SideReader.Of(context, objects, isPair).Home.Count > 0 ? true : SideReader.Of(context, objects, isPair).Guests.Count > 0 ? false : null,
            MeetingKind.CourtesyCall => SideReader.Of(context, objects, isPair).Home.Count > 0 ? true : SideReader.Of(context, objects, isPair).Guests.Count > 0 ? false : null,
            _ => null,
        };

        // A subject of several countries beside the home one, or "entre X, Y et Z": they sit together.
        var isShared = guests.Select(g => g.Country).Distinct().Count() > 1
            && !trigger.IsPlural && (subjectHome.Count > 0 && subjectGuests.Count > 1 && !hasObject || hadBoth && subjects.Count == 0 || trigger.IsEvent && hadBoth);
        if (isShared)
        {
            return [new Encounter(trigger, clause.Sentence, home, guests, true, hasOwn, hostIsHome)];
        }

        // "a eu une rencontre trilatérale avec les ministres lao X et cambodgien Y": one of all three.
        if (trigger.Rule.Form == TriggerForm.Noun && guests.Select(g => g.Country).Distinct().Count() > 1 && trigger.End < clause.End && clause.Words.Has("of-three", context.Text.Tokens[trigger.End].Folded))
        {
            return [new Encounter(trigger with { Rule = trigger.Rule with { Kind = MeetingKind.Conference } }, clause.Sentence, home, guests, true, hasOwn, hostIsHome)];
        }

        // "L'ambassadeur X et le représentant de l'ONU Y ont été reçus ensemble par Z"
        if (trigger.Rule.Kind == MeetingKind.Reception && guests.Select(g => g.Country).Distinct().Count() > 1 && home.Count == 1
            && clause.Words.StandsIn("as-one", context.Text.Tokens, trigger.End, Math.Min(trigger.End + 2, clause.End)))
        {
            return [new Encounter(trigger, clause.Sentence, home, guests, true, hasOwn, hostIsHome)];
        }

        // "Le président A et le Premier ministre B ont reçu respectivement X et Y": one each, in this order.
        if (isRespective && home.Count > 1 && home.Count == guests.Count)
        {
            return [.. home.Zip(guests, (ours, theirs) => new Encounter(trigger, clause.Sentence, [ours], [theirs], false, hasOwn, hostIsHome))];
        }

        // Each host who receives does so apart: "a été reçu par le président X et le Premier ministre Y" tells two meetings.
        // Those who welcome stand in line together.
        var inLine = trigger.Rule.Trigger == "accueillir";
        if (hostIsHome is { } isHome && !inLine && trigger.Rule.Kind is MeetingKind.Reception or MeetingKind.CourtesyCall && (isHome ? home : guests) is { Count: > 1 } receiving)
        {
            return [.. receiving.Select(host => isHome
                ? new Encounter(trigger, clause.Sentence, [host], guests, false, hasOwn, hostIsHome)
                : new Encounter(trigger, clause.Sentence, home, [host], false, hasOwn, hostIsHome))];
        }

        // "Le commandant A et l'ambassadeur B ont été reçus par X": those of one side who are told of come together.
        var areTogetherAsGuests = !isApart && guests.Count > 1 && ReferenceEquals(guests, subjectGuests) && guests.All(g => g.Country == guests[0].Country);
        List<List<Actor>> apart = inLine && guests.All(g => g.Country == guests[0].Country) ? [[.. guests]] : isApart ? [.. guests.Select(g => new List<Actor> { g })] : areTogetherAsGuests ? [[.. guests]] : SideReader.Separate(clause, guests);
        var hosts = home.Count > 1 && isApart ? [.. home.Select(h => new List<Actor> { h })] : home.Count > 1 && !inLine && !trigger.IsEvent && objects.Contains(home[0]) ? SideReader.Separate(clause, home) : [[.. home]];
        return [.. hosts.SelectMany(h => apart.Select(g => new Encounter(trigger, clause.Sentence, h, g, false, hasOwn, hostIsHome)))];
    }
}
