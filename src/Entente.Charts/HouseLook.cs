using Entente.Charts.Drawing;
using Plotly.NET;

namespace Entente.Charts;

/// <summary>Gives a chart drawn with Plotly.NET the type, colours and title of the house's own charts.</summary>
public static class HouseLook
{
    /// <summary>
    /// The chart in the house's look; what was set on it by hand stays. With a <paramref name="title"/> it stands above,
    /// as on the charts of <see cref="HouseCharts"/>, and <paramref name="source"/> under it in small. Numbers are written as
    /// <paramref name="language"/> writes them.
    /// </summary>
    public static GenericChart InHouseLook(this GenericChart chart, string title = "", string source = "", string language = "en")
    {
        var layout = new PlotlyObject
        {
            ["template"] = new PlotlyObject { ["data"] = Traces(), ["layout"] = Template(source.Length > 0 ? ChartFrame.Top + ChartFrame.MoreLines(source) : 64) },
            ["separators"] = ChartFrame.SeparatorsOf(language),
        };
        if (title.Length > 0)
        {
            layout["title"] = new PlotlyObject { ["text"] = ChartFrame.Heading(title, source) };
        }

        return GenericChart.addConfig(ChartFrame.HouseConfig(), GenericChart.addLayout(layout.ToLayout(), chart));
    }

    // A number beside a bar is level, and may stand beyond the longest bar.
    private static PlotlyObject Traces() => new()
    {
        ["bar"] = new[] { new PlotlyObject { ["cliponaxis"] = false, ["textangle"] = 0 } },
    };

    private static PlotlyObject Template(int top) => new()
    {
        ["font"] = ChartFrame.HouseFont(),
        ["title"] = new PlotlyObject { ["x"] = 0, ["xref"] = "container", ["pad"] = new PlotlyObject { ["l"] = 16 }, ["font"] = new PlotlyObject { ["size"] = 19 } },
        ["margin"] = new PlotlyObject { ["l"] = 24, ["r"] = 56, ["t"] = top, ["b"] = 56 },
        ["paper_bgcolor"] = "#FFFFFF",
        ["plot_bgcolor"] = "#FFFFFF",
        ["colorway"] = Enumerable.Range(0, Palette.Size).Select(Palette.Colour).ToArray(),
        ["xaxis"] = Axis(),
        ["yaxis"] = Axis(),
    };

    private static PlotlyObject Axis() => new()
    {
        ["automargin"] = true,
        // Invisible ticks keep the names a little away from the axis.
        ["ticks"] = "outside",
        ["ticklen"] = 7,
        ["tickcolor"] = "rgba(0,0,0,0)",
        ["exponentformat"] = "none",
        ["separatethousands"] = true,
        ["gridcolor"] = Palette.Grid,
        ["zerolinecolor"] = Palette.Faint,
        ["title"] = new PlotlyObject { ["standoff"] = 12, ["font"] = new PlotlyObject { ["size"] = 14, ["color"] = Palette.Faint } },
    };
}
