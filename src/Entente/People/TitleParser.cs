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

    private readonly WordSets words = lexicon.Words;
    private readonly WordEndings infinitives = lexicon.Words.EndingsOf("infinitive-ending");
    private readonly TitleHead head = new(lexicon, nations, tokens);
    private readonly FieldWords field = new(lexicon, nations, tokens);
    private readonly TitleJoints joints = new(lexicon, nations, tokens);

    /// <summary>The title that begins at <paramref name="at"/>, if one does.</summary>
    public TitleUnit? Parse(int at, int end)
    {
        if (!lexicon.Titles.TryMatchAt(tokens, at, end, out var match) || head.IsNone(match))
        {
            return null;
        }

        var entry = head.AroundAdjective(match, end);
        var scan = new TitleScan(match.Next, entry);

        // `commissaire européenne au Commerce`: head and adjective together name the body.
        if (nations.TryGet(at, out var own) && own.Kind == MentionKind.Body && own.First == at && own.End >= match.Next)
        {
            scan.At = own.End;
            scan.Add(own, CountryBasis.Adjective);
        }

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

        if (entry.IsPlural ? joints.ReadList(scan, end) : joints.ReadListOfOne(scan, end))
        {
            // `les ministres vietnamien et indonésien de la Défense`
            while (scan.Countries.Count > 1 && scan.At < end && !words.Has("and-or-comma", tokens[scan.At].Folded) && Step(scan, end))
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

        // `secrétaire d'État à la Défense, chargée des Anciens combattants, X`
        if (token.Folded == "," && scan.At > scan.HeadEnd && at + 2 < end && lexicon.Links.TryMatchAt(tokens, at + 1, end, out var charge) && words.Has("charged", tokens[at + 1].Folded) && LeadsToName(charge.Next, end))
        {
            return scan.Take(1);
        }

        // `six nouveaux ambassadeurs, ceux du Brésil, A, de Suède, B`
        if (token.Folded == "," && scan.Entry.IsPlural && scan.Countries.Count == 0 && at + 2 < end && words.Has("those-people", tokens[at + 1].Folded) && words.Has("of", tokens[at + 2].Folded))
        {
            return scan.Take(2);
        }

        // `chargé de la stratégie, de la politique et de l'industrie de défense`
        if (token.Folded == "," && scan.IsCharge && at + 2 < end && words.Has("of-whole", tokens[at + 1].Folded) && !nations.TryGet(at + 2, out _) && !nations.TryGet(lexicon.PastArticle(tokens, at + 2), out _))
        {
            return scan.Take(1);
        }

        // `ministre de l'Intérieur, de la Sécurité nationale et de l'Immigration`
        if (token.Folded == "," && (IsFurtherField(scan, end) || joints.IsInRow(scan, end)))
        {
            return scan.Take(1);
        }

        // `ministre coordinateur des Affaires politiques, juridiques et de la Sécurité`
        if (token.Folded == "," && scan.At > scan.HeadEnd + 1 && at + 2 < end && words.Has("and", tokens[at + 2].Folded) && lexicon.IsAdjective(tokens[at - 1]) && !tokens[at + 1].IsCapitalized && lexicon.IsAdjective(tokens[at + 1]) && !nations.TryGet(at + 1, out _) && !nations.TryGet(at - 1, out _))
        {
            return scan.Take(2);
        }

        // `vice-ministre des A.E Nguyen Quoc Cuong`
        if (scan.AfterPreposition && IsShortField(at, end))
        {
            return scan.Take(at + 3 < end && tokens[at + 3].Folded == "." && !tokens[at + 3].SpaceBefore ? 4 : 3);
        }

        if (token.Kind == TokenKind.Punctuation)
        {
            return token.Folded == "(" ? StepParenthesis(scan, end) : token.Folded == "-" && !token.SpaceBefore && at + 1 < end && !tokens[at + 1].SpaceBefore && scan.Take(2);
        }

        if (!scan.Entry.TakesComplement || IsVerb(at, end))
        {
            return false;
        }

        if (scan.AfterPreposition && lexicon.NameLikePlaces.TryMatchAt(tokens, at, end, out var place))
        {
            return scan.Take(place.Count);
        }

        if (lexicon.Links.TryMatchAt(tokens, at, end, out var link))
        {
            scan.IsCharge |= words.Has("charged", tokens[at].Folded);

            // `chargé de` calls for a noun, `à la Défense` has it.
            return scan.Take(link.Count, lexicon.IsFunctionWord(tokens[link.Next - 1]));
        }

        if (words.Has("of-one-whole", token.Folded) && SenderEnd(scan, end) is { } sender)
        {
            scan.At = sender;
            return true;
        }

        // `l'ambassadrice De Soria`: a capital of its own, and the name begins.
        return words.Has("of", token.Folded) ? !lexicon.OpensName(tokens, at, end) && StepPreposition(scan, end)
            : words.Has("place-preposition", token.Folded) ? StepPosting(scan, end)
            : words.Has("article", token.Folded) ? scan.AfterPreposition && at > scan.HeadEnd && scan.Take(1, true)
            : words.Has("and", token.Folded) ? joints.StepAnd(scan, end)
            // `chargé de la recherche des personnes disparues, M. X`: a participle of the charge.
            : field.Step(scan, end) || scan.IsCharge && !token.IsCapitalized && !lexicon.IsFunctionWord(token) && LeadsToName(at, end) && scan.Take(1);
    }

    /// <summary>
    /// Where the sender of an envoy ends, who is named himself: <c>l'envoyé spécial du secrétaire général A, B, a rencontré</c>. Null where no envoy is named behind him.
    /// </summary>
    private int? SenderEnd(TitleScan scan, int end)
    {
        if (scan.At != scan.HeadEnd || scan.HeadEnd < 2 || !lexicon.NameCues.TryMatchAt(tokens, scan.HeadEnd - 2, scan.HeadEnd, out var cue) || cue.Value != NameCue.Envoy || Parse(scan.At + 1, end) is not { } sender)
        {
            return null;
        }

        var name = sender.End;
        while (name < end && (tokens[name].IsCapitalized || tokens[name].Folded == "-" && !tokens[name].SpaceBefore))
        {
            name++;
        }

        if (name == sender.End || name + 1 >= end || tokens[name].Folded != "," || !tokens[name + 1].IsCapitalized || nations.TryGet(name + 1, out _))
        {
            return null;
        }

        foreach (var nation in sender.Countries)
        {
            scan.Add(nation, sender.Basis);
        }

        return name;
    }

    /// <summary>Behind the comma the office of one person goes on with a field, which has an article and a capital: a state, or what somebody comes from, has none.</summary>
    private bool IsFurtherField(TitleScan scan, int end)
    {
        if (scan.Entry is { IsPlural: true } or { TakesComplement: false } || scan.At == scan.HeadEnd || scan.At + 3 >= end)
        {
            return false;
        }

        // `secrétaire d'État aux Affaires étrangères, au Commerce et au Développement`
        var isTo = words.Has("contracted-to", tokens[scan.At + 1].Folded) && joints.HasCharge(scan);
        if (!isTo && !words.Has("of-whole", tokens[scan.At + 1].Folded))
        {
            return false;
        }

        var field = isTo ? scan.At + 2 : lexicon.FieldBehind(tokens, scan.At + 1, end);
        return field < end && tokens[field].IsCapitalized && !nations.TryGet(field, out _) && tokens[scan.At - 1].Kind == TokenKind.Word && !lexicon.Titles.TryMatchAt(tokens, field, end, out _);
    }

    private bool StepNation(TitleScan scan, Nation nation)
    {
        // `le responsable onusien`
        if (nation.Kind == MentionKind.Demonym || nation.Kind == MentionKind.Body && !scan.AfterPreposition && nation.End == nation.First + 1 && !tokens[nation.First].IsCapitalized)
        {
            // `les Vietnamiens` is no adjective.
            if (tokens[nation.First].IsCapitalized && !scan.AfterPreposition)
            {
                return false;
            }

            scan.IsOfInstitution = scan.Countries.Count == 0 && nation.First > scan.HeadEnd && tokens[nation.First - 1].IsCapitalized;
            scan.Add(nation, CountryBasis.Adjective);
        }
        else if (PairEnd(nation) is { } end)
        {
            // `président de l'Association Vietnam - Russie`: of which of the two he is, the name tells.
            return scan.Take(end - scan.At);
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
                return scan.Take(i + 1 - scan.At);
            }
        }

        return false;
    }

    // `du 13 au 14 octobre`, `de retour`, `d'intensifier` do not belong to the title.
    private bool StepPreposition(TitleScan scan, int end)
    {
        var next = scan.At + 1;
        if (IsShortField(next, end))
        {
            return scan.Take(1, true);
        }

        // `ministre russe des Situations d'urgence`, `l'Agence norvégienne de gestion des crises`: half a field, which what stands behind it makes whole.
        if (scan.At - 1 > scan.HeadEnd && (tokens[scan.At - 1].IsCapitalized || scan.IsOfInstitution) && words.Has("half-field", tokens[scan.At - 1].Folded) && next < end && tokens[next].Kind == TokenKind.Word && !IsVerb(next, end))
        {
            return scan.Take(1, true);
        }

        // `commandant du 2e corps d'armée`, `commandant tchèque de la 7e flotte`
        var unit = next < end ? lexicon.PastArticle(tokens, next) : next;
        if (unit + 1 < end && IsOrdinal(tokens[unit]) && !tokens[unit + 1].IsCapitalized && lexicon.IsOrganisationWord(tokens[unit + 1]))
        {
            return scan.Take(unit + 1 - scan.At, true);
        }

        if (next >= end || tokens[next].Kind != TokenKind.Word || IsVerb(next, end))
        {
            return false;
        }

        // `commandant de la Police de cet émirat, X`
        if (lexicon.IsDeterminer(tokens[next]) && next + 2 < end && tokens[next + 2].Folded == "," && !tokens[next + 1].IsCapitalized && LeadsToName(next + 1, end))
        {
            return scan.Take(3);
        }

        var isArticle = words.Has("feminine-article", tokens[next].Folded);
        if (!isArticle && lexicon.IsFunctionWord(tokens[next]))
        {
            return false;
        }

        if (!isArticle && !tokens[next].IsCapitalized && tokens[next].Folded.Length > 4 && infinitives.Has(tokens[next].Folded) && words.Has("singular-of", tokens[scan.At].Folded))
        {
            return false;
        }

        // `directeur de l'Institut indien d'études stratégiques`: the adjective is the institution's, which goes on with what it does.
        var isOfInstitution = scan.IsOfInstitution && !isArticle && words.Has("singular-of", tokens[scan.At].Folded);
        if (scan.IsStrict && !isOfInstitution && !BelongsToOffice(isArticle ? next + 1 : next, end) && !(scan.IsCharge && LeadsToName(next, end)))
        {
            return false;
        }

        scan.IsPosting = false;
        return scan.Take(1, true);
    }

    // Part of a compound is none: `commandant des garde-côtes`.
    private bool IsVerb(int at, int end) => lexicon.IsVerb(tokens[at]) && !(at + 1 < end && tokens[at + 1].Folded == "-" && !tokens[at + 1].SpaceBefore);

    // `2e`, `7ème`, but not `13`
    private static bool IsOrdinal(in Token token) => char.IsAsciiDigit(token.Text[0]) && char.IsLetter(token.Text[^1]);

    // `le ministre vietnamien de la Défense`, but `a informé le ministre vietnamien du déploiement`.
    private bool BelongsToOffice(int at, int end) =>
        at < end && (tokens[at].IsCapitalized || nations.TryGet(at, out _) || lexicon.IsOrganisationWord(tokens[at])
            // `président de la 78e session de l'Assemblée générale`
            || char.IsAsciiDigit(tokens[at].Text[0]) && nations.TryGet(at + 1, out _));

    // `directeur du Bureau vietnamien chargé de la recherche des personnes disparues (VNOSMP), M. X`: the charge goes on up to the comma before the name.
    private bool LeadsToName(int at, int end)
    {
        const int Longest = 10;
        for (var i = at; i < end && i < at + Longest; i++)
        {
            if (tokens[i].Folded == ",")
            {
                return i + 1 < end && (tokens[i + 1].IsCapitalized || lexicon.Titles.TryMatchAt(tokens, i + 1, end, out _)) && !nations.TryGet(i + 1, out _);
            }

            if (lexicon.IsVerb(tokens[i]))
            {
                return false;
            }
        }

        return false;
    }

    // `ambassadeur du Japon au Vietnam`, `en Éthiopie`, `à Tokyo`.
    private bool StepPosting(TitleScan scan, int end)
    {
        // `secrétaire indien à la Production de défense`, `adjoint à l'Armement`
        if (words.HasWritten("to", tokens[scan.At].Text) && scan.At + 2 < end && words.Has("feminine-article", tokens[scan.At + 1].Folded) && tokens[scan.At + 2].IsCapitalized && !nations.TryGet(scan.At + 2, out _) && joints.HasCharge(scan))
        {
            return scan.Take(2, true);
        }

        // `commissaire européenne aux Partenariats internationaux`
        if (words.Has("to-several", tokens[scan.At].Folded) && scan.At + 1 < end && tokens[scan.At + 1].IsCapitalized && !nations.TryGet(scan.At + 1, out _) && joints.HasCharge(scan))
        {
            return scan.Take(1, true);
        }

        // `consul général du Japon à Da Nang, X`
        if (words.HasWritten("to", tokens[scan.At].Text) && lexicon.HomePlaces.TryMatchAt(tokens, scan.At + 1, end, out var town) && LeadsToName(town.Next, end) && tokens[town.Next].Folded == ",")
        {
            return scan.Take(town.Next - scan.At);
        }

        // `représentant en Asie-Pacifique`, `secrétaire brésilienne au Commerce extérieur`
        if (scan.At + 1 < end && words.Has("place-lead", tokens[scan.At].Folded) && tokens[scan.At + 1].IsCapitalized && lexicon.IsOrganisationWord(tokens[scan.At + 1]) && !nations.TryGet(scan.At + 1, out _) && scan.Entry.TakesComplement)
        {
            return scan.Take(1, true);
        }

        if (scan.At + 1 >= end || !nations.TryGet(scan.At + 1, out var nation) || nation.Kind == MentionKind.Demonym
            || scan.Entry.Function is not (RoleFunction.Ambassador or RoleFunction.DefenceAttache or RoleFunction.Other or RoleFunction.Director))
        {
            return false;
        }

        scan.IsPosting = true;
        return scan.Take(1, true);
    }

    private bool IsShortField(int at, int end) =>
        at + 2 < end && tokens[at] is { Length: 1, IsCapitalized: true } && tokens[at + 1].Folded == "." && !tokens[at + 1].SpaceBefore && tokens[at + 2] is { Length: 1, IsCapitalized: true, SpaceBefore: false };

    private int TrimEnd(int end, int headEnd)
    {
        while (end > headEnd && (lexicon.IsFunctionWord(tokens[end - 1]) || (tokens[end - 1].Kind == TokenKind.Punctuation && tokens[end - 1].Folded != ")")))
        {
            end--;
        }

        return end;
    }
}
