using Entente.Meetings;

namespace Entente.CorpusReading;

/// <summary>
/// One meeting told in several articles becomes one. The same day (or a day that the vaguer date allows), a partner in common, and on
/// each side no two different people.
/// </summary>
internal static class MeetingMerger
{
    public static IEnumerable<Meeting> Merge(IEnumerable<Meeting> meetings)
    {
        var merger = new KeyedMerger<Meeting>(Keys, IsSame, Join);
        // The best dated first, so that a vague one finds what it may be.
        foreach (var meeting in meetings.OrderByDescending(m => m.Date.Date.Precision).ThenBy(m => m.DocIds[0], StringComparer.Ordinal))
        {
            merger.Add(meeting);
        }

        return merger.Merged.OrderBy(m => m.DocIds[0], StringComparer.Ordinal).ThenBy(m => m.Evidence.Start);
    }

    /// <summary>Only meetings with a partner of the same month can be one; a date without month is too vague to join any.</summary>
    private static IEnumerable<string> Keys(Meeting meeting) =>
        meeting.Date.Date is { Year: > 0, Month: > 0 } date ? meeting.Partners.Select(partner => $"{partner} {date.Year}-{date.Month}") : [];

    private static bool IsSame(Meeting a, Meeting b)
    {
        if (a.DocIds.Intersect(b.DocIds, StringComparer.Ordinal).Any() || a.Status == MeetingStatus.Planned != (b.Status == MeetingStatus.Planned)
            || a.IsMultilateral != b.IsMultilateral)
        {
            return false;
        }

        var (x, y) = (a.Date.Date, b.Date.Date);
        // Of vague dates only one vague date beside a day says enough, and only when both sides are named.
        return !x.IsEmpty && !y.IsEmpty && x.Agrees(y) && x.IsDay && x.Year > 0 && y.Year > 0
            && HasCommonSide(a, b) && Agree(a.Home, b.Home, y.IsDay) && Agree(a.Guests, b.Guests, y.IsDay);
    }

    /// <summary>One telling that names only the host and another that names only the guest have nothing in common that could tell them to be one.</summary>
    private static bool HasCommonSide(Meeting a, Meeting b) =>
        a.Home.Count > 0 && b.Home.Count > 0 || a.Guests.Count > 0 && b.Guests.Count > 0 || a.Home.Count + a.Guests.Count == 0 || b.Home.Count + b.Guests.Count == 0;

    private static bool Agree(IReadOnlyList<Participant> a, IReadOnlyList<Participant> b, bool sameDay) =>
        a.Count == 0 || b.Count == 0 ? sameDay : a.Any(x => b.Any(y => PersonKey.Same(x.Name, y.Name)));

    private static Meeting Join(Meeting a, Meeting b)
    {
        var first = string.CompareOrdinal(a.DocIds[0], b.DocIds[0]) <= 0 ? a : b;
        return a with
        {
            DocIds = DocumentList.Join(first.Evidence.DocId, a.DocIds, b.DocIds),
            Kind = a.Kind == MeetingKind.Contact ? b.Kind : a.Kind,
            Status = a.Status == MeetingStatus.Held || b.Status == MeetingStatus.Held ? MeetingStatus.Held : a.Status,
            Place = a.Place.Length > 0 ? a.Place : b.Place,
            HostCountry = a.HostCountry.Length > 0 ? a.HostCountry : b.HostCountry,
            Home = a.Home.Count > 0 ? a.Home : b.Home,
            Guests = a.Guests.Count > 0 ? a.Guests : b.Guests,
            Level = a.Level > b.Level ? a.Level : b.Level,
            Evidence = first.Evidence,
        };
    }
}
