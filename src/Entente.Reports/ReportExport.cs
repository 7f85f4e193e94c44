using Entente.Reports.Markdown;
using Entente.Reports.Office;
using Entente.Reports.Pictures;

namespace Entente.Reports;

/// <summary>Writes a report in the formats that are asked for, beside its page.</summary>
public static class ReportExport
{
    /// <summary>The formats by the name that a command line gives them.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["md", "xlsx", "docx", "pdf", "parquet"];

    /// <summary>
    /// Writes <c>report.md</c>, <c>report.xlsx</c>, … into <paramref name="folder"/>, where <c>report.html</c> and the folder
    /// <c>charts</c> stand already; Parquet is a file for each table in its folder <c>tables</c>. Answers one line for each that could not be written.
    /// </summary>
    public static IReadOnlyList<string> Write(
        Report report, IReadOnlyDictionary<string, ChartPicture> pictures, IEnumerable<string> formats, string folder)
    {
        var notes = new List<string>();
        foreach (var format in formats.Distinct(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, "report." + format);
            switch (format)
            {
                case "md":
                    new MarkdownReport(report).Write(path, name => pictures.ContainsKey(name) ? $"charts/{name}.png" : "");
                    break;
                case "xlsx":
                    Workbook.Write(report, path);
                    break;
                case "docx":
                    new WordReport(report, pictures).Write(path);
                    break;
                case "parquet":
                    TableFiles.WriteParquet(report, Path.Combine(folder, "tables"));
                    break;
                case "pdf":
                    notes.AddRange(PrintPdf(Path.Combine(folder, "report.html"), path));
                    break;
                default:
                    throw new ArgumentException($"{format}: not one of {string.Join(", ", Formats)}", nameof(formats));
            }
        }

        return notes;
    }

    // The browser writes the time of printing: fourteen digits after each of the two marks, put at a fixed day here.
    private static void WithoutTime(string path)
    {
        var pdf = File.ReadAllBytes(path);
        foreach (var mark in new[] { "/CreationDate (D:", "/ModDate (D:" })
        {
            var at = pdf.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes(mark));
            if (at >= 0 && at + mark.Length + 14 <= pdf.Length)
            {
                "20000101000000"u8.CopyTo(pdf.AsSpan(at + mark.Length));
            }
        }

        Files.FileReplacement.WriteBytes(path, pdf);
    }

    private static IEnumerable<string> PrintPdf(string page, string path)
    {
        if (Browser.Find() is not { } browser)
        {
            return [$"No Chrome or Chromium found: {Path.GetFileName(path)} is not written. Install one, or name it in {Browser.Variable}."];
        }

        try
        {
            browser.PrintPdf(page, path, TimeSpan.FromSeconds(120));
            WithoutTime(path);
            return [];
        }
        catch (BrowserException failure)
        {
            return [$"{Path.GetFileName(path)} is not written: {failure.Message}"];
        }
    }
}
