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
internal sealed class VisitReader(VisitLexicon lexicon, WordSets words)
{
    /// <summary>How far the states of one tour may stand from its noun, in tokens.</summary>
    private const int TourReach = 40;

    private readonly VisitGoals _goals = new(words);
    private readonly VisitDater _dater = new(lexicon);
    private readonly VisitorFinder _visitors = new(words);

    public VisitReading Read(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var visits = new List<Visit>();
        var nameless = new List<TextSpan>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section is SectionKind.Body or SectionKind.Title))
        {
            foreach (var noun in lexicon.Nouns.Find(context.Text, sentence))
            {
                if (noun.Value is { } kind && !IsWished(context, sentence, noun))
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
            if (visitors[i] is { Person: null, Country: not null } && VisitGoals.Between(context, sentence, end, end + reach).Count > 0 && !visits.Exists(v => v.Evidence.Start == sentence.Span.Start) && !nameless.Contains(sentence.Span))
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
            if (lexicon.Of(verb.Verb) is not { } travel || verb.IsReflexive != travel.IsReflexive || !travel.Allows(verb.Tense) || travel.Object.Length > 0 && !HasObject(context, verb, travel.Object) || IsHoped(context, sentence, verb.First))
            {
                continue;
            }

            // "Arrivé lundi à Hanoï, le ministre X": the traveller follows.
            var traveller = travel.IsCompany
                ? context.Actors[sentence.Index].FirstOrDefault(a => a.First >= verb.End && a.First - verb.End <= 3 && a.IsNamed)
                : _visitors.Before(context, sentence, verb.First) ?? (verb.Anchor - sentence.First <= 1 ? context.Actors[sentence.Index].FirstOrDefault(a => a.IsNamed) : null);
            var end = travel.IsCompany && traveller is not null ? traveller.End : verb.End;
            if (traveller is not null && VisitGoals.Between(context, sentence, end, end + travel.Reach, travel.AnyCapital, travel.IsBound) is { Count: > 0 } reached && reached[0] != traveller.Country)
            {
                Add(visits, context, sentence, verb.First, end, VisitKind.Other, traveller, VisitGoals.Reach, travel.IsBound ? reached : null);
            }
        }
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
                || !visits.Exists(v => v.Evidence.Start <= sentence.Span.Start) && lexicon.Allusions.Find(context.Text, sentence).Any(a => a.Value))
            {
                visits.Add(new Visit(
                    visitor.Name, visitor.Person, origin, isAtHome ? context.HomeCountry : meeting.Partners[0], VisitKind.Other, default,
                    new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End)));
                return;
            }
        }
    }

    private void Add(List<Visit> visits, ArticleContext context, Sentence sentence, int first, int end, VisitKind kind, Actor visitor, int reach, List<string>? known = null)
    {
        if (visitor.Person is null && _visitors.LeaderBehind(context, sentence, visitor) is { } leader)
        {
            visitor = leader;
        }

        if (visitor.Level == PersonLevel.Ambassador || context.NameOf(visitor.Person) is not { } name || visitor.Country is not { } origin)
        {
            return;
        }

        // "la visite du ministre" in an article about a journey to that minister's country is the other way round.
        if (!visitor.IsNamed && visits.Exists(v => v.Destination == origin) && VisitGoals.Between(context, sentence, end, end + reach).Count == 0)
        {
            return;
        }

        var date = _dater.Find(context, sentence, first, end, visitor);
        var goals = known ?? _goals.Of(context, sentence, first, end, reach, origin);
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

    /// <summary><c>inviter X à effectuer une visite</c>, <c>espère que X effectuera une visite</c></summary>
    private bool IsWished(ArticleContext context, Sentence sentence, PhraseMatch<VisitKind?> noun)
    {
        var maker = context.Verbs[sentence.Index].LastOrDefault(v => v.Anchor < noun.First && noun.First - v.Anchor <= 6 && lexicon.MakesVisits(v.Verb));
        // "invité à effectuer une visite du 25 au 27 mars": a visit with its days is agreed on.
        var isSet = context.DatesIn[sentence.Index].Any(d => d.First >= noun.Next && d.First - noun.Next <= VisitGoals.Reach && d.Expression.IsRange);
        if (!isSet && IsAskedFor(context, sentence, noun.First))
        {
            return true;
        }

        return maker.Verb is not null && !isSet && (maker.Tense is Tense.Infinitive or Tense.Subjunctive or Tense.Conditional || IsHoped(context, sentence, maker.First));
    }

    /// <summary><c>a transmis l'invitation … pour une visite</c>, <c>souhaite accueillir X pour un voyage</c></summary>
    private bool IsAskedFor(ArticleContext context, Sentence sentence, int noun)
    {
        var tokens = context.Text.Tokens;
        return noun - 2 > sentence.First && tokens[noun - 2].Folded == "pour" && tokens[noun - 1].Folded is "une" or "un"
            && Enumerable.Range(sentence.First, noun - sentence.First).Any(i => words.Has("asking", tokens[i].Folded))
            && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.Anchor < noun && lexicon.Of(v.Verb) is not null);
    }

    /// <summary>A word of hope governs the clause: <c>espère que X se rendra au Vietnam</c>.</summary>
    private bool IsHoped(ArticleContext context, Sentence sentence, int token)
    {
        var tokens = context.Text.Tokens;
        for (var i = token - 1; i > sentence.First && i > token - 16; i--)
        {
            if (tokens[i].Folded is "que" or "qu'" && words.Has("hope", tokens[i - 1].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
