namespace Cellule.Oracle.Tests.Comparison;

/// <summary>
/// The programs on which Cellule and the compiler are known to differ, with the reason: <c>id ⇥ reason</c> a line. The list may
/// only shrink.
/// </summary>
internal sealed class KnownDifferences
{
    private readonly Dictionary<string, string> _reasons;

    private KnownDifferences(Dictionary<string, string> reasons) => _reasons = reasons;

    public static KnownDifferences Load()
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(Snippet.Folder, "known-differences.tsv")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                string[] columns = line.Split('\t');
                reasons.Add(columns[0], columns[1]);
            }
        }

        return new KnownDifferences(reasons);
    }

    public bool Contains(string id) => _reasons.ContainsKey(id);
}
