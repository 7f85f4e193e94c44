using System.Globalization;
using Entente.Charts.Drawing;

namespace Entente.Charts.Counting;

/// <summary>Counts by month, with the months between that have none; long spans are counted by year.</summary>
internal sealed class MonthTable
{
    // Bars thinner than this can't be told apart in a report's column.
    private const int MonthLimit = 120;

    // Names of months set on two lines, side by side in the narrow column of a printed page.
    private const int TickLimit = 10;

    private MonthTable(IReadOnlyList<string> labels, IReadOnlyList<BarSeries> series, IReadOnlyList<int> ticks, int undated)
    {
        (Labels, Series, Ticks, Undated) = (labels, series, ticks, undated);
    }

    public IReadOnlyList<string> Labels { get; }

    public IReadOnlyList<BarSeries> Series { get; }

    public IReadOnlyList<int> Ticks { get; }

    /// <summary>Whether a bar is a year and not a month.</summary>
    public bool ByYear { get; private init; }

    /// <summary>How many have no month.</summary>
    public int Undated { get; }

    public static MonthTable Of(CountTable table, ChartLabels labels, int seriesLimit)
    {
        var dated = table.Rows.Select(row => (Row: row, Month: MonthNumber(table.Key(row, "month")))).ToList();
        var undated = dated.Where(pair => pair.Month is null).Sum(pair => pair.Row.Count);
        var months = dated.Where(pair => pair.Month is not null && pair.Row.Count > 0).Select(pair => (pair.Row, Month: pair.Month!.Value)).ToList();
        if (months.Count == 0)
        {
            return new MonthTable([], [], [], undated);
        }

        var (first, last) = (months.Min(pair => pair.Month), months.Max(pair => pair.Month));
        var unit = last - first >= MonthLimit ? 12 : 1;
        var (from, to) = (first / unit, last / unit);
        var series = SplitByPartner(table, labels, months, seriesLimit, at: month => (month / unit) - from, length: to - from + 1);
        var names = Enumerable.Range(from, to - from + 1).Select(step => Name(step, unit, labels)).ToList();
        return new MonthTable(names, series, TicksOf(from, names.Count, unit), undated) { ByYear = unit == 12 };
    }

    private static List<BarSeries> SplitByPartner(
        CountTable table, ChartLabels labels, List<(CountRow Row, int Month)> months, int limit, Func<int, int> at, int length)
    {
        var reader = new KeyReader(table, labels);
        var split = table.Has("partner");
        var groups = months
            .GroupBy(pair => split ? table.Key(pair.Row, "partner") : "", StringComparer.Ordinal)
            .Select(group => (Name: split ? reader.Label(group.First().Row, "partner") : "", Total: group.Sum(pair => pair.Row.Count), Rows: group.ToList()))
            .OrderByDescending(group => group.Total)
            .ThenBy(group => group.Name, StringComparer.Ordinal)
            .ToList();
        var series = groups.Take(limit).Select(group => new BarSeries(group.Name, Fill(group.Rows, at, length))).ToList();
        if (groups.Count > limit)
        {
            series.Add(new BarSeries(
                labels.Text("text.others", groups.Count - limit),
                Fill(groups.Skip(limit).SelectMany(group => group.Rows), at, length),
                IsRest: true));
        }

        return series;
    }

    private static int[] Fill(IEnumerable<(CountRow Row, int Month)> rows, Func<int, int> at, int length)
    {
        var counts = new int[length];
        foreach (var (row, month) in rows)
        {
            counts[at(month)] += row.Count;
        }

        return counts;
    }

    /// <summary>Months since year 0; null for what names no month (<c>2011</c>, <c>--10-14</c>, nothing).</summary>
    private static int? MonthNumber(string date) =>
        date.Length >= 7 && date[4] == '-'
        && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(date.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? (year * 12) + month - 1
            : null;

    private static string Name(int step, int unit, ChartLabels labels) => unit == 12
        ? step.ToString("0000", CultureInfo.InvariantCulture)
        : labels.Month(string.Create(CultureInfo.InvariantCulture, $"{step / 12:0000}-{(step % 12) + 1:00}"));

    /// <summary>A tick for every bar while they fit, then quarters, half-years, years: steps that a reader counts in.</summary>
    public static List<int> TicksOf(int from, int count, int unit)
    {
        int[] steps = unit == 12 ? [1, 2, 5, 10, 20, 50, 100] : [1, 3, 6, 12, 24];
        var step = steps.FirstOrDefault(s => count / s <= TickLimit, steps[^1]);
        return [.. Enumerable.Range(0, count).Where(i => (from + i) % step == 0)];
    }
}
