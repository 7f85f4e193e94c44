using System.Globalization;
using Entente.Charts.Drawing;

namespace Entente.Charts.Counting;

/// <summary>Reads a table of dated agreements into the points of a timeline.</summary>
internal static class TimelineReader
{
    // Lines beyond the most frequent ones are drawn as one, so that 200 partners still fit a page.
    private const int LineLimit = 25;

    /// <summary>The timeline, and how many rows name no year.</summary>
    public static (TimelinePlot Plot, int Undated) Read(CountTable table, ChartLabels labels, string[] statusOrder)
    {
        var reader = new KeyReader(table, labels);
        var dated = table.Rows.Where(row => row.Count > 0)
            .Select(row => (Row: row, Date: DateOf(table, row))).Where(pair => YearOf(pair.Date) is not null).ToList();
        var groups = dated.GroupBy(pair => table.Key(pair.Row, "partner"), StringComparer.Ordinal)
            .Select(group => (group.Key, Label: reader.Label(group.First().Row, "partner"), Count: group.Count()))
            .OrderByDescending(group => group.Count).ThenBy(group => group.Label, StringComparer.Ordinal).ToList();
        var lines = groups.Take(LineLimit).Select(group => group.Label).ToList();
        var lineOf = groups.Select((group, i) => (group.Key, Line: Math.Min(i, LineLimit))).ToDictionary(pair => pair.Key, pair => pair.Line, StringComparer.Ordinal);
        if (groups.Count > LineLimit)
        {
            lines.Add(labels.Text("text.others", groups.Count - LineLimit));
        }

        var statuses = dated.Select(pair => table.Key(pair.Row, "status")).Distinct(StringComparer.Ordinal)
            .OrderBy(status => Array.IndexOf(statusOrder, status) is var i && i < 0 ? int.MaxValue : i)
            .ThenBy(status => status, StringComparer.Ordinal)
            .Select(status => labels.Value("status", status)).ToList();
        var points = dated
            .OrderBy(pair => pair.Date, StringComparer.Ordinal)
            .Select(pair => Point(pair.Row, pair.Date)).ToList();
        var plot = new TimelinePlot { Points = points, Lines = lines, Statuses = statuses, TimeTitle = labels["axis.year"] };
        return (plot, table.Rows.Where(row => YearOf(DateOf(table, row)) is null).Sum(row => row.Count));

        TimelinePoint Point(CountRow row, string date)
        {
            var instrument = table.Has("instrument") ? labels.Value("instrument", table.Key(row, "instrument")) : "";
            var title = table.Key(row, "title") is { Length: > 0 } given ? given : instrument;
            var status = labels.Value("status", table.Key(row, "status"));
            var hover = $"<b>{PlotlyText.Escape(PlotlyText.Cut(title, 120))}</b><br>{PlotlyText.Escape(reader.Label(row, "partner"))}<br>"
                + $"{PlotlyText.Escape(instrument.Length > 0 ? $"{instrument}, {status}" : status)}<br>{PlotlyText.Escape(labels.Month(date))}";
            return new TimelinePoint(lineOf[table.Key(row, "partner")], TimeOf(date), title, status, hover);
        }
    }

    // A day or month where the table has it, else the year.
    private static string DateOf(CountTable table, CountRow row) =>
        table.Key(row, "date") is { Length: >= 4 } date ? date : table.Key(row, "year");

    private static int? YearOf(string date) =>
        date.Length >= 4 && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    // A bare year stands on its tick; a month where it lies in the year.
    private static double TimeOf(string date)
    {
        var year = YearOf(date) ?? 0;
        return date.Length >= 7 && int.TryParse(date.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? Math.Round(year + ((month - 1) / 12.0), 3)
            : year;
    }
}
