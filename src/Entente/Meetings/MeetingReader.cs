using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.People;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds the encounters of an article: triggers → people → time and place → tellings of one encounter joined.</summary>
internal sealed class MeetingReader(EncounterLexicon lexicon, WordSets words)
{
    private readonly TriggerFinder _triggers = new(lexicon, words);
    private readonly ParticipantFinder _participants = new(words);
    private readonly DelegationHeads _heads = new(words);
    private readonly EncounterDater _dater = new(words);
    private readonly VenueFinder _venues = new(words);
    private readonly PairReader _pairs = new(lexicon, words, new EncounterDater(words), new VenueFinder(words));
    private readonly EmbassyCallReader _calls = new(words, new EncounterDater(words), new VenueFinder(words));
    private readonly ConferenceFinder _conferences = new(lexicon, words, new EncounterDater(words), new VenueFinder(words));
    private readonly CeremonyReader _ceremonies = new(lexicon, words, new EncounterDater(words), new VenueFinder(words));
    private readonly BodiesReader _bodies = new(lexicon, words, new EncounterDater(words), new VenueFinder(words));
    private readonly UnitVisitReader _units = new(words, new EncounterDater(words), new VenueFinder(words));
    private readonly CaptionReader _captions = new(lexicon, new TriggerFinder(lexicon, words), new ParticipantFinder(words), new EncounterDater(words), new VenueFinder(words), words);
    private readonly CaptionOfEvent _pictures = new(lexicon, words, new VenueFinder(words));
    private readonly TalksOfThree _three = new(lexicon, words);
    private readonly LostSeriesReader _lost = new(lexicon, words);
    private readonly LostLeadReader _lead = new(lexicon, words);
    private readonly GatheringByName _named = new(words);
    private readonly SessionGoneTo _sessions = new(lexicon, words);
    private readonly OnLineReader _line = new(lexicon);
    private readonly SeriesFinder _series = new(lexicon, words, new EncounterDater(words), new VenueFinder(words));
    private readonly SeriesReader _turns = new(lexicon, words, new EncounterDater(words));

    public IReadOnlyList<Meeting> Read(ArticleContext context)
    {
        var story = Follow(context);
        return Complete(context, Read(context, story), story);
    }

    /// <summary>What the words of encounter tell, sentence by sentence.</summary>
    public MeetingStory Follow(ArticleContext context)
    {
        var story = Follow(context, opening: null);
        return story.GoesOn && Opening(context) is { } opening ? Follow(context, opening) : story;
    }

    /// <summary>The caption that is all that is left of a lead: <c>Le président X (droite) a reçu le 6 mai l'ambassadeur Y. … Le même jour, il a reçu Z</c>.</summary>
    private Sentence? Opening(ArticleContext context)
    {
        var caption = context.Text.Sentences.TakeWhile(s => s.Section != SectionKind.Body).FirstOrDefault(s => s.Section == SectionKind.Caption && context.DatesIn[s.Index].Any(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange));
        var cues = caption is null ? [] : lexicon.CuesOf(context.Text, caption);
        return caption is not null && _triggers.Find(context, caption, cues).Any(t => t is { IsInPassing: false, Tense: Tense.Past or Tense.Present, Rule: { Form: not TriggerForm.Noun, Kind: not MeetingKind.Contact } }
            && _participants.Find(context, caption, t, cues).Any(e => e.Home.Any(a => a.Person is not null) && e.Guests.Any(a => a.Person is not null)))
            ? caption : null;
    }

    private MeetingStory Follow(ArticleContext context, Sentence? opening)
    {
        var story = new MeetingStory(context) { HasOpening = opening is not null };
        if (opening is not null)
        {
            ReadSentence(context, opening, story);
        }

        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            ReadSentence(context, sentence, story);
        }

