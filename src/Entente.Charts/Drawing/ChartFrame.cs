using Plotly.NET;

namespace Entente.Charts.Drawing;

/// <summary>What every chart of the house shares: title with the source line under it, type, margins, and the empty chart.</summary>
internal sealed class ChartFrame(ChartLabels labels, string title, string source)
{
    private const string Fonts = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    // Room for the two lines of the title, and for the title of the axis under the plot.
    private const int Top = 84;
    private const int Bottom = 56;

    public ChartLabels Labels { get; } = labels;

    public string Title { get; } = title;

    /// <summary>Builds the chart: <paramref name="plotHeight"/> is the height of the plotting area in pixels.</summary>
    public GenericChart Build(IEnumerable<Trace> traces, int plotHeight, PlotlyObject parts, string note = "")
    {
        var layout = new PlotlyObject
        {
            ["title"] = new PlotlyObject
            {
                ["text"] = Heading(note),
                ["x"] = 0,
                ["xref"] = "container",
                ["pad"] = new PlotlyObject { ["l"] = 16 },
                ["y"] = 1,
                ["yref"] = "container",
                ["yanchor"] = "top",
                ["font"] = new PlotlyObject { ["size"] = 19, ["color"] = Palette.Ink },
            },
            ["font"] = new PlotlyObject { ["family"] = Fonts, ["size"] = 14, ["color"] = Palette.Ink },
            ["height"] = Top + Bottom + plotHeight,
            ["autosize"] = true,
            ["margin"] = new PlotlyObject { ["l"] = 24, ["r"] = 24, ["t"] = Top, ["b"] = Bottom },
            ["paper_bgcolor"] = "#FFFFFF",
            ["plot_bgcolor"] = "#FFFFFF",
            ["hoverlabel"] = new PlotlyObject
            {
                ["align"] = "left",
                ["bgcolor"] = "#FFFFFF",
                ["font"] = new PlotlyObject { ["size"] = 13, ["color"] = Palette.Ink },
            },
            ["separators"] = Labels.Language == "fr" ? ",\u202f" : ".,",
        };
        ((PlotlyObject)layout["title"])["pad"] = new PlotlyObject { ["l"] = 16, ["t"] = 16 };
        foreach (var (name, value) in parts)
        {
            layout[name] = value;
        }

        var config = new Config();
        config.SetProperty("responsive", true);
        config.SetProperty("displaylogo", false);
        var list = Microsoft.FSharp.Collections.ListModule.OfSeq(traces);
        return GenericChart.NewMultiChart(list, layout.ToLayout(), config, new DisplayOptions());
    }

    /// <summary>A chart that says that there is nothing to show.</summary>
    public GenericChart Empty() => Build(
        [new PlotlyObject { ["x"] = Array.Empty<int>(), ["y"] = Array.Empty<int>(), ["hoverinfo"] = "skip" }.ToTrace("scatter")],
        120,
        new PlotlyObject
        {
            ["xaxis"] = new PlotlyObject { ["visible"] = false },
            ["yaxis"] = new PlotlyObject { ["visible"] = false },
            ["annotations"] = new[]
            {
                new PlotlyObject
                {
                    ["text"] = PlotlyText.Escape(Labels["text.no_data"]),
                    ["xref"] = "paper",
                    ["yref"] = "paper",
                    ["x"] = 0.5,
                    ["y"] = 0.5,
                    ["showarrow"] = false,
                    ["font"] = new PlotlyObject { ["size"] = 15, ["color"] = Palette.Faint },
                },
            },
        });

    /// <summary>An axis of numbers of things: whole ticks from zero to a little above the longest bar.</summary>
    public static PlotlyObject CountAxis(string title, int max) => new()
    {
        ["title"] = new PlotlyObject { ["text"] = PlotlyText.Escape(title), ["standoff"] = 12 },
        ["range"] = new[] { 0, Math.Max(1, max) * 1.1 },
        ["tickformat"] = ",d",
        ["dtick"] = WholeStep(max),
        ["gridcolor"] = Palette.Grid,
        ["zeroline"] = true,
        ["zerolinecolor"] = Palette.Faint,
        ["fixedrange"] = true,
    };

    /// <summary>An axis with a label at each of the given places; labels are escaped already.</summary>
    public static PlotlyObject PlaceAxis(IReadOnlyList<double> places, IReadOnlyList<string> labels, string title = "") => new()
    {
        ["title"] = new PlotlyObject { ["text"] = PlotlyText.Escape(title), ["standoff"] = 12 },
        ["type"] = "linear",
        ["tickmode"] = "array",
        ["tickvals"] = places,
        ["ticktext"] = labels,
        ["automargin"] = true,
        ["showgrid"] = false,
        ["zeroline"] = false,
        ["fixedrange"] = true,
    };

    private string Heading(string note)
    {
        var under = string.Join(" · ", new[] { source, note }.Where(part => part.Length > 0).Select(PlotlyText.Escape));
        var heading = $"<b>{PlotlyText.Escape(Title)}</b>";
        return under.Length == 0 ? heading : $"{heading}<br><span style=\"font-size:13px;color:{Palette.Faint}\">{under}</span>";
    }

    // 1, 2 or 5 times a power of ten, at most about eight ticks.
    private static double WholeStep(int max)
    {
        double step = 1;
        for (var i = 0; max / step > 8; i++)
        {
            step *= i % 3 == 1 ? 2.5 : 2;
        }

        return step;
    }
}
