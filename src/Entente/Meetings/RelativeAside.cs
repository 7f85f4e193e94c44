using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Reads past a relative clause that tells more of somebody: to those who go on the list behind it (<c>a rencontré A, lequel a plaidé pour l'ouverture de routes, et B</c>, <c>reçu par A, auquel
/// il a remis un message, puis par B</c>), and to the verb of the main clause.
/// </summary>
internal static class RelativeAside
{
    private const int Longest = 45;

    /// <summary>Those who stand behind the relative clause on the last of a list, joined to him behind a comma; empty for none, or where they open a clause of their own.</summary>
    public static IReadOnlyList<Actor> Further(Clause clause, Actor last, string? marker)
    {
        const int Lead = 3;
        var (tokens, words, open) = (clause.Context.Text.Tokens, clause.Words, last.End);
        if (open + 2 >= clause.End || !words.Has("list-mark", tokens[open].Folded) || !Opens(tokens, words, open + 1))
        {
            return [];
        }

        var limit = Math.Min(clause.ClauseEnd(open), open + Longest);
        for (var i = open + 2; i + 1 < limit; i++)
        {
            if (!words.Has("list-mark", tokens[i].Folded) || JointEnd(tokens, words, i + 1) is not { } joint)
            {
                continue;
            }

            var at = marker is not null && words.Has(marker, tokens[joint].Folded) ? joint + 1 : marker is null ? joint : -1;
            if (at > 0 && clause.GroupAfter(at, at + Lead) is [{ IsNamed: true, Count: 1, Person: not null, Country: not null }, ..] group && clause.Governor(at, group[0].First) is null)
            {
                IReadOnlyList<Actor> further = [.. group.TakeWhile(a => clause.Context.IsHome(a) == clause.Context.IsHome(last))];
                return IsOfList(clause, last, further, marker) ? further : [];
            }
        }

        return [];
    }

    /// <summary>All of the side of the last told, who is the only one of it named in the clause between; without a preposition no verb of theirs follows.</summary>
    private static bool IsOfList(Clause clause, Actor last, IReadOnlyList<Actor> group, string? marker) =>
        group.Count > 0 && group.All(a => a.Country is not null && a.Person != last.Person)
        && !clause.Actors.Exists(a => a.First >= last.End && a.End <= group[0].First && a is { IsNamed: true, IsAside: false } && clause.Context.IsHome(a) == clause.Context.IsHome(last))
        && (marker is not null || MainVerb(clause.Context, clause.Sentence, clause.Words, group[^1].End) is null);

    /// <summary>The first finite verb behind a token that no relative clause has.</summary>
    public static VerbGroup? MainVerb(ArticleContext context, Sentence sentence, WordSets words, int from)
    {
        var open = from;
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (!verb.IsFinite || verb.First < open)
            {
                continue;
            }

            if (!Enumerable.Range(open, verb.First - open).Any(i => Opens(context.Text.Tokens, words, i)))
            {
                return verb;
            }

            open = verb.End;
        }

        return null;
    }

    /// <summary><c>qui</c>, <c>dont</c>, <c>auquel</c>, <c>avec lequel</c>; <c>que</c> only behind a comma, since it may open what is said.</summary>
    private static bool Opens(TokenList tokens, WordSets words, int at) =>
        words.Has("relative-on", tokens[at].Folded) || words.HasWritten("where", tokens[at].Text)
        || words.Has("that", tokens[at].Folded) && at > 0 && words.Has("list-mark", tokens[at - 1].Folded)
        || at + 1 < tokens.Count && words.Has("relative-lead", tokens[at].Folded) && words.Has("relative-on", tokens[at + 1].Folded);

    /// <summary>Behind <c>et</c>, <c>puis</c>, <c>ainsi que</c>, and a word of order.</summary>
    private static int? JointEnd(TokenList tokens, WordSets words, int at)
    {
        var from = at;
        while (at + 1 < tokens.Count && words.Has("joining-verbs", tokens[at].Folded))
        {
            at++;
        }

        at = at == from && at + 2 < tokens.Count && words.Has("likewise", tokens[at].Folded) && words.Has("that", tokens[at + 1].Folded) ? at + 2 : at;
        return at > from ? at : null;
    }
}
