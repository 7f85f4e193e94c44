using System.Text;
using Entente.Charts;
using Entente.Charts.Display;
using Entente.Reports.Files;
using Entente.Reports.Page;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Markdown;

/// <summary>
/// Writes a report as Markdown: prose, tables, the sentences behind them, and charts as pictures beside it, where they
/// were drawn.
/// </summary>
public sealed class MarkdownReport(Report report)
{
    private readonly ChartLabels _labels = ChartLabels.For(report.Language).With(typeof(ReportBuilder).Assembly, "Entente.Reports.Labels.report.tsv");

    /// <summary>
    /// The report as text. <paramref name="picture"/> answers the address of a chart's picture by its name; empty for none.
    /// </summary>
    public string ToText(Func<string, string> picture)
    {
        var text = new StringBuilder().Append("# ").Append(Escape(report.Title)).Append("\n\n");
        foreach (var fact in report.Facts)
        {
            text.Append("- ").Append(_labels.Text("report.fact", Escape(fact.Name), Escape(fact.Value))).Append('\n');
        }

        foreach (var section in report.Sections)
        {
            text.Append("\n## ").Append(Escape(section.Title)).Append('\n');
            foreach (var paragraph in section.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append('\n').Append(Escape(paragraph)).Append('\n');
            }

            foreach (var item in section.Items)
            {
                Append(text, item, picture);
            }
        }

        return text.ToString();
    }

    /// <summary>Writes the report to a file: beside it first, then renamed.</summary>
    public void Write(string path, Func<string, string> picture) => FileReplacement.WriteText(path, ToText(picture));

    private void Append(StringBuilder text, ReportItem item, Func<string, string> picture)
    {
        text.Append("\n### ").Append(Escape(item.Title)).Append('\n');
        if (item.Figure is { } figure)
        {
            if (picture(figure.Name) is { Length: > 0 } address)
            {
                text.Append("\n![").Append(Escape(figure.AltText)).Append("](").Append(address).Append(")\n");
            }

            if (figure.Source.Length > 0)
            {
                text.Append('\n').Append(Escape(figure.Source)).Append('\n');
            }
        }

        if (item.Table.Rows.Count == 0)
        {
            return;
        }

        AppendTable(text, item.Table);
        foreach (var group in new EvidenceGroups(item).Groups)
        {
            text.Append("\n**").Append(Escape(EvidenceGroups.Heading(item.Table, group.Row, _labels))).Append("**\n\n");
            foreach (var sentence in group.Sentences)
            {
                text.Append("1. ").Append(Escape(sentence.Text)).Append(" (").Append(Escape(sentence.DocId))
                    .Append(' ').Append(Escape($"[{sentence.Start}–{sentence.End}]")).Append(")\n");
            }
        }
    }

    private void AppendTable(StringBuilder text, DataFrame table)
    {
        var columns = CellWords.Shown(table, _labels);
        text.Append("\n| ").AppendJoin(" | ", columns.Select(column => Escape(_labels.Column(column.Name)))).Append(" |\n|")
            .AppendJoin("|", columns.Select(column => TableDisplay.IsNumber(column) ? "---:" : "---")).Append("|\n");
        for (long row = 0; row < table.Rows.Count; row++)
        {
            var r = row;
            text.Append("| ").AppendJoin(" | ", columns.Select(column => Escape(CellWords.Of(table, column, r, _labels)))).Append(" |\n");
        }
    }

    // Text of articles is text: no mark of it is one of Markdown's, and no line of it starts anything.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                escaped.Append(' ');
                continue;
            }

            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~' or '&' or '$' or '!')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
