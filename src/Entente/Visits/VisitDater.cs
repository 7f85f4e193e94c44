using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds when a visit is: a span of days near its noun, a date behind it or behind the visitor, or the date of the verb that begins it.</summary>
internal sealed class VisitDater(VisitLexicon lexicon, WordSets words)
{
    public DateMention? Find(ArticleContext context, Sentence sentence, int first, int end, Actor visitor)
    {
        var near = context.DatesIn[sentence.Index].Where(d => !d.Resolved.Date.IsEmpty && !(d.Expression.IsRange && d.Resolved.Date.Month == 0)).ToList();
        var maker = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < first);
        // "achèvera sa visite le 15 mars": its last day is not when it was.
        if (maker.Verb is not null && lexicon.EndsVisits(maker.Verb))
        {
            return null;
        }

        // A finite verb begins what happens on the visit, which has a date of its own.
        var clause = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.First >= end).Select(v => v.First).DefaultIfEmpty(int.MaxValue).Min();
        return near.Find(d => d.Expression.IsRange && d.First >= first - 10 && d.First <= end + VisitGoals.Reach)
            ?? near.Find(d => d.First >= end && d.First <= end + 8 && d.First < clause)
            ?? near.Find(d => visitor.First >= end && d.First >= visitor.End && d.First <= visitor.End + 6 && d.First < clause)
            ?? near.Find(d => d.End <= first && first - d.End <= 3)
            ?? OfVerb(maker, near, first)
            ?? (IsOccasion(context, sentence, first) ? near.FindLast(d => d.End <= first && !d.Resolved.Date.IsDay) : null)
            ?? OfHead(context, near, sentence, first);
    }

    /// <summary><c>Du 6 au 9 mars, X a été l'hôte de la Russie</c>: days at the head of a sentence are those of its verb.</summary>
    private static DateMention? OfHead(ArticleContext context, List<DateMention> near, Sentence sentence, int first)
    {
        const int Head = 4;
        return near.Find(d => d.Expression.IsRange && d.Role != DateRole.Clause && d.First - sentence.First <= Head && d.End <= first && context.Verbs[sentence.Index].Count(v => v.IsFinite && v.First >= d.End && v.Anchor < first) <= 1);
    }

    /// <summary>The spans of days behind a noun of visit, in order: a tour has one for each state.</summary>
    public static IReadOnlyList<DateMention> Spans(ArticleContext context, Sentence sentence, int from) =>
        [.. context.DatesIn[sentence.Index].Where(d => d.First >= from && d.Expression.IsRange && d.Resolved.Date.IsDay)];

    /// <summary><c>a jeté l'ancre le 12 mars au port de Da Nang pour une visite</c></summary>
    private DateMention? OfVerb(VerbGroup maker, List<DateMention> near, int first) =>
        maker.Verb is null || first - maker.First > 20 || words.Has("hosting", Folding.Fold(maker.Verb)) ? null : near.Find(d => d.First >= maker.First && d.End <= first && !d.Expression.IsRange);

    /// <summary><c>signé en 2023 pendant la visite</c>, <c>En 2019, lors de sa visite</c>: a month or year before is the visit's too.</summary>
    private bool IsOccasion(ArticleContext context, Sentence sentence, int first)
    {
        for (var i = first - 1; i >= Math.Max(sentence.First, first - 4); i--)
        {
            if (words.Has("on-visit", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
