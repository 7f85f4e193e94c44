using Entente.Dates;
using Entente.Meetings;

namespace Entente.CorpusReading;

/// <summary>
/// Settles a year that an article leaves open (<c>--10-14</c>) by another article: it dates a visit or an encounter of the same person on
/// the same days. Only one possible year settles it, and the basis says so.
/// </summary>
internal static class YearSettler
{
    /// <summary>Days around a dated event of a person in which another event of that person counts as of the same visit.</summary>
    private const int Nearness = 4;

    public static IReadOnlyList<ArticleFacts> Settle(IReadOnlyList<ArticleFacts> articles, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().Date);
        var anchors = Anchors(articles);
        return [.. articles.Select(article => Settle(article, anchors, today))];
    }

    private static Dictionary<string, List<(string Name, DateOnly From, DateOnly To)>> Anchors(IReadOnlyList<ArticleFacts> articles)
    {
        var anchors = new Dictionary<string, List<(string, DateOnly, DateOnly)>>(StringComparer.Ordinal);
        void Add(string name, DateOnly? from, DateOnly? to)
        {
            if (from is not { } first || to is not { } last || last.DayNumber - first.DayNumber > 31)
            {
                return;
            }

            foreach (var word in PersonKey.Words(name))
            {
                if (!anchors.TryGetValue(word, out var list))
                {
                    anchors.Add(word, list = []);
                }

                list.Add((name, first, last));
            }
        }

        foreach (var article in articles)
        {
            foreach (var meeting in article.Meetings.Where(m => m.Date.Date.IsDay))
            {
                foreach (var person in meeting.Guests)
                {
                    Add(person.Name, meeting.Date.From, meeting.Date.To);
                }
            }

            foreach (var visit in article.Visits.Where(v => v.Date.Date.IsDay))
            {
                Add(visit.Visitor, visit.Date.From, visit.Date.To);
            }
        }

        return anchors;
    }

    private static ArticleFacts Settle(ArticleFacts article, Dictionary<string, List<(string Name, DateOnly From, DateOnly To)>> anchors, DateOnly today)
    {
        if (article.Date.Date.Year > 0 || article.Date.Date.Month == 0)
        {
            return article;
        }

        var years = new HashSet<int>();
        foreach (var meeting in article.Meetings.Where(m => m.Date.Date is { Year: 0, Month: > 0, Day: > 0 }))
        {
            foreach (var person in meeting.Guests)
            {
                years.UnionWith(YearsOf(person.Name, meeting.Date.Date, anchors));
            }
        }

        years.RemoveWhere(year => year > today.Year);
        if (years.Count != 1)
        {
            return article;
        }

        var settled = years.Single();
        return article with
        {
            Date = Complete(article.Date, settled),
            Meetings = [.. article.Meetings.Select(m => m with { Date = Complete(m.Date, settled) })],
            Visits = [.. article.Visits.Select(v => v with { Date = Complete(v.Date, settled) })],
            Agreements = [.. article.Agreements.Select(a => a with { Date = Complete(a.Date, settled) })],
        };
    }

    private static IEnumerable<int> YearsOf(string name, PartialDate date, Dictionary<string, List<(string Name, DateOnly From, DateOnly To)>> anchors)
    {
        foreach (var word in PersonKey.Words(name))
        {
            foreach (var (other, from, to) in anchors.TryGetValue(word, out var list) ? list : [])
            {
                if (PersonKey.Same(name, other) && PartialDate.IsValid(from.Year, date.Month, date.Day)
                    && new DateOnly(from.Year, date.Month, date.Day) is var day && day >= from.AddDays(-Nearness) && day <= to.AddDays(Nearness))
                {
                    yield return from.Year;
                }
            }
        }
    }

    private static ResolvedDate Complete(ResolvedDate date, int year) =>
        date.Date is { Year: 0, Month: > 0 } open && PartialDate.IsValid(year, open.Month, open.Day)
            ? new ResolvedDate(
                open with { Year = year },
                date.Last is { Year: 0, Month: > 0 } last && PartialDate.IsValid(year, last.Month, last.Day) ? last with { Year = year } : date.Last,
                DateBasis.Corpus)
            : date;
}
