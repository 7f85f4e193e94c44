namespace Entente.Dates;

/// <summary>
/// Settles what a date leaves open: the year of a day and month, the day of a weekday, the day that a relative date counts from.
/// What neither the article's date nor the text before fixes stays open.
/// </summary>
/// <param name="article">The article's date as far as it is known.</param>
/// <param name="years">Settles the year of a day that names its weekday, where the article has no date.</param>
/// <param name="weekdays">Weekdays that the text tells of days in a year that is not known.</param>
internal sealed class DateResolver(PartialDate article, YearFinder years, Dictionary<PartialDate, DayOfWeek> weekdays)
{
    /// <param name="date">The date as the text gives it.</param>
    /// <param name="context">The day that the text spoke of before; empty if of none.</param>
    /// <param name="tense">Of what its sentence speaks.</param>
    public ResolvedDate Resolve(DateExpression date, PartialDate context, DateTense tense)
    {
        var future = tense == DateTense.Future;
        if (date.Relative is { } relative)
        {
            return date.Weekday is { } counted ? CountedWeekdays(relative, counted) : Counted(relative, context);
        }

        if (date.Nth > 0)
        {
            return NthWeekday(date);
        }

        if (date.OpenDay > 0)
        {
            return OpenDay(date, context, future);
        }

        if (date.Start.IsEmpty && date.Weekday is { } weekday)
        {
            return OnWeekday(date, weekday, context, tense);
        }

        if (date.Start.Year > 0 || date.Start.Month == 0)
        {
            return new ResolvedDate(date.Start, date.End, date.Start.IsEmpty ? DateBasis.None : DateBasis.Body);
        }

        return WithYear(date, context, future);
    }

    private ResolvedDate WithYear(DateExpression date, PartialDate context, bool future)
    {
        var (year, basis) = article.Year > 0 ? (NearestYear(date, future), DateBasis.Header) : (0, DateBasis.None);
        if (year == 0 && years.Known > 0 && date.Direction is null && date.Start.Day > 0)
        {
            (year, basis) = (years.Known, DateBasis.Body);
        }

        if (year == 0 && date.Weekday is { } weekday && years.Settle(date.Start, weekday) is var settled and > 0)
        {
            (year, basis) = (settled, DateBasis.Weekday);
        }

        // A day near the one before it in the text, whose year is settled.
        if (year == 0 && date.Direction is null && context.IsDay && Math.Abs(context.Month - date.Start.Month) <= 1)
        {
            (year, basis) = (context.Year, DateBasis.Relative);
        }

        // "achève sa visite, effectuée depuis le 4 mai 2025. … signé en avril dernier"
        if (year == 0 && date.Direction == -1 && context.IsDay)
        {
            var isSameYear = date.Start.Month < context.Month || date.Start.Day > 0 && date.Start.Month == context.Month && date.Start.Day < context.Day;
            (year, basis) = (isSameYear ? context.Year : context.Year - 1, DateBasis.Relative);
        }

        if (year == 0)
        {
            return new ResolvedDate(date.Start, date.End, DateBasis.None);
        }

        var first = date.Start with { Year = year };
        var last = date.End with { Year = date.End.Month < date.Start.Month ? year + 1 : year };
        return PartialDate.IsValid(first.Year, first.Month, first.Day) && PartialDate.IsValid(last.Year, last.Month, last.Day)
            ? new ResolvedDate(first, last, basis)
            : new ResolvedDate(date.Start, date.End, DateBasis.None);
    }

