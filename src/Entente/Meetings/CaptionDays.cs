using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Tells the day of a meeting from the picture of it, where the text tells none: <c>Le ministre X (droite) et l'ambassadeur Y, le 15 janvier à Hanoï. Photo : VNA</c>
/// over <c>X a reçu à Hanoï l'ambassadeur Y</c>, under a date that is only a month or that of the next day (rule 4: a caption adds a detail).
/// </summary>
internal static class CaptionDays
{
    /// <summary>The meetings held, with the days of the captions that show both sides of one.</summary>
    public static IReadOnlyList<Meeting> Settle(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var pictures = context.Text.Sentences.Where(s => s.Section == SectionKind.Caption && context.DatesIn[s.Index].Count > 0).ToList();
        return pictures.Count == 0 ? meetings : [.. meetings.Select(m => IsOpen(context, m) && DayOf(context, m, meetings, pictures) is { } day ? m with { Date = day.Resolved, Weekday = m.Weekday ?? day.Expression.Weekday } : m)];
    }

    /// <summary>A meeting of both sides of which the text tells no day: it has the month of the article, or its day.</summary>
    private static bool IsOpen(ArticleContext context, Meeting meeting) =>
        meeting is { Status: MeetingStatus.Held, IsMultilateral: false, Weekday: null, Date.Date: { Year: > 0, Month: > 0 } date, Home: [_, ..], Guests: [_, ..] }
        && (date.Day == 0 || date == context.Dates.ArticleDate.Date && meeting.Date.Basis == DateBasis.Header && !context.Text.Sentences.Any(s => s.Section == SectionKind.Body && context.DatesIn[s.Index].Any(d => d.Resolved.Date == date)));

    /// <summary>The one day of the month that a picture of both tells; of two who have met more than once nobody knows which it shows.</summary>
    private static DateMention? DayOf(ArticleContext context, Meeting meeting, IReadOnlyList<Meeting> meetings, List<Sentence> pictures)
    {
        // A picture of the day on which the article was written, or of one shortly before.
        const int Days = 3;
        var (home, guest) = (meeting.Home[0].Person, meeting.Guests[0].Person);
        if (meetings.Count(m => m.Status == MeetingStatus.Held && m.Guests.Any(g => g.Person == guest) && m.Home.Any(h => h.Person == home)) > 1)
        {
            return null;
        }

        return pictures.Where(p => Shows(context, p, home) && Shows(context, p, guest)).SelectMany(p => context.DatesIn[p.Index])
            .FirstOrDefault(d => d.Resolved.Date.IsDay && !d.Expression.IsRange && (meeting.Date.Date.Day == 0 ? d.Resolved.Date with { Day = 0 } == meeting.Date.Date : meeting.Date.From!.Value.DayNumber - d.Resolved.From!.Value.DayNumber is > 0 and <= Days));
    }

    private static bool Shows(ArticleContext context, Sentence picture, int person) => context.Actors[picture.Index].Any(a => a.Person == person);
}
