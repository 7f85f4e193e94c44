using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plotly.NET;

namespace Entente.Charts.Display;

/// <summary>
/// A chart in every form that notebooks and reports show it in. No form holds plotly.js or asks the network for it:
/// the page that shows the chart brings it once (<see cref="PlotlyScript"/>).
/// </summary>
public static partial class ChartDisplay
{
    /// <summary>Plotly's own JSON, <c>application/vnd.plotly.v1+json</c>: data, layout, config.</summary>
    public static string PlotlyJson(Figure figure) => PlotlyJson(figure.Chart);

    /// <inheritdoc cref="PlotlyJson(Figure)"/>
    public static string PlotlyJson(GenericChart chart) => GenericChart.toJson(chart);

    /// <summary>
    /// A fragment that draws itself as soon as the page has plotly.js, now or later. Until then, and where scripts don't run,
    /// it shows <paramref name="picture"/> (a <c>data:</c> address) with the numbers folded under it, or else the numbers as a table.
    /// </summary>
    public static string Html(Figure figure, string picture = "") =>
        Html(PlotlyJson(figure), figure.AltText, picture.Length > 0 ? Picture(picture, figure.AltText) + FoldedNumbers(figure) : Numbers(figure));

    /// <inheritdoc cref="Html(Figure, string)"/>
    public static string Html(GenericChart chart, string picture = "") =>
        Html(PlotlyJson(chart), "", picture.Length > 0 ? Picture(picture, "") : $"<p>{Encode(ChartLabels.For("en")["text.no_drawing"])}</p>");

    /// <summary>The title and the numbers.</summary>
    public static string Text(Figure figure) =>
        figure.Table.Columns.Count == 0 ? figure.Title : $"{figure.Title}\n{TableDisplay.Text(figure.Table)}";

    /// <summary>The title that a chart's layout gives it, without marks of formatting; empty when it has none.</summary>
    public static string Title(GenericChart chart)
    {
        var title = JsonNode.Parse(PlotlyJson(chart))?["layout"]?["title"];
        var text = title is JsonObject parts ? parts["text"] : title;
        return text is JsonValue value && value.TryGetValue<string>(out var written) ? WebUtility.HtmlDecode(Marks().Replace(written.Split("<br>")[0], " ")).Trim() : "";
    }

    /// <summary>A line that says what kind of chart it is.</summary>
    public static string Text(GenericChart chart)
    {
        var types = GenericChart.getTraces(chart).Select(trace => trace.type).Distinct(StringComparer.Ordinal);
        return $"Chart ({string.Join(", ", types)})";
    }

    /// <summary>
    /// Plotly.js for a page that has none, as a script element of 1.5 MB that unpacks it. A host sends it once for a page
    /// and keeps it out of what is saved.
    /// </summary>
    public static string PlotlyLoaderHtml() => PlotlyScript.LoaderHtml();

    /// <summary>JSON that can stand inside a script element: nothing in it can end the element or the string.</summary>
    public static string ForScript(string json) => json
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);

    // The same chart has the same mark in every run; shown twice on a page, both places are drawn.
    private static string Html(string json, string altText, string still)
    {
        var mark = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12];
        return $$"""
            <div data-entente-chart="{{mark}}" role="figure" aria-label="{{Encode(altText)}}">{{still}}</div>
            <script>(function () {
            var chart = {{ForScript(json)}};
            function draw() {
              document.querySelectorAll('[data-entente-chart="{{mark}}"]').forEach(function (place) {
                if (place.dataset.drawn) return;
                place.dataset.drawn = '1';
                place.textContent = '';
                window.Plotly.newPlot(place, chart.data, chart.layout, chart.config);
              });
            }
            if (window.Plotly) draw(); else document.addEventListener('entente-plotly', draw);
            })();</script>
            """.ReplaceLineEndings("\n");
    }

    private static string Picture(string picture, string altText) =>
        $"<img src=\"{Encode(picture)}\" alt=\"{Encode(altText)}\" style=\"max-width:100%\">";

    // A viewer that takes pictures out of a page leaves the numbers to be read.
    private static string FoldedNumbers(Figure figure) => figure.Table.Columns.Count == 0
        ? ""
        : $"<details><summary>{Encode(ChartLabels.For(figure.Language)["text.numbers"])}</summary>{TableDisplay.Html(figure.Table)}</details>";

    private static string Numbers(Figure figure) =>
        $"<p><b>{Encode(figure.Title)}</b></p>{TableDisplay.Html(figure.Table)}<p><small>{Encode(ChartLabels.For(figure.Language)["text.no_drawing"])}</small></p>";

    private static string Encode(string text) => HtmlText.Encode(text);

    [GeneratedRegex(@"\s*<[^<>]*>\s*|\s+")]
    private static partial Regex Marks();
}
