using Entente.Texts;

namespace Entente.Dates;

/// <summary>Finds the days of a stay that a text counts by: <c>Au deuxième jour de sa visite en Inde, du 4 au 6 juillet</c>.</summary>
internal static class StayRange
{
    /// <summary>The stretch of days in the sentence of a date, else the one told last before it, else the first after it; null for none.</summary>
    public static DateExpression? Of(IReadOnlyList<(DateExpression Date, Sentence Sentence)> found, int at)
    {
        var sentence = found[at].Sentence.Index;
        DateExpression? before = null;
        DateExpression? after = null;
        foreach (var (date, told) in found)
        {
            if (date is not { IsRange: true, Start.Day: > 0, End.Day: > 0 } || told.Section is not (SectionKind.Body or SectionKind.Title))
            {
                continue;
            }

            if (told.Index == sentence)
            {
                return date;
            }

            (before, after) = told.Index < sentence ? (date, after) : (before, after ?? date);
        }

        return before ?? after;
    }

    /// <summary>
    /// <c>a reçu jeudi X, en visite du 12 au 15 mars</c> under a date that is only a month: the one Thursday of the stay that the sentence tells; null where it tells none, or the weekday is no day of it.
    /// </summary>
    public static ResolvedDate? WeekdayOf(IReadOnlyList<(DateExpression Date, Sentence Sentence)> found, int at, PartialDate article, Func<DateExpression, ResolvedDate> resolve)
    {
        const int Week = 7;
        var (date, sentence) = found[at];
        if (article is not { Year: > 0, Month: > 0, Day: 0 } || date is not { Start.IsEmpty: true, Weekday: { } weekday, Relative: null, Direction: null, ByWeek: false, IsRange: false } || sentence.Section != SectionKind.Body)
        {
            return null;
        }

        foreach (var (range, told) in found)
        {
            if (told.Index != sentence.Index || range is not { IsRange: true, IsList: false, Start.Day: > 0, End.Day: > 0 } || resolve(range) is not { From: { } first, To: { } last } stay || !article.Agrees(stay.Date with { Day = 0 }) || last.DayNumber - first.DayNumber >= Week)
            {
                continue;
            }

            var day = DateCalendar.OnOrAfter(first, weekday);
            return day <= last ? new ResolvedDate(PartialDate.Of(day), PartialDate.Of(day), DateBasis.Weekday) : null;
        }

        return null;
    }

    /// <summary>
    /// <c>en visite du 19 au 21 septembre, il a été accueilli le 20 décembre</c> under a date of September: a slip of the pen, and a day of the stay. Any other date is as written.
    /// </summary>
    public static DateExpression WithMonthOf(IReadOnlyList<(DateExpression Date, Sentence Sentence)> found, int at, PartialDate article, DateExpression date)
    {
        if (article is not { Year: > 0, Month: > 0 } || date is not { Start: { Year: 0, Day: > 0 } day, IsRange: false, Relative: null, Direction: null, Weekday: null } || day.Month == article.Month)
        {
            return date;
        }

        foreach (var (range, told) in found)
        {
            if (told.Index == found[at].Sentence.Index && range is { IsRange: true, IsList: false, Start: { Day: > 0 } first, End: { Day: > 0 } last } && first.Month == article.Month && last.Month == article.Month
                && day.Day >= first.Day && day.Day <= last.Day && Math.Abs(day.Month - article.Month) > 1)
            {
                return date with { Start = day with { Month = article.Month }, End = day with { Month = article.Month } };
            }
        }

        return date;
    }

    /// <summary>The day of a stay that is counted; empty when the stay has no such day.</summary>
    public static ResolvedDate DayOf(ResolvedDate stay, int count)
    {
        if (count < 0)
        {
            return new ResolvedDate(stay.Last, stay.Last, stay.Basis);
        }

        var day = stay.Date.Year > 0 ? PartialDate.Of(DateCalendar.Shift(stay.From!.Value, count - 1)) : DateCalendar.ShiftInOpenYear(stay.Date, count - 1);
        return stay.To < day.From ? default : new ResolvedDate(day, day, stay.Basis);
    }
}
