using Entente.Lexicons;
using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>Tells which office the words at the head of a title are: around an adjective, of a body rather than a state, or none at all.</summary>
internal sealed class TitleHead(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    /// <summary>Whether the words are no title here.</summary>
    public bool IsNone(PhraseMatch<TitleEntry> match) => IsGlued(match) || IsPlace(match) || IsAdverb(match.First, match.Value);

    /// <summary><c>secrétaire américain à la Défense</c> is the office <c>secrétaire à la Défense</c>.</summary>
    public TitleEntry AroundAdjective(PhraseMatch<TitleEntry> match, int end)
    {
        const int Reach = 8;
        if (match.Next >= end || !nations.TryGet(match.Next, out var nation) || nation.Kind != MentionKind.Demonym)
        {
            return match.Value;
        }

        var without = new TokenList(match.Count + Reach);
        for (var i = match.First; i < match.Next; i++)
        {
            without.Add(tokens[i]);
        }

        for (var i = nation.End; i < Math.Min(end, nation.End + Reach); i++)
        {
            without.Add(tokens[i]);
        }

        return lexicon.Titles.TryMatchAt(without, 0, without.Count, out var whole) && whole.Count > match.Count ? whole.Value : match.Value;
    }

    /// <summary>The president of an agency is no head of state: what he presides over is an organisation, not a country.</summary>
    public TitleEntry Narrowed(TitleEntry entry, int at, int from, int to)
    {
        if (entry.Function is RoleFunction.HeadOfState or RoleFunction.DeputyHeadOfState)
        {
            // `une délégation de la Commission, conduite par son président`
            if (at > 0 && lexicon.Words.Has("singular-possessive", tokens[at - 1].Folded))
            {
                return entry with { Function = RoleFunction.Director, Level = PersonLevel.Other };
            }

            // `président du sous-comité biélorusse`, `président du conseil d'administration`: a common noun, and no state.
            if (PresidedOver(from, to) is { } noun && !tokens[noun].IsCapitalized && !nations.TryGet(noun, out _) && !lexicon.Words.Has("presided-state", tokens[noun].Folded))
            {
                return entry with { Function = RoleFunction.HeadOfBody, Level = PersonLevel.Other };
            }

            for (var i = from; i < to; i++)
            {
                if (nations.TryGet(i, out var nation) ? nation.Kind == MentionKind.Body : tokens[i].IsCapitalized)
                {
                    return entry with { Function = RoleFunction.HeadOfBody, Level = PersonLevel.Other };
                }
            }
        }

        return entry;
    }

    /// <summary>The noun of what is presided over; a compound (<c>du sous-comité</c>) also where the title does not go on to it. Null where none is told.</summary>
    private int? PresidedOver(int from, int to)
    {
        if (from + 2 >= tokens.Count || !lexicon.Words.Has("of", tokens[from].Folded))
        {
            return null;
        }

        var noun = lexicon.PastArticle(tokens, from + 1);
        return tokens[noun].Kind == TokenKind.Word && (noun < to || noun + 2 < tokens.Count && tokens[noun + 1].Folded == "-" && !tokens[noun + 1].SpaceBefore && !tokens[noun + 2].SpaceBefore) ? noun : null;
    }

    // The `président` of `vice-président` when only the second half is a title.
    private bool IsGlued(PhraseMatch<TitleEntry> match) =>
        match.First > 0 && tokens[match.First - 1].Folded == "-" && !tokens[match.First].SpaceBefore;

    // `Sam Neua, chef-lieu de Houaphan`
    private bool IsPlace(PhraseMatch<TitleEntry> match) =>
        match.Next + 1 < tokens.Count && tokens[match.Next].Folded == "-" && !tokens[match.Next].SpaceBefore && lexicon.Words.Has("seat-noun", tokens[match.Next + 1].Folded);

    // `en général`, `à l'hôte`; a delegation or guest is told with its article.
    private bool IsAdverb(int at, TitleEntry entry) => entry.Kind == TitleKind.Rank && at > 0 && lexicon.Words.Has("in", tokens[at - 1].Folded);
}
