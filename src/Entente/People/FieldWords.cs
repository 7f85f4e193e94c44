using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Tells which words of a title belong to its field (<c>de la Défense nationale</c>, <c>de la brigade 70</c>, <c>du Tamil Nadu</c>), and which capital begins the name behind it.
/// </summary>
internal sealed class FieldWords(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    /// <summary>Adjectives between an enterprise and its name: <c>l'entreprise publique russe Rosoboronexport</c>.</summary>
    private const int MostAdjectives = 2;

    /// <summary>Goes over the next word of the title, if it belongs to the field.</summary>
    public bool Step(TitleScan scan, int end)
    {
        var token = tokens[scan.At];
        if (token.Kind == TokenKind.Number || char.IsAsciiDigit(token.Text[0]))
        {
            // `président de la 78e session`: the noun is still to come.
            if (!char.IsAsciiDigit(token.Text[^1]))
            {
                return scan.AfterPreposition && scan.Take(1, true);
            }

            // `vice-commandant de la brigade 70, Chea Rotha`, but `a reçu le ministre 3 jours après`
            return (scan.AfterPreposition || scan.At > scan.HeadEnd && (scan.At + 1 >= end || tokens[scan.At + 1].Folded == "," || lexicon.Words.Has("of-one", tokens[scan.At + 1].Folded) || tokens[scan.At + 1].IsCapitalized)) && scan.Take(1);
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
                return scan.Take(1, true);
            }

            // A capital that comes without preposition begins the name, unless it is a word of organisations.
            return (scan.AfterPreposition || lexicon.IsOrganisationWord(token) || (scan.IsForeign && scan.HasLink) || IsOfPlace(scan, end)) && TakeCapital(scan);
        }

        // `Commandement indo-pacifique`: the second half tells the adjective.
        if (scan.At + 2 < end && tokens[scan.At + 1].Folded == "-" && !tokens[scan.At + 1].SpaceBefore && lexicon.IsAdjective(tokens[scan.At + 2]))
        {
            return scan.Take(3);
        }

        scan.HasLink |= scan.IsForeign;
        return (scan.AfterPreposition || lexicon.IsAdjective(token) || scan.IsForeign) && scan.Take(1);
    }

    // `gouverneur du Tamil Nadu, R. N. Ravi`: where the name comes behind the comma, the capitals before it are one place's.
    private bool IsOfPlace(TitleScan scan, int end)
    {
        var before = scan.At - 1;

        // `directeur de la fondation allemande Rosa-Luxemburg à Hanoï, Stefan Mentschel`
        // `directeur général du groupe espagnol Navantia, Ricardo Dominguez`
        // `vice-président du groupe américain Lockheed Martin, Robert Laing`
        var noun = before;
        while (noun > scan.HeadEnd && tokens[noun].IsCapitalized && !nations.TryGet(noun, out _))
        {
            noun--;
        }

        for (var described = 0; described < MostAdjectives && noun > scan.HeadEnd && (lexicon.IsAdjective(tokens[noun]) || nations.TryGet(noun, out var nation) && nation.Kind == MentionKind.Demonym); described++)
        {
            noun--;
        }

        if (noun > scan.HeadEnd && IsNamed(noun))
        {
            return NameFollows(scan.At, end);
        }

        if (before <= scan.HeadEnd || !tokens[before].IsCapitalized || lexicon.IsOrganisationWord(tokens[before]) || nations.TryGet(before, out _) || !lexicon.IsFunctionWord(tokens[before - 1]))
        {
            return false;
        }

        return NameFollows(scan.At, end);
    }

    /// <summary>A noun before the name of a place or an enterprise.</summary>
    private bool IsNamed(int at) => lexicon.IsPlaceWord(tokens[at]) || lexicon.NameCues.TryMatchAt(tokens, at, at + 1, out var cue) && cue.Value == NameCue.Enterprise;

    /// <summary>Behind a run of capitals, and the town where that is, stand a comma and a name.</summary>
    private bool NameFollows(int at, int end)
    {
        var i = at;
        while (i < end && (tokens[i].IsCapitalized || tokens[i].Folded == "-" && !tokens[i].SpaceBefore))
        {
            i++;
        }

        // `la région autonome Zhuang du Guangxi, X`
        if (i + 1 < end && lexicon.Words.Has("of", tokens[i].Folded) && tokens[i + 1].IsCapitalized)
        {
            for (i++; i < end && tokens[i].IsCapitalized; i++)
            {
            }
        }

        // `à Hanoï, X`, `le parti Al Nahda au pouvoir, X`
        i += i + 1 < end && (lexicon.Words.HasWritten("to", tokens[i].Text) && tokens[i + 1].IsCapitalized || lexicon.Words.Has("contracted-to", tokens[i].Folded) && lexicon.Words.Has("in-power", tokens[i + 1].Folded)) ? 2 : 0;
        return i + 1 < end && tokens[i].Folded == "," && tokens[i + 1].IsCapitalized && !nations.TryGet(i + 1, out _);
    }

    // After a foreign organisation's first word its other words follow without French grammar: `Presidency of Defence Industries`.
    private bool TakeCapital(TitleScan scan)
    {
        scan.IsForeign |= !lexicon.IsOrganisationWord(tokens[scan.At]) && lexicon.Words.Has("feminine-article", tokens[scan.At - 1].Folded);
        return scan.Take(1);
    }
}
