using System.Data;
using System.Globalization;
using Entente.Charts;
using Entente.Charts.Display;
using Entente.Reports.Files;
using Entente.Reports.Page;
using Microsoft.Data.Analysis;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Entente.Reports.Office;

/// <summary>Writes the tables of a report as one workbook: a sheet for each table and one for the sentences behind it.</summary>
public static class Workbook
{
    // A sheet's name is at most this long, and Excel tells no capitals apart.
    private const int NameLimit = 31;

    // As wide as what a column holds, but so that a sentence doesn't push the next column off the screen.
    private static readonly OpenXmlConfiguration Look = new() { FastMode = true, EnableAutoWidth = true, MaxWidth = 70, FreezeRowCount = 1 };

    public static void Write(Report report, string path)
    {
        var labels = ChartLabels.For(report.Language).With(typeof(Workbook).Assembly, "Entente.Reports.Labels.report.tsv");
        var sheets = new Dictionary<string, object>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in report.Sections.SelectMany(section => section.Items).DistinctBy(item => item.Name))
        {
            Add(item.Title, item.Table);
            Add(item.Title + " +", item.Evidence);
        }

        if (report.Documents is { } documents)
        {
            Add(labels["report.articles"], documents);
        }

        if (sheets.Count == 0)
        {
            Add(labels["report.no_rows"], new DataFrame(new StringDataFrameColumn(" ", 0)));
        }

        using var package = new MemoryStream();
        package.SaveAs(sheets, configuration: Look);
        FileReplacement.WriteBytes(path, StablePackage.Repack(package));

        void Add(string name, DataFrame table)
        {
            if (table.Columns.Count > 0)
            {
                sheets[SheetName(name, taken)] = ToTable(table, labels);
            }
        }
    }

    internal static string SheetName(string name, HashSet<string> taken)
    {
        var clean = string.Concat(name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' || char.IsControl(c) ? ' ' : c)).Trim();
        var isEvidence = clean.EndsWith(" +", StringComparison.Ordinal);
        var stem = isEvidence ? clean[..^2] : clean;
        var end = isEvidence ? " +" : "";
        for (var n = 1; ; n++)
        {
            var suffix = (n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {n}")) + end;
            var candidate = (stem.Length + suffix.Length > NameLimit ? stem[..(NameLimit - suffix.Length)] : stem) + suffix;
            if (candidate.Length > 0 && taken.Add(candidate))
            {
                return candidate;
            }
        }
    }

    private static DataTable ToTable(DataFrame frame, ChartLabels labels)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        var columns = CellWords.Shown(frame, labels);
        foreach (var column in columns)
        {
            table.Columns.Add(new DataColumn(column.Name, TableDisplay.IsNumber(column) ? column.DataType : typeof(string)) { Caption = Legal(labels.Column(column.Name)) });
        }

        for (long row = 0; row < frame.Rows.Count; row++)
        {
            var r = row;
            table.Rows.Add([.. columns.Select(column => TableDisplay.IsNumber(column) ? column[r] ?? DBNull.Value : Legal(CellWords.Of(frame, column, r, labels)))]);
        }

        return table;
    }

    // XML 1.0 has no control characters but tab and line ends; a cell holds 32,767 characters.
    private static string Legal(string text)
    {
        var legal = string.Concat(text.Where(c => !char.IsControl(c) || c is '\t' or '\n' or '\r'));
        return legal.Length > 32_000 ? legal[..32_000] : legal;
    }
}
