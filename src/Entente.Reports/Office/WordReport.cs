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
            body.Append(Paragraph($"{fact.Name}: {fact.Value}", "Note"));
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
        var table = new Table(WordStyles.TableLook(), new TableGrid(columns.Select(_ => new GridColumn())));
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(columns.Select(column => Cell(_labels.Column(column.Name), TableDisplay.IsNumber(column), bold: true)));
        table.Append(head);
        for (long row = 0; row < frame.Rows.Count; row++)
        {
            var r = row;
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            line.Append(columns.Select(column => Cell(CellWords.Of(column, r, _labels), TableDisplay.IsNumber(column), bold: false)));
            table.Append(line);
        }

        return table;
    }

    private static TableCell Cell(string text, bool right, bool bold)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "Cell" });
        if (right)
        {
            properties.Append(new Justification { Val = JustificationValues.Right });
        }

        var run = bold ? new Run(new RunProperties(new Bold())) : new Run();
        run.Append(TextOf(text));
        return new TableCell(new Paragraph(properties, run));
    }

    private static Paragraph Paragraph(string text, string style = "Normal") =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(TextOf(text)));

    // XML 1.0 has no control characters.
    private static Text TextOf(string text) =>
        new(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c))) { Space = SpaceProcessingModeValues.Preserve };
}
