namespace Entente.Dates;

/// <summary>What a pattern took from the text so far; 0 (or null) where nothing was.</summary>
internal record struct DateParts
{
    public int Day, Month, Year, Day2, Month2, Year2, Count, Nth;
    public DayOfWeek? Weekday;
    public DateUnit? Unit;
    public int? Direction, Edge, Relative;
}
