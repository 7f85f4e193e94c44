using Entente.Clauses;
using Entente.Meetings;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Tells the country of a meeting whose own clause does not: that of its place (<c>à Luang Prabang, au Laos</c>), that which one side visits, that of
/// another meeting on the same stay, or that in which an ambassador lives.
/// </summary>
internal static class MeetingHosts
{
    /// <summary>How many days a visit without an end may lie from a meeting on it.</summary>
    private const int Stay = 7;

    /// <summary>How many days two meetings on one stay lie apart.</summary>
    private const int Near = 4;

    /// <summary>How far behind a place its state may stand, in tokens: <c>à Davos (Suisse)</c>.</summary>
    private const int StateReach = 3;

    /// <summary>The meetings, with the host country of those that the article lets one tell.</summary>
    public static IReadOnlyList<Meeting> Settle(ArticleContext context, IReadOnlyList<Meeting> meetings, IReadOnlyList<Visit> visits)
    {
        if (!meetings.Any(IsOpen))
        {
            return meetings;
        }

        var settled = meetings.Select(m => IsOpen(m) && (OfPlace(context, m) ?? OfVisit(context, m, visits)) is { } host ? m with { HostCountry = host } : m).ToList();
        for (var i = 0; i < settled.Count; i++)
        {
            var meeting = settled[i];
            if (IsOpen(meeting) && (OfStay(context, meeting, settled) ?? OfResident(context, meeting) ?? OfDateline(context, meeting, settled)) is { } host)
            {
                settled[i] = meeting with { HostCountry = host };
            }
        }

        return settled;
    }

    private static bool IsOpen(Meeting meeting) => meeting is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, HostCountry.Length: 0 };

    private static string? OfPlace(ArticleContext context, Meeting meeting)
    {
        if (meeting.Place.Length == 0 || context.SentenceAt(meeting.Evidence.Start) is not { } sentence)
        {
            return null;
        }

        if (Gazetteer.French.StateOfPlace(Folding.Fold(meeting.Place)) is { } state)
        {
            return state;
        }

        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        var start = context.Text.Raw.IndexOf(meeting.Place, sentence.Span.Start, sentence.Span.End - sentence.Span.Start, StringComparison.Ordinal);
        var first = Enumerable.Range(sentence.First, sentence.Count).FirstOrDefault(i => tokens[i].Start == start, -1);
        if (start < 0 || first < 0)
        {
            return null;
        }

        var words = ClauseLexicons.French.Words;
        var behind = Enumerable.Range(first, end - first).FirstOrDefault(i => tokens[i].Start >= start + meeting.Place.Length, end);
        if (context.Mentions[sentence.Index].FirstOrDefault(m => m.Kind == MentionKind.Name && m.FirstToken > behind && m.FirstToken <= behind + StateReach
            && (tokens[m.FirstToken - 1].Text == "(" || words.Has("goal-lead", tokens[m.FirstToken - 1].Folded) && !words.HasWritten("has", tokens[m.FirstToken - 1].Text))) is { } named)
        {
            return named.Code;
        }

        return Enumerable.Range(first, behind - first).Any(i => PeopleLexicon.French.HomePlaces.TryMatchAt(tokens, i, end, out _)) ? context.HomeCountry : null;
    }

    /// <summary>Where one of the two sides was on a visit at the time, and the other was not.</summary>
    private static string? OfVisit(ArticleContext context, Meeting meeting, IReadOnlyList<Visit> visits)
    {
        var isHere = visits.Any(v => v.Destination == context.HomeCountry && meeting.Guests.Any(g => g.Person == v.Person) && IsOn(v, meeting));
        var abroad = visits.Where(v => v.Origin == context.HomeCountry && meeting.Home.Any(h => h.Person == v.Person) && IsOn(v, meeting)).Select(v => v.Destination).Distinct(StringComparer.Ordinal).ToList();
        // Of the stages of a tour the one whose people were met.
        var stage = abroad is [var only] ? only : abroad.FirstOrDefault(d => meeting.Partners.Contains(d, StringComparer.Ordinal));
        return isHere == (stage is not null) || stage is not null && context.IsBody(stage) ? null : stage ?? context.HomeCountry;
    }

    private static bool IsOn(Visit visit, Meeting meeting)
    {
        if (visit.Date.Date.IsEmpty || meeting.Date.Date.IsEmpty)
        {
            return visit.Date.Date.IsEmpty;
        }

        return visit.Date is { From: { } from, To: { } to } && meeting.Date is { From: { } first, To: { } last }
            ? first <= (visit.Date.Last.IsEmpty || visit.Date.Last == visit.Date.Date ? to.AddDays(Stay) : to) && last >= from && (visit.Date.Date.Day > 0 || visit.Date.Date.Month > 0)
            : visit.Date.Date.Agrees(meeting.Date.Date) || visit.Date.Date with { Day = 0 } == meeting.Date.Date with { Day = 0 };
    }

    /// <summary>Another meeting of the same guest at home, or of the same head with the same partner abroad.</summary>
    private static string? OfStay(ArticleContext context, Meeting meeting, IReadOnlyList<Meeting> meetings)
    {
        var same = meetings.Where(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, HostCountry.Length: > 0 } && IsNear(m, meeting)).ToList();
        var hosts = same.Where(m => m.HostCountry == context.HomeCountry ? m.Guests.Any(g => meeting.Guests.Any(o => o.Person == g.Person)) : m.Home.Any(h => meeting.Home.Any(o => o.Person == h.Person)) && m.Partners.Any(p => meeting.Partners.Contains(p, StringComparer.Ordinal)))
            .Select(m => m.HostCountry).Distinct(StringComparer.Ordinal).ToList();
        return hosts is [var host] ? host : null;
    }

    private static bool IsNear(Meeting one, Meeting other) =>
        one.Date is { From: { } first } && other.Date is { From: { } second } ? Math.Abs(first.DayNumber - second.DayNumber) <= Near || one.Date.Date.Agrees(other.Date.Date)
        : one.Date.Date.IsEmpty && other.Date.Date.IsEmpty || one.Date.Date.Agrees(other.Date.Date);

    /// <summary>The ambassador of a partner is met here, ours where they are accredited.</summary>
    private static string? OfResident(ArticleContext context, Meeting meeting)
    {
        if (meeting.IsMultilateral || meeting.Partners is not [var partner])
        {
            return null;
        }

        var isTheirs = meeting.Guests is [{ Level: PersonLevel.Ambassador }, ..];
        var isOurs = meeting.Home is [{ Level: PersonLevel.Ambassador }, ..];
        return isTheirs == isOurs ? null : isTheirs ? context.IsBody(partner) ? null : context.HomeCountry : context.IsBody(partner) ? null : partner;
    }

    /// <summary><c>Vientiane (VNA) -</c>: reported from the capital of those who were met, where nobody has come here.</summary>
    private static string? OfDateline(ArticleContext context, Meeting meeting, IReadOnlyList<Meeting> meetings) =>
        !meetings.Any(m => m.HostCountry == context.HomeCountry) && new VisitContext(context, meetings).StateOfDateline is { } state && state != context.HomeCountry && meeting.Partners.Contains(state, StringComparer.Ordinal) ? state : null;
}
