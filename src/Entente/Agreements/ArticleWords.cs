using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Tells by its article whether a particular instrument is meant: <c>l'accord</c>, <c>leurs deux protocoles</c>, but not <c>un accord</c>.</summary>
internal sealed class ArticleWords(WordSets words)
{
    public bool IsDefinite(Telling told)
    {
        for (var i = told.Mention.First - 1; i >= told.Mention.Sentence.First && i >= told.Mention.First - 3; i--)
        {
            var folded = told.Context.Text.Tokens[i].Folded;
            if (words.Has("definite", folded))
            {
                return true;
            }

            if (words.Has("indefinite", folded))
            {
                return false;
            }
        }

        return false;
    }
}
