using Entente.Agreements;

namespace Entente.CorpusReading;

/// <summary>
/// One instrument told in several articles becomes one: the same form and parties, the same subject or rank, and no two dates. Told as signed in one
/// article and as being carried out in another, it is signed; but not if it was being carried out before the day of that signing. One that is still to be made stays apart from one that is made: signing is news of its own;
/// and so is the raising of relations to a rank apart from the rank in force.
/// </summary>
internal static class AgreementMerger
{
    public static IEnumerable<Agreement> Merge(IReadOnlyList<ArticleFacts> articles)
    {
        var merger = new KeyedMerger<Telling>(t => [t.Key], IsSame, Join, (a, b) => a.Agreement.Status == b.Agreement.Status && a.Agreement.Date.Date == b.Agreement.Date.Date);
        // The best dated first, so that one without a date finds what it may be.
        var tellings = articles.SelectMany(article => article.Agreements, (article, agreement) => new Telling(agreement, article.Date.To));
        foreach (var telling in tellings.OrderByDescending(t => t.Agreement.Date.Date.Precision).ThenBy(t => t.Agreement.DocIds[0], StringComparer.Ordinal).ThenBy(t => t.Agreement.Evidence.Start))
        {
            merger.Add(telling);
        }

        return merger.Merged.Select(t => t.Agreement with { DocIds = t.Documents.InOrder() }).OrderBy(a => a.DocIds[0], StringComparer.Ordinal).ThenBy(a => a.Evidence.Start);
    }

    private static bool IsSame(Telling a, Telling b)
    {
        var (x, y) = (a.Agreement, b.Agreement);
        if (a.Documents.Overlaps(b.Documents))
        {
            return false;
        }

        if (IsMadeBefore(y, b.Told, x) || IsMadeBefore(x, a.Told, y))
        {
            return false;
        }

        if (x.Treaty.Length > 0)
        {
            return true;
        }

        var bothDated = !x.Date.Date.IsEmpty && !y.Date.Date.IsEmpty;
        if (bothDated && !x.Date.Date.Agrees(y.Date.Date))
        {
            return false;
        }

        if (x.Instrument == Instrument.Partnership)
        {
            return true;
        }

        // A name without a subject is told only by its date ("le protocole de 2011").
        var (fewer, more) = a.Subject.Length <= b.Subject.Length ? (a.Subject, b.Subject) : (b.Subject, a.Subject);
        var shared = TitleWords.Shared(fewer, more);
        return fewer.Length == 0 ? bothDated && x.Date.Date == y.Date.Date : shared >= fewer.Length * 0.8 && shared >= more.Length * 0.6;
    }

    /// <summary>Whether an article tells one, without its day, before the day on which the other is made; one that is only planned is always told before.</summary>
    private static bool IsMadeBefore(Agreement undated, DateOnly? told, Agreement other) =>
        undated.Date.Date.IsEmpty && other.Date.From > told && other.Status is not (AgreementStatus.Planned or AgreementStatus.Proposed);

    private static Telling Join(Telling a, Telling b)
    {
        var (x, y) = (a.Agreement, b.Agreement);
        var first = string.CompareOrdinal(a.Documents.First, b.Documents.First) <= 0 ? x : y;
        a.Documents.Add(b.Documents, first.Evidence.DocId);
        return a with
        {
            Told = b.Told < a.Told ? b.Told : a.Told ?? b.Told,
            Agreement = x with
            {
                Title = first.Title,
                Status = x.Status <= y.Status ? x.Status : y.Status,
                Date = x.Date.Date.IsEmpty ? y.Date : y.Date.Date.Year > 0 ? x.Date.OfYear(y.Date.Date.Year) : x.Date,
                Subject = x.Subject.Length > 0 ? x.Subject : y.Subject,
                Evidence = first.Evidence,
            },
        };
    }

    /// <summary>An instrument with what it is compared by, found once, and the last day on which the first article that tells it can have told it.</summary>
    private sealed record Telling(Agreement Agreement, DateOnly? Told)
    {
        public DocumentList Documents { get; } = new(Agreement.DocIds);

        public string[] Subject { get; } = TitleWords.French.Subject(Agreement.Title);

        public string Key { get; } = KeyOf(Agreement);

        private static string KeyOf(Agreement agreement)
        {
            if (agreement.Treaty.Length > 0)
            {
                return agreement.Treaty;
            }

            var isRank = agreement.Instrument == Instrument.Partnership;
            var stage = !isRank && agreement.Status <= AgreementStatus.InForce ? "made" : agreement.Status.ToString();
            var rank = isRank ? TitleWords.French.Rank(agreement.Title) : "";
            return $"{agreement.Instrument}|{stage}|{rank}|{string.Join(';', agreement.Partners.Order(StringComparer.Ordinal))}";
        }
    }
}
