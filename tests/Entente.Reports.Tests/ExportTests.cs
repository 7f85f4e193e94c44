using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Entente.Reports.Files;
using Entente.Reports.Office;
using Entente.Reports.Pictures;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Tests;

public sealed class ExportTests : IDisposable
{
    private const string Hostile = "| <b>x</b> \u0001 =1+1 [y](z) *w*";

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_parquet_file_gives_the_table_back()
    {
        var path = Path.Combine(_folder, "t.parquet");
        var table = new DataFrame(
            new StringDataFrameColumn("name", ["é |", null!, ""]), new Int32DataFrameColumn("n", new int?[] { 1, null, 3 }), new BooleanDataFrameColumn("yes", [true, false, true]));
        ParquetTable.Write(table, path);
        await using var reader = await Parquet.ParquetReader.CreateAsync(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["name", "n", "yes"], reader.Schema.GetDataFields().Select(field => field.Name));
        Assert.Equal([typeof(int), typeof(bool)], reader.Schema.GetDataFields().Skip(1).Select(field => field.ClrType));
        using var group = reader.OpenRowGroupReader(0);
        Assert.Equal(3, group.RowCount);
        var rows = (await Parquet.Serialization.ParquetSerializer.DeserializeAsync<Row>(path, cancellationToken: TestContext.Current.CancellationToken)).Data;
        Assert.Equal([("é |", 1, true), (null, null, false), ("", 3, true)], rows.Select(row => (row.name, row.n, row.yes)));
        var first = File.ReadAllBytes(path);
        ParquetTable.Write(table, path);
        Assert.Equal(first, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_same_report_gives_the_same_files()
    {
        var first = Written("first");
        var second = Written("second");
        foreach (var format in new[] { "md", "xlsx", "docx" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(first, "report." + format)), File.ReadAllBytes(Path.Combine(second, "report." + format)));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Word_and_Excel_files_are_valid(string language)
    {
        var folder = Written("valid", TestReports.Report(language, Hostile));
        var validator = new OpenXmlValidator();
        using var word = WordprocessingDocument.Open(Path.Combine(folder, "report.docx"), isEditable: false);
        Assert.Empty(validator.Validate(word, TestContext.Current.CancellationToken).Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
        using var excel = SpreadsheetDocument.Open(Path.Combine(folder, "report.xlsx"), isEditable: false);
        Assert.Empty(validator.Validate(excel, TestContext.Current.CancellationToken).Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
    }

    [Fact]
    public void The_document_has_the_charts_the_tables_and_the_sentences()
    {
        using var word = WordprocessingDocument.Open(Path.Combine(Written("word"), "report.docx"), isEditable: false);
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("Russia", text, StringComparison.Ordinal);
        Assert.Contains("Le ministre a reçu son homologue. (a [0–33])", text, StringComparison.Ordinal);
        Assert.Equal(2, word.MainDocumentPart.ImageParts.Count());
    }

    [Fact]
    public void The_workbook_has_a_sheet_for_each_table_and_its_sentences()
    {
        var path = Path.Combine(Written("excel", TestReports.Report(sentence: Hostile)), "report.xlsx");
        var sheets = MiniExcelLibs.MiniExcel.GetSheetNames(path);
        Assert.Equal(7, sheets.Count);
        Assert.All(sheets, name => Assert.InRange(name.Length, 1, 31));
        var rows = MiniExcelLibs.MiniExcel.Query(path, useHeaderRow: true, sheetName: "Coverage by partner").Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(["Russia", "Türkiye"], rows.Select(row => row["Partner"]));
        Assert.Equal([3.0, 1.0], rows.Select(row => row["Articles"]));
        using var excel = SpreadsheetDocument.Open(path, isEditable: false);
        Assert.All(
            excel.WorkbookPart!.WorksheetParts,
            sheet => Assert.Empty(sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()));
    }

    [Fact]
    public void Names_of_sheets_stay_short_and_apart()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string[] names = [.. Enumerable.Range(0, 12).Select(_ => Workbook.SheetName("a/very:long*name?of[a]table-that-goes-on +", taken))];
        Assert.Equal(12, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.True(name.Length <= 31 && name.EndsWith(" +", StringComparison.Ordinal)));
    }

    [Fact]
    public void Markdown_takes_no_mark_from_the_articles()
    {
        var text = File.ReadAllText(Path.Combine(Written("md", TestReports.Report(sentence: Hostile, title: "# T")), "report.md"));
        Assert.StartsWith("# \\# T\n", text, StringComparison.Ordinal);
        Assert.Contains("\\| \\<b\\>x\\</b\\>   =1+1 \\[y\\](z) \\*w\\*", text, StringComparison.Ordinal);
        Assert.Contains("| RUS | Russia | 3 |", text, StringComparison.Ordinal);
        Assert.Contains("](charts/coverage-by-partner.png)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_prints_to_pdf_and_holds_no_time()
    {
        if (Browser.Find() is null)
        {
            Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
            Assert.Skip("no Chrome or Chromium here");
        }

        new ReportBuilder(TestReports.Report()).WriteHtml(Path.Combine(_folder, "report.html"));
        Assert.Empty(ReportExport.Write(TestReports.Report(), Pictures(), ["pdf"], _folder));
        var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_folder, "report.pdf")));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/CreationDate (D:20000101000000", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_a_document_holds_its_longest_word_also_in_a_wide_face()
    {
        // Characters of DejaVu Sans in bold, at the size of a cell, are about 131 twentieths of a point wide.
        var widths = WordColumns.WidthsOf([["Part", "Characters"], ["article proper", "11785"]]).Select(width => int.Parse(width, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(widths[1] >= (131 * "Characters".Length) + 160);
        Assert.InRange(widths.Sum(), 9600, 9638);
    }

    private string Written(string name, Report? report = null)
    {
        var folder = Path.Combine(_folder, name);
        Assert.Empty(ReportExport.Write(report ?? TestReports.Report(), Pictures(), ["md", "xlsx", "docx"], folder));
        return folder;
    }

    // A picture of one point will do where none is looked at.
    private static Dictionary<string, ChartPicture> Pictures()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        return TestReports.Report().Figures.ToDictionary(figure => figure.Name, figure => new ChartPicture(figure.Name, "<svg/>", png, png), StringComparer.Ordinal);
    }

    private sealed class Row
    {
        public string? name { get; set; }

        public int? n { get; set; }

        public bool? yes { get; set; }
    }
}
