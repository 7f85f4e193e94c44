using Entente.Reports.Files;

namespace Entente.Reports;

/// <summary>Writes each summary table as CSV, and beside it the sentences behind its numbers.</summary>
public static class TableFiles
{
    /// <summary>Writes into <paramref name="folder"/> and answers the paths written, in order.</summary>
    public static IReadOnlyList<string> Write(Report report, string folder)
    {
        var written = new List<string>();
        foreach (var item in report.Sections.SelectMany(section => section.Items).DistinctBy(item => item.Name))
        {
            if (item.Table.Columns.Count > 0)
            {
                CsvTable.Write(item.Table, Add(item.Name + ".csv"));
            }

            if (item.Evidence.Columns.Count > 0)
            {
                CsvTable.Write(item.Evidence, Add(item.Name + "-evidence.csv"));
            }
        }

        return written;

        string Add(string file)
        {
            var path = Path.Combine(folder, file);
            written.Add(path);
            return path;
        }
    }
}
