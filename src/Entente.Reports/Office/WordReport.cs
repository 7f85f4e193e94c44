using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Entente.Charts;
using Entente.Charts.Display;
using Entente.Reports.Files;
using Entente.Reports.Page;
using Entente.Reports.Pictures;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Office;

/// <summary>Writes a report as a Word document: headings that make an outline, charts as pictures, tables, and the sentences behind them.</summary>
public sealed class WordReport(Report report, IReadOnlyDictionary<string, ChartPicture> pictures)
{
    private readonly ChartLabels _labels = ChartLabels.For(report.Language).With(typeof(ReportBuilder).Assembly, "Entente.Reports.Labels.report.tsv");

    /// <summary>Writes the document to a file: beside it first, then renamed.</summary>
    public void Write(string path)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Create(_labels.Language);
            var body = new Body();
            Fill(main, body);
            body.Append(WordStyles.Page());
            main.Document = new Document(body);
        }

        FileReplacement.WriteBytes(path, StablePackage.Repack(package));
    }

    private void Fill(MainDocumentPart main, Body body)
    {
        body.Append(Paragraph(report.Title, "Title"));
        foreach (var fact in report.Facts)
        {
            body.Append(Paragraph(_labels.Text("report.fact", fact.Name, fact.Value), "Note"));
        }

        foreach (var section in report.Sections)
        {
            body.Append(Paragraph(section.Title, "Heading1"));
            foreach (var text in section.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                body.Append(Paragraph(text.Replace('\n', ' ')));
            }

            foreach (var item in section.Items)
            {
                Append(main, body, item);
            }
        }
    }

    private void Append(MainDocumentPart main, Body body, ReportItem item)
    {
        body.Append(Paragraph(item.Title, "Heading2"));
        if (item.Figure is { } figure)
        {
            if (pictures.TryGetValue(figure.Name, out var picture))
            {
                body.Append(new Paragraph(new Run(WordPicture.Create(main, picture, figure.AltText))));
            }

            if (figure.Source.Length > 0)
            {
                body.Append(Paragraph(figure.Source, "Note"));
            }
        }

        if (item.Table.Rows.Count == 0)
        {
            body.Append(Paragraph(_labels["report.no_rows"], "Note"));
            return;
        }

        body.Append(TableOf(item.Table));
        var groups = new EvidenceGroups(item).Groups.ToList();
        if (groups.Count > 0)
        {
            body.Append(Paragraph(_labels.Text("report.evidence", _labels.Number(groups.Sum(group => group.Sentences.Count))), "Heading3"));
        }

        foreach (var group in groups)
        {
            body.Append(Paragraph(EvidenceGroups.Heading(item.Table, group.Row, _labels), "Group"));
            foreach (var sentence in group.Sentences)
            {
                body.Append(Paragraph($"{sentence.Text} ({sentence.DocId} [{sentence.Start}–{sentence.End}])", "Evidence"));
            }
        }
    }

    private Table TableOf(DataFrame frame)
    {
        var columns = CellWords.Shown(frame, _labels);
        string[][] lines = [[.. columns.Select(column => _labels.Column(column.Name))],
            .. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => columns.Select(column => CellWords.Of(frame, column, row, _labels)).ToArray())];
        var widths = WordColumns.WidthsOf(lines);
        var table = new Table(WordStyles.TableLook(), new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        for (var l = 0; l < lines.Length; l++)
        {
            var line = new TableRow(l == 0 ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
            for (var c = 0; c < columns.Count; c++)
            {
                line.Append(Cell(lines[l][c], widths[c], TableDisplay.IsNumber(columns[c]), bold: l == 0));
            }

            table.Append(line);
        }

        return table;
    }

    private static TableCell Cell(string text, string width, bool right, bool bold)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "Cell" });
        if (right)
        {
            properties.Append(new Justification { Val = JustificationValues.Right });
        }

        var run = bold ? new Run(new RunProperties(new Bold())) : new Run();
        run.Append(TextOf(text));
        return new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), new Paragraph(properties, run));
    }

    private static Paragraph Paragraph(string text, string style = "Normal") =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(TextOf(text)));

    // XML 1.0 has no control characters.
    private static Text TextOf(string text) =>
        new(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c))) { Space = SpaceProcessingModeValues.Preserve };
}
