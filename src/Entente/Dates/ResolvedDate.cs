namespace Entente.Dates;

/// <summary>How a date was settled; the tables write it in lower case.</summary>
internal enum DateBasis : byte
{
    /// <summary>Not settled: nothing is known, or the year stays open.</summary>
    None,

    /// <summary>The article's date is its header's; an event's day or month got its year from the header.</summary>
    Header,

    /// <summary>Given whole by the text itself.</summary>
    Body,

    /// <summary>A weekday beside day and month leaves one year, or a bare weekday was counted back from the article's date.</summary>
    Weekday,

    /// <summary>Counted from the article's date or from a date before it in the text (<c>hier</c>, <c>la veille</c>).</summary>
    Relative,

    /// <summary>Another seed of the corpus settled it.</summary>
    Corpus,
}

/// <summary>A date with how it was settled. For a range <paramref name="Date"/> is its first day.</summary>
internal readonly record struct ResolvedDate(PartialDate Date, PartialDate Last, DateBasis Basis)
{
    /// <summary>First day that it can mean; null while the year is open.</summary>
    public DateOnly? From => Date.From;

    /// <summary>Last day that it can mean; null while the year is open.</summary>
    public DateOnly? To => (Last.IsEmpty ? Date : Last).To;

    /// <summary>Of the days of a stay, from the first to the last, the month that holds them all, else the year of the first: on some day of it.</summary>
    public ResolvedDate SomeDay =>
        new(new PartialDate(Date.Year, Date.Month == (Last.IsEmpty ? Date : Last).Month ? Date.Month : 0), default, Basis);

    /// <summary>With the year that another seed of the corpus gives it; as it is where its year is known.</summary>
    public ResolvedDate OfYear(int year) =>
        Date is { Year: 0, Month: > 0 } open && PartialDate.IsValid(year, open.Month, open.Day)
            ? new ResolvedDate(
                open with { Year = year },
                Last is { Year: 0, Month: > 0 } last && PartialDate.IsValid(year, last.Month, last.Day) ? last with { Year = year } : Last,
                DateBasis.Corpus)
            : this;
}
