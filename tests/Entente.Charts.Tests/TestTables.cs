using Microsoft.Data.Analysis;

namespace Entente.Charts.Tests;

/// <summary>Tables as the summaries make them, written by hand.</summary>
internal static class TestTables
{
    public const string PartnerKeys = "partner,partner_name_en,partner_name_fr";

    public static DataFrame Documents { get; } = Table("doc_id,date,title", ("a,2025-10-13,Titre", 0), ("b,2017-11,<i>", 0), ("c,--10-14,c", 0)).WithoutLast();

    /// <summary>Key columns and a last column with the number; the keys of a row are apart by commas.</summary>
    public static DataFrame Table(string columns, params (string Keys, int Count)[] rows) => Of(columns, "articles", rows);

    public static DataFrame Of(string columns, string counted, params (string Keys, int Count)[] rows)
    {
        var table = new DataFrame();
        var names = columns.Split(',');
        for (var c = 0; c < names.Length; c++)
        {
            var at = c;
            table.Columns.Add(new StringDataFrameColumn(names[c], rows.Select(row => row.Keys.Split(',')[at])));
        }

        table.Columns.Add(new Int32DataFrameColumn(counted, rows.Select(row => row.Count)));
        return table;
    }

    /// <summary>Evidence for every number of a table, as many sentences as it says.</summary>
    public static DataFrame Evidence(DataFrame table, string sentence = "Le ministre a reçu son homologue.")
    {
        var rows = Enumerable.Range(0, (int)table.Rows.Count).SelectMany(row => Enumerable.Repeat(row, (int)table.Columns[^1][row])).ToList();
        var evidence = new DataFrame(table.Columns.SkipLast(1).Select(column => new StringDataFrameColumn(column.Name, rows.Select(row => (string)column[row]))));
        evidence.Columns.Add(new StringDataFrameColumn("doc_id", rows.Select((_, i) => i % 2 == 0 ? "a" : "b")));
        evidence.Columns.Add(new StringDataFrameColumn("sentence", rows.Select(_ => sentence)));
        evidence.Columns.Add(new Int32DataFrameColumn("start", rows.Select((_, i) => i * 100)));
        evidence.Columns.Add(new Int32DataFrameColumn("end", rows.Select((_, i) => (i * 100) + 33)));
        return evidence;
    }

    private static DataFrame WithoutLast(this DataFrame table) => new(table.Columns.SkipLast(1));
}
