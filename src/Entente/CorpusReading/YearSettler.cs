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

    /// <summary>Who was seen around each day of the year, and in which year.</summary>
    private static Dictionary<(int Month, int Day), HashSet<(string Name, int Year)>> Anchors(IReadOnlyList<ArticleFacts> articles)
    {
        var anchors = new Dictionary<(int, int), HashSet<(string, int)>>();
        void Add(string name, DateOnly? from, DateOnly? to)
        {
            if (from is not { } first || to is not { } last || last.DayNumber - first.DayNumber > 31 || last.Year > 9998 || first.Year < 2)
            {
                return;
            }

            for (var day = first.AddDays(-Nearness); day <= last.AddDays(Nearness); day = day.AddDays(1))
            {
                if (!anchors.TryGetValue((day.Month, day.Day), out var seen))
                {
                    anchors.Add((day.Month, day.Day), seen = []);
                }

                seen.Add((name, day.Year));
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

    private static ArticleFacts Settle(ArticleFacts article, Dictionary<(int Month, int Day), HashSet<(string Name, int Year)>> anchors, DateOnly today)
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

    private static IEnumerable<int> YearsOf(string name, PartialDate date, Dictionary<(int Month, int Day), HashSet<(string Name, int Year)>> anchors)
    {
        return anchors.TryGetValue((date.Month, date.Day), out var seen) ? seen.Where(s => PersonKey.Same(name, s.Name)).Select(s => s.Year) : [];
    }

    private static ResolvedDate Complete(ResolvedDate date, int year) =>
        date.Date is { Year: 0, Month: > 0 } open && PartialDate.IsValid(year, open.Month, open.Day)
            ? new ResolvedDate(
                open with { Year = year },
                date.Last is { Year: 0, Month: > 0 } last && PartialDate.IsValid(year, last.Month, last.Day) ? last with { Year = year } : date.Last,
                DateBasis.Corpus)
            : date;
}
