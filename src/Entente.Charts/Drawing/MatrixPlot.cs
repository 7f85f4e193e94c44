using Plotly.NET;

namespace Entente.Charts.Drawing;

/// <summary>A matrix of counts: the shade shows, the number in the cell says. Cells without a count stay white.</summary>
internal sealed record MatrixPlot
{
    private const int CellHeight = 34;
    private const int LevelColumns = 8;
    private const int LevelCharacters = 56;
    private const int SteepCharacters = 30;

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
            ["textfont"] = new PlotlyObject { ["color"] = Palette.Ink },
            ["customdata"] = Counts.Select((row, r) => row.Select((count, c) => Hover(labels, r, c, count)).ToArray()).ToArray(),
            ["hovertemplate"] = "%{customdata}<extra></extra>",
            ["hoverongaps"] = false,
            ["colorscale"] = Palette.Blues,
            ["zmin"] = 0,
            // A matrix of ones is pale, not alarming.
            ["zmax"] = Math.Max(3, max),
            ["showscale"] = false,
            ["xgap"] = 3,
            ["ygap"] = 3,
        }.ToTrace("heatmap");

        // Few columns have their names level below them, broken to the width of a column; many have them steep.
        var level = Columns.Count <= LevelColumns;
        var width = LevelCharacters / Math.Max(4, Columns.Count);
        var names = Columns.Select(name => level ? PlotlyText.Wrap(name, width, 3) : PlotlyText.Escape(PlotlyText.Cut(name, SteepCharacters))).ToList();
        var room = level ? names.Max(name => name.Split("<br>").Length - 1) * 17 : names.Max(name => name.Length) * 6;
        var across = ChartFrame.PlaceAxis([.. Columns.Select((_, i) => (double)i)], names, ColumnTitle);
        across["tickangle"] = level ? 0 : -60;
        across["range"] = new[] { -0.5, Math.Max(Columns.Count, 4) - 0.5 };
        var down = ChartFrame.PlaceAxis([.. Rows.Select((_, i) => (double)i)], [.. Rows.Select(name => PlotlyText.Wrap(name))], RowTitle);
        down["range"] = new[] { Rows.Count - 0.5, -0.5 };
        var parts = new PlotlyObject { ["xaxis"] = across, ["yaxis"] = down };
        return frame.Build([trace], Math.Max(80, Rows.Count * CellHeight), parts, bottom: room);
    }

    private string Hover(ChartLabels labels, int row, int column, int count) =>
        $"<b>{PlotlyText.Escape(Rows[row])}</b><br>{PlotlyText.Escape(Columns[column])}<br>{PlotlyText.Escape(labels.Count(count, Counted))}";
}
