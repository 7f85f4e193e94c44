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

    /// <summary>How far behind <c>présent</c> a state may stand, in tokens.</summary>
    private const int NowReach = 3;

    private readonly VisitLexicon _lexicon;
    private readonly VisitGoals _goals;
    private readonly VisitorRecall _recall;
    private readonly VisitorFinder _visitors;
    private readonly VisitWishes _wishes;
    private readonly VisitCollector _collector;
    private readonly JourneyReader _journeys;
    private readonly ReceptionReader _receptions;
    private readonly PassageReader _passages;
    private readonly WelcomeReader _welcomes;
    private readonly StageReader _stages;
    private readonly PredecessorReader _predecessors;
    private readonly AttendanceReader _attendance;
    private readonly TakenVisits _taken;
    private readonly EncounterJourneys _encounters;
    private readonly StayDays _days;
    private readonly WordSets _words;
    private readonly WordIds _guestOf;
    private readonly WordIds _masculine;

    public VisitReader(VisitLexicon visits, WordSets words, PhraseMatcher<bool> towns)
    {
        _lexicon = visits;
        _goals = new VisitGoals(visits, words, towns);
        var dater = new VisitDater(visits, words);
        _recall = new VisitorRecall(words);
        _visitors = new VisitorFinder(visits, words, _goals, _recall);
        _words = words;
        _guestOf = words["guest-of"];
        _masculine = words["masculine-visit"];
        _wishes = new VisitWishes(visits, words);
        _collector = new VisitCollector(_goals, dater, _recall);
        _journeys = new JourneyReader(visits, words, _goals, _visitors, _recall, _wishes, _collector);
        _receptions = new ReceptionReader(words, _goals, _visitors, _collector);
        _passages = new PassageReader(words, _goals, _visitors, _collector);
        _welcomes = new WelcomeReader(visits, words, _goals, _collector);
        _stages = new StageReader(words, _collector);
        _predecessors = new PredecessorReader(visits, words, _goals, _collector);
        _attendance = new AttendanceReader(visits, words, _goals, _visitors, dater, _collector);
        _taken = new TakenVisits(visits, words, _goals, dater, _recall);
        _encounters = new EncounterJourneys(words, _goals);
        _days = new StayDays(words, dater);
    }

    public VisitReading Read(ArticleContext article, IReadOnlyList<Meeting> meetings)
    {
        var context = new VisitContext(article, meetings);
        var visits = new List<Visit>();
        var nameless = new List<TextSpan>();
        var open = new List<OpenVisit>();
        var told = ToldNouns.None;
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section is SectionKind.Body or SectionKind.Title))
        {
            foreach (var noun in _lexicon.Nouns.Find(context.Text, sentence))
            {
                var isMasculine = IsMasculine(context, noun);
                if (noun.Value.IsPronoun && !StandsForVisit(context, sentence, noun, told, isMasculine))
                {
                    continue;
                }

                told = noun.Value.IsPronoun ? told : told.With(sentence, noun.First, isMasculine);
                if (noun.Value.Kind is { } kind && !_wishes.IsWished(context, sentence, noun) && (!noun.Value.NeedsGoal || IsBound(context, sentence, noun))
                    && !AddNoun(visits, nameless, context, sentence, noun, kind))
                {
                    AddOpen(open, context, sentence, noun, kind);
                }
            }

            _journeys.Add(visits, open, context, sentence);
            AddStays(visits, context, sentence);
            AddHeadline(visits, context, sentence);
            AddHosted(visits, context, sentence);
            _receptions.Add(visits, context, sentence);
            _passages.Add(visits, context, sentence);
            _welcomes.Add(visits, context, sentence);
            _stages.Add(visits, context, sentence);
            _predecessors.Add(visits, context, sentence);
        }

        _taken.Add(visits, context, meetings, open);
        _attendance.Add(visits, context, meetings);
        _encounters.Add(visits, context, meetings);
        HostStage.Add(visits, context, meetings);
        _days.Settle(visits, context);
        return new VisitReading(visits, nameless);
    }

    private void AddOpen(List<OpenVisit> open, VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, VisitKind kind)
    {
        var maker = _visitors.Of(context, sentence, noun).FirstOrDefault(v => v.First >= noun.Next || v is { Person: null, IsGroup: false });
        var office = maker is { IsGroup: false, Count: 1 } && maker.First >= noun.Next ? maker.Level : People.PersonLevel.Unknown;
        var isOpen = IsOpen(context, sentence, noun);
        if (isOpen || office > People.PersonLevel.Other)
        {
            open.Add(new OpenVisit(sentence, noun.First, noun.Next, kind, maker?.Country) { Office = office, IsTaken = !isOpen });
        }
    }

    /// <summary>
    /// <c>celle du ministre X au Vietnam</c>, <c>celui que X a effectué</c> behind a noun of visit; without a goal or a verb of its own only where the sentence
    /// is about a visit. <c>celle-ci</c> stands for all that is told of it.
    /// </summary>
    private bool StandsForVisit(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, ToldNouns told, bool isMasculine)
    {
        var tokens = context.Text.Tokens;
        return told.Has(sentence, isMasculine) && noun.Next < sentence.First + sentence.Count && tokens[noun.Next].Folded != "-"
            && (told.Heads(sentence, isMasculine) || told.Has(sentence, isMasculine, reach: 0) && tokens[noun.First - 1].Text == "," && IsOfGuest(context, sentence, noun) || _words.Has("succeeding", tokens[noun.First - 1].Folded) || noun.Next - noun.First > 1 || _words.Has("that", tokens[noun.Next].Folded) || _words.Has("visit-made", tokens[noun.Next].Folded)
                || _goals.Between(context, sentence, noun.Next, noun.Next + VisitGoals.Reach).Count > 0
                // "de nombreuses visites, dont celle de X, secrétaire général du Parti, au Chili"
                || told.Has(sentence, isMasculine, reach: 0) && IsOfGuest(context, sentence, noun) && _goals.Between(context, sentence, noun.Next, noun.Next + TourReach).Count > 0);
    }

    private bool IsMasculine(VisitContext context, PhraseMatch<VisitNoun> noun)
    {
        for (var i = noun.First; i < noun.Next; i++)
        {
            if (_masculine.Contains(context.Text.Tokens[i].Id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>le passage à Hanoï de X</c>, <c>son passage à Bangkok</c>, <c>a fait étape à Rome</c>, but <c>une délégation venue au Vietnam</c>.</summary>
    private bool IsBound(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        const int Reach = 3;
        const int LongReach = 8;
        const int FormerReach = 6;
        var tokens = context.Text.Tokens;
        var before = noun.First - 1;
        // "un bref passage à Hanoï"
        if (before > sentence.First && _words.Has("before-noun", tokens[before].Folded))
        {
            before--;
        }

        // "leur arrivée au Myanmar" is that of those who are sent, "mort en mission à Bangui" nobody's news.
        if (before < sentence.First || _words.Has("their", tokens[before].Folded) || before > sentence.First && _words.Has("dead", tokens[before - 1].Folded) || !_words.Has("determiner", tokens[before].Folded) && !_words.Has("makes-stop", tokens[before].Folded))
        {
            return false;
        }

        // "d'anciens experts alors en mission au Laos": where they were when they were that.
        for (var i = before - 1; i >= sentence.First && before - i <= FormerReach && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (_words.Has("of-old", tokens[i].Folded))
            {
                return false;
            }
        }

        // "une mission d'une semaine aux États-Unis"
        var isLong = _words.StandsIn("duration", tokens, noun.Next, Math.Min(noun.Next + Reach + 1, sentence.First + sentence.Count));
        return _goals.Between(context, sentence, noun.Next, noun.Next + (isLong ? LongReach : Reach)).Count > 0 || noun.Value.TakesGuest && IsOfGuest(context, sentence, noun);
    }

    /// <summary><c>la venue du Premier ministre X</c>, but <c>la venue de touristes</c>.</summary>
    private bool IsOfGuest(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        const int Reach = 3;
        return noun.Next < sentence.First + sentence.Count && _words.Has("of", context.Text.Tokens[noun.Next].Folded)
            && context.Actors[sentence.Index].Any(a => a is { Person: not null, Count: 1 } && a.First > noun.Next && a.First <= noun.Next + Reach);
    }

    /// <summary>Somebody makes it whom another sentence names (<c>sa visite</c>, <c>en visite</c>), and not what stands behind it (<c>la visite d'un navire</c>).</summary>
    private bool IsOpen(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun)
    {
        var tokens = context.Text.Tokens;
        var end = sentence.First + sentence.Count;
        var before = noun.First > sentence.First ? tokens[noun.First - 1].Folded : "";
        // "l'assistance aux navires en escale" is nobody's visit; "pourrait être signé à l'occasion de la venue d'une délégation" leaves open whether there is one.
        if (noun.First - 2 > sentence.First && _words.Has("in", before) && _words.Has("vessel", tokens[noun.First - 2].Folded) || _wishes.IsLeftOpen(context, sentence, noun.First))
        {
            return false;
        }

        return !noun.Value.IsPronoun && !_visitors.IsOfOthers(context, sentence, noun.Next) && (_words.Has("determiner", before) || _words.Has("possessive", before) || _words.Has("ordinal", before))
            && (noun.Next >= end || !_words.Has("of", tokens[noun.Next].Folded) || noun.Next + 1 < end && (_words.Has("rank", tokens[noun.Next + 1].Folded) || _words.Has("person-noun", tokens[noun.Next + 1].Folded) || _words.Has("indefinite", tokens[noun.Next + 1].Folded)) || _words.StandsIn("duration", tokens, noun.Next, Math.Min(noun.Next + 4, end)));
    }

    /// <summary>Adds the visits that a noun tells; false when the sentence tells nobody who makes one.</summary>
    private bool AddNoun(List<Visit> visits, List<TextSpan> nameless, VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun, VisitKind kind)
    {
        var visitors = _visitors.Of(context, sentence, noun);
        var goal = _goals.Between(context, sentence, noun.Next, noun.Next + VisitGoals.Reach).FirstOrDefault();
        // "le Luxembourg, où il avait effectué une visite officielle", "Le ministre X y effectuera une visite"
        if (goal is null && context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.End <= noun.First && noun.First - v.End <= VisitGoals.Reach && _lexicon.MakesVisits(v.Verb)) is { Verb: not null } maker
            && (_goals.Adverbs.Where(context, sentence, maker) ?? _goals.Adverbs.There(context, sentence, maker)) is { } where && (_visitors.Before(context, sentence, maker.First, where) is { Person: not null } named && VisitorRecall.Travels(context, named, where) ? named : VisitorRecall.Head(context, sentence, where)) is { } traveller && VisitorRecall.Travels(context, traveller, where))
        {
            _collector.Add(visits, context, new VisitTelling(sentence, noun.First, noun.Next, kind, traveller) { Goals = [where] });
            return true;
        }

        // "Cette visite d'État intervient à l'invitation du président X": of X's state, and of who was told to be there.
        if (visitors.Count == 0 && goal is null && noun.First > sentence.First && _words.Has("this", context.Text.Tokens[noun.First - 1].Folded) && _visitors.Inviting(context, sentence, noun.Next) is { } host)
        {
            if (VisitorRecall.Head(context, sentence, host) is { } guest)
            {
                _collector.Add(visits, context, new VisitTelling(sentence, noun.First, noun.Next, kind, guest) { Goals = [host] });
            }

            return true;
        }

        // "a accueilli les membres de la commission polonaise, venus au Vietnam pour une visite. À leur tête se trouvait X"; "se sont amarrés à Cam Ranh pour une visite"
        if (!noun.Value.IsPronoun && (visitors.Count == 0 || visitors[0] is { Person: null } || visitors[0].Country == goal && goal is not null) && _recall.LeaderOfParty(context, sentence, noun.First, goal ?? context.HomeCountry) is { } leader
            // "le président vietnamien effectuait une visite": no foreigner told before.
            && (visitors.Count == 0 || visitors[0].Country is not { } origin || origin == leader.Country || origin == goal))
        {
            visitors = [leader];
        }

        // "Le secrétaire général termine sa visite officielle en Russie"
        if (sentence.Section == SectionKind.Title && visitors.Count == 0 && goal is not null && context.Actors[sentence.Index].LastOrDefault(a => a.End <= noun.First) is { } office && VisitorRecall.OfTitle(context, sentence, office, goal) is { } holder)
        {
            visitors = [holder];
        }

        // "du 15 au 17 mai en Hongrie, puis du 18 au 20 mai au Danemark": a tour, whatever it is called.
        var isTour = _words.Has("tour", context.Text.Tokens[noun.First].Folded) || _words.StandsIn("tour-next", context.Text.Tokens, noun.Next, Math.Min(noun.Next + VisitGoals.Reach, sentence.First + sentence.Count)) || VisitDater.Spans(context, sentence, noun.Next).Count > 1;
        for (var i = 0; i < visitors.Count; i++)
        {
            // The second visitor of a plural noun has goal and date behind the own name; "la visite que le ministre X effectue en Chine".
            var isBehind = i > 0 && !(goal is not null && _goals.Between(context, sentence, visitors[i].End, visitors[i].End + VisitGoals.Reach).Count == 0) || visitors[i].First >= noun.Next && goal is null && _goals.Between(context, sentence, visitors[i].End, visitors[i].End + VisitGoals.Reach).Count > 0;
            var (first, end) = isBehind ? (visitors[i].First, visitors[i].End) : (noun.First, noun.Next);
            var reach = isTour ? TourReach : visitors.Count > i + 1 && visitors[i + 1].First > end && _goals.Between(context, sentence, end, visitors[i + 1].First).Count > 0 ? Math.Min(VisitGoals.Reach, visitors[i + 1].First - end) : VisitGoals.Reach;
            _collector.Add(visits, context, new VisitTelling(sentence, first, end, kind, visitors[i]) { Reach = reach, IsAnother = IsEarlier(context, sentence, noun) });
            if (visitors[i] is { Person: null, Country: not null } && _goals.Between(context, sentence, end, end + reach).Count > 0 && !visits.Exists(v => v.Evidence.Start == sentence.Span.Start) && !nameless.Contains(sentence.Span))
            {
                nameless.Add(sentence.Span);
            }
        }

        return visitors.Any(v => v.Person is not null);
    }

    /// <summary><c>la précédente visite de X remonte à janvier</c>: not the one that is told.</summary>
    private bool IsEarlier(VisitContext context, Sentence sentence, PhraseMatch<VisitNoun> noun) =>
        noun.First > sentence.First && _words.Has("earlier", context.Text.Tokens[noun.First - 1].Folded);

    /// <summary><c>Le secrétaire américain à la Défense X au Vietnam</c>: a headline without a verb.</summary>
    private void AddHeadline(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        const int Reach = 3;
        if (sentence.Section != SectionKind.Title || context.Verbs[sentence.Index].Any(v => v.IsFinite))
        {
            return;
        }

        foreach (var told in context.Actors[sentence.Index].Where(a => a is { Count: 1, Level: not PersonLevel.Ambassador }))
        {
            var reached = _goals.Between(context, sentence, told.End, told.End + Reach, anyCapital: true);
            if ((told.Person is null ? OfficeOfHeadline(context, sentence, told, reached) : told.Level > PersonLevel.Ambassador ? told : null) is not { } actor)
            {
                continue;
            }

            if (reached is { Count: > 0 } goals && goals[0] != actor.Country)
            {
                _collector.Add(visits, context, new VisitTelling(sentence, actor.First, actor.End, VisitKind.Other, actor) { Reach = Reach, Goals = goals });
                return;
            }

            if (context.IsForeign(actor) && _goals.HasTown(context, actor.End, Math.Min(actor.End + Reach + 1, sentence.First + sentence.Count)))
            {
                _collector.Add(visits, context, new VisitTelling(sentence, actor.First, actor.End, VisitKind.Other, actor) { Reach = Reach, Goals = [context.HomeCountry] });
                return;
            }
        }
    }

    /// <summary>Who holds the office of <c>Le ministre slovaque de la Défense au Vietnam</c>, where nothing but a state stands behind it (not <c>invité au Vietnam</c>, <c>à Hanoï</c>); null for none.</summary>
    private static Actor? OfficeOfHeadline(VisitContext context, Sentence sentence, Actor office, List<string> reached)
    {
        const int Reach = 2;
        bool IsBehind(MentionKind kind, int first) => kind == MentionKind.Name && first > office.End && first <= office.End + Reach;
        return reached is [var goal, ..] && !context.Verbs[sentence.Index].Any(v => v.First >= office.End) && (context.Mentions[sentence.Index].Any(m => IsBehind(m.Kind, m.FirstToken)) || context.HomeMentions[sentence.Index].Any(m => IsBehind(m.Kind, m.FirstToken)))
            && VisitorRecall.OfTitle(context, sentence, office, goal) is { } holder ? holder with { First = office.First, End = office.End } : null;
    }

    /// <summary><c>Le ministre X, au Cambodge depuis hier, …</c></summary>
    private void AddStays(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "since") && !context.Holds(sentence, "there-now"))
        {
            return;
        }

        var tokens = context.Text.Tokens;
        var end = sentence.First + sentence.Count;
        foreach (var actor in context.Actors[sentence.Index].Where(a => a is { Person: not null, Count: 1 } && a.End + 3 < end && tokens[a.End].Folded == ","))
        {
            // "X, présent à Hanoï pour la réunion", "X, actuellement au Vietnam"
            if (_words.Has("there-now", tokens[actor.End + 1].Folded) && _goals.Between(context, sentence, actor.End + 2, actor.End + 2 + NowReach, anyCapital: true) is { Count: > 0 } now && now[0] != actor.Country)
            {
                _collector.Add(visits, context, new VisitTelling(sentence, actor.End + 1, actor.End + 2, VisitKind.Other, actor) { Goals = [now[0]] });
            }

            if (!_words.Has("goal-lead", tokens[actor.End + 1].Folded))
            {
                continue;
            }

            var since = Enumerable.Range(actor.End + 2, Math.Min(StayReach, end - actor.End - 2)).FirstOrDefault(i => _words.Has("since", tokens[i].Folded));
            if (since > 0 && _goals.Between(context, sentence, actor.End + 1, since) is { Count: > 0 } goals && goals[0] != actor.Country)
            {
                _collector.Add(visits, context, new VisitTelling(sentence, actor.End + 1, since, VisitKind.Other, actor) { Goals = goals });
            }
        }
    }

    /// <summary><c>X a été l'hôte d'Israël</c>: a state, and nobody in person, has received.</summary>
    private void AddHosted(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "guest-of"))
        {
            return;
        }

        var tokens = context.Text.Tokens;
        for (var i = sentence.First + 1; i < sentence.First + sentence.Count - 2; i++)
        {
            if (_guestOf.Contains(tokens[i].Id) && (_words.Has("article", tokens[i - 1].Folded) || tokens[i - 1].Text == ",") && _words.Has("of", tokens[i + 1].Folded))
            {
                AddGuestOf(visits, context, sentence, i, _words.Has("article", tokens[i + 2].Folded) ? i + 3 : i + 2);
            }
        }
    }

    private void AddGuestOf(List<Visit> visits, VisitContext context, Sentence sentence, int noun, int state)
    {
        // "l'hôte du Parlement indien", "l'invité du gouvernement de la Mongolie"
        const int Reach = 4;
        var isOfBody = _words.Has("hosting-body", context.Text.Tokens[state].Folded);
        var host = context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken == state && m.Kind is MentionKind.Name or MentionKind.Capital || isOfBody && m.FirstToken > state && m.FirstToken <= state + Reach && m.Kind is MentionKind.Name or MentionKind.Demonym)?.Code
            ?? (context.HomeMentions[sentence.Index].Any(m => m.FirstToken == state && m.Kind is MentionKind.Name or MentionKind.Capital) ? context.HomeCountry : null);
        // "Le ministre X, hôte du Vietnam, a salué": said of X, whose title may go on to there.
        var named = context.Actors[sentence.Index].Find(a => a.First < noun && a.End > noun && a is { IsNamed: true, Count: 1 });
        if (host is not null && (named ?? _visitors.Before(context, sentence, noun - 1)) is { Person: not null } guest && VisitorRecall.Travels(context, guest, host))
        {
            _collector.Add(visits, context, new VisitTelling(sentence, noun, state + 1, VisitKind.Other, guest) { Goals = [host] });
        }
    }
}
