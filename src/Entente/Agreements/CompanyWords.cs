using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Tells with whom something is done: "avec" leads the words that name a state, at once or over an institution (<c>avec l'Union de l'industrie militaire de Cuba</c>).</summary>
internal sealed class CompanyWords(WordSets words)
{
    /// <summary>How far "avec" may stand from the state that an institution belongs to, and from one named at once, in tokens.</summary>
    private const int Reach = 16;

    private const int NearReach = 3;

    public bool Leads(ArticleContext context, PartnerMention named, int first)
    {
        var tokens = context.Text.Tokens;
        for (var i = named.FirstToken - 1; i >= first && i >= named.FirstToken - Reach; i--)
        {
            if (words.Has("with", tokens[i].Folded))
            {
                return true;
            }

            if (named.FirstToken - i > NearReach && (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded != "-" || context.Verbs[named.SentenceIndex].Any(v => v.IsFinite && v.Anchor == i)))
            {
                return false;
            }
        }

        return false;
    }
}
