using Plotly.NET;

namespace Entente.Charts.Drawing;

/// <summary>
/// Bars of counts, one series or several stacked: across for categories (long names read well), upright for time.
/// Bars stand at numbered places and not at names, so that equal, empty or number-like names stay apart.
/// </summary>
internal sealed record BarPlot
{
    private const int BarHeight = 32;
    private const double Room = 1.1;
    private const int UprightHeight = 300;

    // More numbers than this over upright bars run into each other.
    private const int NumberedBars = 24;

    // What a number takes of a bar: a line up, and a digit and its air across. Bars across are about this long in the narrowest report.
    private const int LineHeight = 17;
    private const int DigitWidth = 9;
    private const int AcrossLength = 400;

    // Numbers beside an upright axis and the axis's title, clear of the edge.
    private const int UprightMargin = 84;

    public required IReadOnlyList<string> Categories { get; init; }

    public required IReadOnlyList<BarSeries> Series { get; init; }

    public required string Counted { get; init; }

    public bool Upright { get; init; }

    /// <summary>Title of the axis of categories, for time.</summary>
    public string CategoryTitle { get; init; } = "";

    /// <summary>The whole that the numbers beside single bars are given as shares of; 0: no shares.</summary>
    public int ShareOf { get; init; }

    /// <summary>Which categories get a tick; null for all.</summary>
    public IReadOnlyList<int>? Ticks { get; init; }

    /// <summary>Draws the bars in <paramref name="frame"/>.</summary>
    public GenericChart Draw(ChartFrame frame)
    {
        var totals = Categories.Select((_, i) => Series.Sum(series => series.Counts[i])).ToArray();
        var stacked = Series.Count > 1 || Series.Any(series => series.Name.Length > 0);
        var longest = Math.Max(1, totals.DefaultIfEmpty().Max());
        var traces = Series.Select((series, i) => Bars(frame.Labels, series, i, stacked, longest)).ToList();
        if (stacked && (!Upright || Categories.Count <= NumberedBars))
        {
            traces.Add(Totals(frame.Labels, totals));
        }

        var counts = ChartFrame.CountAxis(frame.Labels["axis." + Counted], totals.DefaultIfEmpty().Max(), room: ShareOf == 0 ? Room : 1.2);
        var places = Places();
        if (!Upright)
        {
            places["range"] = new[] { Categories.Count - 0.4, -0.6 };
        }

        var parts = new PlotlyObject
        {
            ["barmode"] = "stack",
            ["bargap"] = 0.3,
            [Upright ? "xaxis" : "yaxis"] = places,
            [Upright ? "yaxis" : "xaxis"] = counts,
        };
        if (stacked)
        {
            parts["legend"] = new PlotlyObject { ["traceorder"] = "normal", ["font"] = new PlotlyObject { ["size"] = 13 } };
            parts["showlegend"] = true;
        }

        // A legend of many series needs its own height.
        var height = Upright ? UprightHeight : Math.Max(64, Categories.Count * BarHeight);
        height = stacked ? Math.Max(height, Series.Count * 22) : height;
        return Upright ? frame.Build(traces, height, parts, left: UprightMargin) : frame.Build(traces, height, parts);
    }

    private Trace Bars(ChartLabels labels, BarSeries series, int index, bool stacked, int longest)
    {
        var at = Enumerable.Range(0, Categories.Count).ToArray();
        var numbered = !Upright || Categories.Count <= NumberedBars;
        var trace = new PlotlyObject
        {
            ["orientation"] = Upright ? "v" : "h",
            ["x"] = Upright ? at : series.Counts,
            ["y"] = Upright ? series.Counts : at,
            ["marker"] = Marker(series, index, stacked),
            ["customdata"] = at.Select(i => Hover(labels, series, i)).ToArray(),
            ["hovertemplate"] = "%{customdata}<extra></extra>",
        };
        if (numbered)
        {
            trace["text"] = series.Counts.Select(count => (stacked || Upright) && count == 0 || stacked && !Fits(count, longest) ? "" : Written(labels, count)).ToArray();
            trace["textposition"] = stacked ? "inside" : "outside";
            trace["textangle"] = 0;
            trace["cliponaxis"] = false;
            if (stacked)
            {
                trace["insidetextanchor"] = "middle";
                trace["insidetextfont"] = new PlotlyObject { ["color"] = Palette.On(Colour(series, index)) };
            }
        }

        if (stacked)
        {
            trace["name"] = PlotlyText.Escape(series.Name);
            trace["constraintext"] = "none";
        }

        return trace.ToTrace("bar");
    }

