using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds who travels where by the verb that tells it: <c>est arrivé à Pékin</c>, <c>se rendra au Laos</c>, <c>a conduit une délégation en Russie</c>.</summary>
internal sealed class JourneyReader(VisitLexicon lexicon, WordSets words, VisitGoals goals, VisitorFinder visitors, VisitorRecall recall, VisitWishes wishes, VisitCollector collector)
{
    /// <summary>Of several, in a tense of one word: <c>se rendront</c>.</summary>
    private readonly WordEndings _plurals = words.EndingsOf("plural-future");

    private readonly PartyJourneys _parties = new(words, goals);

    /// <summary>Verbs of travel with a goal: <c>est arrivé à Pékin</c>, <c>se rendra au Laos</c>, <c>a conduit une délégation en Russie</c>.</summary>
    public void Add(List<Visit> visits, List<OpenVisit> open, VisitContext context, Sentence sentence)
    {
        foreach (var verb in context.Verbs[sentence.Index])
        {
            // "Il quittera Hanoï mardi pour New Delhi": one who leaves and goes.
            Actor? left = null;
            foreach (var travel in lexicon.Of(verb.Verb))
            {
                left = Add(visits, context, sentence, verb, travel, left) ?? left;
                if (left is null or { Person: null } && _parties.Told(context, sentence, verb, travel) is { } party)
                {
                    open.Add(party);
                }
            }
        }
    }

    /// <summary><c>a salué les touristes venus au Vietnam</c>: a noun of people whom nobody knows stands right before the participle.</summary>
    private bool IsOfOthers(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        var (tokens, before) = (context.Text.Tokens, verb.First - 1);
        return verb.Tense is Tense.Participle or Tense.Gerund && !verb.IsFinite && before - 1 > sentence.First && tokens[before].Kind == TokenKind.Word && !tokens[before].IsCapitalized
            && words.EndingsOf("plural-ending").Has(tokens[before].Folded) && words.Has("plural-lead", tokens[before - 1].Folded) && !context.Actors[sentence.Index].Exists(a => a.First <= before && before < a.End);
    }

