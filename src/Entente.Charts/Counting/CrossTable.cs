using Entente.Charts.Drawing;

namespace Entente.Charts.Counting;

/// <summary>
/// Counts by a row key and a column key, the most frequent first; rows beyond the limit are left out,
/// columns beyond it are summed up as "others (n)". Keys are told apart by their codes; two partners of one name stay two.
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
        CountTable table, ChartLabels labels, string row, string column, int rowLimit, int columnLimit, string[]? order = null)
    {
        var rows = Side.Of(table, table.Rows, labels, row, rowLimit, order);
        var columns = Side.Of(table, table.Rows, labels, column, columnLimit, keepRest: true);
        return Fill(table, rows, columns);
    }

    /// <summary>
    /// Crosses two key columns of many values each into a square of at most <paramref name="limit"/>: the columns that say most of the
    /// chosen rows, then the rows that say most of these columns, until nothing is won; so that no row or column stands empty.
    /// </summary>
    public static CrossTable Matrix(CountTable table, ChartLabels labels, string row, string column, int limit)
    {
        var rows = Side.Of(table, table.Rows, labels, row, limit);
        var columns = Side.Of(table, table.Rows, labels, column, limit);
        for (var (drawn, before) = (0, -1); drawn > before;)
        {
            before = drawn;
            columns = Side.Of(table, table.Rows.Where(entry => rows.Has(entry)), labels, column, limit);
            rows = Side.Of(table, table.Rows.Where(entry => columns.Has(entry)), labels, row, limit);
            drawn = table.Rows.Where(entry => rows.Has(entry) && columns.Has(entry)).Sum(entry => entry.Count);
        }

        return Fill(table, rows, Side.Of(table, table.Rows.Where(entry => rows.Has(entry) && columns.Has(entry)), labels, column, limit));
    }

    private static CrossTable Fill(CountTable table, Side rows, Side columns)
    {
        var counts = Enumerable.Range(0, rows.Names.Count).Select(_ => new int[columns.Names.Count]).ToArray();
        foreach (var entry in table.Rows)
        {
            if (rows.Place(entry) is { } r && columns.Place(entry) is { } c)
            {
                counts[r][c] += entry.Count;
            }
        }

        return new CrossTable(rows, columns, counts);
    }

    public IReadOnlyList<BarSeries> ToSeries() =>
        [.. Columns.Select((name, c) => new BarSeries(name, [.. Counts.Select(row => row[c])], c == RestColumn))];

    private sealed class Side(CountTable table, string column)
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public List<string> Names { get; } = [];

        /// <summary>How many keys the whole table has.</summary>
        public int All { get; private set; } = 1;

        public int? Rest { get; private set; }

        public int? Place(CountRow entry) => _places.TryGetValue(table.Key(entry, column), out var place) ? place : Rest;

        public bool Has(CountRow entry) => _places.ContainsKey(table.Key(entry, column));

        public static Side Of(
            CountTable table, IEnumerable<CountRow> entries, ChartLabels labels, string column, int limit, string[]? order = null, bool keepRest = false)
        {
            var side = new Side(table, column);
            if (column.Length == 0)
            {
                side._places[""] = 0;
                side.Names.Add("");
                return side;
            }

            var reader = new KeyReader(table, labels);
            var groups = entries
                .Where(entry => entry.Count > 0)
                .GroupBy(entry => table.Key(entry, column), StringComparer.Ordinal)
                .Select(group => (Code: group.Key, Label: reader.Label(group.First(), column), Count: group.Sum(entry => entry.Count)))
                .OrderBy(group => Rank(order, group.Code))
                .ThenByDescending(group => group.Count)
                .ThenBy(group => group.Label, StringComparer.Ordinal)
                .ToList();
            side.All = table.Rows.Where(entry => entry.Count > 0).Select(entry => table.Key(entry, column)).Distinct(StringComparer.Ordinal).Count();
            var kept = Math.Min(groups.Count, limit);
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
