using Entente.Reports.Files;
using Microsoft.Data.Analysis;

namespace Entente.Reports;

/// <summary>Writes each summary table as a file, and beside it the sentences behind its numbers.</summary>
public static class TableFiles
{
    /// <summary>Writes CSV into <paramref name="folder"/> and answers the paths written, in order; <paramref name="guardFormulas"/> as in <see cref="CsvTable"/>.</summary>
    public static IReadOnlyList<string> Write(Report report, string folder, bool guardFormulas = false) =>
        Write(report, folder, ".csv", (table, path) => CsvTable.Write(table, path, guardFormulas));

    /// <summary>Writes Parquet into <paramref name="folder"/> and answers the paths written, in order.</summary>
    public static IReadOnlyList<string> WriteParquet(Report report, string folder) => Write(report, folder, ".parquet", ParquetTable.Write);

    private static List<string> Write(Report report, string folder, string extension, Action<DataFrame, string> write)
    {
        var written = new List<string>();
        foreach (var item in report.Sections.SelectMany(section => section.Items).DistinctBy(item => item.Name))
        {
            Add(item.Table, item.Name + extension);
            Add(item.Evidence, $"{item.Name}-evidence{extension}");
        }

        return written;

        void Add(DataFrame table, string file)
        {
            if (table.Columns.Count > 0)
            {
                var path = Path.Combine(folder, file);
                write(table, path);
                written.Add(path);
            }
        }
    }
}