    /// <summary>Adds what a verb tells, and returns who travels; null where it tells no journey. <paramref name="known"/> is the traveller, where the same verb has told already.</summary>
    private Actor? Add(List<Visit> visits, VisitContext context, Sentence sentence, VerbGroup verb, TravelVerb travel, Actor? known)
    {
        if (verb.IsReflexive != travel.IsReflexive || !(travel.Allows(verb.Tense) || verb.Tense == Tense.Conditional && IsAnnounced(context, sentence, verb) || verb.Tense == Tense.Infinitive && (wishes.IsFirst(context, sentence, verb) || wishes.IsAgreed(context, sentence, verb) || wishes.IsBefore(context, sentence, verb))) || travel.Object.Length > 0 && !HasObject(context, sentence, verb, travel.Object) && !HasRelativeObject(context, sentence, verb, travel.Object) || wishes.IsHoped(context, sentence, verb.First))
        {
            return null;
        }

        // "la venue au Vietnam de deux frégates" is a noun.
        if (verb.Tense == Tense.Participle && verb.First > sentence.First && words.Has("article", context.Text.Tokens[verb.First - 1].Folded))
        {
            return null;
        }

        if (IsOfOthers(context, sentence, verb) || Meetings.VerbTime.IsNegated(context, sentence, verb))
        {
            return null;
        }

        if (travel.IsCarrying)
        {
            AddCarried(visits, context, sentence, verb, travel);
            return null;
        }

        if (travel.IsSending)
        {
            AddSent(visits, context, sentence, verb, travel);
            return null;
        }

        // "le Vietnam, où il s'était rendu en 2014", "Hanoï, où il accompagne le Premier ministre X"
        var whence = travel.IsDirect ? null : goals.Adverbs.Where(context, sentence, verb);
        var where = whence ?? (!travel.IsDirect && travel.Allows(Tense.Past) ? goals.Adverbs.There(context, sentence, verb) : null);
        List<string>? objects = travel.IsDirect ? goals.Objects(context, sentence, verb.End, travel.AnyCapital || verb.Tense is Tense.Pluperfect or Tense.Future) : where is null ? null : [where];
        if (where is not null && goals.Adverbs.IsOfThing(context, sentence, verb))
        {
            return null;
        }

        if (objects is { Count: 0 } || (known ?? Traveller(context, sentence, verb, travel, where, objects?[0])) is not { } traveller)
        {
            return null;
        }

        var end = travel.IsCompany ? traveller.End : verb.End;
        if (objects is not null)
        {
            // "a quitté Hanoï pour l'Argentine et l'Uruguay, où il séjournera du 18 au 24 octobre": told already.
            objects.RemoveAll(g => g == traveller.Country || whence is not null && visits.Exists(v => v.Person == traveller.Person && v.Destination == g && v.Evidence.Start == sentence.Span.Start));
            collector.Add(visits, context, new VisitTelling(sentence, verb.First, end, VisitKind.Other, traveller) { Goals = objects, IsAnother = where is not null && IsOfAnotherTime(context, sentence, verb, isBack: whence is null) });
            AddFurther(visits, context, sentence, end, objects);
        }
        else if (Reached(context, sentence, verb, end, travel, traveller) is { Count: > 0 } reached && reached[0] != traveller.Country)
        {
            // What follows the goal may be another one, unless only this verb leads to it.
            var isOwn = travel.IsBound || travel.IsToward || goals.Between(context, sentence, end, end + VisitGoals.Reach).Count == 0;
            collector.Add(visits, context, new VisitTelling(sentence, verb.First, end, VisitKind.Other, traveller) { Goals = isOwn ? reached : null, IsAnother = IsOfAnotherTime(context, sentence, verb, isBack: false) });
            AddGapped(visits, context, sentence, end, travel);
            AddFurther(visits, context, sentence, end, reached);
            AddCompanions(visits, context, sentence, verb, traveller, reached);
        }

        return traveller;
    }

