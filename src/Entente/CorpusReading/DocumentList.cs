namespace Entente.CorpusReading;

/// <summary>
/// The documents of a fact that several articles tell: first the one whose sentence is the evidence, the others in ordinal order. A rank of partnership is told
/// in thousands of articles, so joining costs what is added, and the order is made once.
/// </summary>
internal sealed class DocumentList(IReadOnlyList<string> docIds)
{
    // The documents of one telling as long as nothing was added.
    private HashSet<string>? _all;

    /// <summary>The document of the evidence.</summary>
    public string First { get; private set; } = docIds[0];

    public bool Overlaps(DocumentList other) => other.All.Any(Holds);

    /// <summary>Takes the documents of another telling; the evidence is in <paramref name="evidence"/> then.</summary>
    public void Add(DocumentList other, string evidence)
    {
        _all ??= new HashSet<string>(docIds, StringComparer.Ordinal);
        _all.UnionWith(other.All);
        _all.Add(evidence);
        First = evidence;
    }

    public IReadOnlyList<string> InOrder() => _all is null ? docIds : [First, .. _all.Where(doc => doc != First).Order(StringComparer.Ordinal)];

    private IEnumerable<string> All => _all is null ? docIds : _all;

    private bool Holds(string docId) => _all is null ? docIds.Contains(docId, StringComparer.Ordinal) : _all.Contains(docId);
}
