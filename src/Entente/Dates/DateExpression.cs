using Entente.Texts;

namespace Entente.Dates;

/// <summary>What a relative date counts from: the day of the article (<c>hier</c>), or the day that the text spoke of before (<c>la veille</c>).</summary>
internal enum DateAnchor : byte
{
    Article,
    Context,
}

internal enum DateUnit : byte
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary><c>hier</c> is (Article, Day, -1); <c>le même jour</c> (Context, Day, 0); <c>le mois dernier</c> (Article, Month, -1).</summary>
internal readonly record struct RelativeDate(DateAnchor Anchor, DateUnit Unit, int Offset);

/// <summary>
/// A date as a text gives it, not yet resolved: <c>mardi 7 novembre</c> has day, month and weekday, <c>hier</c> has <see cref="Relative"/>.
/// </summary>
/// <param name="Span">Where it stands, from the first to the last word that belongs to it (<c>du 13 au 14 octobre</c>, <c>7 novembre</c>).</param>
/// <param name="First">Index of its first token in the article.</param>
/// <param name="Count">Number of its tokens.</param>
/// <param name="Rule">Name of the rule that found it.</param>
/// <param name="Start">The date, or the first of a range; parts that the text leaves open are 0.</param>
/// <param name="End">The last of a range or list; equal to <paramref name="Start"/> otherwise.</param>
internal sealed record DateExpression(TextSpan Span, int First, int Count, string Rule, PartialDate Start, PartialDate End)
{
    /// <summary>Named beside the date, or alone; for a range, of its first day.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>With a weekday beside it, so many of them ahead (<c>deux dimanches plus tard</c>).</summary>
    public RelativeDate? Relative { get; init; }

    /// <summary>The year that the text gives by another one: <c>novembre de la même année</c>, <c>l'année suivante</c>, <c>janvier de l'an dernier</c>.</summary>
    public RelativeDate? YearOf { get; init; }

    /// <summary>-1 for what is past (<c>5 août dernier</c>), +1 for what is to come (<c>mai prochain</c>), 0 for the present (<c>de ce mois</c>).</summary>
    public int? Direction { get; init; }

    /// <summary>A day whose month comes from the text before (<c>dans la soirée du 6</c>), or 0.</summary>
    public int OpenDay { get; init; }

    /// <summary>Which of the month's such weekdays (<c>le premier vendredi de juillet</c>), or 0.</summary>
    public int Nth { get; init; }

    /// <summary>The direction is one of weeks: <c>vendredi de la semaine prochaine</c>.</summary>
    public bool ByWeek { get; init; }

    /// <summary>Which day of a stay (<c>au deuxième jour de sa visite</c>); -1 for the last, 0 for none.</summary>
    public int StayDay { get; init; }

    /// <summary>The day before something told (<c>à la veille du dialogue</c>): a date of what was before the news, and else of nothing.</summary>
    public bool IsEve { get; init; }

    /// <summary>It counts from the day of the event that the text reports: <c>le lendemain du dialogue</c>.</summary>
    public bool IsOfEvent { get; init; }

    /// <summary>It says that it is the day of the article: <c>ce jeudi 11 avril</c>.</summary>
    public bool Today { get; init; }

    /// <summary>Words that look like a date and are none (<c>au lendemain de la guerre</c>); the finder keeps them to itself.</summary>
    public bool IsNone { get; init; }

    public bool IsRange => Start != End;

    /// <summary>Stands within brackets that opened shortly before: <c>(22 décembre 1944 - 22 décembre 2009)</c>.</summary>
    public bool IsWithinBrackets(TokenList tokens) => Follows(tokens, "(");

    /// <summary>Whether a word stands shortly before it in its sentence, and no bracket closed since: <c>l'Organisation (Interpol) s'est ouverte le 31 octobre</c>.</summary>
    public bool Follows(TokenList tokens, string folded)
    {
        const int Reach = 8;
        for (var i = First - 1; i >= 0 && i >= First - Reach && tokens[i].Folded is not (")" or "."); i--)
        {
            if (tokens[i].Folded == folded)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text counts single days or years and no stretch (<c>les 3 et 4 juin</c>, <c>en 2011 et 2013</c>).</summary>
    public bool IsList { get; init; }
}
