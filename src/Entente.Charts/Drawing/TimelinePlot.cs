using Plotly.NET;

namespace Entente.Charts.Drawing;

/// <summary>
/// Things on a line of time, a line for each partner; what falls together is fanned out. Symbol and colour tell the
/// status; where there is room, the name stands beside the point.
/// </summary>
internal sealed record TimelinePlot
{
    private const int LineHeight = 30;

    // More names than this cover each other.
    private const int NamedPoints = 40;

    // Pixels: the plot in a report's column, and what a marker takes of it.
    private const double PlotWidth = 620;
    private const double MarkerWidth = 16;

    private const int TickLimit = 12;

    // Steps that a reader counts years in.
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    public required IReadOnlyList<TimelinePoint> Points { get; init; }

    /// <summary>The lines from top to bottom.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The statuses in the order of the legend.</summary>
    public required IReadOnlyList<string> Statuses { get; init; }

    public required string TimeTitle { get; init; }

    public GenericChart Draw(ChartFrame frame)
    {
        var first = Points.Min(point => point.Year);
        var last = Points.Max(point => point.Year);
        var span = Math.Max(1, last - first);
        var named = Points.Count <= NamedPoints;
        var places = FanOut(((span * 1.1) + 1) * MarkerWidth / PlotWidth, out var lines);
        var step = Array.Find(Steps, years => span / years <= TickLimit) is var fitting and > 0 ? fitting : Steps[^1];
        var traces = Statuses.Select((status, i) => Trace(status, i, places, named));
        var years = Enumerable.Range(first, last - first + 1).Where(year => year % step == 0).ToList();
        var across = ChartFrame.PlaceAxis(
            [.. years.Select(year => (double)year)],
            [.. years.Select(year => year.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            TimeTitle);
        across["range"] = new[] { first - (span * 0.05), last + 1 + (span * 0.05) };
        across["showgrid"] = true;
        across["gridcolor"] = Palette.Grid;
        var down = ChartFrame.PlaceAxis(lines.Centres, [.. Lines.Select(name => PlotlyText.Wrap(name))]);
        down["range"] = new[] { lines.End - 0.4, -0.6 };
        var height = (int)Math.Max(90, lines.End * LineHeight) + 30;
        var room = LegendRoom();
        var parts = new PlotlyObject
        {
            ["xaxis"] = across,
            ["yaxis"] = down,
            ["shapes"] = lines.Borders.Select(Border).ToArray(),
            ["showlegend"] = true,
            ["legend"] = new PlotlyObject { ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = Math.Round(1 + (4.0 / height), 4), ["yanchor"] = "bottom" },
        };
        return frame.Build(traces, height, parts, top: room);
    }

    private Trace Trace(string status, int index, double[] places, bool named)
    {
        var own = Points.Select((point, i) => (Point: point, Place: places[i])).Where(pair => pair.Point.Status == status).ToList();
        var trace = new PlotlyObject
        {
            ["name"] = PlotlyText.Escape(status),
            ["mode"] = named ? "markers+text" : "markers",
            ["x"] = own.Select(pair => pair.Point.Time).ToArray(),
            ["y"] = own.Select(pair => pair.Place).ToArray(),
            ["marker"] = new PlotlyObject
            {
                ["size"] = 13,
                ["color"] = Palette.Colour(index),
                ["symbol"] = Palette.Symbol(index),
                ["line"] = new PlotlyObject { ["color"] = Palette.Ink, ["width"] = 1 },
            },
            ["customdata"] = own.Select(pair => pair.Point.Hover).ToArray(),
            ["hovertemplate"] = "%{customdata}<extra></extra>",
            ["cliponaxis"] = false,
        };
        if (named)
        {
            trace["text"] = own.Select(pair => $"  {PlotlyText.Escape(PlotlyText.Cut(pair.Point.Name, 52))}  ").ToArray();
            // Late points have their names on the left, where there is room.
            var middle = (Points.Min(point => point.Time) + Points.Max(point => point.Time)) / 2;
            trace["textposition"] = own.Select(pair => pair.Point.Time > middle ? "middle left" : "middle right").ToArray();
            trace["textfont"] = new PlotlyObject { ["size"] = 12.5, ["color"] = Palette.Ink };
        }

        return trace.ToTrace("scatter");
    }

    // The legend goes on in a second line where the first is full.
    private int LegendRoom() => 26 * (int)Math.Ceiling(Statuses.Sum(status => (status.Length * 8) + 50) / PlotWidth);

    /// <summary>
    /// Gives every point a height within its line: with names one of its own, so that they go below each other; without, the
    /// first where the point before it is <paramref name="apart"/> years away.
    /// </summary>
    private double[] FanOut(double apart, out LinePlaces lines)
    {
        var places = new double[Points.Count];
        var (centres, borders) = (new List<double>(), new List<double>());
        var top = 0;
        for (var line = 0; line < Lines.Count; line++)
        {
            var own = Enumerable.Range(0, Points.Count).Where(i => Points[i].Line == line).OrderBy(i => Points[i].Time).ToList();
            var byName = Points.Count <= NamedPoints;
            var ends = new List<double>();
            foreach (var i in own)
            {
                var free = byName ? -1 : ends.FindIndex(end => Points[i].Time - end >= apart);
                if (free < 0)
                {
                    free = ends.Count;
                    ends.Add(0);
                }

                ends[free] = Points[i].Time;
                places[i] = top + free;
            }

            var used = Math.Max(ends.Count, 1);
            centres.Add(top + ((used - 1) / 2.0));
            top += used;
            borders.Add(top - 0.5);
        }

        lines = new LinePlaces(centres, borders.Take(Lines.Count - 1).ToList(), top);
        return places;
    }

    private static PlotlyObject Border(double at) => new()
    {
        ["type"] = "line",
        ["xref"] = "paper",
        ["x0"] = 0,
        ["x1"] = 1,
        ["y0"] = at,
        ["y1"] = at,
        ["line"] = new PlotlyObject { ["color"] = Palette.Grid, ["width"] = 1 },
        ["layer"] = "below",
    };

    private sealed record LinePlaces(IReadOnlyList<double> Centres, IReadOnlyList<double> Borders, int End);
}

/// <summary>
/// One thing on the line with number <paramref name="Line"/>. <paramref name="Time"/> is a year with its fraction;
/// <paramref name="Hover"/> is escaped already.
/// </summary>
internal sealed record TimelinePoint(int Line, double Time, string Name, string Status, string Hover)
{
    public int Year => (int)Math.Floor(Time);
}
