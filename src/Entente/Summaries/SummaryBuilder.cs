using Entente.Tables;
using Microsoft.Data.Analysis;

namespace Entente.Summaries;

/// <summary>Groups counted things by their keys; the numbers and their evidence come from the same list, so they cannot disagree.</summary>
internal sealed class SummaryBuilder(string name, string counted, params string[] keys)
{
    private readonly List<(string[] Key, EvidenceCells Evidence)> _items = [];

    /// <summary>Counts one thing under a key; a missing part of the key is the empty string.</summary>
    public void Add(EvidenceCells evidence, params string[] key) => _items.Add((key, evidence));

    /// <summary>The rows with the highest numbers first.</summary>
    public Summary ByCount() => Build(groups => groups.OrderByDescending(g => g.Count).ThenBy(g => g.Key, KeyOrder.Instance));

    /// <summary>The rows in the order of their keys: for time.</summary>
    public Summary ByKey() => Build(groups => groups.OrderBy(g => g.Key, KeyOrder.Instance));

    private Summary Build(Func<IEnumerable<Group>, IEnumerable<Group>> order)
    {
        var groups = order(_items
            .GroupBy(item => string.Join('\u001f', item.Key), StringComparer.Ordinal)
            .Select(g => new Group(g.First().Key, [.. g.Select(item => item.Evidence)]))).ToList();
        var evidence = groups.SelectMany(g => g.Evidence.Select(e => (g.Key, Evidence: e))).ToList();

        var table = new DataFrame(KeyColumns(groups.Select(g => g.Key).ToList()));
        table.Columns.Add(new Int32DataFrameColumn(counted, groups.Select(g => g.Count)));
        var evidenceFrame = new DataFrame(KeyColumns(evidence.Select(e => e.Key).ToList()));
        evidenceFrame.Columns.Add(new StringDataFrameColumn("doc_id", evidence.Select(e => e.Evidence.DocId)));
        evidenceFrame.Columns.Add(new StringDataFrameColumn("sentence", evidence.Select(e => e.Evidence.Sentence)));
        evidenceFrame.Columns.Add(new Int32DataFrameColumn("start", evidence.Select(e => e.Evidence.Start)));
        evidenceFrame.Columns.Add(new Int32DataFrameColumn("end", evidence.Select(e => e.Evidence.End)));
        return new Summary(name, table, evidenceFrame);
    }

    private IEnumerable<DataFrameColumn> KeyColumns(List<string[]> rows) =>
        keys.Select((key, i) => new StringDataFrameColumn(key, rows.Select(row => row[i])));

    private sealed record Group(string[] Key, IReadOnlyList<EvidenceCells> Evidence)
    {
        public int Count => Evidence.Count;
    }

    private sealed class KeyOrder : IComparer<string[]>
    {
        public static readonly KeyOrder Instance = new();

        public int Compare(string[]? x, string[]? y)
        {
            for (var i = 0; i < x!.Length; i++)
            {
                var order = string.CompareOrdinal(x[i], y![i]);
                if (order != 0)
                {
                    return order;
                }
            }

            return 0;
        }
    }
}
