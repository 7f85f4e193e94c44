using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the noun of making that an instrument completes over what commas set apart: <c>la signature, le matin même, entre les deux ministres, du mémorandum</c>.</summary>
internal sealed class SetApart(WordSets words)
{
    /// <summary>How far before the instrument the noun may stand, in tokens.</summary>
    private const int Reach = 26;

    /// <summary>The noun that the instrument completes; -1 where nothing is set apart, or a finite verb stands between.</summary>
    public int NounBefore(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var (first, of) = (mention.Sentence.First, mention.ChainFirst - 1);
        while (of > first && words.Has("determiner", tokens[of].Folded) && !words.Has("of", tokens[of].Folded))
        {
            of--;
        }

        if (of - 1 <= first || !words.Has("of", tokens[of].Folded) || tokens[of - 1].Folded != ",")
        {
            return -1;
        }

        var isOpened = false;
        for (var i = of - 2; i >= first && of - i <= Reach; i--)
        {
            if (context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.Anchor == i))
            {
                return -1;
            }

            if (isOpened && words.Has("noun-of-making", tokens[i].Folded))
            {
                return i;
            }

            isOpened |= tokens[i].Folded == ",";
        }

        return -1;
    }
}
