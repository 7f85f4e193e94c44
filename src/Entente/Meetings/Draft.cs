using Entente.Clauses;
using Entente.Dates;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>An encounter while the article is still being read.</summary>
internal sealed class Draft
{
    /// <summary>Sentences after a dialogue of states within which its heads are named.</summary>
    private const int DialogueReach = 3;

    public MeetingKind Kind { get; set; }

    public MeetingMode Mode { get; set; }

    public MeetingStatus Status { get; init; }

    public bool IsShared { get; init; }

    public List<string> Partners { get; init; } = [];

    public List<Participant> Home { get; } = [];

    public List<Participant> Guests { get; } = [];

    public Venue Venue { get; set; } = Venue.None;

    public string HostCountry { get; set; } = "";

    public ResolvedDate Date { get; set; }

    public DayOfWeek? Weekday { get; init; }

    public bool HasOwnDate { get; init; }

    /// <summary>The noun of the institution that one side is, of which nobody is told; empty where both sides are people.</summary>
    public string Institution { get; init; } = "";

    /// <summary>It is of the home side.</summary>
    public bool IsInstitutionHost { get; init; }

    private bool HasInstitution => Institution.Length > 0;

    /// <summary>Of the home side an office is told, and no name.</summary>
    public bool IsOfNamelessOffice => Home.Count == 0 && HomeLevel > PersonLevel.Other;

    /// <summary>So is the other side: who sat in it is told behind, or speaks there.</summary>
    public bool IsOfInstitutions { get; init; }

    /// <summary>The body begins in the middle of it: <c>Lors de cette rencontre, les deux parties ont …</c>.</summary>
    public bool IsOfLostLead { get; init; }

    /// <summary>It begins with a pronoun: <c>Il s'est entretenu lundi avec X</c> is of the guest of whom the text goes on to tell.</summary>
    public bool OpensWithPronoun { get; init; }

    public int Sentence { get; init; }

    /// <summary>Somebody gives an account of it, as of one before the meeting of which the article tells.</summary>
    public bool IsAccount { get; init; }

    /// <summary>Told as before the news (<c>Auparavant, X avait rencontré Y</c>): not what was told without a guest's name.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>Told as a further one of the same days (<c>Le même jour, Y est allé saluer X</c>).</summary>
    public bool IsFurther { get; init; }

    /// <summary>Talks or a call told as further than what the text told before: of no session that it tells.</summary>
    private bool IsBesideSession => this is { IsFurther: true, Kind: MeetingKind.CourtesyCall or MeetingKind.Reception or MeetingKind.Talks };

    /// <summary>Told as beside a gathering or session: another than that.</summary>
    public bool IsInMargin { get; init; }

    /// <summary>The other side are several of whom nobody is told (<c>avec des responsables du ministère</c>): none of those whom the text names for another meeting.</summary>
    public bool IsOfUnnamed { get; init; }

    /// <summary>Told as of the days that a visit lasted, or on the occasion just told (<c>Dans le cadre de cette visite, X a rencontré Y</c>).</summary>
    public bool IsOfStay { get; set; }

    /// <summary>Told by a participle beside what was said (<c>Recevant Y, X a rappelé</c>): of those two who met, and no word of another time.</summary>
    public bool IsByTheWay { get; init; }

    private PersonLevel Level { get; set; }

    /// <summary>Of the highest on the home side, named or told by office.</summary>
    public PersonLevel HomeLevel { get; private set; }

    /// <summary><c>le dirigeant vietnamien</c>: of no office of his own, and may be the president told before.</summary>
    private bool IsHomeOfNoOffice { get; set; }

    /// <summary>Of the highest of the guests.</summary>
    public PersonLevel GuestLevel { get; private set; }

    /// <summary>A head of state or of government, or of a house or party, sits on one side.</summary>
    public bool IsAudience => HomeLevel >= PersonLevel.HeadOfGovernment || GuestLevel >= PersonLevel.HeadOfGovernment;

    /// <summary>An earlier session of a mechanism: those of today need not have sat in it.</summary>
    private bool IsRecalledDialogue => Status == MeetingStatus.Recalled && Kind == MeetingKind.Dialogue;

