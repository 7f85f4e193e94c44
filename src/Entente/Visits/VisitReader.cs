using Entente.Clauses;
using Entente.Lexicons;
using Entente.Meetings;
using Entente.Partners;
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

    /// <summary>How far behind somebody named it may be told since when a stay lasts, in tokens.</summary>
    private const int StayReach = 6;

    private readonly VisitLexicon _lexicon;
    private readonly VisitGoals _goals;
    private readonly VisitDater _dater;
    private readonly VisitorRecall _recall;
    private readonly VisitorFinder _visitors;
    private readonly VisitWishes _wishes;
    private readonly TakenVisits _taken;
    private readonly WordSets _words;
    private readonly WordIds _guestOf;

    public VisitReader(VisitLexicon visits, WordSets words, PhraseMatcher<bool> towns)
    {
        _lexicon = visits;
        _goals = new VisitGoals(words, towns);
        _dater = new VisitDater(visits, words);
        _recall = new VisitorRecall(words);
        _visitors = new VisitorFinder(visits, words, _goals, _recall);
        _words = words;
        _guestOf = words["guest-of"];
        _wishes = new VisitWishes(visits, words);
        _taken = new TakenVisits(visits, words, _goals, _dater, _recall);
    }

    public VisitReading Read(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var visits = new List<Visit>();
        var nameless = new List<TextSpan>();
        var open = new List<OpenVisit>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section is SectionKind.Body or SectionKind.Title))
        {
            foreach (var noun in _lexicon.Nouns.Find(context.Text, sentence))
            {
                if (noun.Value.Kind is { } kind && !_wishes.IsWished(context, sentence, noun) && (!noun.Value.NeedsGoal || IsBound(context, sentence, noun))
                    && !AddNoun(visits, nameless, context, sentence, noun, kind) && IsOpen(context, sentence, noun))
                {
                    open.Add(new OpenVisit(sentence, noun.First, noun.Next, kind));
                }
            }

            AddJourneys(visits, context, sentence);
            AddStays(visits, context, sentence);
            AddHosted(visits, context, sentence);
        }

        _taken.Add(visits, context, meetings, open);
        return new VisitReading(visits, nameless);
    }

    /// <summary><c>le passage à Hanoï de X</c>, <c>son passage à Bangkok</c>, <c>a fait étape à Rome</c>, but <c>une délégation venue au Vietnam</c>.</summary>
    private bool IsBound(ArticleContext context, Sentence sentence, PhraseMatch<VisitNoun> noun) =>
        noun.First > sentence.First && (_words.Has("determiner", context.Text.Tokens[noun.First - 1].Folded) || _words.Has("makes-stop", context.Text.Tokens[noun.First - 1].Folded)) && _goals.Between(context, sentence, noun.Next, noun.Next + 3).Count > 0;

    /// <summary>Somebody makes it whom another sentence names (<c>sa visite</c>, <c>en visite</c>), and not what stands behind it (<c>la visite d'un navire</c>).</summary>
    private bool IsOpen(ArticleContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        var tokens = context.Text.Tokens;
        var end = sentence.First + sentence.Count;
        var before = noun.First > sentence.First ? tokens[noun.First - 1].Folded : "";
        return (_words.Has("determiner", before) || _words.Has("possessive", before) || _words.Has("ordinal", before))
            && (noun.Next >= end || !_words.Has("visitor-lead", tokens[noun.Next].Folded) || noun.Next + 1 < end && (_words.Has("rank", tokens[noun.Next + 1].Folded) || _words.Has("person-noun", tokens[noun.Next + 1].Folded)) || Enumerable.Range(noun.Next, Math.Min(4, end - noun.Next)).Any(i => _words.Has("duration", tokens[i].Folded)));
    }

    /// <summary>Adds the visits that a noun tells; false when the sentence tells nobody who makes one.</summary>
    private bool AddNoun(List<Visit> visits, List<TextSpan> nameless, ArticleContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, VisitKind kind)
    {
        var visitors = _visitors.Of(context, sentence, noun);
        var goal = _goals.Between(context, sentence, noun.Next, noun.Next + VisitGoals.Reach).FirstOrDefault();
        // "a accueilli les membres de la commission polonaise, venus au Vietnam pour une visite. À leur tête se trouvait X"; "se sont amarrés à Cam Ranh pour une visite"
        if ((visitors.Count == 0 || visitors[0] is { Person: null } || visitors[0].Country == goal && goal is not null) && _recall.LeaderOfParty(context, sentence, noun.First, goal ?? context.HomeCountry) is { } leader)
        {
            visitors = [leader];
        }

        // "du 15 au 17 mai en Hongrie, puis du 18 au 20 mai au Danemark": a tour, whatever it is called.
        var isTour = _words.Has("tour", context.Text.Tokens[noun.First].Folded) || Enumerable.Range(noun.Next, Math.Max(0, Math.Min(noun.Next + VisitGoals.Reach, sentence.First + sentence.Count) - noun.Next)).Any(i => _words.Has("tour-next", context.Text.Tokens[i].Folded)) || VisitDater.Spans(context, sentence, noun.Next).Count > 1;
        for (var i = 0; i < visitors.Count; i++)
        {
            // The second visitor of a plural noun has goal and date behind the own name; "la visite que le ministre X effectue en Chine".
            var isBehind = i > 0 || visitors[i].First >= noun.Next && goal is null && _goals.Between(context, sentence, visitors[i].End, visitors[i].End + VisitGoals.Reach).Count > 0;
            var (first, end) = isBehind ? (visitors[i].First, visitors[i].End) : (noun.First, noun.Next);
            var reach = isTour ? TourReach : visitors.Count > i + 1 && visitors[i + 1].First > end ? Math.Min(VisitGoals.Reach, visitors[i + 1].First - end) : VisitGoals.Reach;
            Add(visits, context, sentence, first, end, kind, visitors[i], reach);
            if (visitors[i] is { Person: null, Country: not null } && _goals.Between(context, sentence, end, end + reach).Count > 0 && !visits.Exists(v => v.Evidence.Start == sentence.Span.Start) && !nameless.Contains(sentence.Span))
            {
                nameless.Add(sentence.Span);
            }
        }

        return visitors.Any(v => v.Person is not null);
    }

    /// <summary><c>Le ministre X, au Cambodge depuis hier, …</c></summary>
    private void AddStays(List<Visit> visits, ArticleContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        var end = sentence.First + sentence.Count;
        foreach (var actor in context.Actors[sentence.Index].Where(a => a is { Person: not null, Count: 1 } && a.End + 3 < end && tokens[a.End].Folded == "," && _words.Has("goal-lead", tokens[a.End + 1].Folded)))
        {
            var since = Enumerable.Range(actor.End + 2, Math.Min(StayReach, end - actor.End - 2)).FirstOrDefault(i => _words.Has("since", tokens[i].Folded));
            if (since > 0 && _goals.Between(context, sentence, actor.End + 1, since) is { Count: > 0 } goals && goals[0] != actor.Country)
            {
                Add(visits, context, sentence, actor.End + 1, since, VisitKind.Other, actor, VisitGoals.Reach, goals);
            }
        }
    }

    /// <summary><c>X a été l'hôte d'Israël</c>: a state, and nobody in person, has received.</summary>
    private void AddHosted(List<Visit> visits, ArticleContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        for (var i = sentence.First + 1; i < sentence.First + sentence.Count - 2; i++)
        {
            if (_guestOf.Contains(tokens[i].Id) && _words.Has("article", tokens[i - 1].Folded) && _words.Has("of", tokens[i + 1].Folded))
            {
                AddGuestOf(visits, context, sentence, i, _words.Has("article", tokens[i + 2].Folded) ? i + 3 : i + 2);
            }
        }
    }

    private void AddGuestOf(List<Visit> visits, ArticleContext context, Sentence sentence, int noun, int state)
    {
        var host = context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken == state && m.Kind == MentionKind.Name)?.Code
            ?? (context.HomeMentions[sentence.Index].Any(m => m.FirstToken == state && m.Kind == MentionKind.Name) ? context.HomeCountry : null);
        if (host is not null && _visitors.Before(context, sentence, noun - 1) is { Person: not null } guest && VisitorRecall.Travels(context, guest, host))
        {
            Add(visits, context, sentence, noun, state + 1, VisitKind.Other, guest, VisitGoals.Reach, [host]);
        }
    }

    /// <summary>Verbs of travel with a goal: <c>est arrivé à Pékin</c>, <c>se rendra au Laos</c>, <c>a conduit une délégation en Russie</c>.</summary>
    private void AddJourneys(List<Visit> visits, ArticleContext context, Sentence sentence)
    {
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (_lexicon.Of(verb.Verb) is not { } travel || verb.IsReflexive != travel.IsReflexive || !(travel.Allows(verb.Tense) || verb.Tense == Tense.Conditional && IsAnnounced(context, sentence, verb)) || travel.Object.Length > 0 && !HasObject(context, sentence, verb, travel.Object) || _wishes.IsHoped(context, sentence, verb.First))
            {
                continue;
            }

            var goals = travel.IsDirect ? _goals.Objects(context, sentence, verb.End, verb.Tense is Tense.Pluperfect or Tense.Future) : null;
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
                Add(visits, context, sentence, verb.First, end, VisitKind.Other, traveller, VisitGoals.Reach, travel.IsBound || travel.IsToward ? reached : null);
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
        var goal = _goals.Between(context, sentence, verb.End, verb.End + travel.Reach, travel.AnyCapital, travel.IsBound, travel.IsToward).FirstOrDefault() ?? (_goals.ReachesTown(context, sentence, verb.End, travel) ? context.HomeCountry : null);
        var found = _visitors.Before(context, sentence, verb.First, goal)
            ?? (verb.Anchor - sentence.First <= 1 ? context.Actors[sentence.Index].FirstOrDefault(a => a.IsNamed) : null);
        if (found is { Person: not null } && !IsOfParty(context, sentence, found, verb))
        {
            return found;
        }

        var leader = goal is null ? null : _recall.LeaderOfParty(context, sentence, verb.First, goal);
        return leader ?? (found is { Person: not null } ? null : found);
    }

    /// <summary><c>X a rappelé que deux navires avaient mouillé à Cam Ranh</c>: those of the ships travel, not X.</summary>
    private bool IsOfParty(ArticleContext context, Sentence sentence, Actor actor, VerbGroup verb)
    {
        if (!context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= actor.End && v.Anchor < verb.First))
        {
            return false;
        }

        for (var i = actor.End; i < verb.First; i++)
        {
            if (_words.Has("vessel", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>X a confirmé qu'il se rendrait au Vietnam</c>: what was to come when it was said.</summary>
    private bool IsAnnounced(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 14;
        var tokens = context.Text.Tokens;
        for (var i = verb.First - 1; i > sentence.First && i >= verb.First - Reach; i--)
        {
            if (_words.Has("that", tokens[i].Folded))
            {
                return _words.Has("announcing", tokens[i - 1].Folded);
            }
        }

        return false;
    }

    private static bool HasObject(ArticleContext context, Sentence sentence, VerbGroup verb, string noun)
    {
        // "a conduit du 19 au 22 mai une délégation": days may stand between.
        const int Reach = 5;
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
