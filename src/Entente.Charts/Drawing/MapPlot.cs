using Plotly.NET;

namespace Entente.Charts.Drawing;

/// <summary>
/// Circles on a map of the world, as large in area as what they count: a count is no density, for which a whole state would be
/// shaded, and the smallest states are seen as well as the largest.
/// </summary>
internal sealed record MapPlot
{
    private const int Height = 400;
    private const double Largest = 38;
    private const double Smallest = 7;

    // A number needs a circle of this width, and no other circle over it.
    private const double NumberedWidth = 19;
    private const double NumberRadius = 6;

    // Pixels for a thousandth of the sphere's radius, in a report's column.
    private const double PixelsOfUnit = 0.157;

    /// <summary>What stands on the map, the largest first, so that small circles lie over large ones.</summary>
    public required IReadOnlyList<MapPoint> Points { get; init; }

    public required string Counted { get; init; }

    public GenericChart Draw(ChartFrame frame)
    {
        var land = WorldMap.Land;
        var background = new PlotlyObject
        {
            ["mode"] = "lines",
            ["x"] = land.X,
            ["y"] = land.Y,
            ["fill"] = "toself",
            ["fillcolor"] = Palette.Grid,
            ["line"] = new PlotlyObject { ["color"] = "#FFFFFF", ["width"] = 0.5 },
            ["hoverinfo"] = "skip",
        };
        var most = Points.Max(point => point.Count);
        var widths = Points.Select(point => Math.Round(Math.Max(Smallest, Largest * Math.Sqrt(point.Count / (double)most)), 1)).ToArray();
        var circles = new PlotlyObject
        {
            ["mode"] = "markers+text",
            ["x"] = Points.Select(point => point.X).ToArray(),
            ["y"] = Points.Select(point => point.Y).ToArray(),
            ["marker"] = new PlotlyObject
            {
                ["size"] = widths,
                ["color"] = Palette.Main,
                ["opacity"] = 0.8,
                ["line"] = new PlotlyObject { ["color"] = "#FFFFFF", ["width"] = 1 },
            },
            ["text"] = Points.Select((point, i) => widths[i] < NumberedWidth || IsCovered(i, widths) ? "" : frame.Labels.Number(point.Count)).ToArray(),
            ["textfont"] = new PlotlyObject { ["color"] = "#FFFFFF", ["size"] = 12 },
            ["customdata"] = Points.Select(point => $"<b>{PlotlyText.Escape(point.Name)}</b><br>{PlotlyText.Escape(frame.Labels.Count(point.Count, Counted))}").ToArray(),
            ["hovertemplate"] = "%{customdata}<extra></extra>",
        };
        var (across, down) = (Axis(), Axis());
        down["scaleanchor"] = "x";
        return frame.Build([background.ToTrace("scatter"), circles.ToTrace("scatter")], Height, new PlotlyObject { ["xaxis"] = across, ["yaxis"] = down, ["showlegend"] = false });
    }

    private bool IsCovered(int at, double[] widths) =>
        Enumerable.Range(at + 1, Points.Count - at - 1).Any(over =>
            double.Hypot(Points[over].X - Points[at].X, Points[over].Y - Points[at].Y) * PixelsOfUnit < (widths[over] / 2) + NumberRadius);

    private static PlotlyObject Axis() => new() { ["visible"] = false, ["fixedrange"] = true };
}

/// <summary>A circle; the place is <see cref="WorldMap.Place"/>'s.</summary>
internal sealed record MapPoint(int X, int Y, string Name, int Count);
