using System.Text;
using Entente.Charts;

namespace Entente.Reports.Page;

/// <summary>Writes the sentences behind a table's numbers, grouped by number, each with its article and place in it.</summary>
internal sealed class EvidenceList(ChartLabels labels, string articleLanguage, IReadOnlySet<string> articles)
{
    // A page with a hundred thousand sentences opens nowhere; the tables beside the report hold all of them.
    private const int SentenceLimit = 200;

    // What fits a glance stands open.
    private const int OpenLimit = 12;

    public void Write(StringBuilder html, ReportItem item, EvidenceGroups evidence)
    {
        var groups = evidence.Groups.ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var total = groups.Sum(group => group.Sentences.Count);
        html.Append("<details class=\"evidence\"").Append(total <= OpenLimit ? " open" : "").Append("><summary>")
            .Append(PageText.Encode(labels.Text("report.evidence", labels.Number(total)))).Append("</summary>\n");
        foreach (var group in groups)
        {
            WriteGroup(html, item, evidence, group);
        }

        html.Append("</details>\n");
    }

    private void WriteGroup(StringBuilder html, ReportItem item, EvidenceGroups evidence, EvidenceGroup group)
    {
        var heading = EvidenceGroups.Heading(item.Table, group.Row, labels);
        html.Append("<section id=\"").Append(group.Anchor).Append("\"><h4>").Append(PageText.Encode(heading))
            .Append(" <span class=\"count\">").Append(labels.Number(group.Sentences.Count)).Append("</span> <a class=\"back\" href=\"#")
            .Append(evidence.RowAnchor(group.Row)).Append("\" title=\"").Append(PageText.Encode(labels["report.back"]))
            .Append("\" aria-label=\"").Append(PageText.Encode(labels["report.back"])).Append("\">↑</a></h4>\n<ol>\n");
        foreach (var sentence in group.Sentences.Take(SentenceLimit))
        {
            var name = PageText.Encode(sentence.DocId);
            var source = articles.Contains(sentence.DocId) ? $"<a href=\"#{ArticleAnchor(sentence.DocId)}\">{name}</a>" : name;
            html.Append("<li><q lang=\"").Append(PageText.Encode(articleLanguage)).Append("\">").Append(PageText.Encode(sentence.Text))
                .Append("</q> <cite>").Append(source).Append(" [").Append(PageText.Encode(sentence.Start)).Append('–')
                .Append(PageText.Encode(sentence.End)).Append("]</cite></li>\n");
        }

        html.Append("</ol>\n");
        if (group.Sentences.Count > SentenceLimit)
        {
            html.Append("<p class=\"note\">").Append(PageText.Encode(labels.Text("report.more", labels.Number(group.Sentences.Count - SentenceLimit)))).Append("</p>\n");
        }

        html.Append("</section>\n");
    }

    /// <summary>The anchor of an article in the list at the end.</summary>
    public static string ArticleAnchor(string docId) => PageText.Anchor("article-" + docId);
}