    /// <summary>Whether a part of a stacked bar has room for its number; what has none is told by its hover text and by the table.</summary>
    private bool Fits(int count, int longest) => Upright
        ? count * UprightHeight / (longest * Room) >= LineHeight
        : count * AcrossLength / (longest * Room) >= DigitWidth * count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    private static string Colour(BarSeries series, int index) => series.IsRest ? Palette.Rest : Palette.Colour(index);

    private string Written(ChartLabels labels, int count) => ShareOf == 0
        ? labels.Number(count)
        : labels.Text("text.share", labels.Number(count), (int)Math.Round(100.0 * count / ShareOf, MidpointRounding.AwayFromZero));

    private static PlotlyObject Marker(BarSeries series, int index, bool stacked)
    {
        if (!stacked)
        {
            return new PlotlyObject
            {
                ["color"] = Palette.Main,
            };
        }

        return new PlotlyObject
        {
            ["color"] = Colour(series, index),
            // A bar of nothing has no edge either: it would break the line of the axis.
            ["line"] = new PlotlyObject { ["color"] = "#FFFFFF", ["width"] = series.Counts.Select(count => count == 0 ? 0 : 1).ToArray() },
            ["pattern"] = new PlotlyObject
            {
                ["shape"] = series.IsRest ? "" : Palette.Pattern(index),
                ["size"] = 7,
                ["solidity"] = 0.15,
                ["fillmode"] = "overlay",
                ["fgcolor"] = "#FFFFFF",
                ["fgopacity"] = 0.35,
            },
        };
    }

    private Trace Totals(ChartLabels labels, int[] totals)
    {
        var at = Enumerable.Range(0, totals.Length).ToArray();
        return new PlotlyObject
        {
            ["mode"] = "text",
            ["x"] = Upright ? at : totals,
            ["y"] = Upright ? totals : at,
            ["text"] = totals.Select(total => total == 0 ? "" : Upright ? $"<b>{labels.Number(total)}</b>" : $" <b>{labels.Number(total)}</b>").ToArray(),
            ["textposition"] = Upright ? "top center" : "middle right",
            ["cliponaxis"] = false,
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        }.ToTrace("scatter");
    }

    private PlotlyObject Places()
    {
        var ticks = Ticks ?? [.. Enumerable.Range(0, Categories.Count)];
        var axis = ChartFrame.PlaceAxis(
            [.. ticks.Select(i => (double)i)],
            [.. ticks.Select(i => Upright ? PlotlyText.Escape(Categories[i]).Replace(" ", "<br>", StringComparison.Ordinal) : PlotlyText.Wrap(Categories[i]))],
            CategoryTitle);
        if (Upright)
        {
            axis["range"] = new[] { -0.6, Math.Max(Categories.Count - 0.4, 3.4) };
        }

        return axis;
    }

    private string Hover(ChartLabels labels, BarSeries series, int i)
    {
        var name = series.Name.Length == 0 ? "" : PlotlyText.Escape(series.Name) + "<br>";
        return $"<b>{PlotlyText.Escape(Categories[i])}</b><br>{name}{PlotlyText.Escape(labels.Count(series.Counts[i], Counted))}";
    }
}

/// <summary>One series of bars; a name when there are several. <paramref name="IsRest"/>: it sums up what was left out.</summary>
internal sealed record BarSeries(string Name, int[] Counts, bool IsRest = false);
