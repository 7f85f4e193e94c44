namespace Entente.CorpusReading;

/// <summary>The documents of a fact that several articles tell: first the one whose sentence is the evidence, the others in ordinal order.</summary>
internal static class DocumentList
{
    public static IReadOnlyList<string> Join(string evidence, IEnumerable<string> a, IEnumerable<string> b) =>
        [evidence, .. a.Concat(b).Where(doc => doc != evidence).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