    /// <summary>Somebody gives an account of talks and tells nobody of either side who sat in them.</summary>
    private bool IsAccountOfNobody => IsAccount && HomeLevel == PersonLevel.Unknown && GuestLevel == PersonLevel.Unknown && Home.Count + Guests.Count == 0;

    public void AddPeople(IEnumerable<Actor> home, IEnumerable<Actor> guests, ArticleContext context)
    {
        var hosts = home.ToList();
        Add(Home, hosts, context);
        HomeLevel = hosts.Select(a => a.Level).Append(HomeLevel).Max();
        IsHomeOfNoOffice |= hosts.Exists(a => a.Person is null && ClauseLexicons.French.Words.Has("no-office", context.Text.Tokens[a.First].Folded));
        var foreign = guests.ToList();
        Add(Guests, foreign, context);
        GuestLevel = foreign.Select(a => a.Level).Append(GuestLevel).Max();
        foreach (var country in foreign.Select(g => g.Country!).Where(c => !Partners.Contains(c, StringComparer.Ordinal)))
        {
            Partners.Add(country);
        }
    }

    /// <summary>Whether people referred to may be those of this meeting: of its partners, and none of them somebody else.</summary>
    public bool MayBe(IReadOnlyList<Actor> guests) =>
        guests.All(g => Partners.Contains(g.Country!, StringComparer.Ordinal) && (g.Person is null || Guests.Count == 0 || Guests.Exists(p => p.Person == g.Person)));

    /// <summary>Whether somebody is none of the home people known.</summary>
    public bool IsOfOthers(IEnumerable<Actor> home) => Home.Count > 0 && home.Any(a => a.Person is not null && !Home.Exists(p => p.Person == a.Person));

    /// <summary>Whether the home sides, or the guests, are of other offices: a head of state or of government told without name is not the minister named.</summary>
    public bool IsOfOtherOffices(Draft other) =>
        !IsHomeOfNoOffice && !other.IsHomeOfNoOffice && AreOthers(Home, HomeLevel, other.Home, other.HomeLevel)
        // "son homologue chinois" is of no office of his own, and may be the one named.
        || ((Guests.Count == 0 && GuestLevel > PersonLevel.Other) || (other.Guests.Count == 0 && other.GuestLevel > PersonLevel.Other))
            && (AreOthers(Guests, GuestLevel, other.Guests, other.GuestLevel) || Guests.Count != other.Guests.Count && GuestLevel > PersonLevel.Other && other.GuestLevel > PersonLevel.Other && GuestLevel != other.GuestLevel);

    private static bool AreOthers(List<Participant> a, PersonLevel levelOfA, List<Participant> b, PersonLevel levelOfB) =>
        levelOfA != levelOfB && levelOfA != PersonLevel.Unknown && levelOfB != PersonLevel.Unknown && (a.Count == 0 || b.Count == 0)
        && (levelOfA >= PersonLevel.HeadOfGovernment || levelOfB >= PersonLevel.HeadOfGovernment);

    /// <summary>A later telling adds what the first left out; the first decides the kind, unless it was no more than a contact.</summary>
    public void Join(Draft later, ArticleContext context)
    {
        Kind = Kind == MeetingKind.Contact && later.Kind != MeetingKind.Contact ? later.Kind : Kind;
        Mode = Mode == MeetingMode.InPerson ? later.Mode : Mode;
        Home.AddRange(Home.Count == 0 ? later.Home : []);
        Guests.AddRange(Guests.Count == 0 ? later.Guests : []);
        Venue = Venue == Venue.None ? later.Venue : Venue;
        HostCountry = HostCountry.Length == 0 ? later.HostCountry : HostCountry;
        Level = Level > later.Level ? Level : later.Level;
        // A year told later is no better than the day of the news; the day of "mardi" may be told later.
        if (Date.Date.IsEmpty && later.Date.Date.Day > 0 || !HasOwnDate && (later.HasOwnDate && !(Date.Date.Day > 0 && later.Date.Date.Day == 0) || Date.Date.IsEmpty))
        {
            Date = later.Date;
        }
    }

