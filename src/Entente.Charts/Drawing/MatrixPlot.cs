using Plotly.NET;

namespace Entente.Charts.Drawing;

/// <summary>A matrix of counts: the shade shows, the number in the cell says. Cells without a count stay white.</summary>
internal sealed record MatrixPlot
{
    private const int CellHeight = 34;

    public required IReadOnlyList<string> Rows { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>By row, then column; 0 where nothing was counted.</summary>
    public required int[][] Counts { get; init; }

    public required string Counted { get; init; }

    public required string RowTitle { get; init; }

    public required string ColumnTitle { get; init; }

    public GenericChart Draw(ChartFrame frame)
    {
        var labels = frame.Labels;
        var max = Counts.SelectMany(row => row).DefaultIfEmpty().Max();
        var trace = new PlotlyObject
        {
            ["x"] = Enumerable.Range(0, Columns.Count).ToArray(),
            ["y"] = Enumerable.Range(0, Rows.Count).ToArray(),
            ["z"] = Counts.Select(row => row.Select(count => count == 0 ? (object?)null : count).ToArray()).ToArray(),
            ["text"] = Counts.Select(row => row.Select(count => count == 0 ? "" : labels.Number(count)).ToArray()).ToArray(),
            ["texttemplate"] = "%{text}",
            ["customdata"] = Counts.Select((row, r) => row.Select((count, c) => Hover(labels, r, c, count)).ToArray()).ToArray(),
            ["hovertemplate"] = "%{customdata}<extra></extra>",
            ["hoverongaps"] = false,
            ["colorscale"] = Palette.Blues,
            ["zmin"] = 0,
            ["zmax"] = Math.Max(1, max),
            ["showscale"] = false,
            ["xgap"] = 3,
            ["ygap"] = 3,
        }.ToTrace("heatmap");

        var across = Axis(Columns, ColumnTitle);
        across["side"] = "bottom";
        across["range"] = new[] { -0.5, Math.Max(Columns.Count, 4) - 0.5 };
        var down = Axis(Rows, RowTitle);
        down["range"] = new[] { Rows.Count - 0.5, -0.5 };
        var parts = new PlotlyObject { ["xaxis"] = across, ["yaxis"] = down };
        return frame.Build([trace], Math.Max(80, Rows.Count * CellHeight), parts);
    }

    private static PlotlyObject Axis(IReadOnlyList<string> names, string title) =>
        ChartFrame.PlaceAxis([.. names.Select((_, i) => (double)i)], [.. names.Select(PlotlyText.Wrap)], title);

    private string Hover(ChartLabels labels, int row, int column, int count) =>
        $"<b>{PlotlyText.Escape(Rows[row])}</b><br>{PlotlyText.Escape(Columns[column])}<br>{PlotlyText.Escape(labels.Count(count, Counted))}";
}
