using System.Text.Json.Nodes;
using Cellule.Notebooks.Display;
using Entente.Charts;
using Entente.Charts.Display;
using Microsoft.Data.Analysis;
using Figure = Entente.Charts.Figure;
using GenericChart = Plotly.NET.GenericChart;

namespace Entente.Cli.Composition;

/// <summary>
/// How charts and tables are shown in a notebook: Plotly's own JSON for the clients that draw it, HTML that needs no network,
/// and plain text always.
/// </summary>
internal static class CellFormats
{
    /// <summary>The type that clients with a Plotly of their own draw.</summary>
    public const string PlotlyJson = "application/vnd.plotly.v1+json";
    private const string Html = "text/html";
    private const string Plain = "text/plain";

    // What a live page needs before its first chart; files never hold it.
    private static readonly PagePrelude Plotly = new("entente-plotly", ChartDisplay.PlotlyLoaderHtml);

    /// <summary>Types are named, not touched: no assembly is loaded before such a value is shown.</summary>
    public static DisplayFormats Create() => new DisplayFormats()
        .Add("Entente.Charts.Figure", OfFigure)
        .Add("Plotly.NET.GenericChart", OfChart)
        .Add("Microsoft.Data.Analysis.DataFrame", OfTable)
        .Add("Entente.Charts.NamedTable", OfNamedTable)
        .Add("Entente.Summary", OfSummary);

    private static MimeBundle OfFigure(object value)
    {
        var figure = (Figure)value;
        var bundle = DisplayFormats.Bundle(
            (PlotlyJson, JsonNode.Parse(ChartDisplay.PlotlyJson(figure))!),
            (Html, ChartDisplay.Html(figure)),
            (Plain, ChartDisplay.Text(figure)));
        return new MimeBundle { Data = bundle.Data, Prelude = Plotly };
    }

    private static MimeBundle OfChart(object value)
    {
        var chart = (GenericChart)value;
        var bundle = DisplayFormats.Bundle(
            (PlotlyJson, JsonNode.Parse(ChartDisplay.PlotlyJson(chart))!),
            (Html, ChartDisplay.Html(chart)),
            (Plain, ChartDisplay.Text(chart)));
        return new MimeBundle { Data = bundle.Data, Prelude = Plotly };
    }

    private static MimeBundle OfTable(object value) => OfTable((DataFrame)value);

    private static MimeBundle OfNamedTable(object value) => OfTable(((NamedTable)value).Table);

    private static MimeBundle OfSummary(object value) => OfTable(((Summary)value).Table);

    private static MimeBundle OfTable(DataFrame table) =>
        DisplayFormats.Bundle((Html, TableDisplay.Html(table)), (Plain, TableDisplay.Text(table)));
}
