using System.Text;
using Entente.Charts;
using Entente.Charts.Display;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Page;

/// <summary>Writes a table; where there is evidence, each number in the last column leads to its sentences.</summary>
internal sealed class NumberTable(ChartLabels labels)
{
    private const int RowLimit = 500;

    // What is longer scrolls in a frame of its own, so that the chart after it is still found.
    private const int TallRows = 25;

    // Dates and codes are read as one word.
    private static readonly string[] Unbroken = ["date", "month", "year", "partner", "doc_id"];

    // Sentences need room beside the short columns.
    private static readonly string[] Prose = ["title", "sentence", "message"];

    public void Write(StringBuilder html, ReportItem item, EvidenceGroups evidence)
    {
        var table = item.Table;
        if (table.Rows.Count == 0)
        {
            html.Append("<p class=\"note\">").Append(PageText.Encode(labels["report.no_rows"])).Append("</p>\n");
            return;
        }

        var columns = CellWords.Shown(table, labels);
        html.Append(table.Rows.Count > TallRows
            ? $"<div class=\"wide tall\" tabindex=\"0\" role=\"region\" aria-label=\"{PageText.Encode(item.Title)}\"><table>"
            : "<div class=\"wide\"><table>");
        if (item.Figure is not null)
        {
            html.Append("<caption>").Append(PageText.Encode(labels["report.numbers"])).Append("</caption>");
        }

        html.Append("<thead><tr>");
        foreach (var column in columns)
        {
            html.Append("<th scope=\"col\"").Append(Class(column)).Append('>').Append(PageText.Encode(labels.Column(column.Name))).Append("</th>");
        }

        html.Append("</tr></thead><tbody>\n");
        var rows = (int)Math.Min(table.Rows.Count, RowLimit);
        for (var r = 0; r < rows; r++)
        {
            html.Append("<tr id=\"").Append(evidence.RowAnchor(r)).Append("\">");
            foreach (var column in columns)
            {
                var isLast = ReferenceEquals(column, table.Columns[^1]);
                var text = PageText.Encode(CellWords.Of(table, column, r, labels));
                var group = isLast ? evidence.GroupOfRow(r) : null;
                html.Append("<td").Append(Class(column)).Append('>')
                    .Append(group is null ? text : $"<a href=\"#{group.Anchor}\">{text}</a>")
                    .Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
        if (rows < table.Rows.Count)
        {
            html.Append("<p class=\"note\">").Append(PageText.Encode(labels.Text("report.more_rows", labels.Number(table.Rows.Count - rows)))).Append("</p>\n");
        }
    }

    private static string Class(DataFrameColumn column) =>
        TableDisplay.IsNumber(column) ? " class=\"number\""
        : Unbroken.Contains(column.Name) ? " class=\"unbroken\""
        : Prose.Contains(column.Name) ? " class=\"prose\"" : "";
}
