using Entente.Dates;
using Entente.Meetings;
using Entente.People;

namespace Entente.CorpusReading;

/// <summary>
/// Settles a year that an article leaves open (<c>--10-14</c>) by another article: it dates a visit or an encounter of the same person on
/// the same days. Only one possible year settles it, and the basis says so. A gathering meets about the same days every year, and an ambassador is met all
/// year round: those settle nothing but on the very day; and no year does that has another weekday on it than the text tells.
/// </summary>
internal static class YearSettler
{
    /// <summary>Days around a dated event of a person in which another event of that person counts as of the same visit.</summary>
    private const int Nearness = 4;

    public static IReadOnlyList<ArticleFacts> Settle(IReadOnlyList<ArticleFacts> articles, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().Date);
        var open = new OpenYears();
        foreach (var (day, person, near) in articles.SelectMany(OpenMeetings))
        {
            open.Ask(day, person.Name, near);
        }

        if (open.IsEmpty)
        {
            return articles;
        }

        foreach (var article in articles)
        {
            Tell(article, open);
        }

        return [.. articles.Select(article => Settle(article, open, today))];
    }

    /// <summary>The days without a year on which an article without one has somebody met, who it was, and in how many days around it somebody is of the same visit.</summary>
    private static IEnumerable<(PartialDate Day, Participant Person, int Near)> OpenMeetings(ArticleFacts article)
    {
        if (!IsOpen(article))
        {
            return [];
        }

        var near = NearnessOf(article);
        return article.Meetings.Where(m => m.Date.Date is { Year: 0, Month: > 0, Day: > 0 })
            .SelectMany(m => m.Guests, (m, person) => (m.Date.Date, person, person.Level == PersonLevel.Ambassador ? 0 : near));
    }

    private static int NearnessOf(ArticleFacts article) => article.Meetings.Any(m => m.IsMultilateral) ? 0 : Nearness;

    private static bool IsOpen(ArticleFacts article) => article.Date.Date is { Year: 0, Month: > 0 };

    /// <summary>Tells who was seen on which days of which year.</summary>
    private static void Tell(ArticleFacts article, OpenYears open)
    {
        var near = NearnessOf(article);
        foreach (var meeting in article.Meetings.Where(m => m.Date.Date.IsDay))
        {
            foreach (var person in meeting.Guests)
            {
                Tell(person.Name, meeting.Date);
            }
        }

        foreach (var visit in article.Visits.Where(v => v.Date.Date.IsDay))
        {
            Tell(visit.Visitor, visit.Date);
        }

        void Tell(string name, ResolvedDate date)
        {
            if (date.From is { } first && date.To is { } last && last.DayNumber - first.DayNumber <= 31 && last.Year <= 9998 && first.Year >= 2)
            {
                open.Tell(name, first, last, near);
            }
        }
    }

    private static ArticleFacts Settle(ArticleFacts article, OpenYears open, DateOnly today)
    {
        if (!IsOpen(article))
        {
            return article;
        }

        var years = OpenMeetings(article).SelectMany(meeting => open.YearsOf(meeting.Day, meeting.Person.Name, meeting.Near))
            .Where(year => year <= today.Year && !Contradicts(article, year)).Distinct().Take(2).ToList();
        if (years is not [var settled])
        {
            return article;
        }

        return article with
        {
            Date = article.Date.OfYear(settled),
            Meetings = [.. article.Meetings.Select(m => m with { Date = m.Date.OfYear(settled) })],
            Visits = [.. article.Visits.Select(v => v with { Date = v.Date.OfYear(settled) })],
            Agreements = [.. article.Agreements.Select(a => a with { Date = a.Date.OfYear(settled) })],
        };
    }

    /// <summary>Whether the text tells another weekday for a day than it has in that year.</summary>
    private static bool Contradicts(ArticleFacts article, int year) =>
        article.Meetings.Any(m => m.Weekday is { } weekday && m.Date.Date is { Year: 0, Day: > 0 } && m.Date.OfYear(year).From is { } day && day.DayOfWeek != weekday);
}
