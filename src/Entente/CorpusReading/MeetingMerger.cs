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
        var merger = new KeyedMerger<Telling>(t => Keys(t.Meeting), IsSame, Join);
        // The best dated first, so that a vague one finds what it may be.
        foreach (var meeting in meetings.OrderByDescending(m => m.Date.Date.Precision).ThenBy(m => m.DocIds[0], StringComparer.Ordinal))
        {
            merger.Add(new Telling(meeting));
        }

        return merger.Merged.Select(t => t.Meeting with { DocIds = t.Documents.InOrder() }).OrderBy(m => m.DocIds[0], StringComparer.Ordinal).ThenBy(m => m.Evidence.Start);
    }

    /// <summary>Only meetings with a partner of the same month can be one; a date without month is too vague to join any.</summary>
    private static IEnumerable<string> Keys(Meeting meeting) =>
        meeting.Date.Date is { Year: > 0, Month: > 0 } date ? meeting.Partners.Select(partner => $"{partner} {date.Year}-{date.Month}") : [];

    private static bool IsSame(Telling first, Telling second)
    {
        var (a, b) = (first.Meeting, second.Meeting);
        if (a.Status == MeetingStatus.Planned != (b.Status == MeetingStatus.Planned) || a.IsMultilateral != b.IsMultilateral || first.Documents.Overlaps(second.Documents))
        {
            return false;
        }

        var (x, y) = (a.Date.Date, b.Date.Date);
        // Of vague dates only one vague date beside a day says enough, and only when both sides are named.
        return !x.IsEmpty && !y.IsEmpty && x.Agrees(y) && x.IsDay && x.Year > 0 && y.Year > 0
            && HasCommonSide(a, b) && Agree(first.Home, second.Home, y.IsDay) && Agree(first.Guests, second.Guests, y.IsDay);
    }

    /// <summary>One telling that names only the host and another that names only the guest have nothing in common that could tell them to be one.</summary>
    private static bool HasCommonSide(Meeting a, Meeting b) =>
        a.Home.Count > 0 && b.Home.Count > 0 || a.Guests.Count > 0 && b.Guests.Count > 0 || a.Home.Count + a.Guests.Count == 0 || b.Home.Count + b.Guests.Count == 0;

    private static bool Agree(string[][] a, string[][] b, bool sameDay) =>
        a.Length == 0 || b.Length == 0 ? sameDay : Array.Exists(a, x => Array.Exists(b, y => PersonKey.Same(x, y)));

    private static Telling Join(Telling telling, Telling other)
    {
        var (a, b) = (telling.Meeting, other.Meeting);
        var first = string.CompareOrdinal(telling.Documents.First, other.Documents.First) <= 0 ? a : b;
        telling.Documents.Add(other.Documents, first.Evidence.DocId);
        return telling.With(a with
        {
            Kind = a.Kind == MeetingKind.Contact ? b.Kind : a.Kind,
            Status = a.Status == MeetingStatus.Held || b.Status == MeetingStatus.Held ? MeetingStatus.Held : a.Status,
            Place = a.Place.Length > 0 ? a.Place : b.Place,
            HostCountry = a.HostCountry.Length > 0 ? a.HostCountry : b.HostCountry,
            Home = a.Home.Count > 0 ? a.Home : b.Home,
            Guests = a.Guests.Count > 0 ? a.Guests : b.Guests,
            Level = a.Level > b.Level ? a.Level : b.Level,
            Evidence = first.Evidence,
        });
    }

    /// <summary>A meeting with what it is compared by, found once: the words of its people's names, and where it is told.</summary>
    private sealed class Telling(Meeting meeting, DocumentList documents)
    {
        private string[][]? _home;
        private string[][]? _guests;

        public Telling(Meeting meeting)
            : this(meeting, new DocumentList(meeting.DocIds))
        {
        }

        public Meeting Meeting => meeting;

        public DocumentList Documents => documents;

        public string[][] Home => _home ??= WordsOf(meeting.Home);

        public string[][] Guests => _guests ??= WordsOf(meeting.Guests);

        /// <summary>The same telling, in the same documents, after it was joined.</summary>
        public Telling With(Meeting joined) => new(joined, documents);

        private static string[][] WordsOf(IReadOnlyList<Participant> people) => [.. people.Select(person => PersonKey.Words(person.Name))];
    }
}
