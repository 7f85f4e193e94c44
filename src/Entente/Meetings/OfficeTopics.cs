using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// What an office is for, told behind its title up to the comma that closes it: <c>le général X, chef du Comité sur les opérations de secours, et Y, vice-ministre danois, ont coprésidé</c>. The two are joined all the same.
/// </summary>
internal static class OfficeTopics
{
    private const int Longest = 20;

    /// <summary>A further office behind the first: <c>vice-ministre et chef du Comité</c>.</summary>
    private const int Further = 10;

    /// <summary>From <c>et</c> to whoever is joined: <c>et le général</c>.</summary>
    private const int Lead = 3;

    /// <summary>The comma that closes what stands from a token on; null where no office ends there, or something else is told before the next actor.</summary>
    public static int? End(ArticleContext context, Sentence sentence, int open, int until, WordSets words)
    {
        if (open + 2 >= until || !words.Has("office-topic", context.Text.Tokens[open].Folded) || !context.Roles[sentence.Index].Any(r => r.EndToken <= open && open - r.EndToken <= Further && !Enumerable.Range(r.EndToken, open - r.EndToken).Any(i => context.Text.Tokens[i].Kind == TokenKind.Punctuation)))
        {
            return null;
        }

        var close = Enumerable.Range(open + 1, Math.Min(Longest, until - open - 1)).FirstOrDefault(i => context.Text.Tokens[i].Kind == TokenKind.Punctuation && context.Text.Tokens[i].Folded is "," or ";" or ":" or ".", -1);
        return close > 0 && context.Text.Tokens[close].Folded == "," && close + 1 < until && until - close - 1 <= Lead && words.Has("joining-verbs", context.Text.Tokens[close + 1].Folded)
            && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= open && v.First < until) ? close : null;
    }
}
