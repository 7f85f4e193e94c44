using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the meetings that only a caption tells, beside others that the text tells: those of a lead that is lost (rule 4). A caption tells one by a verb of encounter
/// (<c>Le secrétaire général X (droite) reçoit le ministre Y, le 16 avril à Hanoï</c>), or names one of each side with a day or at their talks
/// (<c>X et Y lors de l'entretien</c>). A picture of people of whom the text says otherwise, or of another time, tells none.
/// </summary>
internal sealed class CaptionReader(EncounterLexicon lexicon, TriggerFinder triggers, ParticipantFinder participants, EncounterDater dater, VenueFinder venues, WordSets words)
{
    /// <summary>Days around the news within which a dated picture is one of it.</summary>
    private const int Near = 7;

    /// <summary>From the head of a sentence to both sides, and from them to what they did.</summary>
    private const int Lead = 7;

    private static readonly EncounterRule s_rule = new("", TriggerForm.Any, ObjectMarker.Avec, MeetingKind.Talks, MeetingMode.InPerson, TriggerNeed.None, "", "");

    /// <summary>The meetings of captions whose two sides no meeting told has.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told)
    {
        // Where the text tells none at all, the captions were read with it.
        var isOfPlans = told.Count > 0 && told.All(m => m.Status == MeetingStatus.Planned);
        if (!isOfPlans && !told.Any(m => m.Status == MeetingStatus.Held) || told.Any(m => m.Kind == MeetingKind.Conference && m.Status == MeetingStatus.Held))
        {
            return [];
        }

        var found = new List<Meeting>();
        foreach (var caption in context.Text.Sentences.Where(s => s.Section == SectionKind.Caption))
        {
            if (Read(context, caption) is { } encounter && Make(context, encounter) is { } meeting && !(isOfPlans && !IsOfItsDay(context, encounter)) && !IsTold([.. told, .. found], meeting))
            {
                found.Add(meeting);
            }
        }

        return found;
    }

    /// <summary>
    /// The meeting of a lead that is lost with what its picture tells: who the other was, of whom the remarks tell only the office; or, where the text tells no meeting at all, the one after which both sides
    /// agreed (<c>X (gauche) et Y, le 11 octobre à Lima. | Les deux dirigeants ont examiné …</c>).
    /// </summary>
    public IReadOnlyList<Meeting> Settle(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        if (meetings.Any(m => m.Status == MeetingStatus.Planned) || meetings.Count(m => m.Status == MeetingStatus.Held) > 1)
        {
            return meetings;
        }

        var told = meetings.FirstOrDefault(m => m.Status == MeetingStatus.Held);
        if (told is { IsInferred: false } or { Guests.Count: > 0 } || told is null && !TellsOfBoth(context))
        {
            return meetings;
        }

        foreach (var caption in context.Text.Sentences.Where(s => s.Section == SectionKind.Caption))
        {
            if (Read(context, caption) is not { } encounter || Make(context, encounter, isOfLostLead: true) is not { } shown)
            {
                continue;
            }

            if (told is null)
            {
                return IsOfOurs(context, shown.Partners[0]) ? [shown, .. meetings] : meetings;
            }

            if (told.Home.Any(h => h.Person == shown.Home[0].Person) && told.Partners.SequenceEqual(shown.Partners, StringComparer.Ordinal))
            {
                return [.. meetings.Select(m => ReferenceEquals(m, told) ? m with { Guests = shown.Guests, Level = m.Level > shown.Level ? m.Level : shown.Level } : m)];
            }
        }

        return meetings;
    }

    /// <summary><c>Les deux dirigeants ont examiné la coopération</c>: both sides did something together, and the text is none of what they will do.</summary>
    internal static bool TellsOfBoth(ArticleContext context) =>
        !LostLeadReader.IsToCome(context) && context.Text.Sentences.Any(s => s.Section == SectionKind.Body && context.Actors[s.Index].FirstOrDefault() is { Count: 2, Person: null, IsInstitution: false } both && both.First - s.First <= Lead
            && context.Verbs[s.Index].Exists(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && v.First >= both.End && v.First - both.End <= Lead));

    /// <summary>The text names the state, or none at all.</summary>
    private static bool IsOfOurs(ArticleContext context, string partner) =>
        context.Partners.Partners.Contains(partner, StringComparer.Ordinal) || context.Partners.Partners.TrueForAll(context.IsBody);