    /// <summary>Of two institutions that met, those who speak for them before another meeting is told.</summary>
    private void FillSpeakers(ArticleContext context, IReadOnlyList<Draft> others)
    {
        if (Home.Count == 0 && Answering(context, others, context.HomeCountry) is { } ours)
        {
            AddParticipant(Home, ours, context.People.People[ours], context);
        }

        if (Guests.Count == 0 && Answering(context, others, Partners[0]) is { } theirs)
        {
            AddParticipant(Guests, theirs, context.People.People[theirs], context);
        }
    }

    /// <summary>A home side told by office alone (<c>le chef de la délégation vietnamienne</c>) is the last person of that side.</summary>
    public void FillHome(ArticleContext context, IReadOnlyList<Draft> others)
    {
        if (IsInstitutionHost && Home.Count == 0 && !IsRecalledDialogue && !IsAccount && SpeakerFor(context) is { } speaker)
        {
            AddParticipant(Home, speaker.Root, speaker.Person, context);
        }

        // "la délégation vietnamienne a tenu avec l'Agence indonésienne une réunion de travail" is its leader's.
        // Whoever hears an account of a dialogue need not have sat in it.
        if (Home.Count > 0 || IsInstitutionHost || IsAccount && Kind == MeetingKind.Dialogue || HasInstitution && HomeLevel == PersonLevel.Unknown || IsRecalledDialogue || IsAccountOfNobody)
        {
            return;
        }

        var people = context.People.People.Select((person, index) => (person, index))
            .Where(p => p.person.Country == context.HomeCountry && !context.People.Bystanders.Contains(p.person.RefersTo ?? p.index) && !context.IsHistoric(p.person.RefersTo ?? p.index) && (!IsAccount || HomeLevel <= PersonLevel.Other || p.person.Level == HomeLevel) && (HomeLevel < PersonLevel.HeadOfGovernment ? HomeLevel <= PersonLevel.Other || p.person.Level < PersonLevel.HeadOfGovernment : p.person.Level == HomeLevel) && context.Text.Sentences[p.person.SentenceIndex].Section == SectionKind.Body).ToList();
        var found = people.FindLastIndex(p => p.person.SentenceIndex <= Sentence);

        // "Le ministre de la Défense a reçu …", whose name the text gives later.
        if (found < 0 && (Kind == MeetingKind.Dialogue || HomeLevel != PersonLevel.Unknown))
        {
            // "Lors du dialogue, … Le même jour, Y est allé saluer le ministre X": he is named for another meeting.
            found = people.FindIndex(p => !p.person.IsSurnameOnly && !(Kind == MeetingKind.Dialogue && others.Any(o => o != this && o.Sentence == p.person.SentenceIndex && o.IsBesideSession && o.Home.Exists(h => h.Person == (p.person.RefersTo ?? p.index)))) && (p.person.SentenceIndex <= Sentence + DialogueReach || context.Text.Sentences[Sentence].Section == SectionKind.Title));
        }

        if (found >= 0)
        {
            AddParticipant(Home, people[found].person.RefersTo ?? people[found].index, people[found].person, context);
        }
    }

    /// <summary>Who speaks for the institution that was host: <c>Le commandement a reçu Y. Le colonel X, son hôte, a …</c>.</summary>
    private (int Root, PersonMention Person)? SpeakerFor(ArticleContext context)
    {
        var next = context.Text.Sentences.FirstOrDefault(s => s.Index > Sentence && s.Section == SectionKind.Body);
        return Guests.Count > 0 && next is not null && context.Actors[next.Index].FirstOrDefault(a => a is { IsNamed: true, Person: not null }) is { } actor && context.IsHome(actor) && actor.First - next.First < 4
            ? (actor.Person!.Value, context.People.People[actor.Person.Value])
            : Kind == MeetingKind.Reception && Guests.Count > 0 ? OnlyOurs(context) : null;
    }

