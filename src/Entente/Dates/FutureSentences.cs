using Entente.Texts;

namespace Entente.Dates;

/// <summary>Tells which sentences speak of what is to come: by a verb in the future (<c>recevra</c>, <c>ouvriront</c>) or a word such as <c>prévue</c>.</summary>
internal sealed class FutureSentences(ArticleText text, DateWords words)
{
    private readonly bool?[] known = new bool?[text.Sentences.Count];

    public bool IsFuture(Sentence sentence) => known[sentence.Index] ??= Read(sentence);

    private bool Read(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.First + sentence.Count; at++)
        {
            var token = text.Tokens[at];
            if (token.Kind != TokenKind.Word || token.IsCapitalized)
            {
                continue;
            }

            var folded = token.Folded;
            if (words.Has(DateClass.Future, text.Tokens, at)
                || (folded.Length > 4 && (folded.EndsWith("ra", StringComparison.Ordinal) || folded.EndsWith("ront", StringComparison.Ordinal)
                    || folded.EndsWith("rait", StringComparison.Ordinal) || folded.EndsWith("raient", StringComparison.Ordinal))
                    && !words.Has(DateClass.NotFuture, text.Tokens, at)))
            {
                return true;
            }
        }

        return false;
    }
}
