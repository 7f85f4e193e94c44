using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Knows the verb of <c>passer en revue</c>, which sets nothing up.</summary>
internal sealed class ReviewingVerbs(WordSets words)
{
    public bool Contains(ArticleContext context, VerbGroup verb)
    {
        var tokens = context.Text.Tokens;
        return verb.End + 1 < tokens.Count && words.Has("in", tokens[verb.End].Folded) && words.Has("review", tokens[verb.End + 1].Folded);
    }
}