    // Of last year's, this year's and next year's day the one nearest to the article; what lies months ahead only if the text looks ahead.
    private int NearestYear(DateExpression date, bool future)
    {
        if (article.Month == 0)
        {
            return article.Year;
        }

        const int farAhead = 45;
        var (from, to) = (article.From!.Value, article.To!.Value);
        var (best, bestDistance) = (article.Year, int.MaxValue);
        for (var year = Math.Max(article.Year - 1, 1); year <= Math.Min(article.Year + 1, 9999); year++)
        {
            if (!PartialDate.IsValid(year, date.Start.Month, date.Start.Day))
            {
                continue;
            }

            var candidate = date.Start with { Year = year };
            var ahead = candidate.From!.Value.DayNumber - to.DayNumber;
            var behind = from.DayNumber - candidate.To!.Value.DayNumber;
            var distance = Math.Max(Math.Max(ahead, future ? 3 * behind : behind), 0);
            var excluded = (date.Direction == -1 && ahead >= 0) || (date.Direction == 1 && behind >= 0) || (date.Direction is null && !future && ahead > farAhead);
            if (!excluded && distance < bestDistance)
            {
                (best, bestDistance) = (year, distance);
            }
        }

        return best;
    }

    private ResolvedDate OnWeekday(DateExpression date, DayOfWeek weekday, PartialDate context, DateTense tense)
    {
        var future = tense == DateTense.Future;
        if (article.IsDay)
        {
            var day = article.From!.Value;
            if (date.ByWeek)
            {
                var named = DateCalendar.OnOrAfter(DateCalendar.Shift(DateCalendar.WeekOf(day), date.Direction ?? 0, DateUnit.Week), weekday);
                return Day(named, DateBasis.Weekday);
            }

            return Day(
                date.Direction switch
                {
                    -1 => DateCalendar.OnOrBefore(DateCalendar.Shift(day, -1), weekday),
                    1 => DateCalendar.OnOrAfter(DateCalendar.Shift(day, 1), weekday),
                    _ => future ? DateCalendar.OnOrAfter(day, weekday) : DateCalendar.OnOrBefore(day, weekday),
                },
                DateBasis.Weekday);
        }

        // Under a month, or in an article that tells of its own day only, the day that the text spoke of before may tell which.
        if (date.Direction is null && context.Day > 0 && article.Agrees(context) && (context.IsDay ? context.From!.Value.DayOfWeek : weekdays.TryGetValue(context, out var told) ? told : (DayOfWeek?)null) is { } from
            && DaysTo(from, weekday, tense) is { } away)
        {
            return context.IsDay ? Day(DateCalendar.Shift(context.From!.Value, away), DateBasis.Weekday) : Whole(DateCalendar.ShiftInOpenYear(context, away));
        }

        return article.IsEmpty ? default : new ResolvedDate(article, article, DateBasis.Header);
    }

    // « jeudi 22 août … Vendredi, elle est allée saluer », « mardi 14 mars … Dimanche, il avait reçu »; null where it may be this week's or the last.
    private static int? DaysTo(DayOfWeek from, DayOfWeek weekday, DateTense tense)
    {
        const int Near = 2;
        const int Week = 7;
        var ahead = (Week + weekday - from) % Week;
        var behind = (Week - ahead) % Week;
        return tense == DateTense.Future ? ahead
            : tense == DateTense.Earlier ? -behind
            : ahead <= Near ? ahead
            : behind <= Near ? -behind
            : null;
    }

    // « deux dimanches plus tard »: the second Sunday after the day of the article.
    private ResolvedDate CountedWeekdays(RelativeDate weeks, DayOfWeek weekday) =>
        article.IsDay
            ? Day(DateCalendar.Shift(DateCalendar.OnOrAfter(DateCalendar.Shift(article.From!.Value, 1), weekday), weeks.Offset - 1, DateUnit.Week), DateBasis.Weekday)
            : Whole(article);

    // « hier », « le mois dernier » under a dateline without a year: the day or the month is known, the year stays open.
    private static ResolvedDate InOpenYear(PartialDate origin, RelativeDate relative) => relative.Unit switch
    {
        DateUnit.Day when origin.Day > 0 => Whole(DateCalendar.ShiftInOpenYear(origin, relative.Offset)),
        DateUnit.Month when origin.Month > 0 => Whole(new PartialDate(0, ((origin.Month - 1 + (relative.Offset % 12) + 12) % 12) + 1)),
        _ => default,
    };

