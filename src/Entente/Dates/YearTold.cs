namespace Entente.Dates;

/// <summary>Settles the years that a text gives by another one: by that of the article (<c>janvier de l'an dernier</c>), or by the one told before (<c>l'année suivante</c>, <c>cinq ans plus tard</c>).</summary>
internal sealed class YearTold(PartialDate article)
{
    /// <summary>How many sentences a year stays the one told before.</summary>
    private const int Reach = 1;

    private int _year;
    private int _sentence;

    /// <summary>The date with its year, where that is known.</summary>
    public DateExpression Complete(DateExpression date, int sentence)
    {
        var told = _year > 0 && sentence - _sentence <= Reach ? _year : 0;
        if (date.YearOf is { } year)
        {
            var origin = year.Anchor == DateAnchor.Context ? told : article.Year;
            var start = date.Start with { Year = origin + year.Offset };
            return origin > 0 && PartialDate.IsValid(start.Year, start.Month, start.Day) ? date with { Start = start, End = start } : date;
        }

        // « noué en 2009 et élevé, cinq ans plus tard, au rang de partenariat »
        return told > 0 && date.Relative is { Anchor: DateAnchor.Context, Unit: DateUnit.Year } count && new PartialDate(Math.Clamp(told + count.Offset, 1, 9999)) is var counted
            ? date with { Relative = null, Start = counted, End = counted }
            : date;
    }

    /// <summary>Notes a date whose year the text gives.</summary>
    public void Tell(DateExpression date, int sentence)
    {
        if (date is { Start.Year: > 0, IsRange: false })
        {
            (_year, _sentence) = (date.Start.Year, sentence);
        }
    }
}
