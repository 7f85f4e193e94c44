using Entente.Charts.Drawing;

namespace Entente.Charts.Counting;

/// <summary>
/// Counts by a row key and a column key, the most frequent first; rows beyond the limit are left out,
/// columns beyond it are summed up as "others (n)" or left out. Keys are told apart by their codes; two partners of one name stay two.
/// </summary>
internal sealed class CrossTable
{
    private CrossTable(Side rows, Side columns, int[][] counts)
    {
        (Rows, Columns, Counts) = (rows.Names, columns.Names, counts);
        (AllRows, AllColumns, RestColumn) = (rows.All, columns.All, columns.Rest);
    }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlyList<string> Columns { get; }

    public int[][] Counts { get; }

    public int AllRows { get; }

    public int AllColumns { get; }

    /// <summary>How many are counted in these rows and columns.</summary>
    public int Drawn => Counts.Sum(row => row.Sum());

    /// <summary>The column that sums up the rest; null when there is none.</summary>
    public int? RestColumn { get; }

    /// <summary>
    /// Crosses two key columns; an empty <paramref name="column"/> gives one column. <paramref name="order"/>: row codes in the
    /// order to keep; null for the most frequent first.
    /// </summary>
    public static CrossTable Of(
        CountTable table, ChartLabels labels, string row, string column, int rowLimit, int columnLimit,
        string[]? order = null, bool keepRest = true)
    {
        var rows = Side.Of(table, labels, row, rowLimit, order, keepRest: false);
        var columns = Side.Of(table, labels, column, columnLimit, null, keepRest);
        var counts = Enumerable.Range(0, rows.Names.Count).Select(_ => new int[columns.Names.Count]).ToArray();
        foreach (var entry in table.Rows)
        {
            if (rows.Place(table.Key(entry, row)) is { } r && columns.Place(table.Key(entry, column)) is { } c)
            {
                counts[r][c] += entry.Count;
            }
        }

        return new CrossTable(rows, columns, counts);
    }

    public IReadOnlyList<BarSeries> ToSeries() =>
        [.. Columns.Select((name, c) => new BarSeries(name, [.. Counts.Select(row => row[c])], c == RestColumn))];

    private sealed class Side
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public List<string> Names { get; } = [];

        public int All { get; private set; }

        public int? Rest { get; private set; }

        public int? Place(string code) => _places.TryGetValue(code, out var place) ? place : Rest;

        public static Side Of(CountTable table, ChartLabels labels, string column, int limit, string[]? order, bool keepRest)
        {
            var side = new Side();
            if (column.Length == 0)
            {
                side._places[""] = 0;
                side.Names.Add("");
                side.All = 1;
                return side;
            }

            var reader = new KeyReader(table, labels);
            var groups = table.Rows
                .Where(row => row.Count > 0)
                .GroupBy(row => table.Key(row, column), StringComparer.Ordinal)
                .Select(group => (Code: group.Key, Label: reader.Label(group.First(), column), Count: group.Sum(row => row.Count)))
                .OrderBy(group => Rank(order, group.Code))
                .ThenByDescending(group => group.Count)
                .ThenBy(group => group.Label, StringComparer.Ordinal)
                .ToList();
            side.All = groups.Count;
            var kept = groups.Count > limit ? limit : groups.Count;
            foreach (var group in groups.Take(kept))
            {
                side._places[group.Code] = side.Names.Count;
                side.Names.Add(group.Label);
            }

            if (kept < groups.Count && keepRest)
            {
                side.Rest = side.Names.Count;
                side.Names.Add(labels.Text("text.others", groups.Count - kept));
            }

            return side;
        }

        private static int Rank(string[]? order, string code)
        {
            var rank = order is null ? 0 : Array.IndexOf(order, code);
            return rank < 0 ? int.MaxValue : rank;
        }
    }
}
