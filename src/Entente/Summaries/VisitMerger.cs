using System.Globalization;
using Entente.CorpusReading;
using Entente.Tables;

namespace Entente.Summaries;

/// <summary>
/// One of each visit that several articles tell: the same way, the same visitor, and days that touch. The table of visits has a
/// row for each telling.
/// </summary>
internal static class VisitMerger
{
    // Articles of one visit tell its first day, its last, or the day of a reception.
    private const int Days = 7;

    /// <summary>The first telling of each visit, a dated one before one that covers it loosely.</summary>
    public static IReadOnlyList<VisitRow> Merge(IEnumerable<VisitRow> visits)
    {
        var distinct = new List<VisitRow>();
        // The closest date first: what is told by its month only joins what is told by its day.
        foreach (var visit in visits.OrderBy(visit => Length(visit.Date)))
        {
            if (!distinct.Exists(known => Same(known, visit)))
            {
                distinct.Add(visit);
            }
        }

        return distinct;
    }

    private static bool Same(VisitRow a, VisitRow b) =>
        a.Origin == b.Origin && a.Destination == b.Destination
        && (a.Visitor.Length == 0 || b.Visitor.Length == 0 || PersonKey.Same(a.Visitor, b.Visitor))
        && (Span(a.Date), Span(b.Date)) switch
        {
            ({ } x, { } y) => x.From <= y.To.AddDays(Days) && y.From <= x.To.AddDays(Days),
            (null, null) => true,
            _ => false,
        };

    private static int Length(DateCells date) => Span(date) is { } span ? span.To.DayNumber - span.From.DayNumber : int.MaxValue;

    private static (DateOnly From, DateOnly To)? Span(DateCells date) => Day(date.From) is { } from && Day(date.To) is { } to ? (from, to) : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
