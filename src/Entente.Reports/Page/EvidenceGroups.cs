using Entente.Charts;
using Entente.Charts.Display;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Page;

/// <summary>The evidence of a table by the number it stands behind: rows with the key of a row of the table are that row's.</summary>
internal sealed class EvidenceGroups
{
    private static readonly string[] SpanColumns = ["doc_id", "sentence", "start", "end"];

    private readonly Dictionary<string, EvidenceGroup> _byKey = new(StringComparer.Ordinal);
    private readonly List<EvidenceGroup> _groups = [];
    private readonly EvidenceGroup?[] _byRow;
    private readonly string _anchor;

    public EvidenceGroups(ReportItem item)
    {
        _anchor = PageText.Anchor(item.Name);
        _byRow = new EvidenceGroup?[item.Table.Rows.Count];
        var evidence = item.Evidence;
        var names = evidence.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        if (item.Table.Columns.Count == 0 || !SpanColumns.All(names.Contains))
        {
            return;
        }

        // The key is what both tables have; the number itself is in the table alone.
        var keys = item.Table.Columns.Take(item.Table.Columns.Count - 1).Select(column => column.Name).Where(names.Contains).ToList();
        for (var row = 0; row < _byRow.Length; row++)
        {
            var key = Key(item.Table, keys, row);
            if (!_byKey.TryGetValue(key, out var group))
            {
                _byKey[key] = group = new EvidenceGroup($"{_anchor}-e{_groups.Count}", row, []);
                _groups.Add(group);
            }

            _byRow[row] = group;
        }

        for (long row = 0; row < evidence.Rows.Count; row++)
        {
            if (_byKey.TryGetValue(Key(evidence, keys, row), out var group))
            {
                group.Sentences.Add(new EvidenceSentence(
                    TableDisplay.Cell(evidence["doc_id"][row]),
                    TableDisplay.Cell(evidence["sentence"][row]),
                    TableDisplay.Cell(evidence["start"][row]),
                    TableDisplay.Cell(evidence["end"][row])));
            }
        }
    }

    /// <summary>The groups that have sentences, in the order of the table.</summary>
    public IEnumerable<EvidenceGroup> Groups => _groups.Where(group => group.Sentences.Count > 0);

    public string RowAnchor(int row) => $"{_anchor}-r{row}";

    /// <summary>The sentences behind a row; null when there are none.</summary>
    public EvidenceGroup? GroupOfRow(int row) => _byRow[row] is { Sentences.Count: > 0 } group ? group : null;

    /// <summary>Names a row of the table as a reader sees it: <c>Russia, talks</c>.</summary>
    public static string Heading(DataFrame table, int row, ChartLabels labels)
    {
        var names = new List<string>();
        // In a list of facts an empty cell says nothing; beside a number it is what was counted.
        var isList = !TableDisplay.IsNumber(table.Columns[^1]);
        for (var c = 0; c < table.Columns.Count - 1; c++)
        {
            var column = table.Columns[c];
            var text = TableDisplay.Cell(column[row]);
            var isOther = column.Name.StartsWith("partner_name_", StringComparison.Ordinal) && column.Name != "partner_name_" + labels.Language;
            // A partner's code is said by its name, where it has one.
            var isCode = column.Name == "partner" && table.Columns.Any(other => other.Name == "partner_name_" + labels.Language);
            if (!isOther && !isCode && !(isList && text.Length == 0))
            {
                names.Add(column.Name == "month" && text.Length > 0 ? labels.Month(text) : labels.Value(column.Name, text));
            }
        }

        return string.Join(", ", names);
    }

    private static string Key(DataFrame table, List<string> keys, long row) =>
        string.Join('\u001f', keys.Select(key => TableDisplay.Cell(table[key][row])));
}

/// <summary>The sentences behind one number. <paramref name="Row"/> is the table's row that shows it.</summary>
internal sealed record EvidenceGroup(string Anchor, int Row, List<EvidenceSentence> Sentences);

/// <summary>A sentence as it was read, and where: UTF-16 offsets into the article.</summary>
internal sealed record EvidenceSentence(string DocId, string Text, string Start, string End);