    private ResolvedDate Counted(RelativeDate relative, PartialDate context)
    {
        if (relative is { Anchor: DateAnchor.Context, Unit: DateUnit.Day } && context is { Year: 0, Day: > 0 })
        {
            return Whole(DateCalendar.ShiftInOpenYear(context, relative.Offset));
        }

        if (relative.Anchor == DateAnchor.Context && context is { Month: > 0, Day: 0 })
        {
            return Whole(context);
        }

        var origin = relative.Anchor == DateAnchor.Context && context.IsDay ? context : article;
        if (origin.IsEmpty)
        {
            return default;
        }

        if (origin.Year == 0)
        {
            return InOpenYear(origin, relative);
        }

        if (relative.Unit == DateUnit.Year)
        {
            var year = new PartialDate(Math.Clamp(origin.Year + relative.Offset, 1, 9999));
            return new ResolvedDate(year, year, DateBasis.Relative);
        }

        if (relative.Unit == DateUnit.Month)
        {
            return origin.Month == 0 ? Whole(origin) : Month(DateCalendar.Shift(origin.From!.Value, relative.Offset, DateUnit.Month));
        }

        if (!origin.IsDay)
        {
            return Whole(origin);
        }

        var day = DateCalendar.Shift(origin.From!.Value, relative.Offset, relative.Unit);
        if (relative.Unit == DateUnit.Day)
        {
            return Day(day, DateBasis.Relative);
        }

        var monday = DateCalendar.WeekOf(day);
        return new ResolvedDate(PartialDate.Of(monday), PartialDate.Of(DateCalendar.Shift(monday, 6)), DateBasis.Relative);
    }

    private ResolvedDate OpenDay(DateExpression date, PartialDate context, bool future)
    {
        var origin = date.Direction is null && context.Month > 0 ? context : article;
        if (origin.Month == 0)
        {
            return origin.IsEmpty ? default : Whole(origin);
        }

        var month = origin.Year == 0
            ? origin with { Day = 0 }
            : PartialDate.Of(DateCalendar.Shift(new DateOnly(origin.Year, origin.Month, 1), date.Direction ?? 0, DateUnit.Month));

        // « vendredi 22 » under a date of the first days of a month may be one of the month before, or of the next.
        var shifts = date.Weekday is null || date.Direction is not null || origin.Year == 0 ? [0] : future ? new[] { 0, 1, -1 } : [0, -1, 1];
        foreach (var shift in shifts)
        {
            var candidate = (shift == 0 ? month : PartialDate.Of(DateCalendar.Shift(new DateOnly(month.Year, month.Month, 1), shift, DateUnit.Month))) with { Day = date.OpenDay };
            if (PartialDate.IsValid(candidate.Year, candidate.Month, candidate.Day) && (date.Weekday is null || candidate.From is not { } day || day.DayOfWeek == date.Weekday))
            {
                return new ResolvedDate(candidate, candidate, date.Weekday is null ? DateBasis.Relative : DateBasis.Weekday);
            }
        }

        return Whole(origin with { Day = 0 });
    }

    private ResolvedDate NthWeekday(DateExpression date)
    {
        if (article.Year == 0 || (date.Start.Month == 0 && article.Month == 0))
        {
            return new ResolvedDate(date.Start, date.Start, DateBasis.None);
        }

        var month = date.Start.Month > 0
            ? new DateOnly(NearestYear(date with { Weekday = null }, future: false), date.Start.Month, 1)
            : DateCalendar.Shift(new DateOnly(article.Year, article.Month, 1), date.Direction ?? 0, DateUnit.Month);
        var day = DateCalendar.Shift(DateCalendar.OnOrAfter(month, date.Weekday!.Value), date.Nth - 1, DateUnit.Week);
        return day.Month == month.Month ? Day(day, DateBasis.Weekday) : Month(month);
    }

    private static ResolvedDate Day(DateOnly day, DateBasis basis) => new(PartialDate.Of(day), PartialDate.Of(day), basis);

    private static ResolvedDate Month(DateOnly day) => Whole(new PartialDate(day.Year, day.Month));

    private static ResolvedDate Whole(PartialDate date) => new(date, date, date.IsEmpty ? DateBasis.None : DateBasis.Relative);
}
