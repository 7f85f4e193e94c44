using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Partners;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// The encounters of an article as the text unfolds: what a later sentence says of an earlier meeting joins it, a day without a date of its own is
/// the day last told.
/// </summary>
internal sealed class MeetingStory(ArticleContext context)
{
    private readonly StoryDays _days = new(context);
    private readonly List<Draft> _drafts = [];
    private readonly List<Series> _series = [];
    private Draft? _open;
    private Venue _venue = Venue.None;
    private Venue _welcome = Venue.None;
    private Venue _seat = Venue.None;

    /// <summary>The first meeting with people is told as a further one (<c>Le même jour, X a été reçu</c>): what was told before it is another.</summary>
    private bool _goesOn;

    /// <summary>The first meeting with people comes after one told without any.</summary>
    private bool _follows;

    /// <summary>The heads of one side, told in a sentence of their own.</summary>
    private (IReadOnlyList<Actor> Heads, int Sentence)? _sideBefore;

    /// <summary>A session of which only the heads of the two delegations are told.</summary>
    private Draft? _session;

    /// <summary>An event was told of which nobody is known yet.</summary>
    public bool IsOpen => _drafts.Count == 0 ? _open is not null : _drafts[^1] is { Kind: MeetingKind.Dialogue, Status: MeetingStatus.Held, Home.Count: 0, Guests.Count: 0 };

    private DraftMaker Drafts => field ??= new DraftMaker(context, _days);

    private StoryStatus Status => field ??= new StoryStatus(context, _days, _drafts);

    /// <summary>The first meeting is told by a caption that stands for the lead.</summary>
    public bool HasOpening { get; init; }

    public bool HasMeetings => _drafts.Count > 0;

    public bool HasHost(PersonLevel level) => _drafts.Exists(d => d.Home.Exists(p => p.Level == level));

    public bool HasPartner(string country) => _drafts.Exists(d => d.Partners.Contains(country, StringComparer.Ordinal));

    /// <summary>The sentences that tell several encounters at once, in order.</summary>
    public IReadOnlyList<Series> Series => _series;

    /// <summary>The last of them before a sentence.</summary>
    public Series? SeriesBefore(Sentence sentence) => _series.FindLast(s => s.Sentence.Index < sentence.Index);

    /// <summary>The text goes on from a meeting that it has lost.</summary>
    public bool GoesOn => _goesOn || _follows || IsOfAccounts;

    /// <summary>The text begins in a dialogue: those who speak sat in it.</summary>
    public bool IsOfLostDialogue => _drafts.Exists(d => d is { Kind: MeetingKind.Dialogue, IsOfLostLead: true });

    /// <summary>Of meetings held the text has nothing but accounts that somebody gives at another.</summary>
    private bool IsOfAccounts => HasHeld && _drafts.TrueForAll(d => d.Status != MeetingStatus.Held || d.IsAccount);

    /// <summary>Where a guest was welcomed before any meeting was told.</summary>
    public Venue Welcome { get; private set; } = Venue.None;

    /// <summary>The day that the text spoke of last before a sentence; of a visit that is over, one of its days.</summary>
    public ResolvedDate? DayBefore(int sentence) => _days.Before(sentence) ?? _days.OfVisitOver(context.Text.Sentences[sentence]);

    /// <summary>The sentence that first tells a meeting held.</summary>
    public int FirstHeld => _drafts.Where(d => d is { Status: MeetingStatus.Held, IsAccount: false }).Select(d => d.Sentence).DefaultIfEmpty(int.MaxValue).Min();

    public bool HasHeld => _drafts.Exists(d => d.Status == MeetingStatus.Held);