    /// <summary>Who opens the next sentence with a word of his own for the institution that was met.</summary>
    private int? GuestSpeaker(ArticleContext context)
    {
        const int HeadReach = 4;
        return context.Text.Sentences.FirstOrDefault(s => s.Index > Sentence && s.Section == SectionKind.Body) is { } next && context.Actors[next.Index].FirstOrDefault() is { IsNamed: true, Person: { } person } speaker
            && speaker.Country == Partners[0] && speaker.First - next.First < HeadReach && context.Verbs[next.Index].Any(v => v is { IsFinite: true, IsPassive: false, Tense: Clauses.Tense.Past } && v.First >= speaker.End && ClauseLexicons.French.Words.Has("remark", Folding.Fold(v.Verb)))
            ? person : null;
    }

    /// <summary>The one person of the home side whom the text names, if behind: <c>L'Hôpital a reçu Y. … Le docteur X, qui le dirige, a …</c>.</summary>
    private (int Root, PersonMention Person)? OnlyOurs(ArticleContext context)
    {
        var ours = context.People.People.Select((person, index) => (Root: person.RefersTo ?? index, Person: person))
            .Where(p => p.Person.Country == context.HomeCountry && context.Text.Sentences[p.Person.SentenceIndex].Section == SectionKind.Body).ToList();
        return ours.Count > 0 && ours.TrueForAll(p => p.Root == ours[0].Root) && ours[0].Person.SentenceIndex > Sentence && !context.People.Bystanders.Contains(ours[0].Root) ? ours[0] : null;
    }

    /// <summary>A guest told by office alone gets the name that the article gives that office's country first.</summary>
    public void FillGuest(ArticleContext context, IReadOnlyList<Draft> others)
    {
        if (IsOfInstitutions && Status == MeetingStatus.Held && Partners.Count == 1)
        {
            FillSpeakers(context, others);
        }

        // "a travaillé lundi avec le ministère polonais. Mme Y, cheffe du Département, a affirmé": who speaks for it sat there.
        if (HasInstitution && !IsInstitutionHost && !IsOfInstitutions && Status == MeetingStatus.Held && Guests.Count == 0 && Partners.Count == 1 && GuestSpeaker(context) is { } theirs)
        {
            AddParticipant(Guests, theirs, context.People.People[theirs], context);
        }

        if (Guests.Count > 0 || Partners.Count != 1 || Status == MeetingStatus.Planned || HasInstitution || IsRecalledDialogue || IsAccountOfNobody && Kind != MeetingKind.Dialogue)
        {
            return;
        }

        // Whom the lost lead named is not known, unless he answers.
        if (IsOfLostLead)
        {
            if ((Answering(context, others, Partners[0]) ?? Pictured(context, Partners[0])) is { } answering)
            {
                AddParticipant(Guests, answering, context.People.People[answering], context);
            }

            return;
        }

        if (OpensWithPronoun && others.FirstOrDefault(o => o != this && o.Status == MeetingStatus.Held && o.Guests.Count > 0 && o.Partners is [var only] && only == Partners[0]) is { } next)
        {
            Guests.AddRange(next.Guests);
            Level = Level > next.GuestLevel ? Level : next.GuestLevel;
            return;
        }

        // After the telling first ("Avec l'ambassadeur cubain, Y"), then before it.
        var people = context.People.People.Select((person, index) => (person, index))
            .Where(p => p.person.Country == Partners[0] && (GuestLevel <= PersonLevel.Other || p.person.Level == GuestLevel || p.person.Level <= PersonLevel.Other && GuestLevel < PersonLevel.HeadOfGovernment) && !p.person.IsSurnameOnly && !context.People.Bystanders.Contains(p.person.RefersTo ?? p.index) && !others.Any(o => KeepsGuests(o) && o.Guests.Exists(g => g.Person == (p.person.RefersTo ?? p.index))) && context.Text.Sentences[p.person.SentenceIndex].Section == SectionKind.Body).ToList();
        var found = people.FindIndex(p => p.person.SentenceIndex >= Sentence);
        if (found < 0)
        {
            found = people.Count - 1;
        }

        // "De son côté, l'amiral Yudo a salué ces propositions": one word may be his whole name.
        if (found < 0 && (Pictured(context, Partners[0]) ?? Answering(context, others, Partners[0])) is { } pictured)
        {
            AddParticipant(Guests, pictured, context.People.People[pictured], context);
        }

        if (found >= 0)
        {
            AddParticipant(Guests, people[found].person.RefersTo ?? people[found].index, people[found].person, context);
        }
    }

