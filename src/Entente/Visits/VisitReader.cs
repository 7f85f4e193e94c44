using Entente.Clauses;
using Entente.Lexicons;
using Entente.Meetings;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds who travels where: <c>X, en visite officielle au Vietnam</c>, <c>effectue une visite</c>, <c>la visite d'État en Inde de X</c>,
/// <c>se rendra au Vietnam</c>, <c>a conduit une délégation en Russie</c>. A visit that is only wished for, or that nobody is named for, is none.
/// </summary>
internal sealed class VisitReader
{
    /// <summary>How far the states of one tour may stand from its noun, in tokens.</summary>
    private const int TourReach = 40;

    private readonly VisitLexicon _lexicon;
    private readonly VisitGoals _goals;
    private readonly VisitDater _dater;
    private readonly VisitorRecall _recall;
    private readonly VisitorFinder _visitors;
    private readonly VisitWishes _wishes;

    public VisitReader(VisitLexicon visits, WordSets words, PhraseMatcher<bool> towns)
    {
        _lexicon = visits;
        _goals = new VisitGoals(words, towns);
        _dater = new VisitDater(visits, words);
        _recall = new VisitorRecall(words);
        _visitors = new VisitorFinder(words, _goals, _recall);
        _wishes = new VisitWishes(visits, words);
    }