    public void Add(Encounter encounter, DateMention? date, Venue venue, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        // "le même jour" of a day that nothing settles is the day told last.
        if (date is { Resolved.Date.IsEmpty: true, Expression.Weekday: null })
        {
            (date, _venue) = (null, Venue.None);
        }

        if (OtherMeeting.IsWithOurEmbassy(context, encounter))
        {
            return;
        }

        date = HasOpening && _drafts.Count == 1 ? _days.OfOpening(date) : date;
        var trigger = encounter.Trigger;
        // "La délégation était conduite par X, et celle de Y par Z. Lors de cette séance de travail": what the two sat in, the noun tells.
        if (_session is not null && _drafts.Count == 0 && trigger is { IsInPassing: true, IsDefinite: true } && !encounter.HasOwnPeople)
        {
            _session.Kind = trigger.Rule.Kind;
        }

        var earlier = date is null ? EarlierVisit.MonthOf(context, encounter, _days.News) : null;
        var stay = date is null ? _days.Stay(encounter) ?? earlier : null;
        cues = Status.OwnCues(encounter, cues);
        var status = earlier is null ? Status.Of(encounter, date?.Resolved, stay, cues) : MeetingStatus.Recalled;
        if (encounter.Guests.Count == 0 && encounter.Home.Count == 0 || !encounter.HasOwnPeople)
        {
            if (trigger.IsInPassing && trigger.IsDefinite && LastOf(encounter) is { } last && (!trigger.IsTheirs && !trigger.Rule.IsOfSeveral || last.MayBe(encounter.Guests) && !last.IsOfOthers(encounter.Home.Where(a => a.First >= encounter.Sentence.First))))
            {
                // "est allé saluer A, B et C. Lors de ces rencontres, tenues le 28 avril": of all whom the sentence told.
                foreach (var told in trigger.Rule.IsOfSeveral ? _drafts.Where(d => d.Sentence == last.Sentence && d.Status == last.Status) : [last])
                {
                    Complete(told, date, venue, cues);
                }

                // "X l'a dit mardi à Y. …, a-t-on appris à l'issue de l'entretien": what it was, the noun tells.
                last.Kind = last.Kind == MeetingKind.Contact && trigger.Rule.Kind == MeetingKind.Talks ? MeetingKind.Talks : last.Kind;
                return;
            }
        }

        var delegations = OtherMeeting.OfDelegations(_drafts.LastOrDefault(), encounter, cues);
        var isAnother = delegations is not null || OtherMeeting.IsSessionOfVisit(context, _drafts.LastOrDefault(), encounter, cues) || OtherMeeting.IsFurtherReception(context, _drafts.LastOrDefault(), encounter);
        encounter = delegations ?? encounter;

        // "Les deux ministres ont discuté": a meeting of theirs was told, or its lead is lost and they are those of this sentence.
        if (encounter.IsOfBoth && status != MeetingStatus.Planned && !isAnother && _drafts.LastOrDefault(d => d.Status == status && (d.Kind == MeetingKind.Dialogue || d.Home.Count > 0 && d.Guests.Count > 0)) is { } theirs
            && !(isAnother = trigger.Rule.Form == TriggerForm.Noun && OtherMeeting.IsOfOtherDay(theirs, date)) && !OtherMeeting.IsOfOtherOffice(theirs, encounter))
        {
            Complete(theirs, date, venue, cues);
            theirs.Kind = theirs.Kind == MeetingKind.Contact ? trigger.Rule.Kind : theirs.Kind;
            return;
        }

        // "… ainsi qu'au Commandement, où ils ont été accueillis par le général X": he is the one called on there.
        if (trigger.Rule.Kind == MeetingKind.Reception && _drafts.LastOrDefault() is { Kind: MeetingKind.CourtesyCall, Institution.Length: > 0 } house && house.Sentence == encounter.Sentence.Index
            && (house.Home.Count == 0 ? encounter.Home.Count > 0 : house.Guests.Count == 0 && encounter.Guests.Count > 0) && IsThere(trigger))
        {
            house.AddPeople(house.Home.Count == 0 ? encounter.Home : [], house.Guests.Count == 0 ? encounter.Guests : [], context);
            return;
        }

        if (!encounter.HasOwnPeople && trigger is { IsInPassing: true, IsDefinite: true } || trigger is { IsAccount: true, Rule.Kind: MeetingKind.Dialogue })
        {
            bool IsHere(Actor actor) => actor.First >= encounter.Sentence.First;
            encounter = encounter with { Home = [.. encounter.Home.Where(IsHere)], Guests = [.. encounter.Guests.Where(IsHere)] };
        }

        var made = Drafts.Make(encounter, date, stay, (venue, _venue, _seat), status, SeriesBefore(encounter.Sentence), cues);
        var draft = made is not null && IsOfNobodyYet(made, encounter) ? Open(made) : made;
        if (draft is null)
        {
            // An event without people still dates what follows ("Trois délégations ont été reçues mardi 18 mars à Hanoi").
            if (status == MeetingStatus.Held && date is not null)
            {
                (_days.Told, _days.Weekday, _venue) = (date.Resolved, date.Expression.Weekday, venue);
            }

            return;
        }

        // "Dans le cadre de cette visite, X a rencontré Y. Il a eu une entrevue avec Z": the text has left the session that it told before.
        draft.IsOfStay |= encounter.HasOwnPeople && !trigger.IsInPassing && _drafts.LastOrDefault() is { IsOfStay: true };
        if (!isAnother && _drafts.Find(d => SameMeeting.Is(d, draft)) is { } same)
        {
            same.Join(draft, context);
            return;
        }

        if (draft.Venue == Venue.None && date is null)
        {
            draft.Venue = _welcome;
        }

        _welcome = Venue.None;

        // Nor is it of a ceremony that the text has not dated: "Il a remis l'ordre à l'ambassadeur Y. Le même jour, il a reçu Z".
        _goesOn |= _drafts.TrueForAll(d => d is { Kind: MeetingKind.Contact, HasOwnDate: false }) && cues.Any(c => c.Value == EncounterCue.Near);
        _drafts.Add(draft);
        // A month is no day that others go on from: "Le dialogue, qui s'est tenu en mai, sera annuel."
        if (status == MeetingStatus.Held && date is not null && (draft.Date.Date.Day > 0 || date.Expression.Weekday is not null) && !draft.Date.Date.IsEmpty)
        {
            (_days.Told, _days.Weekday, _venue) = (draft.Date, draft.Weekday, Venue.None);
        }
    }

