using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// The states of the towns and provinces that an article places itself: <c>à Luang Prabang, dans le Nord du Laos</c>, <c>à Savannakhet (Laos)</c>. Whoever holds an office of
/// such a place, or is met there, is of that state where no word tells another; so is whoever has one of an institution by the abbreviation that the article gave its name
/// (<c>l'Association des vétérans du Laos (AVL) … le président de l'AVL, X</c>).
/// </summary>
internal sealed class PlaceNations(ArticleText article, PartnerReading partners)
{
    /// <summary>Between a town and its state: <c>, dans le Nord-Est du</c>.</summary>
    private const int LinkReach = 8;

    private List<(int First, int End, string Code)>? _places;

    private List<(int First, int End, string Code)>? _abbreviated;

    /// <summary>The state of the place in the name of an office, else of the one that its sentence names before a token; null for none.</summary>
    public string? Of(string organisation, int sentence, int before)
    {
        _places ??= Find();
        _abbreviated ??= FindAbbreviated();
        if (_places.Count == 0 && _abbreviated.Count == 0)
        {
            return null;
        }

        var folded = Folding.Fold(organisation);
        foreach (var (first, end, code) in _places.Concat(_abbreviated))
        {
            if (folded.Contains(NameOf(first, end), StringComparison.Ordinal))
            {
                return code;
            }
        }

        foreach (var (first, end, code) in _places)
        {
            for (var i = article.Sentences[sentence].First; i + end - first <= before; i++)
            {
                if (IsAt(i, first, end))
                {
                    return code;
                }
            }
        }

        return null;
    }

    private bool IsAt(int at, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (article.Tokens[at + i - first].Folded != article.Tokens[i].Folded)
            {
                return false;
            }
        }

        return true;
    }

    private List<(int First, int End, string Code)> Find()
    {
        var found = new List<(int First, int End, string Code)>();
        foreach (var mention in partners.Mentions)
        {
            // "en Inde, au Sri Lanka" are two stages of a tour.
            if (mention.Kind == MentionKind.Name && TownBefore(article.Sentences[mention.SentenceIndex].First, mention.FirstToken) is { } town
                && !partners.Mentions.Any(m => m.FirstToken < town.End && m.EndToken > town.First) && !partners.Home.Any(m => m.FirstToken < town.End && m.EndToken > town.First))
            {
                found.Add((town.First, town.End, mention.Code));
            }
        }

        return found;
    }

    /// <summary>The abbreviations in brackets behind a name that ends with that of a state: <c>la Centrale des travailleurs de Cuba (CTC)</c>.</summary>
    private List<(int First, int End, string Code)> FindAbbreviated()
    {
        const int Shortest = 3;
        var found = new List<(int First, int End, string Code)>();
        foreach (var mention in partners.Mentions)
        {
            var at = mention.EndToken + 1;
            if (mention.Kind is MentionKind.Name or MentionKind.Demonym && at + 1 < article.Tokens.Count && article.Tokens[at - 1].Folded == "(" && article.Tokens[at + 1].Folded == ")"
                && article.Tokens[at].Length >= Shortest && article.Tokens[at].Text.All(char.IsUpper)
                && !partners.Home.Any(m => m.SentenceIndex == mention.SentenceIndex && m.EndToken <= mention.FirstToken && mention.FirstToken - m.EndToken < LinkReach))
            {
                found.Add((at, at + 1, mention.Code));
            }
        }

        return found;
    }

    /// <summary>The capitalised run that a comma or a bracket parts from the name of a state, with nothing but words of place between.</summary>
    private (int First, int End)? TownBefore(int sentenceFirst, int state)
    {
        var lexicon = PeopleLexicon.French;
        var i = state - 1;
        for (; i > sentenceFirst && state - i <= LinkReach && article.Tokens[i].Folded is not ("," or "("); i--)
        {
            if (!lexicon.IsFunctionWord(article.Tokens[i]) && !(lexicon.NameCues.TryMatchAt(article.Tokens, i, i + 1, out var cue) && cue.Value == NameCue.Direction))
            {
                return null;
            }
        }

        if (i <= sentenceFirst + 1 || article.Tokens[i].Folded is not ("," or "(") || i == state - 1 && article.Tokens[i].Folded == "," || !article.Tokens[i - 1].IsCapitalized)
        {
            return null;
        }

        var end = i;
        var first = i - 1;
        while (first - 1 > sentenceFirst && article.Tokens[first - 1].IsCapitalized)
        {
            first--;
        }

        return lexicon.IsFunctionWord(article.Tokens[first - 1]) ? (first, end) : null;
    }

    private string NameOf(int first, int end) => Folding.Fold(article.Raw[article.Tokens[first].Start..article.Tokens[end - 1].End]);
}
