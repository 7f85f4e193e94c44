using Entente.Charts.Display;
using Microsoft.Data.Analysis;

namespace Entente.Charts;

/// <summary>
/// A table with a name and a title: shown in a notebook as the table that it is, it also gets files and a place in the
/// report, where its last column leads to the sentences that each row was read from.
/// </summary>
[TypeFormatterSource(typeof(NamedTableFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class NamedTable
{
    private NamedTable(string name, string title, DataFrame table, DataFrame evidence) =>
        (Name, Title, Table, Evidence) = (name, title, table, evidence);

    /// <summary>Stem of the files made from it; unique within a report.</summary>
    public string Name { get; }

    public string Title { get; }

    public DataFrame Table { get; }

    /// <summary>The table's columns but the last, and <c>doc_id, sentence, start, end</c>; empty when there is none.</summary>
    public DataFrame Evidence { get; }

    /// <summary>
    /// Names a table. <paramref name="facts"/>: the rows of a table of the corpus that its rows were made from, one for each
    /// and in the same order; their evidence becomes its own.
    /// </summary>
    /// <exception cref="ArgumentException">There are more or fewer facts than rows.</exception>
    public static NamedTable Of(string name, string title, DataFrame table, IEnumerable<DataFrameRow>? facts = null)
    {
        if (facts is null)
        {
            return new NamedTable(name, title, table, new DataFrame());
        }

        var rows = facts.ToList();
        if (rows.Count != table.Rows.Count)
        {
            throw new ArgumentException($"{rows.Count} facts for {table.Rows.Count} rows: give the fact of each row, in the rows' order", nameof(facts));
        }

        var evidence = new DataFrame(table.Columns.Take(Math.Max(0, table.Columns.Count - 1)).Select(column => column.Clone()));
        evidence.Columns.Add(new StringDataFrameColumn("doc_id", rows.Select(FirstDocument)));
        evidence.Columns.Add(new StringDataFrameColumn("sentence", rows.Select(row => TableDisplay.Cell(row["sentence"]))));
        evidence.Columns.Add(new Int32DataFrameColumn("start", rows.Select(row => (int)row["start"])));
        evidence.Columns.Add(new Int32DataFrameColumn("end", rows.Select(row => (int)row["end"])));
        return new NamedTable(name, title, table, evidence);
    }

    public override string ToString() => $"{Title}\n{TableDisplay.Text(Table)}";

    // What stands in several articles has its evidence in the first of them.
    private static string FirstDocument(DataFrameRow row)
    {
        var columns = row.GetValues().Select(pair => pair.Key).ToList();
        return columns.Contains("doc_id") ? TableDisplay.Cell(row["doc_id"]) : TableDisplay.Cell(row["doc_ids"]).Split("; ")[0];
    }
}