    /// <summary>The meeting told last; <c>au cours de leur entretien du 1er août, les deux chefs d'État</c> takes up that of their office.</summary>
    private Draft? LastOf(Encounter encounter)
    {
        var last = _drafts.FindLast(d => d.Status != MeetingStatus.Planned);
        return encounter is { IsOfBoth: true, PairLevel: > PersonLevel.Other and var level } && last is { HomeLevel: var told } && told != level ? _drafts.FindLast(d => d.Status != MeetingStatus.Planned && d.HomeLevel == level) ?? last : last;
    }

    /// <summary>The first meeting with people follows one that the text has lost: <c>À l'issue de la séance de travail, X a reçu Y</c>.</summary>
    public void AddFollowing() => _follows |= _drafts.Count == 0;

    /// <summary>A sentence that tells of meetings without saying with whom gives those that follow their day and place.</summary>
    public void AddFrame(DateMention? date, Venue venue)
    {
        // "ont signé le procès-verbal de l'édition 2024": a year is no day of those that follow.
        if (date is { Resolved.Date: { IsEmpty: false } told } && (told.Month > 0 || told.Precision >= context.Dates.ArticleDate.Date.Precision) && _drafts.Count == 0)
        {
            (_days.Told, _days.Weekday, _venue) = (date.Resolved, date.Expression.Weekday, venue);
        }
    }

    /// <summary>Several encounters told at once give those that follow their day and place; a place told of all before stays theirs.</summary>
    public void AddSeries(Series series)
    {
        var venue = series.Venue == Venue.None && series.Date is null && _series.Count > 0 ? _series[^1].Venue : series.Venue;
        _series.Add(series with { Venue = venue });
        if (series.Date is { Resolved.Date.Day: > 0 } date)
        {
            (_days.Told, _days.Weekday) = (date.Resolved, date.Expression.Weekday);
        }

        _venue = venue;
        // "En marge du Dialogue de Shangri-La tenu à Singapour, X a eu une série de rencontres": also those that have a day of their own.
        _seat = VenueFinder.IsSeated(context, series.Sentence) ? venue : _seat;
    }

    /// <summary>What the headline calls a meeting of which the text has only the remarks: <c>Le chef de l'État a reçu le ministre</c>.</summary>
    public void AddHeadline(Encounter encounter)
    {
        var level = encounter.Home.Select(a => a.Level).DefaultIfEmpty(PersonLevel.Unknown).Max();
        if (encounter.Trigger.Rule.Kind != MeetingKind.Contact && encounter.Guests.Count > 0
            && _drafts.Find(d => d is { Kind: MeetingKind.Contact, Status: MeetingStatus.Held } && d.MayBe(encounter.Guests) && (d.HomeLevel == level || !d.IsOfOthers(encounter.Home) && encounter.Home.Any(a => a.Person is not null))) is { } told)
        {
            told.Kind = encounter.Trigger.Rule.Kind;
        }
    }

