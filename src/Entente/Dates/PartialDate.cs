using System.Globalization;

namespace Entente.Dates;

/// <summary>
/// A date as precise as a text has it: a day, a month, a year, or a day and month whose year is open. A part that is not
/// known is 0. <c>default</c> is the empty date.
/// </summary>
/// <param name="Year">1 to 9999, or 0.</param>
/// <param name="Month">1 to 12, or 0.</param>
/// <param name="Day">1 to 31, or 0; 0 when the month is.</param>
public readonly record struct PartialDate(int Year, int Month = 0, int Day = 0)
{
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    public bool IsEmpty => this == default;

    /// <summary>Year, month and day are known.</summary>
    public bool IsDay => Year > 0 && Month > 0 && Day > 0;

    /// <summary>How many of year, month and day are known.</summary>
    internal int Precision => (Year > 0 ? 1 : 0) + (Month > 0 ? 1 : 0) + (Day > 0 ? 1 : 0);

    /// <summary>The first day that it can mean; null while the year is open.</summary>
    public DateOnly? From => Year == 0 ? null : new DateOnly(Year, Math.Max(Month, 1), Day == 0 ? 1 : Math.Min(Day, DateTime.DaysInMonth(Year, Month)));

    /// <summary>The last day that it can mean; null while the year is open.</summary>
    public DateOnly? To =>
        Year == 0 ? null
        : Month == 0 ? new DateOnly(Year, 12, 31)
        : Day == 0 ? new DateOnly(Year, Month, DateTime.DaysInMonth(Year, Month))
        : From;

    /// <summary>Whether there is such a day; a 29 February needs a leap year or an open one.</summary>
    public static bool IsValid(int year, int month, int day) =>
        year is >= 0 and <= 9999 && month is >= 0 and <= 12 && day >= 0
        && (day == 0 || (month > 0 && day <= DateTime.DaysInMonth(year == 0 ? 2000 : year, month)));

    /// <summary>Whether no part that both know differs.</summary>
    public bool Agrees(PartialDate other) =>
        (Year == 0 || other.Year == 0 || Year == other.Year)
        && (Month == 0 || other.Month == 0 || Month == other.Month)
        && (Day == 0 || other.Day == 0 || Day == other.Day);

    /// <summary>This date with what it leaves open taken from <paramref name="other"/>, if the two agree; else this date.</summary>
    public PartialDate CompletedBy(PartialDate other) =>
        Agrees(other)
            ? new PartialDate(Year == 0 ? other.Year : Year, Month == 0 ? other.Month : Month, Day == 0 ? other.Day : Day)
            : this;

    /// <summary>ISO 8601: <c>2025-10-13</c>, <c>2025-07</c>, <c>2023</c>, <c>--10-14</c>, <c>--10</c>, or nothing.</summary>
    public override string ToString() => (Year, Month, Day) switch
    {
        (0, 0, _) => "",
        (0, _, 0) => string.Create(CultureInfo.InvariantCulture, $"--{Month:00}"),
        (0, _, _) => string.Create(CultureInfo.InvariantCulture, $"--{Month:00}-{Day:00}"),
        (_, 0, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        (_, _, 0) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text.IsEmpty)
        {
            return true;
        }

        var open = text.StartsWith("--");
        var year = 0;
        if (!open && (text.Length < 4 || !Number(text[..4], out year) || year == 0))
        {
            return false;
        }

        var rest = open ? text[1..] : text[4..];
        int month = 0, day = 0;
        var valid = rest.Length switch
        {
            0 => true,
            3 => rest[0] == '-' && Number(rest[1..], out month) && month > 0,
            6 => rest[0] == '-' && rest[3] == '-' && Number(rest[1..3], out month) && Number(rest[4..], out day) && month > 0 && day > 0,
            _ => false,
        };
        if (!valid || !IsValid(year, month, day))
        {
            return false;
        }

        date = new PartialDate(year, month, day);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
