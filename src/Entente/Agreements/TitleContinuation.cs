using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Tells where the title of an instrument goes on behind a mark that else ends it.</summary>
internal sealed class TitleContinuation(WordSets words)
{
    /// <summary>How many tokens a bracket with a short name is.</summary>
    public const int BracketCount = 3;

    /// <summary>Whether the bracket that opens at a token only gives a short name: <c>l'accord de libre-échange (ALE) entre le Vietnam et l'Union européenne</c>.</summary>
    public bool IsShortName(ArticleContext context, Sentence sentence, int at, int limit)
    {
        var tokens = context.Text.Tokens;
        var next = at + BracketCount;
        if (next >= limit || tokens[next - 1].Folded != ")" || tokens[at + 1] is not { Kind: TokenKind.Word } name || name.Text.Count(char.IsUpper) < 2)
        {
            return false;
        }

        // "(ALE) entre", "(MoU) sur", "(APC) Vietnam - UE"
        return words.Has("bracket-goes-on", tokens[next].Folded) || context.HomeMentions[sentence.Index].Any(m => m.FirstToken == next) || context.Mentions[sentence.Index].Any(m => m.FirstToken == next);
    }

    /// <summary><c>que l'accord Vietnam - UE entre rapidement en vigueur</c>: a verb, and not whom the accord is between.</summary>
    public bool ComesIntoForce(ArticleContext context, int at, int limit)
    {
        const int Reach = 5;
        var tokens = context.Text.Tokens;
        // Not "un accord entré en vigueur".
        return words.Has("coming-into", tokens[at].Folded) && tokens[at].Text[^1] != 'é' && Enumerable.Range(at + 1, Math.Max(0, Math.Min(Reach, limit - at - 1))).Any(i => words.Has("force", tokens[i].Folded) && words.Has("in", tokens[i - 1].Folded));
    }

    /// <summary>A comma inside a long title: a list goes on, and <c>, signé en 2007</c> closes it.</summary>
    public bool ContinuesList(ArticleContext context, Sentence sentence, int comma, int limit)
    {
        var tokens = context.Text.Tokens;
        if (comma + 1 >= limit || !words.Has("list-head", tokens[comma + 1].Folded))
        {
            return false;
        }

        for (var i = comma + 2; i < Math.Min(limit, comma + 40); i++)
        {
            if (context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i))
            {
                return false;
            }

            if (tokens[i].Folded == "," && i + 1 < limit && words.Has("making", tokens[i + 1].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