    public VisitReading Read(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var visits = new List<Visit>();
        var nameless = new List<TextSpan>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section is SectionKind.Body or SectionKind.Title))
        {
            foreach (var noun in _lexicon.Nouns.Find(context.Text, sentence))
            {
                if (noun.Value is { } kind && !_wishes.IsWished(context, sentence, noun))
                {
                    AddNoun(visits, nameless, context, sentence, noun, kind);
                }
            }

            AddJourneys(visits, context, sentence);
        }

        AddAlluded(visits, context, meetings);
        return new VisitReading(visits, nameless);
    }

    private void AddNoun(List<Visit> visits, List<TextSpan> nameless, ArticleContext context, Sentence sentence, PhraseMatch<VisitKind?> noun, VisitKind kind)
    {
        var visitors = _visitors.Of(context, sentence, noun);
        // "du 15 au 17 mai en Hongrie, puis du 18 au 20 mai au Danemark": a tour, whatever it is called.
        var isTour = context.Text.Tokens[noun.First].Folded is "tournee" or "visites" || Enumerable.Range(noun.Next, Math.Max(0, Math.Min(noun.Next + VisitGoals.Reach, sentence.First + sentence.Count) - noun.Next)).Any(i => context.Text.Tokens[i].Folded == "puis") || VisitDater.Spans(context, sentence, noun.Next).Count > 1;
        for (var i = 0; i < visitors.Count; i++)
        {
            // The second visitor of a plural noun has goal and date behind the own name.
            var (first, end) = i == 0 ? (noun.First, noun.Next) : (visitors[i].First, visitors[i].End);
            var reach = isTour ? TourReach : visitors.Count > i + 1 && visitors[i + 1].First > end ? Math.Min(VisitGoals.Reach, visitors[i + 1].First - end) : VisitGoals.Reach;
            Add(visits, context, sentence, first, end, kind, visitors[i], reach);
            if (visitors[i] is { Person: null, Country: not null } && _goals.Between(context, sentence, end, end + reach).Count > 0 && !visits.Exists(v => v.Evidence.Start == sentence.Span.Start) && !nameless.Contains(sentence.Span))
            {
                nameless.Add(sentence.Span);
            }
        }
    }

    /// <summary>Verbs of travel with a goal: <c>est arrivé à Pékin</c>, <c>se rendra au Laos</c>, <c>a conduit une délégation en Russie</c>.</summary>
    private void AddJourneys(List<Visit> visits, ArticleContext context, Sentence sentence)
    {
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (_lexicon.Of(verb.Verb) is not { } travel || verb.IsReflexive != travel.IsReflexive || !travel.Allows(verb.Tense) || travel.Object.Length > 0 && !HasObject(context, verb, travel.Object) || _wishes.IsHoped(context, sentence, verb.First))
            {
                continue;
            }

            var goals = travel.IsDirect ? VisitGoals.Objects(context, sentence, verb.End) : null;
            if (goals is { Count: 0 } || Traveller(context, sentence, verb, travel) is not { } traveller)
            {
                continue;
            }

            var end = travel.IsCompany ? traveller.End : verb.End;
            if (goals is not null)
            {
                goals.Remove(traveller.Country ?? "");
                Add(visits, context, sentence, verb.First, end, VisitKind.Other, traveller, VisitGoals.Reach, goals);
            }
            else if (_goals.Reached(context, sentence, end, travel, traveller) is { Count: > 0 } reached && reached[0] != traveller.Country)
            {
                Add(visits, context, sentence, verb.First, end, VisitKind.Other, traveller, VisitGoals.Reach, travel.IsBound ? reached : null);
            }
        }
    }

    private Actor? Traveller(ArticleContext context, Sentence sentence, VerbGroup verb, TravelVerb travel)
    {
        if (travel.IsCompany)
        {
            return context.Actors[sentence.Index].FirstOrDefault(a => a.First >= verb.End && a.First - verb.End <= 3 && a.IsNamed);
        }

        // "Arrivé lundi à Hanoï, le ministre X": the traveller follows.
        var found = _visitors.Before(context, sentence, verb.First)
            ?? (verb.Anchor - sentence.First <= 1 ? context.Actors[sentence.Index].FirstOrDefault(a => a.IsNamed) : null);
        return found is null or { Person: null } && _goals.Between(context, sentence, verb.End, verb.End + travel.Reach, travel.AnyCapital) is [var goal, ..]
            ? _recall.LeaderOfParty(context, sentence, verb.First, goal) ?? found
            : found;
    }

    private static bool HasObject(ArticleContext context, VerbGroup verb, string noun)
    {
        for (var i = verb.End; i < Math.Min(verb.End + 5, context.Text.Tokens.Count); i++)
        {
            if (context.Text.Tokens[i].Folded == noun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// <c>cette visite</c>, <c>la cérémonie d'accueil</c>: the article takes a visit for granted that it does not introduce. It is that of the first
    /// foreign guest received at home, or of the home head received abroad; an ambassador is no visitor.
    /// </summary>
    private void AddAlluded(List<Visit> visits, ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        if (meetings.FirstOrDefault(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, IsMultilateral: false, Partners.Count: 1 }) is not { } meeting || meeting.HostCountry.Length == 0)
        {
            return;
        }

        var isAtHome = meeting.HostCountry == context.HomeCountry;
        if (!isAtHome && meeting.HostCountry != meeting.Partners[0]
            || (isAtHome ? meeting.Guests : meeting.Home) is not [{ Level: not People.PersonLevel.Ambassador, Country: { } origin } visitor, ..] || visits.Exists(v => v.Person == visitor.Person))
        {
            return;
        }

        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            // "a reçu une délégation conduite par X": who leads a delegation from abroad has come.
            var isLed = isAtHome && meeting.Kind == MeetingKind.Reception && context.Actors[sentence.Index].Any(a => a is { IsGroup: true, IsNamed: true } && a.Person == visitor.Person);
            // A visit told up to there is the one that is taken for granted.
            if (isLed && !visits.Exists(v => v.Evidence.Start == sentence.Span.Start)
                || !visits.Exists(v => v.Evidence.Start <= sentence.Span.Start) && _lexicon.Allusions.Find(context.Text, sentence).Any(a => a.Value))
            {
                visits.Add(new Visit(
                    visitor.Name, visitor.Person, origin, isAtHome ? context.HomeCountry : meeting.Partners[0], VisitKind.Other, default,
                    new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End)));
                return;
            }
        }
    }

    private void Add(List<Visit> visits, ArticleContext context, Sentence sentence, int first, int end, VisitKind kind, Actor visitor, int reach, IReadOnlyList<string>? objects = null)
    {
        if (visitor.Person is null && _recall.LeaderBehind(context, sentence, visitor) is { } leader)
        {
            visitor = leader;
        }

        if (visitor.Level == PersonLevel.Ambassador || context.NameOf(visitor.Person) is not { } name || (visitor.Country ?? Origin(context, sentence, end, reach)) is not { } origin)
        {
            return;
        }

        // "la visite du ministre" in an article about a journey to that minister's country is the other way round.
        if (!visitor.IsNamed && visits.Exists(v => v.Destination == origin) && _goals.Between(context, sentence, end, end + reach).Count == 0)
        {
            return;
        }

        var date = _dater.Find(context, sentence, first, end, visitor);
        var goals = objects ?? _goals.Of(context, sentence, first, end, reach, origin);
        var spans = VisitDater.Spans(context, sentence, end);
        foreach (var (goal, index) in goals.Select((goal, index) => (goal, index)))
        {
            // A visit of people of one third country to another is not ours.
            if (goal != context.HomeCountry && origin != context.HomeCountry)
            {
                continue;
            }

            Join(visits, new Visit(
                name, visitor.Person!.Value, origin, goal, kind, (spans.Count == goals.Count ? spans[index] : date)?.Resolved ?? default,
                new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End)));
        }
    }

    /// <summary><c>la visite de Vladimir Poutine au Vietnam</c>: who comes here without a country of the own is of the one that the article is about.</summary>
    private string? Origin(ArticleContext context, Sentence sentence, int end, int reach) =>
        _goals.Between(context, sentence, end, end + reach).Contains(context.HomeCountry) ? context.SolePartner : null;

    /// <summary>Two tellings of one visit agree in visitor, goal and, as far as both tell it, date.</summary>
    private static void Join(List<Visit> visits, Visit visit)
    {
        var same = visits.FindIndex(v => v.Person == visit.Person && v.Destination == visit.Destination && (v.Date.Date.IsEmpty || visit.Date.Date.IsEmpty || v.Date.Date.Agrees(visit.Date.Date)));
        if (same < 0)
        {
            visits.Add(visit);
            return;
        }

        var told = visits[same];
        visits[same] = told with { Kind = told.Kind == VisitKind.Other ? visit.Kind : told.Kind, Date = told.Date.Date.IsEmpty ? visit.Date : told.Date };
    }
}
