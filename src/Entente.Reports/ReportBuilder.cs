using System.Text;
using Entente.Charts;
using Entente.Charts.Display;
using Entente.Reports.Page;
using Microsoft.Data.Analysis;

namespace Entente.Reports;

/// <summary>
/// Writes a report as one HTML page that needs nothing else: plotly.js inside it once, no network, the same bytes for the
/// same content. Each chart and table stands over the sentences that its numbers were read from.
/// </summary>
public sealed class ReportBuilder(Report report)
{
    private static readonly string[] DocumentColumns = ["doc_id", "date", "agency", "title"];

    private readonly ChartLabels _labels = ChartLabels.For(report.Language).With(typeof(ReportBuilder).Assembly, "Entente.Reports.Labels.report.tsv");

    /// <summary>The page as text.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder(4_500_000);
        WriteHead(html);
        html.Append("<body>\n<header>\n<h1>").Append(PageText.Encode(report.Title)).Append("</h1>\n");
        WriteFacts(html);
        html.Append("<noscript><p class=\"note\">").Append(PageText.Encode(_labels["report.chart_note"])).Append("</p></noscript>\n</header>\n");
        WriteContents(html);
        html.Append("<main>\n");
        for (var i = 0; i < report.Sections.Count; i++)
        {
            WriteSection(html, report.Sections[i], i);
        }

        if (report.Sections.Count == 0)
        {
            html.Append("<p>").Append(PageText.Encode(_labels["report.no_section"])).Append("</p>\n");
        }

        WriteDocuments(html);
        html.Append("</main>\n");
        if (HasCharts)
        {
            html.Append("<script>").Append(PlotlyScript.Text).Append("</script>\n<script>").Append(PageResources.Script).Append("</script>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>Writes the page to a file: beside it first, then renamed.</summary>
    public void WriteHtml(string path) => Files.FileReplacement.WriteText(path, ToHtml());

    private bool HasCharts => report.Figures.Any();

    private void WriteHead(StringBuilder html)
    {
        // Scripts run by their hash alone. Styles can't be pinned so: plotly.js makes its own while it draws.
        var scripts = HasCharts ? $"{PageResources.Source(PlotlyScript.Text)} {PageResources.Source(PageResources.Script)}" : "'none'";
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(_labels.Language).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src ").Append(scripts)
            .Append("; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light\">\n<title>")
            .Append(PageText.Encode(report.Title)).Append("</title>\n<style>\n").Append(PageResources.Style).Append("</style>\n</head>\n");
    }

    private void WriteFacts(StringBuilder html)
    {
        if (report.Facts.Count == 0)
        {
            return;
        }

        html.Append("<dl aria-label=\"").Append(PageText.Encode(_labels["report.facts"])).Append("\">\n");
        foreach (var fact in report.Facts)
        {
            html.Append("<dt>").Append(PageText.Encode(fact.Name)).Append("</dt><dd>").Append(PageText.Encode(fact.Value)).Append("</dd>\n");
        }

        html.Append("</dl>\n");
    }

    private void WriteContents(StringBuilder html)
    {
        html.Append("<nav aria-label=\"").Append(PageText.Encode(_labels["report.contents"])).Append("\">\n<h2>")
            .Append(PageText.Encode(_labels["report.contents"])).Append("</h2>\n<ul>\n");
        for (var i = 0; i < report.Sections.Count; i++)
        {
            var section = report.Sections[i];
            html.Append("<li><a href=\"#").Append(SectionAnchor(i)).Append("\">").Append(PageText.Encode(section.Title)).Append("</a>\n<ul>\n");
            foreach (var item in section.Items)
            {
                html.Append("<li><a href=\"#").Append(PageText.Anchor(item.Name)).Append("\">").Append(PageText.Encode(item.Title)).Append("</a></li>\n");
            }

            html.Append("</ul></li>\n");
        }

        if (report.Documents is not null)
        {
            html.Append("<li><a href=\"#articles\">").Append(PageText.Encode(_labels["report.articles"])).Append("</a></li>\n");
        }

        html.Append("</ul>\n</nav>\n");
    }

    private void WriteSection(StringBuilder html, ReportSection section, int number)
    {
        html.Append("<section aria-labelledby=\"").Append(SectionAnchor(number)).Append("\">\n<h2 id=\"").Append(SectionAnchor(number)).Append("\">")
            .Append(PageText.Encode(section.Title)).Append("</h2>\n");
        foreach (var paragraph in section.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(PageText.Encode(paragraph)).Append("</p>\n");
        }

        var tables = new NumberTable(_labels);
        var sentences = new EvidenceList(_labels, report.ArticleLanguage, ArticleIds());
        foreach (var item in section.Items)
        {
            var evidence = new EvidenceGroups(item);
            html.Append("<article>\n<h3 id=\"").Append(PageText.Anchor(item.Name)).Append("\">").Append(PageText.Encode(item.Title)).Append("</h3>\n");
            if (item.Figure is { } figure)
            {
                ChartBlock.Write(html, figure);
            }

            if (item.Table.Columns.Count > 0)
            {
                tables.Write(html, item, evidence);
                sentences.Write(html, item, evidence);
            }

            html.Append("</article>\n");
        }

        html.Append("</section>\n");
    }

    private void WriteDocuments(StringBuilder html)
    {
        if (report.Documents is not { } documents)
        {
            return;
        }

        html.Append("<section aria-labelledby=\"articles\">\n<h2 id=\"articles\">").Append(PageText.Encode(_labels["report.articles"])).Append("</h2>\n<p class=\"note\">")
            .Append(PageText.Encode(_labels["report.articles_hint"])).Append("</p>\n<div class=\"wide\"><table><thead><tr>");
        var columns = DocumentColumns.Where(name => Has(documents, name)).ToList();
        foreach (var column in columns)
        {
            html.Append("<th scope=\"col\">").Append(PageText.Encode(_labels.Column(column))).Append("</th>");
        }

        html.Append("</tr></thead><tbody>\n");
        for (long row = 0; row < documents.Rows.Count; row++)
        {
            var id = Has(documents, "doc_id") ? TableDisplay.Cell(documents["doc_id"][row]) : "";
            html.Append("<tr id=\"").Append(EvidenceList.ArticleAnchor(id)).Append("\">");
            foreach (var column in columns)
            {
                var isTitle = column == "title";
                html.Append(isTitle ? $"<td lang=\"{PageText.Encode(report.ArticleLanguage)}\">" : "<td class=\"unbroken\">")
                    .Append(PageText.Encode(TableDisplay.Cell(documents[column][row]))).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n</section>\n");
    }

    private HashSet<string> ArticleIds() => report.Documents is { } documents && Has(documents, "doc_id")
        ? [.. Enumerable.Range(0, (int)documents.Rows.Count).Select(row => TableDisplay.Cell(documents["doc_id"][row]))]
        : [];

    private static bool Has(DataFrame table, string column) => table.Columns.Any(c => c.Name == column);

    private static string SectionAnchor(int number) => $"section-{number + 1}";
}
