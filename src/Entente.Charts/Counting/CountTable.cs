using System.Globalization;
using Microsoft.Data.Analysis;

namespace Entente.Charts.Counting;

/// <summary>
/// A summary's table, read: the key columns by name and, in the last column, how many. A null reads as nothing,
/// so that a table written by hand in a notebook works too.
/// </summary>
internal sealed class CountTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CountTable(string counted, IReadOnlyList<CountRow> rows, IEnumerable<string> columns)
    {
        Counted = counted;
        Rows = rows;
        foreach (var column in columns)
        {
            _columns.TryAdd(column, _columns.Count);
        }
    }

    /// <summary>What is counted, the name of the last column: <c>articles</c>, <c>meetings</c>, <c>agreements</c>.</summary>
    public string Counted { get; }

    public IReadOnlyList<CountRow> Rows { get; }

    public int Total => Rows.Sum(row => row.Count);

    public static CountTable Read(DataFrame table)
    {
        if (table.Columns.Count == 0)
        {
            return new CountTable("rows", [], []);
        }

        var keys = table.Columns.Count - 1;
        var rows = new List<CountRow>((int)table.Rows.Count);
        for (long i = 0; i < table.Rows.Count; i++)
        {
            var key = new string[keys];
            for (var c = 0; c < keys; c++)
            {
                key[c] = Convert.ToString(table.Columns[c][i], CultureInfo.InvariantCulture) ?? "";
            }

            rows.Add(new CountRow(key, ToCount(table.Columns[keys][i])));
        }

        return new CountTable(table.Columns[keys].Name, rows, table.Columns.Take(keys).Select(column => column.Name));
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>A row's key in one column; empty when there is no such column.</summary>
    public string Key(CountRow row, string column) => _columns.TryGetValue(column, out var i) ? row.Keys[i] : "";

    private static int ToCount(object? cell)
    {
        var number = Convert.ToDouble(cell ?? 0, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : 0;
    }
}

/// <summary>One row: its key columns in order, and how many.</summary>
internal sealed record CountRow(IReadOnlyList<string> Keys, int Count);
