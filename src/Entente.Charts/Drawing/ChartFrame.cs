using Plotly.NET;

namespace Entente.Charts.Drawing;

/// <summary>What every chart of the house shares: title with the source line under it, type, margins, and the empty chart.</summary>
internal sealed class ChartFrame(ChartLabels labels, string title, string source)
{
    private const string Fonts = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    // Room for the two lines of the title, and for the title of the axis under the plot.
    internal const int Top = 84;
    private const int Bottom = 56;
    private const int Side = 24;

    // A source line that says much goes on below itself.
    private const int SourceLength = 112;
    private const int SourceLineHeight = 24;

    /// <summary>What stands between the parts of a source line.</summary>
    public const string Joint = " · ";

    // Nothing to zoom or select in counts: a reader may take the picture.
    private static readonly string[][] Buttons = [["toImage"]];

    public ChartLabels Labels { get; } = labels;

    public string Title { get; } = title;

    /// <summary>Builds the chart: <paramref name="plotHeight"/> is the height of the plotting area in pixels,
    /// <paramref name="bottom"/> the room below it for names beyond one line,
    /// <paramref name="top"/> the room above it for a legend, <paramref name="left"/> the least room beside it for an axis.</summary>
    public GenericChart Build(IEnumerable<Trace> traces, int plotHeight, PlotlyObject parts, int bottom = 0, int top = 0, int left = Side)
    {
        top += Top + MoreLines(source);
        var height = top + Bottom + bottom + plotHeight;
        var layout = new PlotlyObject
        {
            ["title"] = new PlotlyObject
            {
                ["text"] = Heading(Title, source),
                ["x"] = 0,
                ["xref"] = "container",
                ["pad"] = new PlotlyObject { ["l"] = 16 },
                ["y"] = Math.Round(1 - (28.0 / height), 4),
                ["yref"] = "container",
                ["yanchor"] = "top",
                ["font"] = new PlotlyObject { ["size"] = 19, ["color"] = Palette.Ink },
            },
            ["font"] = HouseFont(),
            ["height"] = height,
            ["autosize"] = true,
            ["margin"] = new PlotlyObject { ["l"] = left, ["r"] = Side, ["t"] = top, ["b"] = Bottom + bottom },
            ["paper_bgcolor"] = "#FFFFFF",
            ["plot_bgcolor"] = "#FFFFFF",
            ["hoverlabel"] = new PlotlyObject
            {
                ["align"] = "left",
                ["bgcolor"] = "#FFFFFF",
                ["font"] = new PlotlyObject { ["size"] = 13, ["color"] = Palette.Ink },
            },
            ["separators"] = SeparatorsOf(Labels.Language),
        };
        foreach (var (name, value) in parts)
        {
            layout[name] = value;
        }

        var list = Microsoft.FSharp.Collections.ListModule.OfSeq(traces);
        return GenericChart.NewMultiChart(list, layout.ToLayout(), HouseConfig(), new DisplayOptions());
    }

    public static PlotlyObject HouseFont() => new() { ["family"] = Fonts, ["size"] = 14, ["color"] = Palette.Ink };

    public static Config HouseConfig()
    {
        var config = new Config();
        config.SetProperty("responsive", true);
        config.SetProperty("displaylogo", false);
        config.SetProperty("modeBarButtons", Buttons);
        return config;
    }

    /// <summary>How a language parts decimals and thousands, as Plotly wants it told.</summary>
    public static string SeparatorsOf(string language) => language == "fr" ? ",\u202f" : ".,";

    /// <summary>The title, and under it in small what the chart was read from.</summary>
    public static string Heading(string title, string source)
    {
        var heading = $"<b>{PlotlyText.Escape(title)}</b>";
        return source.Length == 0
            ? heading
            : $"{heading}<br><span style=\"font-size:13px;color:{Palette.Faint}\">{string.Join("<br>", LinesOf(source).Select(PlotlyText.Escape))}</span>";
    }

    /// <summary>The height of what stands below the source's first line.</summary>
    public static int MoreLines(string source) => (LinesOf(source).Count - 1) * SourceLineHeight;

    // A line ends between the parts of the source: how many articles, what is not shown.
    private static List<string> LinesOf(string source)
    {
        var lines = new List<string>();
        foreach (var part in source.Split(Joint))
        {
            if (lines.Count > 0 && lines[^1].Length + Joint.Length + part.Length <= SourceLength)
            {
                lines[^1] += Joint + part;
            }
            else
            {
                lines.Add(part);
            }
        }

        return lines;
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

    /// <summary>An axis of numbers of things: whole ticks from zero to <paramref name="room"/> times the longest bar.</summary>
    public static PlotlyObject CountAxis(string title, int max, double room = 1.1) => new()
    {
        ["title"] = AxisTitle(title),
        ["automargin"] = true,
        ["range"] = new[] { 0, Math.Max(1, max) * room },
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
        ["title"] = AxisTitle(title),
        ["type"] = "linear",
        ["tickmode"] = "array",
        ["tickvals"] = places,
        ["ticktext"] = labels,
        // Invisible ticks keep the names a little away from the axis.
        ["ticks"] = "outside",
        ["ticklen"] = 7,
        ["tickcolor"] = "rgba(0,0,0,0)",
        ["automargin"] = true,
        ["showgrid"] = false,
        ["zeroline"] = false,
        ["fixedrange"] = true,
    };

    private static PlotlyObject AxisTitle(string title) => new()
    {
        ["text"] = PlotlyText.Escape(title),
        ["standoff"] = 12,
        ["font"] = new PlotlyObject { ["size"] = 14, ["color"] = Palette.Faint },
    };

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