    /// <summary>Whether those whom another meeting names are none of this one's, of whom nobody is told: a session is apart from what was told before it, above it or besides it.</summary>
    private bool KeepsGuests(Draft other) =>
        other != this && IsOfUnnamed || Kind == MeetingKind.Dialogue && (other.IsEarlier || other != this
            && (other.IsOfStay || SameMeeting.IsAboveSession(this, other) || other.IsBesideSession));

    /// <summary>The first of the partner's people who opens a sentence with a verb of his own, before another meeting is told: <c>Acquiesçant à ces propositions, l'amiral Y a dit espérer …</c>.</summary>
    private int? Answering(ArticleContext context, IReadOnlyList<Draft> others, string country)
    {
        const int HeadReach = 8;
        foreach (var sentence in context.Text.Sentences.Where(s => s.Index > Sentence && s.Section == SectionKind.Body))
        {
            // "Y a rendu compte à son hôte de la 4e consultation": what he gives an account of is not told next.
            if (others.Any(o => o.Sentence == sentence.Index && !o.IsAccount))
            {
                return null;
            }

            if (context.Actors[sentence.Index] is [{ IsNamed: true, Person: { } person } first, ..] && first.Country == country && first.First - sentence.First <= HeadReach
                && (ClauseLexicons.French.Words.Has("according", context.Text.Tokens[sentence.First].Folded) || context.Verbs[sentence.Index].Any(v => v is { IsFinite: true, IsPassive: false, Tense: Clauses.Tense.Past } && v.First >= first.End)))
            {
                return person;
            }
        }

        return null;
    }

    /// <summary>The one of the partner's people whom a picture shows with the one on our side: <c>Le président X (à droite) et le Premier ministre Y. Photo : VNA</c>.</summary>
    private int? Pictured(ArticleContext context, string country)
    {
        if (Home is not [{ Person: var home }])
        {
            return null;
        }

        foreach (var caption in context.Text.Sentences.Where(s => s.Section == SectionKind.Caption))
        {
            if (context.Actors[caption.Index].Where(a => a is { IsNamed: true, Count: 1, Person: not null }).ToList() is [var one, var other] && (one.Person == home ? other : other.Person == home ? one : null) is { Person: { } guest, Country: { } state } && state == country)
            {
                return guest;
            }
        }

        return null;
    }

    public Meeting ToMeeting(ArticleContext context)
    {
        var span = context.Text.Sentences[Sentence].Span;
        var country = Venue.Country.Length > 0 ? Venue.Country : HostCountry;
        return new Meeting
        {
            DocIds = [context.Text.DocId],
            Date = Date,
            Weekday = Weekday,
            Kind = Kind,
            Mode = Mode,
            Status = Status,
            Place = Mode == MeetingMode.InPerson ? Venue.Place : "",
            HostCountry = Mode == MeetingMode.InPerson ? country : "",
            Partners = Partners,
            Home = Home,
            Guests = Guests,
            Level = Level,
            IsMultilateral = IsShared || Kind == MeetingKind.Conference,
            Evidence = new EvidenceCells(context.Text.DocId, context.SentenceText(Sentence), span.Start, span.End),
        };
    }

    private void AddParticipant(List<Participant> side, int root, PersonMention person, ArticleContext context)
    {
        side.Add(new Participant(context.Text.DocId, context.NameOf(root)!, root, person.Level, person.Country));
        Level = Level > person.Level ? Level : person.Level;
    }

    private void Add(List<Participant> side, IEnumerable<Actor> actors, ArticleContext context)
    {
        foreach (var actor in actors)
        {
            Level = Level > actor.Level ? Level : actor.Level;
            if (context.NameOf(actor.Person) is { } name && !side.Exists(p => p.Person == actor.Person))
            {
                side.Add(new Participant(context.Text.DocId, name, actor.Person!.Value, actor.Level, actor.Country));
            }
        }
    }
}