        // A headline tells a meeting only where the text has lost it, or tells others.
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Title))
        {
            if (!story.HasMeetings || TellsAnother(context, sentence, story))
            {
                ReadSentence(context, sentence, story);
            }
            else
            {
                ReadSentence(context, sentence, story, onlyOthers: true);
            }
        }

        if (!story.HasMeetings)
        {
            // "Le général X reçoit l'ambassadeur Y. Photo : VNA" over a text of remarks.
            foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Caption))
            {
                ReadSentence(context, sentence, story);
            }
        }

        return story;
    }

    /// <summary>The meetings of a story, and gatherings of several states.</summary>
    public IReadOnlyList<Meeting> Read(ArticleContext context, MeetingStory story)
    {
        var meetings = story.Finish();
        foreach (var found in _conferences.FindAll(context))
        {
            var twin = _named.TwinOf(context, found, meetings);
            var conference = twin is null ? found : GatheringByName.Joined(found, twin);
            meetings = [.. meetings.Where(m => !ReferenceEquals(m, twin))];

            if (meetings.Any(m => m is { IsMultilateral: true, Kind: not (MeetingKind.Conference or MeetingKind.Dialogue) } && m.Status == conference.Status && m.Evidence.Start == conference.Evidence.Start))
            {
                continue;
            }

            // "Trois rencontres ont réuni X et A, B et C": one with each.
            if (meetings.Count(m => m is { Kind: MeetingKind.Talks, IsMultilateral: false } && m.Status == conference.Status && m.Evidence.Start == conference.Evidence.Start) > 1
                && conference.Partners.All(p => meetings.Any(m => m.Evidence.Start == conference.Evidence.Start && m.Partners.Contains(p, StringComparer.Ordinal))))
            {
                continue;
            }

            // "La 3e réunion du comité Vietnam - Sri Lanka s'est tenue mardi. La réunion a été coprésidée par X et Y": a session of two is no gathering.
            if (conference.Partners is [var only] && meetings.Any(m => m.Kind == MeetingKind.Dialogue && m.Status == conference.Status && m.Partners.Contains(only, StringComparer.Ordinal)
                && m.Home.Any(h => conference.Home.Any(c => c.Person == h.Person)) && m.Guests.Any(g => conference.Guests.Any(c => c.Person == g.Person))))
            {
                continue;
            }

            // "a coprésidé le 3e dialogue avec l'UE, puis suivi les travaux de son Comité militaire": the session of two is what the sentence tells first.
            if (conference.Partners is [var sole] && meetings.Any(m => m is { Kind: MeetingKind.Dialogue, Home.Count: > 0 } && m.Status == conference.Status && m.Evidence.Start == conference.Evidence.Start && m.Partners is [var its] && its == sole) && ChairsDialogue(context, conference))
            {
                continue;
            }

            // "Les commandants des trois pays se sont réunis mardi. Le général X a coprésidé la réunion avec ses homologues lao et cambodgien": that is the gathering too.
            meetings = [.. meetings.Where(m => !IsChairingOf(context, conference, m))];

            // The same words tell no dialogue of two beside the gathering; it stands in order of the text.
            List<Meeting> others = [.. meetings.Where(m => m.Evidence.Start != conference.Evidence.Start || m.Kind is not (MeetingKind.Dialogue or MeetingKind.Conference) && !(m is { Kind: MeetingKind.Talks, Guests.Count: 0 } && conference.Partners.Count > 1 && m.Partners.All(p => conference.Partners.Contains(p, StringComparer.Ordinal))))];
            var place = others.FindIndex(m => m.Evidence.Start >= conference.Evidence.Start);
            // A session of several by its chairs: they are those of the gathering.
            var chaired = meetings.FirstOrDefault(m => m is { IsMultilateral: true, Kind: MeetingKind.Dialogue } && m.Status == conference.Status && m.Evidence.Start == conference.Evidence.Start);
            others.Insert(place < 0 ? others.Count : place, chaired is null ? conference : conference with
            {
                Home = conference.Home.Count > 0 ? conference.Home : chaired.Home,
                Guests = conference.Guests.Count >= chaired.Guests.Count ? conference.Guests : chaired.Guests,
                Place = conference.Place.Length > 0 ? conference.Place : chaired.Place,
            });
            meetings = others;
        }

        return meetings;
    }

    /// <summary>Whether a meeting is told by who chairs a gathering of several, with nobody who did not sit in that.</summary>
    private bool IsChairingOf(ArticleContext context, Meeting gathering, Meeting told)
    {
        const int Reach = 3;
        if (gathering.Partners.Count < 2 || told.IsMultilateral || told.Status != gathering.Status || told.Evidence.Start <= gathering.Evidence.Start || !told.Partners.All(p => gathering.Partners.Contains(p, StringComparer.Ordinal))
            || !told.Guests.All(g => gathering.Guests.Any(c => c.Person == g.Person)) || context.Text.Sentences.FirstOrDefault(s => s.Span.Start == told.Evidence.Start) is not { } sentence)
        {
            return false;
        }

        var tokens = context.Text.Tokens;
        return context.Verbs[sentence.Index].Exists(v => v.End < tokens.Count && words.Has("chairing", Folding.Fold(v.Verb)) && words.Has("definite", tokens[v.End].Folded)
            && words.StandsIn("body-encounter", tokens, v.End, Math.Min(v.End + Reach, sentence.First + sentence.Count)));
    }

    /// <summary>The sentence of a gathering tells first that somebody chaired a dialogue.</summary>
    private bool ChairsDialogue(ArticleContext context, Meeting gathering)
    {
        const int Reach = 4;
        return context.Text.Sentences.FirstOrDefault(s => s.Span.Start == gathering.Evidence.Start) is { } sentence
            && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is { Verb: not null } verb && words.Has("chairing", Folding.Fold(verb.Verb))
            && words.StandsIn("dialogue-noun", context.Text.Tokens, verb.End, Math.Min(verb.End + Reach, sentence.First + sentence.Count));
    }

    /// <summary>The meetings with those that no word of encounter tells.</summary>
    public IReadOnlyList<Meeting> Complete(ArticleContext context, IReadOnlyList<Meeting> meetings, MeetingStory story)
    {
        meetings = _three.Join(context, meetings);

        // Before the lost lead: a clause of two people is better evidence than their remarks.
        meetings = [.. meetings, .. _ceremonies.Find(context, meetings, story)];
        meetings = [.. meetings, .. _turns.Find(context, meetings, story)];
        meetings = [.. meetings, .. _pairs.Find(context, meetings, story)];
        meetings = [.. meetings, .. _calls.Find(context, meetings, story)];
        meetings = [.. meetings, .. _units.Find(context, meetings)];
        meetings = [.. meetings, .. _bodies.Find(context, meetings)];
        meetings = [.. meetings, .. _lost.Find(context, meetings)];
        meetings = [.. _captions.Find(context, meetings), .. meetings];
        meetings = [.. meetings.Select(m => m.Status == MeetingStatus.Held && context.SentenceAt(m.Evidence.Start) is { } sentence && PastVisit.Of(context, sentence) is { } then ? m with { Status = MeetingStatus.Recalled, Date = then } : m)];
        return _pictures.Settle(context, CaptionDays.Settle(context, _line.Read(context, _sessions.Settle(context, _captions.Settle(context, _lead.Add(context, meetings, story, _conferences))))));
    }

    /// <summary>The headline names a head of state or of government whom no meeting of the text has.</summary>
    private bool TellsAnother(ArticleContext context, Sentence sentence, MeetingStory story)
    {
        var cues = lexicon.CuesOf(context.Text, sentence);
        return _triggers.Find(context, sentence, cues).Where(t => t.Rule.Form == TriggerForm.Active && t.Tense is Tense.Past or Tense.Present).SelectMany(t => _participants.Find(context, sentence, t, cues))
            .Any(e => e.Home.Count > 0 && e.Guests.Count > 0 && e.Home.Max(a => a.Level) is var level && level >= PersonLevel.HeadOfGovernment && !story.HasHost(level));
    }

    private void ReadSentence(ArticleContext context, Sentence sentence, MeetingStory story, bool onlyOthers = false)
    {
        var cues = lexicon.CuesOf(context.Text, sentence);
        var chairs = DelegationHeads.ChairsOf(context, sentence, cues);
        var triggers = _triggers.Find(context, sentence, cues);
        if (onlyOthers)
        {
            chairs = [];
        }

        if (triggers.Count == 0 && chairs.Count > 0)
        {
            story.AddChairs(chairs);
        }

        if (triggers.Count == 0 && story.IsOpen && _participants.PairOf(context, sentence) is { Count: > 0 } pair)
        {
            story.AddChairs(pair);
        }

        if (triggers.Count == 0 && _heads.HeadsOf(context, sentence) is { Count: > 0 } heads)
        {
            story.AddHeads(heads, sentence);
        }
        else if (triggers.Count == 0 && _heads.HeadsOfOne(context, sentence) is { Count: > 0 } side)
        {
            story.AddHeadsOfOne(side, sentence);
        }

        if (triggers.Count == 0 && cues.FirstOrDefault(c => c.Value == EncounterCue.Welcome) is { Count: > 0 } welcome)
        {
            var ceremony = new Encounter(new Trigger(lexicon.Rules[0], welcome.First, welcome.Next, Tense.Past), sentence, [], [], false, false, null);
            story.AddWelcome(_dater.Find(context, ceremony), _venues.Find(context, ceremony));
        }

        // "a eu plusieurs entrevues": with those of whom the text tells next, not with whom it told last.
        var series = sentence.Section == SectionKind.Body ? _series.Find(context, sentence) : null;
        if (series is not null)
        {
            story.AddSeries(series);
        }

        // Most sentences tell none, and what follows makes closures over all that it knows.
        if (triggers.Count > 0)
        {
            ReadTriggers(context, sentence, story, cues, triggers, series, onlyOthers);
        }
    }

    private void ReadTriggers(
        ArticleContext context, Sentence sentence, MeetingStory story, IReadOnlyList<PhraseMatch<EncounterCue>> cues, IReadOnlyList<Trigger> triggers, Series? series, bool onlyOthers)
    {
        var told = triggers.Select(t => (Trigger: t, Encounters: _participants.Find(context, sentence, t, cues))).ToList();
        var tellsPeople = told.Exists(t => t.Trigger is { IsInPassing: false, Rule.Kind: not MeetingKind.Contact } && t.Encounters.Any(e => e.HasOwnPeople && e.Home.Count > 0 && e.Guests.Count > 0));
        foreach (var (trigger, found) in told)
        {
            // "Lors du dîner offert par Z, X a rencontré Y": the meal is where he met Y.
            if (tellsPeople && trigger is { IsInPassing: true, Rule.Kind: MeetingKind.Contact })
            {
                continue;
            }

            // "À l'issue de l'entretien, X a reçu Y": those of the reception need not have sat in the talks.
            var precedes = tellsPeople && trigger is { IsInPassing: true, IsDefinite: true } && Precedes(context, sentence, trigger);
            if (precedes)
            {
                story.AddFollowing();
            }

            var encounters = precedes
                ? [.. found.Select(e => e.HasOwnPeople ? e : e with { Home = [], Guests = [] })]
                : found;
            encounters = series is null ? encounters : [.. encounters.Where(e => e.Home.Concat(e.Guests).All(a => a.First >= sentence.First) && e.Home.Count > 0 && e.Guests.Any(g => g.Person is not null || e.Trigger.Rule.Kind == MeetingKind.Contact && g is { Level: >= PersonLevel.HeadOfGovernment, Count: 1 }))];
            if (encounters.Count == 0 && trigger.Tense is Tense.Past or Tense.Pluperfect)
            {
                var frame = new Encounter(trigger, sentence, [], [], false, false, null);
                var day = _dater.Find(context, frame);
                // "a rappelé que, lors de la visite de janvier, les deux pays avaient convenu de …": what was then is no day of the news.
                if (!EncounterDater.IsBackground(trigger.Tense, day?.Resolved, context.Dates.ArticleDate, cues))
                {
                    story.AddFrame(day, _venues.Find(context, frame));
                }
            }

            // "X rencontre ses homologues A et B" over the telling of B: only the partners of whom the text tells no meeting.
            foreach (var encounter in onlyOthers ? encounters : [])
            {
                story.AddHeadline(encounter);
            }

            foreach (var encounter in encounters.Where(e => !onlyOthers || e.Home.Any(a => a.Person is not null) && e.Guests.Count > 0 && !e.Guests.Any(g => story.HasPartner(g.Country!)) && encounters.Count > 1))
            {
                story.Add(encounter, _dater.Find(context, encounter), _venues.Find(context, encounter), cues);
            }
        }
    }

    /// <summary>The noun is only what was before: <c>à l'issue de l'entretien</c>, <c>après la rencontre</c>.</summary>
    private bool Precedes(ArticleContext context, Sentence sentence, Trigger trigger)
    {
        const int Reach = 5;
        var from = Math.Max(sentence.First, trigger.First - Reach);
        return words.StandsIn("following", context.Text.Tokens, from, trigger.First);
    }
}
