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