    /// <summary>The welcome that opens a visit gives the talks after it their day and place.</summary>
    public void AddWelcome(DateMention? date, Venue venue)
    {
        // "La veille, une cérémonie d'accueil avait été donnée": also behind a meeting that was told first, where it has a day of its own.
        if (_drafts.Count == 0 || date is { Resolved.Date.Day: > 0 })
        {
            (_days.Told, _days.Weekday, _welcome) = (date?.Resolved ?? _days.Told, date?.Expression.Weekday ?? _days.Weekday, venue);
            Welcome = venue;
        }
    }

    /// <summary>Heads of delegations are those of the session told; where its lead is lost they tell one.</summary>
    public void AddHeads(IReadOnlyList<Actor> heads, Sentence sentence)
    {
        var guest = heads.First(context.IsForeign);
        if (_drafts.FindLast(d => d.Status == MeetingStatus.Held && d.MayBe([guest])) is { } told)
        {
            told.AddPeople(told.Home.Count == 0 ? heads.Where(context.IsHome) : [], told.Guests.Count == 0 ? heads.Where(context.IsForeign) : [], context);
            return;
        }

        // "s'est tenu l'entretien de haut niveau. La délégation lao était conduite par Y"
        if (_open is { Kind: MeetingKind.Talks, Status: MeetingStatus.Held, Home.Count: 0, Guests.Count: 0, IsOfLostLead: false } open && open.MayBe([guest]) && !_drafts.Contains(open))
        {
            open.AddPeople(heads.Where(context.IsHome), heads.Where(context.IsForeign), context);
            // "Après l'entretien, les ministres vietnamien et lao ont signé": of the one told, now that its people are.
            _drafts.Insert(0, open);
            return;
        }

        _session ??= new Draft { Kind = IsOfTalks(sentence) ? MeetingKind.Talks : MeetingKind.Dialogue, Status = MeetingStatus.Held, Partners = [guest.Country!], Date = _days.OfSession(sentence), Venue = _venue, Sentence = sentence.Index };
        _session.AddPeople(heads.Where(context.IsHome), heads.Where(context.IsForeign), context);
    }

    /// <summary><c>Une délégation de X, et une délégation de Y, se sont entretenues mardi</c> before the sentence that tells their heads.</summary>
    private bool IsOfTalks(Sentence heads) =>
        context.Text.Sentences.LastOrDefault(s => s.Section == SectionKind.Body && s.Index < heads.Index) is { } before && context.Verbs[before.Index].Exists(v => v is { IsFinite: true, IsReflexive: true, Tense: Tense.Past } && ClauseLexicons.French.Words.Has("talking-together", Folding.Fold(v.Verb)));

    /// <summary>The heads of one side: those of the session told, or, once the other side's are told too, of one whose lead is lost.</summary>
    public void AddHeadsOfOne(IReadOnlyList<Actor> heads, Sentence sentence)
    {
        const int Reach = 4;
        var isHome = context.IsHome(heads[0]);
        if (_drafts.FindLast(d => d.Status == MeetingStatus.Held && (isHome || heads.All(h => h.Country is not null && d.Partners.Contains(h.Country, StringComparer.Ordinal)))) is { } told)
        {
            told.AddPeople(isHome && told.Home.Count == 0 ? heads : [], !isHome && told.Guests.Count == 0 ? heads : [], context);
            return;
        }

        if (_sideBefore is { } before && sentence.Index - before.Sentence <= Reach && context.IsHome(before.Heads[0]) != isHome && (isHome ? before.Heads : heads).All(h => h.Country is not null))
        {
            AddHeads([.. before.Heads, .. heads], sentence);
        }

        _sideBefore = (heads, sentence.Index);
    }

    /// <summary>Those who chaired the encounter of the sentence before.</summary>
    public void AddChairs(IReadOnlyList<Actor> chairs)
    {
        // "X a été reçu par Y. Une cérémonie avait été organisée sous l'égide de Z": nobody presides over a reception, nor over the talks of two who are named.
        var last = _drafts.LastOrDefault() ?? _open;
        if (last is not { Kind: MeetingKind.Reception or MeetingKind.CourtesyCall or MeetingKind.Contact or MeetingKind.Talks or MeetingKind.Call, Home.Count: > 0, Guests.Count: > 0 })
        {
            last?.AddPeople(chairs.Where(context.IsHome), chairs.Where(context.IsForeign), context);
        }
    }

