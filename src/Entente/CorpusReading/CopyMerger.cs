using Entente.Dates;

namespace Entente.CorpusReading;

/// <summary>An article whose body another article repeats.</summary>
internal readonly record struct Copy(string DocId, string OriginalFile);

/// <summary>
/// The same article saved twice tells its facts once: those of the best dated copy stay, with all files as their documents; the others keep their own row
/// and, where theirs is vaguer, the date of the original.
/// </summary>
internal static class CopyMerger
{
    public static IReadOnlyList<ArticleFacts> Merge(IReadOnlyList<ArticleFacts> articles, out IReadOnlyList<Copy> copies)
    {
        var found = new List<Copy>();
        var groups = articles.Where(a => a.BodyPrint != 0).GroupBy(a => a.BodyPrint).Where(g => g.Skip(1).Any())
            .ToDictionary(g => g.Key, g => (IReadOnlyList<ArticleFacts>)[.. g.OrderByDescending(a => a.Date.Date.Precision).ThenBy(a => a.DocId, StringComparer.Ordinal)]);
        var merged = groups.Count == 0 ? articles : [.. articles.Select(article => groups.TryGetValue(article.BodyPrint, out var group) ? Merge(article, group, found) : article)];
        copies = found;
        return merged;
    }

    private static ArticleFacts Merge(ArticleFacts article, IReadOnlyList<ArticleFacts> group, List<Copy> copies)
    {
        var original = group[0];
        if (!ReferenceEquals(article, original))
        {
            copies.Add(new Copy(article.DocId, original.Document.File));
            return article with
            {
                Date = article.Date.Date.Precision < original.Date.Date.Precision ? original.Date with { Basis = DateBasis.Corpus } : article.Date,
                Meetings = [],
                Agreements = [],
                Visits = [],
            };
        }

        IReadOnlyList<string> documents = [.. group.Select(a => a.DocId)];
        return article with
        {
            Meetings = [.. article.Meetings.Select(m => m with { DocIds = documents })],
            Agreements = [.. article.Agreements.Select(a => a with { DocIds = documents })],
        };
    }
}
