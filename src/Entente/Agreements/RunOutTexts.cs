using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Tells texts whose time is over: <c>l'accord de coopération militaire arrivé à son terme</c>, <c>le mémorandum échu en mars</c>.</summary>
internal sealed class RunOutTexts(WordSets words)
{
    private const int TermReach = 4;

    /// <summary>Whether a token opens what tells that the text before it has run out.</summary>
    public bool IsAt(TokenList tokens, int at, int limit) =>
        words.Has("expired", tokens[at].Folded) && tokens[at].Text[^1] != 'e'
        || (words.Has("running-out", tokens[at].Folded) || words.Has("still-running", tokens[at].Folded)) && words.StandsIn("run-out", tokens, at + 1, Math.Min(limit, at + 1 + TermReach));

    /// <summary>Whether the text has run out, as what stands behind its title tells.</summary>
    public bool Contains(Telling told)
    {
        var (at, limit) = (told.Mention.EndOfTitle, told.Mention.ZoneEnd);
        var tokens = told.Context.Text.Tokens;
        at = at < limit && tokens[at].Folded == "," ? at + 1 : at;
        // "arrivant à échéance": it still runs.
        return at < limit && !words.Has("still-running", tokens[at].Folded) && IsAt(tokens, at, limit);
    }
}
