using Entente.Lexicons;
using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Reads a title from its head on: <c>ministre</c>, then the adjectives and complements that belong to it (<c>russe de la
/// Défense</c>), up to the name, the verb or the mark that ends it.
/// </summary>
internal sealed class TitleParser(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    private const int LongestParenthesis = 14;

    private readonly TitleHead head = new(lexicon, nations, tokens);

    /// <summary>The title that begins at <paramref name="at"/>, if one does.</summary>
    public TitleUnit? Parse(int at, int end)
    {
        if (!lexicon.Titles.TryMatchAt(tokens, at, end, out var match) || head.IsNone(match))
        {
            return null;
        }

        var entry = head.AroundAdjective(match, end);
        var scan = new TitleScan(match.Next, entry);

        // `président de la République démocratique du Timor-Leste`: the state's name begins inside the head.
        for (var i = at + 1; i < match.Next; i++)
        {
            if (nations.TryGet(i, out var nation) && nation.End > match.Next)
            {
                scan.At = nation.End;
                scan.Add(nation, CountryBasis.Complement);
                break;
            }

            // `chef de la délégation de l'Union européenne` is one title, and tells whose.
            if (nations.TryGet(i, out var body) && body.Kind == MentionKind.Body && body.First == i)
            {
                scan.Add(body, CountryBasis.Complement);
            }
        }

        while (scan.At < end && Step(scan, end))
        {
        }

        if (entry.IsPlural)
        {
            ReadList(scan, end);

            // `les ministres vietnamien et indonésien de la Défense`
            while (scan.Countries.Count > 1 && scan.At < end && tokens[scan.At].Folded is not ("et" or ",") && Step(scan, end))
            {
            }
        }

        var stop = TrimEnd(scan.At, match.Next);
        return new TitleUnit(head.Narrowed(entry, at, match.Next, stop), at, match.Next, stop, scan.Countries, scan.Basis);
    }

    private bool Step(TitleScan scan, int end)
    {
        var at = scan.At;
        var token = tokens[at];
        if (nations.TryGet(at, out var nation) && nation.First == at)
        {
            return StepNation(scan, nation);
        }

        // `chargé de la stratégie, de la politique et de l'industrie de défense`
        if (token.Folded == "," && scan.IsCharge && at + 2 < end && tokens[at + 1].Folded is "de" or "du" or "des" && !nations.TryGet(at + 2, out _) && !(tokens[at + 2].Folded is "la" or "l'" && nations.TryGet(at + 3, out _)))
        {
            return Take(scan, 1);
        }

        if (token.Kind == TokenKind.Punctuation)
        {
            return token.Folded == "(" ? StepParenthesis(scan, end) : token.Folded == "-" && !token.SpaceBefore && at + 1 < end && !tokens[at + 1].SpaceBefore && Take(scan, 2);
        }

        if (!scan.Entry.TakesComplement || lexicon.IsVerb(token))
        {
            return false;
        }

        if (scan.AfterPreposition && lexicon.HomePlaces.TryMatchAt(tokens, at, end, out var place))
        {
            return Take(scan, place.Count);
        }

        if (lexicon.Links.TryMatchAt(tokens, at, end, out var link))
        {
            scan.IsCharge |= tokens[at].Folded.StartsWith("charge", StringComparison.Ordinal);

            // `chargé de` calls for a noun, `à la Défense` has it.
            return Take(scan, link.Count, lexicon.IsFunctionWord(tokens[link.Next - 1]));
        }

        return token.Folded switch
        {
            "de" or "du" or "des" or "d'" => StepPreposition(scan, end),
            "au" or "aux" or "en" or "a" => StepPosting(scan, end),
            "la" or "l'" or "le" or "les" => scan.AfterPreposition && at > scan.HeadEnd && Take(scan, 1, true),
            "et" => StepAnd(scan, end),
            _ => StepWord(scan, end),
        };
    }

    private static bool Take(TitleScan scan, int count, bool afterPreposition = false)
    {
        scan.At += count;
        scan.AfterPreposition = afterPreposition;
        return true;
    }

    private bool StepNation(TitleScan scan, Nation nation)
    {
        if (nation.Kind == MentionKind.Demonym)
        {
            // `les Vietnamiens` is no adjective.
            if (tokens[nation.First].IsCapitalized && !scan.AfterPreposition)
            {
                return false;
            }

            scan.Add(nation, CountryBasis.Adjective);
        }
        else if (PairEnd(nation) is { } end)
        {
            // `président de l'Association Vietnam - Russie`: of which of the two he is, the name tells.
            return Take(scan, end - scan.At);
        }
        else if (!scan.AfterPreposition && tokens[nation.First - 1].Folded != "-")
        {
            return false;
        }
        else if (!scan.IsPosting)
        {
            scan.Add(nation, CountryBasis.Complement);
        }

        scan.At = nation.End;
        scan.AfterPreposition = false;
        return true;
    }

    private int? PairEnd(Nation first) =>
        tokens[first.First - 1].Kind == TokenKind.Word && first.End + 1 < tokens.Count && tokens[first.End].Folded is "-" or "–" && nations.TryGet(first.End + 1, out var second)
            && second.Kind == MentionKind.Name && first.Kind == MentionKind.Name && second.Code != first.Code
            ? second.End
            : null;

    private bool StepParenthesis(TitleScan scan, int end)
    {
        for (var i = scan.At + 1; i < end && i < scan.At + LongestParenthesis; i++)
        {
            if (nations.TryGet(i, out var nation) && nation.Kind != MentionKind.Capital)
            {
                scan.Add(nation, CountryBasis.Complement);
            }

            if (tokens[i].Folded == ")")
            {
                return Take(scan, i + 1 - scan.At);
            }
        }

        return false;
    }

    // `du 13 au 14 octobre`, `de retour`, `d'intensifier` do not belong to the title.
    private bool StepPreposition(TitleScan scan, int end)
    {
        var next = scan.At + 1;
        if (next >= end || tokens[next].Kind != TokenKind.Word || lexicon.IsVerb(tokens[next]))
        {
            return false;
        }

        var isArticle = tokens[next].Folded is "la" or "l'";
        if (!isArticle && lexicon.IsFunctionWord(tokens[next]))
        {
            return false;
        }

        if (!isArticle && !tokens[next].IsCapitalized && tokens[next].Folded is [.., 'e' or 'i', 'r'] && tokens[scan.At].Folded is "de" or "d'" && tokens[next].Folded.Length > 4)
        {
            return false;
        }

        if (scan.IsStrict && !BelongsToOffice(isArticle ? next + 1 : next, end))
        {
            return false;
        }

        scan.IsPosting = false;
        return Take(scan, 1, true);
    }

    // `le ministre vietnamien de la Défense`, but `a informé le ministre vietnamien du déploiement`.
    private bool BelongsToOffice(int at, int end) =>
        at < end && (tokens[at].IsCapitalized || nations.TryGet(at, out _) || lexicon.IsOrganisationWord(tokens[at])
            // `président de la 78e session de l'Assemblée générale`
            || char.IsAsciiDigit(tokens[at].Text[0]) && nations.TryGet(at + 1, out _));

    // `ambassadeur du Japon au Vietnam`, `en Éthiopie`, `à Tokyo`.
    private bool StepPosting(TitleScan scan, int end)
    {
        // `secrétaire indien à la Production de défense`, `adjoint à l'Armement`
        if (tokens[scan.At].Text == "à" && scan.At + 2 < end && tokens[scan.At + 1].Folded is "la" or "l'" && tokens[scan.At + 2].IsCapitalized && !nations.TryGet(scan.At + 2, out _) && HasCharge(scan))
        {
            return Take(scan, 2, true);
        }

        // `représentant en Asie-Pacifique`, `secrétaire brésilienne au Commerce extérieur`
        if (scan.At + 1 < end && tokens[scan.At].Folded is "en" or "au" or "aux" && tokens[scan.At + 1].IsCapitalized && lexicon.IsOrganisationWord(tokens[scan.At + 1]) && !nations.TryGet(scan.At + 1, out _) && scan.Entry.TakesComplement)
        {
            return Take(scan, 1, true);
        }

        if (scan.At + 1 >= end || !nations.TryGet(scan.At + 1, out var nation) || nation.Kind == MentionKind.Demonym
            || scan.Entry.Function is not (RoleFunction.Ambassador or RoleFunction.DefenceAttache or RoleFunction.Other or RoleFunction.Director))
        {
            return false;
        }

        scan.IsPosting = true;
        return Take(scan, 1, true);
    }

    // Of the head of a title only its last words tell: `sous-secrétaire d'État`.
    private bool HasCharge(TitleScan scan)
    {
        const int Reach = 3;
        for (var i = scan.HeadEnd - 1; i >= 0 && i >= scan.HeadEnd - Reach; i--)
        {
            if (lexicon.TakesField(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    // `de la Défense et des Anciens combattants`, not `et ministre`, `et a reçu`.
    private bool StepAnd(TitleScan scan, int end)
    {
        var next = scan.At + 1;
        if (next >= end || scan.At == scan.HeadEnd || lexicon.Titles.TryMatchAt(tokens, next, end, out _))
        {
            return false;
        }

        var follows = tokens[next];
        if (follows.Folded is "de" or "du" or "des" or "d'")
        {
            return !LeadsToTitle(next, end) && Take(scan, 1);
        }

        if (follows.IsCapitalized && lexicon.IsOrganisationWord(follows))
        {
            return Take(scan, 1, true);
        }

        // `secrétaire à l'Intérieur et aux Collectivités locales`
        if (follows.Folded is "au" or "aux" && next + 1 < end && tokens[next + 1].IsCapitalized && lexicon.IsOrganisationWord(tokens[next + 1]))
        {
            return Take(scan, 2, true);
        }

        // `secrétaire d'État à la Défense nationale et aux affaires de la Mer`
        if (lexicon.Links.TryMatchAt(tokens, next, end, out var link) && tokens[next].Folded is "a" or "aux")
        {
            return Take(scan, 1 + link.Count);
        }

        // `pour la défense et la sécurité`.
        if (follows.Folded is "la" or "l'" && next + 1 < end && lexicon.IsOrganisationWord(tokens[next + 1]) && !lexicon.Titles.TryMatchAt(tokens, next + 1, end, out _))
        {
            return Take(scan, 2, true);
        }

        var isLast = next + 1 >= end || tokens[next + 1].Kind == TokenKind.Punctuation || tokens[next + 1].Folded is "de" or "du" or "des" or "d'";
        return follows.Kind == TokenKind.Word && isLast && lexicon.IsAdjective(follows) && !nations.TryGet(next, out _) && Take(scan, 1, true);
    }

    private bool LeadsToTitle(int at, int end)
    {
        for (var i = at + 1; i < end && i < at + 3; i++)
        {
            if (lexicon.Titles.TryMatchAt(tokens, i, end, out _))
            {
                return true;
            }

            if (tokens[i].Folded is not ("la" or "l'" or "son" or "sa"))
            {
                return false;
            }
        }

        return false;
    }

    private bool StepWord(TitleScan scan, int end)
    {
        var token = tokens[scan.At];
        if (token.Kind == TokenKind.Number || char.IsAsciiDigit(token.Text[0]))
        {
            // `président de la 78e session`: the noun is still to come.
            if (!char.IsAsciiDigit(token.Text[^1]))
            {
                return scan.AfterPreposition && Take(scan, 1, true);
            }

            // `vice-commandant de la brigade 70, Chea Rotha`, but `a reçu le ministre 3 jours après`
            return (scan.AfterPreposition || scan.At > scan.HeadEnd && (scan.At + 1 >= end || tokens[scan.At + 1].Folded is "," or "de" or "du" or "d'" || tokens[scan.At + 1].IsCapitalized)) && Take(scan, 1);
        }

        if (lexicon.IsFunctionWord(token) && !(scan.AfterPreposition && token.IsCapitalized))
        {
            return false;
        }

        if (token.IsCapitalized)
        {
            // `commandant du navire indien INS Kiltan`
            if (token.Text.All(char.IsUpper) && lexicon.NameCues.TryMatchAt(tokens, scan.At, scan.At + 1, out var ship) && ship.Value == NameCue.Ship)
            {
                return Take(scan, 1, true);
            }

            // A capital that comes without preposition begins the name, unless it is a word of organisations.
            return (scan.AfterPreposition || lexicon.IsOrganisationWord(token) || (scan.IsForeign && scan.HasLink) || IsOfPlace(scan, end)) && TakeCapital(scan);
        }

        // `Commandement indo-pacifique`: the second half tells the adjective.
        if (scan.At + 2 < end && tokens[scan.At + 1].Folded == "-" && !tokens[scan.At + 1].SpaceBefore && lexicon.IsAdjective(tokens[scan.At + 2]))
        {
            return Take(scan, 3);
        }

        scan.HasLink |= scan.IsForeign;
        return (scan.AfterPreposition || lexicon.IsAdjective(token) || scan.IsForeign) && Take(scan, 1);
    }

    // `gouverneur du Tamil Nadu, R. N. Ravi`: where the name comes behind the comma, the capitals before it are one place's.
    private bool IsOfPlace(TitleScan scan, int end)
    {
        var before = scan.At - 1;

        // `directeur de la fondation allemande Rosa-Luxemburg à Hanoï, Stefan Mentschel`
        if (before > scan.HeadEnd && (lexicon.IsPlaceWord(tokens[before]) || lexicon.IsPlaceWord(tokens[before - 1]) && nations.TryGet(before, out var nation) && nation.Kind == MentionKind.Demonym))
        {
            return NameFollows(scan.At, end);
        }

        if (before <= scan.HeadEnd || !tokens[before].IsCapitalized || lexicon.IsOrganisationWord(tokens[before]) || nations.TryGet(before, out _) || !lexicon.IsFunctionWord(tokens[before - 1]))
        {
            return false;
        }

        return NameFollows(scan.At, end);
    }

    /// <summary>Behind a run of capitals, and the town where that is, stand a comma and a name.</summary>
    private bool NameFollows(int at, int end)
    {
        var i = at;
        while (i < end && (tokens[i].IsCapitalized || tokens[i].Folded == "-" && !tokens[i].SpaceBefore))
        {
            i++;
        }

        i += i + 1 < end && tokens[i].Text == "à" && tokens[i + 1].IsCapitalized ? 2 : 0;
        return i + 1 < end && tokens[i].Folded == "," && tokens[i + 1].IsCapitalized && !nations.TryGet(i + 1, out _);
    }

    // After a foreign organisation's first word its other words follow without French grammar: `Presidency of Defence Industries`.
    private bool TakeCapital(TitleScan scan)
    {
        scan.IsForeign |= !lexicon.IsOrganisationWord(tokens[scan.At]) && tokens[scan.At - 1].Folded is "la" or "l'";
        return Take(scan, 1);
    }

    // `les ambassadeurs du Laos, du Cambodge et de Chine`; `ses homologues singapourien, américain et canadien`.
    private void ReadList(TitleScan scan, int end)
    {
        while (scan.At + 1 < end && scan.Countries.Count > 0)
        {
            var at = scan.At;
            if (tokens[at].Folded is not ("," or "et") && !(tokens[at].Folded is "ainsi" or "comme"))
            {
                return;
            }

            at++;
            if (tokens[at].Folded == "et" || tokens[at].Folded == "que")
            {
                at++;
            }

            while (at < end && tokens[at].Folded is "de" or "du" or "des" or "d'" or "la" or "l'")
            {
                at++;
            }

            if (at >= end || !nations.TryGet(at, out var nation) || nation.First != at || (tokens[at].IsCapitalized && nation.Kind == MentionKind.Demonym))
            {
                return;
            }

            scan.Add(nation, scan.Basis);
            scan.At = nation.End;
        }
    }

    private int TrimEnd(int end, int headEnd)
    {
        while (end > headEnd && (lexicon.IsFunctionWord(tokens[end - 1]) || (tokens[end - 1].Kind == TokenKind.Punctuation && tokens[end - 1].Folded != ")")))
        {
            end--;
        }

        return end;
    }
}
