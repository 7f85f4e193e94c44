using Entente.Texts;

namespace Entente.Clauses;

/// <summary>Knows a participle that the lexicon of verbs does not have by its look: <c>a fleuri le monument</c>, <c>s'est enquis</c>.</summary>
internal static class UnknownParticiple
{
    public static bool Is(in Token token, WordSets words) =>
        token is { Kind: TokenKind.Word, IsCapitalized: false, Length: > 2 } && !words.Has("determiner", token.Folded) && !words.Has("no-participle", token.Folded) && token.Text[^1] is 'é' or 's' or 'e' or 'i' or 'u' or 't';
}
