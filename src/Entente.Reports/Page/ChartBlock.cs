using System.Text;
using System.Text.Json.Nodes;
using Entente.Charts;
using Entente.Charts.Display;

namespace Entente.Reports.Page;

/// <summary>Writes a chart as the page draws it: its data beside its place. The page's own heading stands for its title.</summary>
internal static class ChartBlock
{
    // Plotly keeps room above for the title; without it a thin edge is enough.
    private const int TopWithoutTitle = 20;
    private const int TopWithLegend = 44;

    public static void Write(StringBuilder html, Figure figure)
    {
        var anchor = PageText.Anchor(figure.Name);
        html.Append("<figure><div class=\"chart\" data-chart=\"").Append(anchor).Append("-data\" role=\"img\" aria-label=\"")
            .Append(PageText.Encode(figure.AltText)).Append("\"></div>")
            .Append("<script type=\"application/json\" id=\"").Append(anchor).Append("-data\">")
            .Append(ChartDisplay.ForScript(WithoutTitle(ChartDisplay.PlotlyJson(figure)))).Append("</script>");
        if (figure.Source.Length > 0)
        {
            html.Append("<figcaption>").Append(PageText.Encode(figure.Source)).Append("</figcaption>");
        }

        html.Append("</figure>\n");
    }

    private static string WithoutTitle(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject chart || chart["layout"] is not JsonObject layout)
        {
            return json;
        }

        layout.Remove("title");
        // A width fixed by hand would break the page on a phone and on paper.
        layout.Remove("width");
        layout["autosize"] = true;
        if (layout["margin"] is JsonObject margin && margin["t"]?.GetValue<double>() is { } top && layout["height"]?.GetValue<double>() is { } height)
        {
            // A legend above the plot keeps its room.
            var edge = layout["legend"]?["orientation"]?.GetValue<string>() == "h" ? TopWithLegend : TopWithoutTitle;
            margin["t"] = edge;
            layout["height"] = height - Math.Max(0, top - edge);
        }

        return chart.ToJsonString();
    }
}
