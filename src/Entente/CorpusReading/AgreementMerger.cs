using Entente.Agreements;
using Entente.Texts;

namespace Entente.CorpusReading;

/// <summary>
/// One instrument told in several articles becomes one: the same form, a partner in common, the same year where both tell one, and the
/// same title in the words that carry it. A planned instrument and a signed one stay two: signing is news of its own.
/// </summary>
internal static class AgreementMerger
{
    public static IEnumerable<Agreement> Merge(IEnumerable<Agreement> agreements)
    {
        var merged = new List<Agreement>();
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var agreement in agreements.OrderBy(a => a.DocIds[0], StringComparer.Ordinal).ThenBy(a => a.Evidence.Start))
        {
            var key = $"{agreement.Instrument}|{agreement.Status}|{agreement.Date.Date}|{string.Join(';', agreement.Partners.Order(StringComparer.Ordinal))}";
            if (!byKey.TryGetValue(key, out var same))
            {
                byKey.Add(key, same = []);
            }

            var found = same.FindIndex(i => SameTitle(merged[i], agreement) && !merged[i].DocIds.Contains(agreement.DocIds[0], StringComparer.Ordinal));
            if (found >= 0)
            {
                var into = merged[same[found]];
                merged[same[found]] = into with { DocIds = [.. into.DocIds, .. agreement.DocIds] };
                continue;
            }

            same.Add(merged.Count);
            merged.Add(agreement);
        }

        return merged;
    }

    private static bool SameTitle(Agreement a, Agreement b)
    {
        if (a.Instrument == Instrument.Partnership)
        {
            return Folding.Fold(a.Title) == Folding.Fold(b.Title);
        }

        var (x, y) = (PersonKey.Words(a.Title), PersonKey.Words(b.Title));
        var shared = x.Count(word => y.Contains(word, StringComparer.Ordinal));
        return shared >= Math.Min(x.Length, y.Length) * 0.8;
    }
}
