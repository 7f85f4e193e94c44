using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Tells the visits that lead to no other state: to a province, a base or a town of the home country.</summary>
internal sealed class InlandJourneys(VisitLexicon lexicon, WordSets words, PhraseMatcher<bool> towns)
{
    /// <summary><c>dans la province de</c>, <c>à la 3e Région navale</c>, <c>arrivé à Hô Chi Minh-Ville pour une visite</c>: a journey within the country.</summary>
    public bool Contains(VisitContext context, Sentence sentence, int first, int end)
    {
        var tokens = context.Text.Tokens;
        var (from, until) = ClauseOf(context, sentence, first, end);
        for (var i = end; i < until; i++)
        {
            if (words.Has("inland", tokens[i].Folded))
            {
                return true;
            }
        }

        for (var i = from; i < until - 1; i++)
        {
            if (words.Has("town-lead", tokens[i].Folded) && !words.HasWritten("has", tokens[i].Text) && !words.Has("of", tokens[i].Folded) && towns.TryMatchAt(tokens, i + 1, until, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What is told of a visit between two tokens: up to the next mark or finite verb, and back to the mark before it; where it is what somebody has come for
    /// (<c>arrivé lundi à Hô Chi Minh-Ville, pour une visite</c>) to the one before that.
    /// </summary>
    private (int From, int Until) ClauseOf(VisitContext context, Sentence sentence, int first, int end)
    {
        var tokens = context.Text.Tokens;
        var last = sentence.First + sentence.Count;
        // "la visite qu'il a faite à l'unité de déminage": the verb that makes the visit belongs to it.
        var verb = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.First >= end && !lexicon.MakesVisits(v.Verb)).Select(v => v.First).DefaultIfEmpty(last).Min();
        var until = end;
        while (until < verb && !words.Has("clause-mark", tokens[until].Folded))
        {
            until++;
        }

        var from = Opening(tokens, sentence.First, first);
        return (words.Has("goal-bound", tokens[from].Folded) && from > sentence.First + 1 ? Opening(tokens, sentence.First, from - 1) : from, until);
    }

    private int Opening(TokenList tokens, int first, int at)
    {
        while (at > first && !words.Has("clause-mark", tokens[at - 1].Folded))
        {
            at--;
        }

        return at;
    }
}
