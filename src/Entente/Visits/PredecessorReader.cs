using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds the earlier visit that another is counted from: <c>le premier ministre français à se rendre au Vietnam depuis X, en 2012</c>, <c>la première visite
/// au Japon d'un chef d'État vietnamien depuis le président X</c>. Whoever stands behind <c>depuis</c> has made the same journey.
/// </summary>
internal sealed class PredecessorReader(VisitLexicon lexicon, WordSets words, VisitGoals goals, VisitCollector collector)
{
    /// <summary>How far behind <c>depuis</c> a person stands: <c>depuis le président X</c>.</summary>
    private const int Lead = 2;

    public void Add(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "since"))
        {
            return;
        }

        var tokens = context.Text.Tokens;
        for (var i = sentence.First + 1; i < sentence.First + sentence.Count - 1; i++)
        {
            if (words.Has("since", tokens[i].Folded) && context.Actors[sentence.Index].Find(a => a.First > i && a.First <= i + Lead && a is { Person: not null, IsNamed: true, Count: 1 }) is { } earlier
                && !IsInClause(context, sentence, earlier) && IsFirst(context, sentence, i) && Goal(context, sentence, i) is { } goal && Of(context, sentence, earlier, goal) is { } traveller)
            {
                collector.Add(visits, context, new VisitTelling(sentence, i, earlier.End, VisitKind.Other, traveller) { Goals = [goal] });
            }
        }
    }

    /// <summary><c>depuis que X est à sa tête</c>: it is told what X does.</summary>
    private static bool IsInClause(VisitContext context, Sentence sentence, Actor actor) =>
        context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= actor.End && v.First <= actor.End + 1);

    /// <summary>Something is told to be the first of its kind: <c>la première visite</c>, <c>le premier dirigeant à se rendre</c>, <c>la première fois</c>.</summary>
    private bool IsFirst(VisitContext context, Sentence sentence, int until)
    {
        for (var i = sentence.First; i < until; i++)
        {
            // A Premier ministre is not the first.
            if (words.Has("done-by", context.Text.Tokens[i].Folded) && !context.Text.Tokens[i].IsCapitalized)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the journey goes that stands before: behind a noun of visit or a verb of travel.</summary>
    private string? Goal(VisitContext context, Sentence sentence, int until)
    {
        var at = lexicon.Nouns.Find(context.Text, sentence).Where(n => n.Value.Kind is not null && !n.Value.IsPronoun && n.Next <= until).Select(n => n.Next)
            .Concat(context.Verbs[sentence.Index].Where(v => v.End <= until && lexicon.Travels(v.Verb)).Select(v => v.End)).DefaultIfEmpty(-1).Max();
        return at < 0 ? null : goals.Between(context, sentence, at, until, anyCapital: true).FirstOrDefault();
    }

    /// <summary>Who goes there is of the nation of those whom the sentence compares, though no word beside the name says so: <c>le premier ministre français … depuis X</c>.</summary>
    private static Actor? Of(VisitContext context, Sentence sentence, Actor earlier, string goal)
    {
        var origin = goal == context.HomeCountry ? context.Mentions[sentence.Index].LastOrDefault(m => m.Kind == MentionKind.Demonym && m.EndToken <= earlier.First)?.Code ?? context.SolePartner : context.HomeCountry;
        var traveller = origin is not null && VisitorRecall.IsOpen(context, earlier) ? earlier with { Country = origin } : earlier;
        return VisitorRecall.Travels(context, traveller, goal) ? traveller : null;
    }
}
