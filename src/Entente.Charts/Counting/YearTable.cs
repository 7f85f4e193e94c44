using System.Globalization;
using Entente.Charts.Drawing;

namespace Entente.Charts.Counting;

/// <summary>Counts by year, with the years between that have none, apart by another key.</summary>
internal sealed record YearTable(IReadOnlyList<string> Years, IReadOnlyList<BarSeries> Series, IReadOnlyList<int> Ticks, int Undated)
{
    /// <summary><paramref name="order"/>: the codes of <paramref name="column"/>, from the foot of the bars on.</summary>
    public static YearTable Of(CountTable table, ChartLabels labels, string column, string[] order)
    {
        var rows = table.Rows.Where(row => row.Count > 0).Select(row => (Row: row, Year: YearOf(table.Key(row, "year")))).ToList();
        var undated = rows.Where(pair => pair.Year is null).Sum(pair => pair.Row.Count);
        var dated = rows.Where(pair => pair.Year is not null).Select(pair => (pair.Row, Year: pair.Year!.Value)).ToList();
        if (dated.Count == 0)
        {
            return new YearTable([], [], [], undated);
        }

        var (first, last) = (dated.Min(pair => pair.Year), dated.Max(pair => pair.Year));
        var series = dated
            .GroupBy(pair => table.Key(pair.Row, column), StringComparer.Ordinal)
            .OrderBy(group => Array.IndexOf(order, group.Key) is var rank && rank < 0 ? int.MaxValue : rank)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                var counts = new int[last - first + 1];
                foreach (var (row, year) in group)
                {
                    counts[year - first] += row.Count;
                }

                return new BarSeries(labels.Value(column, group.Key), counts);
            });
        return new YearTable(
            [.. Enumerable.Range(first, last - first + 1).Select(year => year.ToString("0000", CultureInfo.InvariantCulture))],
            [.. series],
            MonthTable.TicksOf(first, last - first + 1, 12),
            undated);
    }

    private static int? YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
