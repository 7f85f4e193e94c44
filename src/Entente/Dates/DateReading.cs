using Entente.Texts;

namespace Entente.Dates;

/// <summary>A date expression in its sentence, resolved against the article's date and the dates before it.</summary>
internal sealed record DateMention(DateExpression Expression, int SentenceIndex, ResolvedDate Resolved)
{
    public DateRole Role { get; init; }

    /// <summary>It dates what was before the news (<c>La veille, il avait été reçu</c>).</summary>
    public bool IsEarlier { get; init; }

    /// <summary>It dates what is to come (<c>convoquera le lendemain un sommet</c>).</summary>
    public bool IsToCome { get; init; }

    /// <summary><c>quelques jours plus tôt</c>: no day that anything goes on from.</summary>
    public bool IsVague { get; init; }

    /// <summary>The day on which something was set up long ago: <c>les relations établies le 25 juin 1975</c>.</summary>
    public bool IsFounding { get; init; }

    /// <summary>Index of the first token of what stands unseparated before it.</summary>
    public int ClauseFirst { get; init; }

    public int First => Expression.First;

    /// <summary>Index after its last token.</summary>
    public int End => Expression.First + Expression.Count;

    /// <summary>An anniversary, a pair of dates in brackets, or the day on which something was set up, is no day of the news.</summary>
    public bool IsHistory(TokenList tokens) => IsFounding || Expression.Follows(tokens, "anniversaire") || Expression.IsWithinBrackets(tokens);
}

/// <summary>The dates of an article in order of the text, and the date of the article itself as header and dateline give it (empty without a header).</summary>
internal sealed record DateReading(ResolvedDate ArticleDate, List<DateMention> Mentions)
{
    /// <summary>The day, or the first day, of what the lead reports; empty when it names none, or one to come.</summary>
    public ResolvedDate Reported { get; init; }

    /// <summary>UTF-16 offset of the words that name <see cref="Reported"/>.</summary>
    public int ReportedAt { get; init; } = int.MaxValue;

    /// <summary>When an event of the news that names no day was: the date of the article, unless the lead tells of several days that were over by then: their month if so.</summary>
    public ResolvedDate Presumed => Reported.Last != Reported.Date && Reported.To < ArticleDate.From ? MonthOf(Reported) : ArticleDate;

    /// <summary>The month of several days, if they are of one.</summary>
    private static ResolvedDate MonthOf(ResolvedDate days) =>
        days.Date is { Year: > 0, Month: > 0 } first && days.Last.Year == first.Year && days.Last.Month == first.Month && first with { Day = 0 } is var month ? new ResolvedDate(month, month, days.Basis) : default;

    /// <summary>Dates that contradict one another.</summary>
    public IReadOnlyList<ReadingWarning> Warnings { get; init; } = [];
}
