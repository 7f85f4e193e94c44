using Entente.Lexicons;
using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>A run of words that may be a person's name.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Token after the last.</param>
/// <param name="Words">Number of its words, particles and initials counted.</param>
/// <param name="IsHomeName">Begins with a family name of the home country, its syllables written apart.</param>
internal sealed record NameRun(int First, int End, int Words, bool IsHomeName);

/// <summary>Reads a run of capitalized words, with its particles, initials and hyphens: <c>Mohammed ben Moubarak Al Mazrouei</c>.</summary>
internal sealed class NameParser(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    private const int LongestHomeName = 5;
    private const int LongestName = 8;
    private const int Pair = 2;

    /// <summary>The run that begins at <paramref name="at"/>, if a name can begin there; right after a title, or across the comma behind one, also a rare name.</summary>
    public NameRun? Parse(int at, int sentenceFirst, int end, bool afterTitle, bool isApposed = false)
    {
        if (!CanBegin(at, sentenceFirst, end, afterTitle, isApposed))
        {
            return null;
        }

        var isHome = (lexicon.IsFamilyName(tokens[at], out var isRare) && (!isRare || afterTitle || isApposed || IsLong(at, sentenceFirst, end)) || HasHomeMiddle(at, end))
            && at + 1 < end && tokens[at + 1].IsCapitalized && tokens[at + 1].SpaceBefore;
        var next = at;
        var words = 0;

        // "Pehin Datu Jaya Perkasa Dato Paduka Seri Haji Awang Kamal Bin Yusof": what honours a name does not lengthen it.
        var honours = 0;
        while (next < end && words - honours < (isHome ? LongestHomeName : LongestName))
        {
            var after = Extend(next, end, words, isHome);
            if (after == next || words > 0 && IsAddressBehindTown(at, next, sentenceFirst))
            {
                break;
            }

            honours += !isHome && lexicon.Words.Has("name-honour", tokens[next].Folded) ? 1 : 0;
            next = after;
            words++;
        }

        // "Ung Samnang": a family name that neighbours have too, before what is no syllable of ours.
        return words == 0 ? null : new NameRun(at, next, words, isHome && (words > Pair || words == Pair && TextLexicons.French.Words.IsVietnameseSyllable(tokens[at + 1].Text)));
    }

    // `le général Kim Van Thuyêt`, `Cung Huu Lôc`: a rare family name, and one that neighbours have too, before a middle name of ours.
    private bool HasHomeMiddle(int at, int end) =>
        at + 2 < end && lexicon.Words.Has("home-middle-name", tokens[at + 1].Folded) && tokens[at + 1].IsCapitalized && tokens[at + 2].IsCapitalized && tokens[at + 1].SpaceBefore && tokens[at + 2].SpaceBefore
        && TextLexicons.French.Words.IsVietnameseSyllable(tokens[at].Text) && TextLexicons.French.Words.IsVietnameseSyllable(tokens[at + 2].Text);

    // `…, Ha Huy Thong, a rappelé`: three syllables tell a rare family name from the word that it also is; a word of grammar only after a comma,
    // or where no sentence begins and both others are syllables of ours (`avec Le Hoai Nam`).
    private bool IsLong(int at, int sentenceFirst, int end) =>
        at > sentenceFirst && at + 2 < end && tokens[at + 1].IsCapitalized && tokens[at + 2].IsCapitalized && (!lexicon.IsFunctionWord(tokens[at]) || tokens[at - 1].Text == "," || tokens[at - 1].Kind == TokenKind.Word && HasOurSyllables(at))
        || IsLongOpening(at, sentenceFirst, end);

    // `Le Hoai Nam, ministre des Affaires étrangères, a reçu`: a word of grammar opens a sentence as the family name that it also is before two syllables of ours that somebody's office or a verb follows.
    private bool IsLongOpening(int at, int sentenceFirst, int end) =>
        at == sentenceFirst && at + 3 < end && lexicon.IsFunctionWord(tokens[at]) && HasOurSyllables(at) && (tokens[at + 3].Text == "," || lexicon.BeginsPredicate(tokens[at + 3]));

    private bool HasOurSyllables(int at) =>
        IsOurSyllable(at + 1) && IsOurSyllable(at + 2) && !nations.TryGet(at + 1, out _) && !lexicon.NameLikePlaces.TryMatchAt(tokens, at + 1, tokens.Count, out _);

    private bool IsOurSyllable(int at) => tokens[at].IsCapitalized && tokens[at].SpaceBefore && TextLexicons.French.Words.IsVietnameseSyllable(tokens[at].Text);

    private bool CanBegin(int at, int sentenceFirst, int end, bool afterTitle, bool isApposed)
    {
        var token = tokens[at];
        if (!token.IsCapitalized || (at > sentenceFirst && tokens[at - 1].Folded == "-" && !token.SpaceBefore))
        {
            return false;
        }

        if (IsInitial(at, end))
        {
            return true;
        }

        // `l'INS Kiltan`
        if (IsShipPrefix(at))
        {
            return false;
        }

        if (IsShip(at, sentenceFirst))
        {
            return false;
        }

        // `la région militaire N° 4`
        if (token.Text.Length == 1 && !(at + 1 < end && tokens[at + 1].IsCapitalized))
        {
            return false;
        }

        if (lexicon.NameLikePlaces.TryMatchAt(tokens, at, end, out _))
        {
            return false;
        }

        var isName = lexicon.IsFamilyName(token, out var isRare) && (!isRare || afterTitle || isApposed || IsLong(at, sentenceFirst, end)) && at + 1 < end && tokens[at + 1].IsCapitalized;
        if (nations.TryGet(at, out var nation))
        {
            // A capital may be a first name (`le ministre Santiago Peña`); a state's name begins none.
            return afterTitle && nation.Kind == MentionKind.Capital && nation.End < end && tokens[nation.End].IsCapitalized;
        }

        return isName || afterTitle && IsLeadingParticle(at, end) || !lexicon.IsNoName(token, at == sentenceFirst);
    }

    // `l'ambassadrice De Soria`, `M. Da Silva`: behind a title, with a capital of its own.
    private bool IsLeadingParticle(int at, int end) =>
        lexicon.OpensName(tokens, at, end) && !nations.TryGet(at + 1, out _) && !lexicon.IsNoName(tokens[at + 1], isFirst: false);

    // `à Rio de Janeiro M. José Mucio`, but `avec Robert M. Gates`: behind a town `M.` begins who is met there.
    private bool IsAddressBehindTown(int first, int at, int sentenceFirst) =>
        first > sentenceFirst && lexicon.Words.HasWritten("mister", tokens[at].Text) && lexicon.Words.HasWritten("to-or-bare", tokens[first - 1].Text);

    // `P.` of `P. A. Golovtchenko`, also where it is a word of French by itself (`A.`).
    private bool IsInitial(int at, int end) =>
        AbbreviationSet.IsInitial(tokens[at]) && at + 2 < end && tokens[at + 1].Folded == "." && !tokens[at + 1].SpaceBefore && tokens[at + 2].IsCapitalized;

    /// <summary>The token after the next word of the name, or <paramref name="at"/> when it ends here.</summary>
    private int Extend(int at, int end, int words, bool isHome)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Punctuation || words > 0 && IsShortTitle(at))
        {
            return at;
        }

        if (words > 0 && !token.SpaceBefore && tokens[at - 1].Kind == TokenKind.Word && !EndsInApostrophe(tokens[at - 1]))
        {
            return at;
        }

        if (words > 0 && lexicon.IsParticle(token, out var isLink) && LeadsToName(at, end, isLink))
        {
            return at + 1 < end && tokens[at + 1].Folded == "-" ? at + 2 : at + 1;
        }

        if (!token.IsCapitalized || (words > 0 && !IsNameWord(at, words, isHome)))
        {
            return at;
        }

        // `M'tumuke`, `P. A. Golovtchenko`.
        if (EndsInApostrophe(token))
        {
            return at + 1 < end && !tokens[at + 1].SpaceBefore ? Hyphenated(at + 2, end) : at;
        }

        if (IsInitial(at, end))
        {
            return at + 2;
        }

        return Hyphenated(at + 1, end);
    }

    private bool IsNameWord(int at, int words, bool isHome)
    {
        if (nations.TryGet(at, out var nation))
        {
            return nation.Kind == MentionKind.Capital && nation.End == at + 1;
        }

        // `Abdallah II`
        if (tokens[at].Text.Length > 1 && tokens[at].Text.All(static c => c is 'I' or 'V' or 'X'))
        {
            return !isHome;
        }

        // `Kim Jong Un`
        if (lexicon.NameCues.TryMatchAt(tokens, at, at + 1, out var cue) && cue.Value == NameCue.Last)
        {
            return words > 1;
        }

        // `Nguyen Thi Mai`, `Vu Hai San`: syllables of the home country's names are words of French too.
        // So is the first half of `Il-sung`.
        return isHome || !lexicon.IsNoName(tokens[at], isFirst: false) || tokens[at].Text.Length == 1 || Hyphenated(at + 1, tokens.Count) > at + 1;
    }

    // `PM`: the office of whoever is named behind.
    private bool IsShortTitle(int at) =>
        tokens[at].Text.Length > 1 && tokens[at].Text.All(char.IsUpper) && lexicon.Titles.TryMatchAt(tokens, at, at + 1, out var title) && title.Next == at + 1;

    private bool IsShipPrefix(int at) =>
        tokens[at].Text.All(char.IsUpper) && lexicon.NameCues.TryMatchAt(tokens, at, at + 1, out var ship) && ship.Value == NameCue.Ship;

    private bool LeadsToName(int at, int end, bool isLink)
    {
        var next = at + 1;
        if (next < end && tokens[next].Folded == "-" && !tokens[next].SpaceBefore)
        {
            next++;
        }

        if (next >= end)
        {
            return false;
        }

        if (lexicon.IsParticle(tokens[next], out var second) && !tokens[next].IsCapitalized)
        {
            return LeadsToName(next, end, isLink || second);
        }

        // `Agenda du PM Pham Van Dong`, `le capitaine John Smith du HMS Albion`
        if (IsShortTitle(next) || IsShipPrefix(next))
        {
            return false;
        }

        // `Dominique de Villepin`, not `Haluk Gorgun de Turquie`, `Phan Van Giang du Bureau politique`.
        return tokens[next].IsCapitalized && !nations.TryGet(next, out _) && !(isLink && lexicon.IsNoName(tokens[next], isFirst: false));
    }

    private int Hyphenated(int at, int end)
    {
        while (at + 1 < end && tokens[at].Folded == "-" && !tokens[at].SpaceBefore && !tokens[at + 1].SpaceBefore
            && tokens[at + 1].Kind == TokenKind.Word && !nations.TryGet(at + 1, out _))
        {
            at += 2;
        }

        return at;
    }

    private static bool EndsInApostrophe(Token token) => token.Folded.EndsWith('\'');

    /// <summary><c>la frégate Shivalik</c>, <c>le destroyer japonais Kongo</c>: the run of capitals that a ship's noun has behind it.</summary>
    private bool IsShip(int at, int sentenceFirst)
    {
        const int Longest = 4;
        var first = at;
        while (first - 1 > sentenceFirst && at - first < Longest && tokens[first - 1].IsCapitalized && tokens[first - 1].Kind == TokenKind.Word)
        {
            first--;
        }

        var noun = first - 1 > sentenceFirst && nations.TryGet(first - 1, out var nation) && nation.Kind == MentionKind.Demonym ? first - 2 : first - 1;
        // "le capitaine de frégate X" is a rank.
        var isRank = noun - 2 >= sentenceFirst && lexicon.Titles.TryMatchAt(tokens, noun - 2, noun + 1, out var rank) && rank.Next == noun + 1;
        return noun > sentenceFirst && !isRank && (IsVessel(noun, noun + 1) || noun - 2 > sentenceFirst && tokens[noun - 1].Text == "-" && IsVessel(noun - 2, noun + 1));
    }

    private bool IsVessel(int first, int end) => lexicon.NameCues.TryMatchAt(tokens, first, end, out var cue) && cue.Value == NameCue.Vessel;
}
