using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>The states that <c>où</c> and <c>y</c> stand for.</summary>
internal sealed class PlaceAdverbs(VisitGoals goals, WordSets words)
{
    /// <summary>The state or capital before <c>où</c> that a verb takes up: <c>un ami du Vietnam, où il s'était rendu en 2014</c>.</summary>
    public string? Where(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 8;
        var tokens = context.Text.Tokens;
        for (var i = verb.First - 1; i > sentence.First && i >= verb.First - Reach; i--)
        {
            if (words.HasWritten("where", tokens[i].Text))
            {
                var end = tokens[i - 1].Folded == "," ? i - 1 : i;
                return context.Mentions[sentence.Index].FirstOrDefault(m => m.EndToken == end && m.Kind is MentionKind.Name or MentionKind.Capital)?.Code
                    ?? (context.HomeMentions[sentence.Index].Any(m => m.EndToken == end && m.Kind is MentionKind.Name or MentionKind.Capital) ? context.HomeCountry : null);
            }

            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded is not "-" || context.BeginsFinite(sentence, i))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary><c>au Vietnam, où l'épidémie est contenue</c>: a common noun that nobody in person is stands between the place and the verb.</summary>
    public bool IsOfThing(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 8;
        var tokens = context.Text.Tokens;
        var subject = -1;
        for (var i = verb.First - 1; i > sentence.First && i >= verb.First - Reach; i--)
        {
            if (words.HasWritten("where", tokens[i].Text))
            {
                return subject >= 0 && !context.Actors[sentence.Index].Any(a => a.First > i && a.End <= verb.First);
            }

            if (tokens[i].Kind == TokenKind.Word && i > sentence.First && words.Has("determiner", tokens[i - 1].Folded) && !tokens[i].IsCapitalized && !context.DatesIn[sentence.Index].Any(d => d.First <= i && i < d.End))
            {
                subject = i;
            }
        }

        return false;
    }

    /// <summary>Where <c>y</c> before a verb is: <c>L'exposition s'ouvre à Hanoï. Le ministre X s'y rendra</c>. The place led to last.</summary>
    public string? There(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        var at = verb.First;
        while (at <= verb.Anchor && !words.Has("place-pronoun", context.Text.Tokens[at].Folded))
        {
            at++;
        }

        if (at > verb.Anchor && !(verb.First - 1 > sentence.First && words.Has("place-pronoun", context.Text.Tokens[at = verb.First - 1].Folded)))
        {
            return null;
        }

        for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - 1); s--)
        {
            var told = context.Text.Sentences[s];
            var until = s == sentence.Index ? at : told.First + told.Count;
            if (goals.Between(context, told, told.First, until, anyCapital: true) is [.., var last])
            {
                return last;
            }

            // "foule le sol sud-coréen ; il s'y était rendu"
            if (Enumerable.Range(told.First, until - told.First).FirstOrDefault(i => words.Has("soil", context.Text.Tokens[i].Folded), -1) is >= 0 and var soil && VisitGoals.SoilOf(context, told, soil) is { } state)
            {
                return state;
            }
        }

        return null;
    }
}
