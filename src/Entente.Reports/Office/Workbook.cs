using System.Data;
using System.Globalization;
using Entente.Charts.Display;
using Entente.Reports.Files;
using Microsoft.Data.Analysis;
using MiniExcelLibs;

namespace Entente.Reports.Office;

/// <summary>Writes the tables of a report as one workbook: a sheet for each table and one for the sentences behind it.</summary>
public static class Workbook
{
    // A sheet's name is at most this long, and Excel tells no capitals apart.
    private const int NameLimit = 31;

    public static void Write(Report report, string path)
    {
        var sheets = new Dictionary<string, object>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in report.Sections.SelectMany(section => section.Items).DistinctBy(item => item.Name))
        {
            Add(item.Name, item.Table);
            Add(item.Name + " +", item.Evidence);
        }

        if (report.Documents is { } documents)
        {
            Add("articles", documents);
        }

        if (sheets.Count == 0)
        {
            Add("empty", new DataFrame(new StringDataFrameColumn(" ", 0)));
        }

        using var package = new MemoryStream();
        package.SaveAs(sheets);
        FileReplacement.WriteBytes(path, StablePackage.Repack(package));

        void Add(string name, DataFrame table)
        {
            if (table.Columns.Count > 0)
            {
                sheets[SheetName(name, taken)] = ToTable(table);
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

    private static DataTable ToTable(DataFrame frame)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var column in frame.Columns)
        {
            table.Columns.Add(column.Name, TableDisplay.IsNumber(column) ? column.DataType : typeof(string));
        }

        for (long row = 0; row < frame.Rows.Count; row++)
        {
            var r = row;
            table.Rows.Add([.. frame.Columns.Select(column => TableDisplay.IsNumber(column) ? column[r] ?? DBNull.Value : Legal(TableDisplay.Cell(column[r])))]);
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
