namespace Entente.Dates;

/// <summary>Counting with days and weekdays.</summary>
internal static class DateCalendar
{
    /// <summary>The years from <paramref name="from"/> to <paramref name="to"/> in which a day of a month falls on a weekday.</summary>
    public static IEnumerable<int> YearsOf(int month, int day, DayOfWeek weekday, int from, int to)
    {
        for (var year = Math.Max(from, 1); year <= Math.Min(to, 9999); year++)
        {
            if (PartialDate.IsValid(year, month, day) && new DateOnly(year, month, day).DayOfWeek == weekday)
            {
                yield return year;
            }
        }
    }

    /// <summary>The last such weekday on or before a day.</summary>
    public static DateOnly OnOrBefore(DateOnly day, DayOfWeek weekday) => Shift(day, -((7 + day.DayOfWeek - weekday) % 7));

    /// <summary>The next such weekday on or after a day.</summary>
    public static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) => Shift(day, (7 + weekday - day.DayOfWeek) % 7);

    /// <summary>A day some units later or, with a negative count, earlier; the calendar's first or last day where it ends.</summary>
    public static DateOnly Shift(DateOnly day, int count, DateUnit unit = DateUnit.Day)
    {
        try
        {
            return unit switch
            {
                DateUnit.Day => day.AddDays(count),
                DateUnit.Week => day.AddDays(7 * count),
                DateUnit.Month => day.AddMonths(count),
                _ => day.AddYears(count),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return count < 0 ? DateOnly.MinValue : DateOnly.MaxValue;
        }
    }

    /// <summary>A day of an open year some days later; empty where it depends on the year (the day after --02-28).</summary>
    public static PartialDate ShiftInOpenYear(PartialDate day, int days)
    {
        var (common, leap) = (InYear(2001), InYear(2000));
        return common == leap ? common : default;

        PartialDate InYear(int year) =>
            PartialDate.IsValid(year, day.Month, day.Day) ? PartialDate.Of(new DateOnly(year, day.Month, day.Day).AddDays(days)) with { Year = 0 } : default;
    }

    /// <summary>Days between two days of a year that is not known, the shorter way round.</summary>
    public static int DaysApart(PartialDate one, PartialDate other)
    {
        const int LeapYear = 366;
        var days = Math.Abs(new DateOnly(2000, one.Month, one.Day).DayNumber - new DateOnly(2000, other.Month, other.Day).DayNumber);
        return Math.Min(days, LeapYear - days);
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly WeekOf(DateOnly day) => OnOrBefore(day, DayOfWeek.Monday);
}
