using Entente.Clauses;
using Entente.Dates;

namespace Entente.Meetings;

/// <summary>
/// The days of encounters that a clause tells one by one: <c>a été reçu mercredi et jeudi, respectivement par A et B</c>, <c>ont reçu X, respectivement les 12 et 13 mars</c>.
/// </summary>
internal static class DaysInTurn
{
    /// <summary>The day that stands at the place of the encounter; null where the clause tells not as many days as encounters.</summary>
    public static DateMention? Of(ArticleContext context, Encounter encounter)
    {
        if (encounter.Turn.Of < 2)
        {
            return null;
        }

        var days = context.DatesIn[encounter.Sentence.Index].Where(d => d.Resolved.Date.Day > 0 && d.Role != DateRole.Aside && (!d.Expression.IsRange || d.Expression.IsList)).SelectMany(d => DaysOf(context, d)).ToList();
        return days.Count == encounter.Turn.Of ? days[encounter.Turn.Index] : null;
    }

    /// <summary>Of a list of more than two the days between are not told apart.</summary>
    private static IEnumerable<DateMention> DaysOf(ArticleContext context, DateMention date)
    {
        if (!date.Expression.IsList)
        {
            return [date];
        }

        var (first, last) = (date.Resolved.Date, date.Resolved.Last);
        var isOfTwo = !ClauseLexicons.French.Words.StandsIn("list-mark", context.Text.Tokens, date.First, date.End);
        return isOfTwo ? [date with { Resolved = date.Resolved with { Last = first } }, date with { Resolved = date.Resolved with { Date = last } }] : [];
    }
}