    private Encounter? Read(ArticleContext context, Sentence caption)
    {
        var cues = lexicon.CuesOf(context.Text, caption);
        foreach (var trigger in triggers.Find(context, caption, cues).Where(t => t is { Tense: Tense.Past or Tense.Present, IsInPassing: false, Rule: { Form: not TriggerForm.Noun, Kind: not MeetingKind.Contact } }))
        {
            if (participants.Find(context, caption, trigger, cues) is [{ Home: [{ Person: not null }], Guests: [{ Person: not null }] } only])
            {
                return only;
            }
        }

        return context.Actors[caption.Index].Where(a => a is { Person: not null, Country: not null }).ToList() is [var one, var other] && context.IsHome(one) != context.IsHome(other) && IsOfEncounter(context, caption, cues)
            ? new Encounter(new Trigger(s_rule, caption.First, caption.First, Tense.Past), caption, [context.IsHome(one) ? one : other], [context.IsHome(one) ? other : one], false, true, null)
            : null;
    }

    /// <summary><c>X (gauche) et Y, le 28 novembre à La Havane</c>, <c>X et Y lors de l'entretien</c>: the picture has a day, or shows talks of the two; of a ceremony it tells no talks.</summary>
    private bool IsOfEncounter(ArticleContext context, Sentence caption, IReadOnlyList<PhraseMatch<EncounterCue>> cues) =>
        !context.Verbs[caption.Index].Any(v => v.IsFinite) && !words.StandsIn("ceremony-event", context.Text.Tokens, caption.First, caption.First + caption.Count)
            && (context.DatesIn[caption.Index].Any(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange) && !cues.Any(c => c.Value == EncounterCue.During)
                || lexicon.Nouns.Find(context.Text, caption).Any(n => n.Value is { Kind: MeetingKind.Talks } && cues.Any(c => c.Value == EncounterCue.During && c.First < n.First)));

    private Meeting? Make(ArticleContext context, Encounter encounter, bool isOfLostLead = false)
    {
        var (home, guest, caption) = (encounter.Home[0], encounter.Guests[0], encounter.Sentence);
        var date = dater.Find(context, encounter) ?? context.DatesIn[caption.Index].FirstOrDefault(d => d.Resolved.Date.Day > 0);
        var isSpokenOf = context.Text.Sentences.Any(s => s.Section == SectionKind.Body && context.Actors[s.Index].Any(a => a.Person == guest.Person));
        // Whom the text leaves out is of the news only by a day near it.
        if (date is null ? !isSpokenOf || isOfLostLead : !IsNear(context, date.Resolved))
        {
            return null;
        }

        var venue = venues.Find(context, encounter);
        return Meeting.Of(context, caption, encounter.Trigger.Rule.Kind, date?.Resolved ?? context.Dates.Presumed, [home], [guest]) with
        {
            Mode = encounter.Trigger.Rule.Mode,
            Weekday = date?.Expression.Weekday,
            Place = venue.Place,
            HostCountry = venue.Country,
            IsInferred = true,
        };
    }

    /// <summary>Over a text of what is to come, a picture of those who meet tells it where a verb and a day near the news do: <c>X (à gauche) reçu par Y, le 16 octobre à Bruxelles</c>.</summary>
    private static bool IsOfItsDay(ArticleContext context, Encounter encounter) =>
        encounter.Trigger.End > encounter.Trigger.First && context.DatesIn[encounter.Sentence.Index].Exists(d => d.Resolved.Date.Day > 0 && IsNear(context, d.Resolved));

    private static bool IsNear(ArticleContext context, ResolvedDate date)
    {
        var news = context.Dates.Reported.From is null ? context.Dates.ArticleDate : context.Dates.Reported;
        return date.From is not { } from || news.From is not { } since || news.To is not { } until || from >= since.AddDays(-Near) && from <= until.AddDays(Near);
    }

    /// <summary>The text tells of the same two, or of the guest with somebody whom it does not name.</summary>
    private static bool IsTold(IReadOnlyList<Meeting> told, Meeting meeting) =>
        told.Any(m => m.Status != MeetingStatus.Planned && m.Partners.Contains(meeting.Partners[0], StringComparer.Ordinal) && Has(m.Guests, meeting.Guests[0]) && Has(m.Home, meeting.Home[0]));

    private static bool Has(IReadOnlyList<Participant> side, Participant who) =>
        side.Count == 0 || side.Any(p => p.Person == who.Person || CorpusReading.PersonKey.Same(p.Name, who.Name));
}
