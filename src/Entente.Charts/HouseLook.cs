using Entente.Charts.Drawing;
using Plotly.NET;

namespace Entente.Charts;

/// <summary>Gives a chart drawn with Plotly.NET the type, colours and title of the house's own charts.</summary>
public static class HouseLook
{
    /// <summary>
    /// The chart in the house's look; what was set on it by hand stays. With a <paramref name="title"/> it stands above,
    /// as on the charts of <see cref="HouseCharts"/>.
    /// </summary>
    public static GenericChart InHouseLook(this GenericChart chart, string title = "")
    {
        var layout = new PlotlyObject { ["template"] = new PlotlyObject { ["data"] = Traces(), ["layout"] = Template() } };
        if (title.Length > 0)
        {
            layout["title"] = new PlotlyObject { ["text"] = $"<b>{PlotlyText.Escape(title)}</b>" };
        }

        return GenericChart.addConfig(ChartFrame.HouseConfig(), GenericChart.addLayout(layout.ToLayout(), chart));
    }

    // A number beside a bar is level, and may stand beyond the longest bar.
    private static PlotlyObject Traces() => new()
    {
        ["bar"] = new[] { new PlotlyObject { ["cliponaxis"] = false, ["textangle"] = 0 } },
    };

    private static PlotlyObject Template() => new()
    {
        ["font"] = ChartFrame.HouseFont(),
        ["title"] = new PlotlyObject { ["x"] = 0, ["xref"] = "container", ["pad"] = new PlotlyObject { ["l"] = 16 }, ["font"] = new PlotlyObject { ["size"] = 19 } },
        ["margin"] = new PlotlyObject { ["l"] = 24, ["r"] = 56, ["t"] = 64, ["b"] = 56 },
        ["paper_bgcolor"] = "#FFFFFF",
        ["plot_bgcolor"] = "#FFFFFF",
        ["colorway"] = Enumerable.Range(0, Palette.Size).Select(Palette.Colour).ToArray(),
        ["xaxis"] = Axis(),
        ["yaxis"] = Axis(),
    };

    private static PlotlyObject Axis() => new()
    {
        ["automargin"] = true,
        ["gridcolor"] = Palette.Grid,
        ["zerolinecolor"] = Palette.Faint,
        ["title"] = new PlotlyObject { ["standoff"] = 12, ["font"] = new PlotlyObject { ["size"] = 14, ["color"] = Palette.Faint } },
    };
}