    /// <summary>The goals behind a verb; the place that opens the sentence for who is told to have come there: <c>À Vientiane, le général X, arrivé dimanche soir, a présenté …</c></summary>
    private List<string> Reached(VisitContext context, Sentence sentence, VerbGroup verb, int end, TravelVerb travel, Actor traveller)
    {
        var tokens = context.Text.Tokens;
        var reached = goals.Reached(context, sentence, end, travel, traveller);
        return reached.Count == 0 && verb is { Tense: Tense.Participle } && verb.First > sentence.First && tokens[verb.First - 1].Text == "," && traveller.End <= verb.First && words.Has("come", tokens[verb.Anchor].Folded)
            && words.Has("place-preposition", tokens[sentence.First].Folded) && context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken <= sentence.First + 2 && m.Kind is Partners.MentionKind.Name or Partners.MentionKind.Capital) is { } place
            ? [place.Code]
            : reached;
    }

    /// <summary><c>une tournée qui a mené le président X en Égypte</c>, <c>sa tournée le conduira ensuite au Brésil</c>: whom a journey takes somewhere.</summary>
    private void AddCarried(List<Visit> visits, VisitContext context, Sentence sentence, VerbGroup verb, TravelVerb travel)
    {
        const int Reach = 12;
        var tokens = context.Text.Tokens;
        if (!words.StandsIn("carrying", tokens, Math.Max(sentence.First, verb.First - Reach), verb.First))
        {
            return;
        }

        var behind = context.Actors[sentence.Index].Find(a => a.First >= verb.End && a.First - verb.End <= 2 && a.Count == 1);
        var reached = goals.Between(context, sentence, behind?.End ?? verb.End, (behind?.End ?? verb.End) + travel.Reach, travel.AnyCapital, bound: true);
        if (reached is not [var goal, ..])
        {
            return;
        }

        var isClitic = Enumerable.Range(verb.First - 1, verb.Anchor - verb.First + 1).Any(i => i >= sentence.First && words.Has("clitic-object", tokens[i].Folded));
        var traveller = behind is { Person: not null } ? behind : behind is not null || isClitic
            // "X effectue une visite, étape d'une tournée qui le conduira au Qatar": of whom the sentence speaks.
            ? context.Actors[sentence.Index].FirstOrDefault(a => isClitic && a.End <= verb.First && a is { Person: not null, Count: 1 } && VisitorRecall.Travels(context, a, goal)) ?? (words.Has("subject-pronoun", context.Text.Tokens[sentence.First].Folded) ? recall.OfPronoun(context, sentence, goal) : null) ?? VisitorRecall.Head(context, sentence, goal)
            : null;
        if (traveller is { Person: not null } && VisitorRecall.Travels(context, traveller, goal))
        {
            collector.Add(visits, context, new VisitTelling(sentence, verb.First, behind?.End ?? verb.End, VisitKind.Other, traveller) { Goals = reached });
        }
    }

    /// <summary><c>a dépêché à Vientiane une délégation conduite par X</c>, <c>a envoyé une délégation conduite par X à Vientiane</c></summary>
    private void AddSent(List<Visit> visits, VisitContext context, Sentence sentence, VerbGroup verb, TravelVerb travel)
    {
        if (verb.IsPassive || context.Actors[sentence.Index].Find(a => a.First >= verb.End && a.First - verb.End <= travel.Reach && (a is { IsGroup: true, Person: not null } || IsObject(context, sentence, verb, a))) is not { } sent)
        {
            return;
        }

        var reached = goals.Between(context, sentence, verb.End, sent.First, travel.AnyCapital);
        reached = reached.Count > 0 ? reached : goals.Between(context, sentence, sent.End, sent.End + VisitGoals.Reach, travel.AnyCapital);
        if (reached is [var goal, ..] && VisitorRecall.Travels(context, sent, goal))
        {
            collector.Add(visits, context, new VisitTelling(sentence, verb.First, sent.IsGroup ? sent.End : verb.End, VisitKind.Other, sent) { Goals = reached });
        }
    }

    /// <summary><c>a envoyé le vice-ministre X</c>, but <c>a envoyé un message au ministre X</c>.</summary>
    private bool IsObject(VisitContext context, Sentence sentence, VerbGroup verb, Actor actor) =>
        actor is { IsNamed: true, Person: not null, Count: 1 } && Enumerable.Range(verb.End, actor.First - verb.End).All(i => words.Has("article", context.Text.Tokens[i].Folded) || context.DatesIn[sentence.Index].Exists(d => d.First <= i && i < d.End));

    /// <summary><c>Le ministre X, la ministre Y et le général Z sont venus à Hanoï</c>: all who stand in a row before a verb in the plural.</summary>
    private void AddCompanions(List<Visit> visits, VisitContext context, Sentence sentence, VerbGroup verb, Actor traveller, List<string> reached)
    {
        var tokens = context.Text.Tokens;
        if (traveller is not { IsNamed: true } || traveller.End > verb.First || !words.StandsIn("plural-auxiliary", tokens, verb.First, verb.End) && !_plurals.Has(tokens[verb.Anchor].Folded))
        {
            return;
        }

        var next = traveller;
        foreach (var actor in context.Actors[sentence.Index].Where(a => a.End <= traveller.First).Reverse())
        {
            var between = Enumerable.Range(actor.End, next.First - actor.End).Select(i => tokens[i]).ToList();
            // "plusieurs dirigeants, dont le président X et le roi Y"
            var isAside = actor.IsAside && !words.StandsIn("including", tokens, Math.Max(sentence.First, actor.First - 2), actor.First);
            if (isAside || actor is not { IsNamed: true, Person: not null, Count: 1 } || actor.Person == traveller.Person || !between.Exists(t => words.Has("goal-and", t.Folded)) || !between.TrueForAll(t => words.Has("goal-and", t.Folded) || words.Has("article", t.Folded) || words.Has("of", t.Folded)))
            {
                return;
            }

            if (VisitorRecall.Travels(context, actor, reached[0]) && reached[0] != actor.Country)
            {
                collector.Add(visits, context, new VisitTelling(sentence, verb.First, verb.End, VisitKind.Other, actor) { Goals = reached });
            }

            next = actor;
        }
    }

    /// <summary><c>X s'est rendu à Moscou en mai et son homologue Y à Hanoï en juin</c>: the verb goes for both.</summary>
    private void AddGapped(List<Visit> visits, VisitContext context, Sentence sentence, int end, TravelVerb travel)
    {
        const int Reach = 14;
        const int Lead = 3;
        var tokens = context.Text.Tokens;
        foreach (var actor in context.Actors[sentence.Index].Where(a => a.First > end && a.First - end < Reach && a is { Person: not null, Count: 1 }))
        {
            var isJoined = words.StandsIn("goal-and", tokens, Math.Max(end, actor.First - Lead), actor.First);
            if (isJoined && !context.Verbs[sentence.Index].Any(v => v.First >= end && v.First < actor.End + Lead) && goals.Between(context, sentence, actor.End, actor.End + Lead, travel.AnyCapital) is { Count: > 0 } reached && reached[0] != actor.Country)
            {
                collector.Add(visits, context, new VisitTelling(sentence, actor.First, actor.End, VisitKind.Other, actor) { Goals = reached });
                return;
            }
        }
    }

    /// <summary><c>X s'y est rendu en 2012, Y en 2016 et Z en avril 2025</c>: the verb and its goal go for all who have a time of their own.</summary>
    private void AddFurther(List<Visit> visits, VisitContext context, Sentence sentence, int end, List<string> told)
    {
        const int Lead = 2;
        var tokens = context.Text.Tokens;
        var from = end;
        foreach (var actor in context.Actors[sentence.Index].Where(a => a.First > end && a is { Person: not null, IsNamed: true, Count: 1 }))
        {
            var before = actor.First - 1 > from && words.Has("article", tokens[actor.First - 1].Folded) ? actor.First - 2 : actor.First - 1;
            if (told is not [var goal] || !words.Has("goal-and", tokens[before].Folded) && tokens[before].Text != "," || context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= from && v.First <= actor.End + Lead)
                || !context.DatesIn[sentence.Index].Any(d => d.First >= from && d.End <= actor.First) || !context.DatesIn[sentence.Index].Any(d => d.First >= actor.End && d.First <= actor.End + Lead && d.Resolved.Date.Year > 0)
                || !VisitorRecall.Travels(context, actor, goal))
            {
                return;
            }

            collector.Add(visits, context, new VisitTelling(sentence, actor.First, actor.End, VisitKind.Other, actor) { Goals = told });
            from = actor.End;
        }
    }

    /// <summary><c>X, qui avait déjà foulé le sol vietnamien en 2001</c>, <c>depuis qu'il y était venu en avril 2003</c> (<paramref name="isBack"/>): not the visit that he is on.</summary>
    private bool IsOfAnotherTime(VisitContext context, Sentence sentence, VerbGroup verb, bool isBack)
    {
        return verb.Tense == Tense.Pluperfect && (isBack || words.StandsIn("already", context.Text.Tokens, verb.First, verb.End))
            && context.DatesIn[sentence.Index].Any(d => d.First >= verb.End && d.First <= verb.End + VisitGoals.Reach && d.Resolved.Date is { Year: > 0, Day: 0 });
    }

    private Actor? Traveller(VisitContext context, Sentence sentence, VerbGroup verb, TravelVerb travel, string? where, string? aim)
    {
        if (travel.IsCompany)
        {
            return context.Actors[sentence.Index].FirstOrDefault(a => a.First >= verb.End && a.First - verb.End <= 3 && a.IsNamed);
        }

        // "Arrivé lundi à Hanoï, le ministre X": the traveller follows.
        var goal = where ?? aim ?? goals.Between(context, sentence, verb.End, verb.End + travel.Reach, travel.AnyCapital, travel.IsBound, travel.IsToward).FirstOrDefault() ?? (goals.ReachesTown(context, sentence, verb.End, travel) ? context.HomeCountry : null);
        // "À Wellington, où il est arrivé mardi, le ministre X a rencontré …": whom the clause is about follows it.
        var found = (where is not null && !context.Actors[sentence.Index].Any(a => a.First < verb.First) ? context.Actors[sentence.Index].FirstOrDefault(a => a.First >= verb.End && a.Person is not null) : null)
            ?? visitors.Before(context, sentence, verb.First, goal)
            // "Première personnalité polonaise à se rendre au Vietnam depuis 2014, le ministre X": who it is follows.
            ?? (verb.Anchor - sentence.First <= 2 || verb.Tense == Tense.Infinitive && (wishes.IsBefore(context, sentence, verb) || wishes.OpensWithFirst(context, sentence, verb)) ? context.Actors[sentence.Index].FirstOrDefault(a => a.IsNamed && !VisitorRecall.IsOfMonument(context, a)) : null);
        if (found is { Person: not null } && !IsOfParty(context, sentence, found, verb))
        {
            return found;
        }

        var leader = goal is null ? null : recall.LeaderOfParty(context, sentence, verb.First, goal);
        return leader ?? (found is { Person: not null } ? null : found);
    }

    /// <summary><c>X a rappelé que deux navires avaient mouillé à Cam Ranh</c>: those of the ships travel, not X.</summary>
    private bool IsOfParty(VisitContext context, Sentence sentence, Actor actor, VerbGroup verb)
    {
        if (!context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= actor.End && v.Anchor < verb.First))
        {
            return false;
        }

        for (var i = actor.End; i < verb.First; i++)
        {
            if (words.Has("vessel", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>X a confirmé qu'il se rendrait au Vietnam</c>: what was to come when it was said.</summary>
    private bool IsAnnounced(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        // "a indiqué qu'une délégation de haut niveau de son pays, dirigée par le directeur général X, se rendrait …"
        const int Reach = 30;
        var tokens = context.Text.Tokens;
        for (var i = verb.First - 1; i > sentence.First && i >= verb.First - Reach; i--)
        {
            if (words.Has("that", tokens[i].Folded))
            {
                return words.Has("announcing", tokens[i - 1].Folded);
            }
        }

        return false;
    }

    /// <summary><c>a reçu X et la délégation qu'il conduit au Vietnam</c>: the object stands before the clause, and a pronoun is the subject.</summary>
    private bool HasRelativeObject(VisitContext context, Sentence sentence, VerbGroup verb, string noun)
    {
        const int Reach = 6;
        var tokens = context.Text.Tokens;
        var that = verb.First - 2;
        return that > sentence.First && words.Has("that", tokens[that].Folded) && words.Has("subject-pronoun", tokens[that + 1].Folded)
            && Enumerable.Range(Math.Max(sentence.First, that - Reach), that - Math.Max(sentence.First, that - Reach)).Any(i => tokens[i].Folded == noun);
    }

    private static bool HasObject(VisitContext context, Sentence sentence, VerbGroup verb, string noun)
    {
        // "a conduit du 19 au 22 mai une délégation": days may stand between.
        const int Reach = 6;
        var days = context.DatesIn[sentence.Index].Where(d => d.First >= verb.End && d.First < verb.End + Reach).Sum(d => d.End - d.First);
        for (var i = verb.End; i < Math.Min(verb.End + Reach + days, context.Text.Tokens.Count); i++)
        {
            if (context.Text.Tokens[i].Folded == noun)
            {
                return true;
            }
        }

        return false;
    }
}
