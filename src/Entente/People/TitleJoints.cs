using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>What <c>et</c> and a comma join to a title: a further field (<c>de la Défense et des Anciens combattants</c>), further countries (<c>les ambassadeurs du Laos, du Cambodge et de Chine</c>).</summary>
internal sealed class TitleJoints(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    private readonly WordSets words = lexicon.Words;

    // `de la Défense et des Anciens combattants`, not `et ministre`, `et a reçu`.
    public bool StepAnd(TitleScan scan, int end)
    {
        var next = scan.At + 1;
        if (next >= end || scan.At == scan.HeadEnd && !IsFieldBehind(next, end) || lexicon.Titles.TryMatchAt(tokens, next, end, out _))
        {
            return false;
        }

        var follows = tokens[next];
        if (words.Has("of", follows.Folded))
        {
            return !LeadsToTitle(next, end) && scan.Take(1);
        }

        if (follows.IsCapitalized && lexicon.IsOrganisationWord(follows))
        {
            return scan.Take(1, true);
        }

        // `secrétaire à l'Intérieur et aux Collectivités locales`, `secrétaire d'État aux Affaires étrangères et au Commerce`
        if (words.Has("contracted-to", follows.Folded) && next + 1 < end && tokens[next + 1].IsCapitalized && (lexicon.IsOrganisationWord(tokens[next + 1]) || HasCharge(scan) && !nations.TryGet(next + 1, out _)))
        {
            return scan.Take(2, true);
        }

        // `secrétaire d'État à la Défense nationale et aux affaires de la Mer`
        if (lexicon.Links.TryMatchAt(tokens, next, end, out var link) && words.Has("field-joint", tokens[next].Folded))
        {
            return scan.Take(1 + link.Count);
        }

        // `pour la défense et la sécurité`, but `l'échange de délégations militaires et la formation`.
        if (words.Has("feminine-article", follows.Folded) && scan.Entry.Kind != TitleKind.Delegation && next + 1 < end && lexicon.IsOrganisationWord(tokens[next + 1]) && !lexicon.Titles.TryMatchAt(tokens, next + 1, end, out _))
        {
            return scan.Take(2, true);
        }

        var isLast = next + 1 >= end || tokens[next + 1].Kind == TokenKind.Punctuation || words.Has("of", tokens[next + 1].Folded);
        return follows.Kind == TokenKind.Word && isLast && lexicon.IsAdjective(follows) && !nations.TryGet(next, out _) && scan.Take(1, true);
    }

    /// <summary>
    /// <c>sous-secrétaire à la planification, à la logistique et à l'armement</c>, <c>directeur de la stratégie, des relations internationales et de l'industrie</c>: behind the comma the same
    /// preposition leads in another field, and a last one stands behind <c>et</c>.
    /// </summary>
    public bool IsInRow(TitleScan scan, int end)
    {
        const int Longest = 14;
        if (scan.Entry is { IsPlural: true } or { TakesComplement: false } or { Kind: TitleKind.Delegation } || scan.At == scan.HeadEnd || tokens[scan.At - 1].Kind != TokenKind.Word || scan.At + 2 >= end || LeadOf(scan.At + 1, end) is not { } lead || !IsLedInBefore(scan, lead))
        {
            return false;
        }

        for (var i = scan.At + 2; i + 2 < Math.Min(end, scan.At + Longest); i++)
        {
            if (words.Has("and", tokens[i].Folded) && LeadOf(i + 1, end) == lead)
            {
                return true;
            }

            if (tokens[i].Folded == "," ? LeadOf(i + 1, end) != lead : tokens[i].Kind != TokenKind.Word || lexicon.IsVerb(tokens[i]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The set of the preposition that leads in a field (<c>de la stratégie</c>, <c>à l'industrie</c>), no person or state; null for another word.</summary>
    private string? LeadOf(int at, int end)
    {
        var lead = words.Has("field-joint", tokens[at].Folded) && lexicon.Links.TryMatchAt(tokens, at, end, out _) ? "field-joint" : words.Has("of", tokens[at].Folded) ? "of" : null;
        var field = at + 1 < end ? lexicon.PastArticle(tokens, at + 1) : end;
        return field < end && tokens[field].Kind == TokenKind.Word && !nations.TryGet(field, out _) && !lexicon.Titles.TryMatchAt(tokens, field, end, out _) && !words.Has("body-people", tokens[field].Folded) && !lexicon.IsVerb(tokens[field]) ? lead : null;
    }

    private bool IsLedInBefore(TitleScan scan, string lead) => Enumerable.Range(scan.HeadEnd, scan.At - scan.HeadEnd).Any(i => words.Has(lead, tokens[i].Folded));

    /// <summary><c>ministre de l'Intérieur et de la Décentralisation</c>: the office that the lexicon has whole goes on with a field, which has an article and a capital.</summary>
    private bool IsFieldBehind(int at, int end)
    {
        var field = lexicon.FieldBehind(tokens, at, end);
        return field < end && tokens[field].IsCapitalized && !nations.TryGet(field, out _);
    }

    /// <summary>The office goes on with <c>à</c> and a field; of its head only the last words tell: <c>sous-secrétaire d'État</c>.</summary>
    public bool HasCharge(TitleScan scan)
    {
        const int Reach = 3;
        for (var i = scan.HeadEnd - 1; i >= 0 && i >= scan.HeadEnd - Reach; i--)
        {
            if (lexicon.TakesField(tokens[i]))
            {
                return true;
            }
        }

        // `ministre d'État aux Affaires étrangères`
        return scan.Entry.Function == RoleFunction.Minister && scan.HeadEnd > 0 && words.Has("minister-of", tokens[scan.HeadEnd - 1].Folded);
    }

    private bool LeadsToTitle(int at, int end)
    {
        for (var i = at + 1; i < end && i < at + 3; i++)
        {
            if (lexicon.Titles.TryMatchAt(tokens, i, end, out _))
            {
                return true;
            }

            if (!words.Has("title-article", tokens[i].Folded))
            {
                return false;
            }
        }

        return false;
    }

    // `les ambassadeurs du Laos, du Cambodge et de Chine`; `ses homologues singapourien, américain et canadien`.
    public bool ReadList(TitleScan scan, int end)
    {
        while (scan.At + 1 < end && scan.Countries.Count > 0)
        {
            var at = scan.At;
            if (!words.Has("further-state", tokens[at].Folded))
            {
                return true;
            }

            at++;
            if (words.Has("further-joint", tokens[at].Folded))
            {
                at++;
            }

            while (at < end && (words.Has("of", tokens[at].Folded) || words.Has("feminine-article", tokens[at].Folded)))
            {
                at++;
            }

            if (at < end && IsUnknownAmongAdjectives(scan, at, end))
            {
                // It goes with the one before it, so that nothing parts those from each other.
                scan.Countries[^1] = scan.Countries[^1] with { End = at + 1 };
                scan.At = at + 1;
                continue;
            }

            if (at >= end || !nations.TryGet(at, out var nation) || nation.First != at || (tokens[at].IsCapitalized && nation.Kind == MentionKind.Demonym))
            {
                return true;
            }

            scan.Add(nation, scan.Basis);
            scan.At = nation.End;
        }

        return true;
    }

    /// <summary><c>avec le ministre néo-zélandais, britannique et mongol</c>: one office before a row of states, told by their adjectives, is one person of each. Two of them may be what one person is.</summary>
    public bool ReadListOfOne(TitleScan scan, int end)
    {
        const int Row = 3;
        if (scan.Countries.Count != 1 || scan.Basis != CountryBasis.Adjective || scan.At >= end || !words.Has("list-mark", tokens[scan.At].Folded) || scan.Countries[0].End != scan.At)
        {
            return false;
        }

        var at = scan.At;
        ReadList(scan, end);
        if (scan.Countries.Count >= Row && scan.Countries.TrueForAll(c => c.Kind == MentionKind.Demonym))
        {
            return true;
        }

        scan.Countries.RemoveRange(1, scan.Countries.Count - 1);
        scan.At = at;
        return false;
    }

    /// <summary><c>les ambassadeurs cambodgien, luxembourgois, grec et jordanien</c>: one that is misspelt, or of a state that nobody knows, hides none of the others.</summary>
    private bool IsUnknownAmongAdjectives(TitleScan scan, int at, int end)
    {
        var next = at + 2 < end && words.Has("further-joint", tokens[at + 2].Folded) ? at + 3 : at + 2;
        return scan.Basis == CountryBasis.Adjective && tokens[at] is { Kind: TokenKind.Word, IsCapitalized: false } && !nations.TryGet(at, out _) && !lexicon.IsFunctionWord(tokens[at]) && !lexicon.IsVerb(tokens[at])
            && next < end && words.Has("further-state", tokens[at + 1].Folded) && nations.TryGet(next, out var nation) && nation is { Kind: MentionKind.Demonym } && nation.First == next && !tokens[next].IsCapitalized;
    }
}
