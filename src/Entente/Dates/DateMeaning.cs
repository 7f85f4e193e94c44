using Entente.Lexicons;

namespace Entente.Dates;

/// <summary>What the parts that a pattern took amount to, by the <c>meaning</c> of its rule. Null: no such date (31 February).</summary>
internal static class DateMeaning
{
    public static Func<DateParts, DateExpression, DateExpression?> Of(LexiconRow row, DateWords words) => row.Required("meaning") switch
    {
        "date" or "month" => Date,
        "today" => (parts, found) => Date(parts, found) is { } day ? day with { Today = true } : null,
        "in-year" => (parts, found) => Date(parts, found) is { } day ? day with { YearOf = words.Relative(parts.Relative!.Value), Direction = null } : null,
        "range" => (parts, found) => Range(parts, found),
        "list" => (parts, found) => Range(parts, found) is { } range ? range with { IsList = true } : null,
        "decade" => (parts, found) => found with { Start = new PartialDate(parts.Year), End = new PartialDate(parts.Year + 9) },
        "weekday" => (parts, found) => found with { ByWeek = found.Rule.EndsWith("week", StringComparison.Ordinal) },
        "openday" => (parts, found) => found with { OpenDay = parts.Day },
        "nth" => (parts, found) => parts.Nth > 5 ? null : NthWeekday(parts, found),
        "nth-of-all" => (parts, found) => NthWeekday(parts, found),
        "stay-day" => (parts, found) => parts.Nth == 0 && parts.Direction != -1 ? null : found with { StayDay = parts.Nth == 0 ? -1 : parts.Nth, Direction = null },
        "eve" => (parts, found) => found with { IsEve = true, Relative = words.Relative(parts.Relative!.Value) },
        "of-event" => (parts, found) => found with { IsOfEvent = true, Relative = words.Relative(parts.Relative!.Value) },
        "none" => (_, found) => found with { IsNone = true },
        "relative" => (parts, found) => found with
        {
            Relative = parts.Relative is { } index
                ? words.Relative(index)
                : new RelativeDate(DateAnchor.Article, parts.Unit ?? DateUnit.Year, parts.Direction ?? 0),
            Direction = null,
        },
        "count-ago" => Count(DateAnchor.Article, -1),
        "count-ahead" => Count(DateAnchor.Article, 1),
        "count-before" => Count(DateAnchor.Context, -1),
        "count-after" => Count(DateAnchor.Context, 1),
        "count-from" => (parts, found) => found with { Relative = FromNamedDay(parts, words, 1) },
        "count-until" => (parts, found) => found with { Relative = FromNamedDay(parts, words, -1) },
        "weekday-ahead" => (parts, found) => found with { Relative = new RelativeDate(DateAnchor.Article, DateUnit.Week, parts.Count) },
        var other => throw row.Error($"'{other}' is no meaning of a date"),
    };

    private static Func<DateParts, DateExpression, DateExpression?> Count(DateAnchor anchor, int sign) =>
        (parts, found) => found with { Relative = new RelativeDate(anchor, parts.Unit!.Value, sign * parts.Count) };

    // « deux jours après demain » is three days ahead; « trois semaines à partir de demain » a day, and no week.
    private static RelativeDate FromNamedDay(DateParts parts, DateWords words, int sign)
    {
        var named = parts.Relative is { } index ? words.Relative(index) : default;
        var (unit, count) = (parts.Unit!.Value, sign * parts.Count);
        return unit == DateUnit.Week && named.Offset != 0
            ? new RelativeDate(named.Anchor, DateUnit.Day, (7 * count) + named.Offset)
            : new RelativeDate(named.Anchor, unit, count + (unit == named.Unit ? named.Offset : 0));
    }

    private static DateExpression NthWeekday(DateParts parts, DateExpression found) =>
        found with { Nth = parts.Nth, Start = new PartialDate(0, parts.Month), End = new PartialDate(0, parts.Month) };

    private static DateExpression? Date(DateParts parts, DateExpression found)
    {
        var day = parts.Day == 0 ? parts.Nth : parts.Day;
        if (!PartialDate.IsValid(parts.Year, parts.Month, day))
        {
            return null;
        }

        var date = new PartialDate(parts.Year, parts.Month, day);
        return found with { Start = date, End = date };
    }

    // The first date takes what it leaves open from the second: « du 13 au 14 octobre », « du 30 décembre au 2 janvier 2025 ».
    private static DateExpression? Range(DateParts parts, DateExpression found)
    {
        var (month, month2) = (parts.Month == 0 ? parts.Month2 : parts.Month, parts.Month2 == 0 ? parts.Month : parts.Month2);
        var year2 = parts.Year2 == 0 ? parts.Year : parts.Year2;
        var year = parts.Year != 0 ? parts.Year : month > month2 && year2 > 0 ? year2 - 1 : year2;
        if (!PartialDate.IsValid(year, month, parts.Day) || !PartialDate.IsValid(year2, month2, parts.Day2) || year > year2
            || (year == year2 && year > 0 && month > month2))
        {
            return null;
        }

        return found with { Start = new PartialDate(year, month, parts.Day), End = new PartialDate(year2, month2, parts.Day2) };
    }
}