    public IReadOnlyList<Meeting> Finish()
    {
        if (_open is { } open && (open.Home.Count > 0 || open.IsOfLostLead && (!HasHeld || _goesOn)) && open.Partners.Count > 0 && !_drafts.Contains(open))
        {
            _drafts.Insert(0, open);
        }

        if (_session is not null && (!HasHeld || _goesOn && _drafts.TrueForAll(d => d.Status != MeetingStatus.Held || d.Sentence > _session.Sentence && IsOfOtherGuests(d, _session))))
        {
            _drafts.Insert(0, _session);
        }

        foreach (var draft in _drafts)
        {
            // "La délégation vietnamienne était conduite par X, et la lao par Y. Le dialogue a eu lieu mardi": those who were told to lead sat in it.
            if (_session is { } heads && draft is { Kind: MeetingKind.Dialogue, Status: MeetingStatus.Held, Home.Count: 0, Guests.Count: 0 } && draft.Partners.SequenceEqual(heads.Partners, StringComparer.Ordinal))
            {
                draft.Join(heads, context);
            }

            draft.FillHome(context, _drafts);
            draft.FillGuest(context, _drafts);
        }

        return [.. _drafts.Where(d => (d.Partners.Count > 0 || d.Kind == MeetingKind.Conference) && !(d is { IsOfLostLead: true, Guests.Count: 0, Home.Count: > 0 } && IsAnsweredByOurs(d))).Select(d => d.ToMeeting(context))];
    }

    /// <summary><c>Lors de la rencontre, le ministre X a informé le personnel de l'ambassade. Pour sa part, le conseiller vietnamien Z a …</c>: both are ours, and nobody of the other side was met.</summary>
    private bool IsAnsweredByOurs(Draft draft)
    {
        const int Opening = 4;
        var answer = context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body && s.Index > draft.Sentence && ClauseLexicons.French.Words.StandsIn("in-turn", context.Text.Tokens, s.First, Math.Min(s.First + Opening, s.First + s.Count)));
        return answer is not null && context.Actors[answer.Index].FirstOrDefault() is { IsNamed: true, Person: { } person } speaker && context.IsHome(speaker) && !draft.Home.Exists(p => p.Person == person);
    }

    /// <summary>Who came to the one is named and did not sit in the other.</summary>
    private static bool IsOfOtherGuests(Draft draft, Draft other) =>
        draft.Guests.Count > 0 && !draft.Guests.Exists(g => other.Guests.Exists(o => o.Person == g.Person));

    /// <summary>Nobody of ours is told; but a dialogue is one of states: who sat in it may be told later, or never.</summary>
    private static bool IsOfNobodyYet(Draft draft, Encounter encounter) =>
        encounter.Home.Count == 0 && !(draft.Kind is MeetingKind.Dialogue or MeetingKind.Conference && (encounter.Trigger.IsEvent || encounter.Trigger.Rule.Need != TriggerNeed.None));

    /// <summary>An event whose people the next sentence may name is kept until then.</summary>
    private Draft? Open(Draft draft)
    {
        _open ??= draft;
        return null;
    }

    /// <summary>The clause of a trigger is told of the place before it (<c>où ils ont été accueillis</c>).</summary>
    private bool IsThere(Trigger trigger)
    {
        const int Reach = 3;
        return Enumerable.Range(Math.Max(0, trigger.First - Reach), Math.Min(Reach, trigger.First)).Any(i => ClauseLexicons.French.Words.Has("where", context.Text.Tokens[i].Folded) && context.Text.Tokens[i].Text is ['o', 'ù']);
    }

    private static void Complete(Draft told, DateMention? date, Venue venue, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        if (told.Venue == Venue.None && venue != Venue.None)
        {
            told.Venue = venue;
        }

        if ((!told.HasOwnDate || told.Date.Date.IsEmpty || told.Date.Date.Day == 0 && date is not null && told.Date.Date.Agrees(date.Resolved.Date)) && date is { Resolved.Date.Day: > 0 } && !cues.Any(c => c.Value == EncounterCue.Far))
        {
            told.Date = date.Resolved;
        }
    }
}
