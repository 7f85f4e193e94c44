using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Reads an office that the lexicon does not know, or of which it knows only the head, by where it stands: between an article that a word of encounter governs and a full
/// name (<c>s'est entretenu avec le procureur national antimafia, Franco Roberti</c>).
/// </summary>
internal sealed class OfficeByPlace(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    /// <summary>Tokens of an office, its article left out.</summary>
    private const int Longest = 12;

    private static readonly TitleEntry s_office = new(TitleKind.Office, RoleFunction.Other, PersonLevel.Other, IsHome: false, IsPlural: false, TakesComplement: true);

    private readonly MetPeople met = new(tokens, lexicon);
    private readonly WordSets words = lexicon.Words;

    /// <summary>The office before a name; <paramref name="known"/>, the title read last, where it is the head of the office, goes on up to the name.</summary>
    public TitleUnit? Before(NameRun name, TitleUnit? known, NameRun? before, int sentenceFirst, int end)
    {
        var stop = name.First > sentenceFirst && tokens[name.First - 1].Text == "," ? name.First - 1 : name.First;
        if (name.Words < 2 || stop - 2 < sentenceFirst || !IsClosed(name.End, end) || stop == name.First && (tokens[stop - 1].IsCapitalized || IsPreposition(tokens[stop - 1])) || ArticleBefore(stop, sentenceFirst, known) is not { } article || !IsGoverned(article, before, sentenceFirst))
        {
            return null;
        }

        var countries = Countries(article + 1, stop);
        if (countries.Exists(nation => !nations.IsHome(nation)) && name.IsHomeName)
        {
            return null;
        }

        if (known is not null && known.First <= article + 2 && known.First > article)
        {
            return known.Entry is { IsPlural: false, Kind: TitleKind.Office or TitleKind.Rank } && known.End < stop
                ? known with { End = stop, Countries = known.Countries.Count > 0 ? known.Countries : countries, Basis = known.Countries.Count > 0 ? known.Basis : BasisOf(countries) }
                : null;
        }

        return new TitleUnit(s_office, article + 1, article + 2, stop, countries, BasisOf(countries));
    }

    /// <summary>Behind the name the sentence goes on with no predicate of its own.</summary>
    private bool IsClosed(int at, int end) => at >= end || tokens[at].Kind == TokenKind.Punctuation && tokens[at].Text != "-" || words.Has("and", tokens[at].Folded);

    /// <summary>The singular article of the noun that opens the office, if nothing but what an office may hold stands behind it.</summary>
    private int? ArticleBefore(int stop, int sentenceFirst, TitleUnit? known)
    {
        for (var i = stop - 1; i > sentenceFirst && i >= stop - Longest; i--)
        {
            var token = tokens[i];
            var isBehindPreposition = IsPreposition(tokens[i - 1]);
            if (words.Has("singular-article", token.Folded) && !isBehindPreposition)
            {
                var head = lexicon.NameCues.TryMatchAt(tokens, i + 1, i + 2, out var order) && order.Value == NameCue.Nth ? i + 2 : i + 1;
                return head < stop && (known?.First == head || IsHead(tokens[head], head)) ? i : null;
            }

            var isOfCompound = token.Folded == "-" && !token.SpaceBefore;
            if (token.Kind == TokenKind.Punctuation && !isOfCompound || lexicon.IsVerb(token) && !isOfCompound && tokens[i - 1].Text != "-"
                || token.IsCapitalized && !isBehindPreposition && !lexicon.IsOrganisationWord(token) && !nations.TryGet(i, out _) && tokens[i - 1].Folded != "-" && !words.Has("article", tokens[i - 1].Folded) && !tokens[i - 1].IsCapitalized
                || lexicon.IsFunctionWord(token) && !IsPrefix(i) && !IsPreposition(token) && !words.Has("article", token.Folded) && !words.Has("and", token.Folded))
            {
                return null;
            }
        }

        return null;
    }

    private bool IsPreposition(in Token token) => words.Has("office-preposition", token.Folded);

    /// <summary>A noun that may be somebody: none of an organisation, a place, a ship, an encounter.</summary>
    private bool IsHead(in Token token, int at) =>
        token.Kind == TokenKind.Word && !token.IsCapitalized && (IsPrefix(at) || !lexicon.IsOrganisationWord(token) && !lexicon.IsFunctionWord(token)) && !nations.TryGet(at, out _)
            && !(lexicon.NameCues.TryMatchAt(tokens, at, at + 1, out var cue) && cue.Value is NameCue.Met or NameCue.Enterprise or NameCue.Visit or NameCue.Part or NameCue.Made or NameCue.Direction);

    /// <summary><c>sous-préfet</c></summary>
    private bool IsPrefix(int at) => tokens[at + 1].Text == "-" && !tokens[at + 1].SpaceBefore;

    private bool IsGoverned(int article, NameRun? before, int sentenceFirst) =>
        met.IsMet(article, sentenceFirst) || met.IsObject(article, sentenceFirst) || IsNextMet(article, before, sentenceFirst);

    /// <summary><c>s'est entretenu avec le ministre A, le procureur B et le préfet C</c></summary>
    private bool IsNextMet(int article, NameRun? before, int sentenceFirst)
    {
        var mark = article - 1;
        mark -= mark > sentenceFirst && words.Has("and", tokens[mark].Folded) && tokens[mark - 1].Text == "," ? 1 : 0;
        return before is not null && before.End == mark && words.Has("and-or-comma", tokens[mark].Folded) && met.IsToldBefore(before.First, sentenceFirst);
    }

    private List<Nation> Countries(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (nations.TryGet(i, out var nation) && nation.First == i)
            {
                return [nation];
            }
        }

        return [];
    }

    private static CountryBasis BasisOf(List<Nation> countries) => countries is [{ Kind: MentionKind.Demonym }] ? CountryBasis.Adjective : countries.Count > 0 ? CountryBasis.Complement : CountryBasis.None;
}
