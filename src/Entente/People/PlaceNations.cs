using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// The states of the towns and provinces that an article places itself: <c>à Luang Prabang, dans le Nord du Laos</c>, <c>à Savannakhet (Laos)</c>. Whoever holds an office of
/// such a place, or is met there, is of that state where no word tells another.
/// </summary>
internal sealed class PlaceNations(ArticleText article, PartnerReading partners)
{
    /// <summary>Between a town and its state: <c>, dans le Nord-Est du</c>.</summary>
    private const int LinkReach = 8;

    private List<(int First, int End, string Code)>? _places;

    /// <summary>The state of the place in the name of an office, else of the one that its sentence names before a token; null for none.</summary>
    public string? Of(string organisation, int sentence, int before)
    {
        _places ??= Find();
        if (_places.Count == 0)
        {
            return null;
        }

        var folded = Folding.Fold(organisation);
        foreach (var (first, end, code) in _places)
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
