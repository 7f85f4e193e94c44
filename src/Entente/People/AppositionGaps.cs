using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>What stands between two titles or names, articles left out.</summary>
internal enum Gap : byte
{
    None,
    Comma,
    And,
    Other,
}

/// <summary>Reads what stands between two titles or names of a sentence: nothing, a comma, "et", or what parts them.</summary>
internal sealed class AppositionGaps(PeopleLexicon lexicon, NationMap nations, TokenList tokens)
{
    /// <summary>The gap between two items, and whether the second one has an article.</summary>
    public (Gap Gap, bool HasArticle) Between(int from, int to)
    {
        var gap = Gap.None;
        var hasArticle = false;
        for (var i = from; i < to; i++)
        {
            // "X, alors Premier ministre", "le ministre de l'époque, X", "X, premier président à venir": nothing parts them.
            if (lexicon.NameCues.TryMatchAt(tokens, i, to, out var cue) && (cue.Value == NameCue.Then && i == from || cue.Value is NameCue.Former or NameCue.Then or NameCue.Nth or NameCue.Appointed && gap == Gap.Comma && cue.Next == to))
            {
                i = cue.Next - 1;
                continue;
            }

            if (cue.Value == NameCue.Appointed && i == from && cue.Next > i && AppointmentEnd(cue.Next, to) is { } comma)
            {
                i = comma - 1;
                continue;
            }

            // "le gouverneur de la capitale indonésienne Jakarta, X": the town by its name as well.
            if (i == from && gap == Gap.None && nations.TryGet(i, out var town) && town is { Kind: MentionKind.Capital } && town.First == i && town.End < to && tokens[town.End].Text == ",")
            {
                i = town.End - 1;
                continue;
            }

            var word = tokens[i].Folded;
            if (word == "," && gap == Gap.None)
            {
                gap = Gap.Comma;
            }
            else if (gap is Gap.None or Gap.Comma && lexicon.Words.Has("and", word))
            {
                gap = Gap.And;
            }
            else if ((i > from || gap == Gap.None) && lexicon.Words.Has("office-article", word))
            {
                hasArticle = true;
            }
            else if ((i > from || gap == Gap.None) && lexicon.Words.Has("in-office", word))
            {
                // `conseiller et ancien chef d'état-major` is one person's.
                hasArticle |= gap == Gap.None;
            }
            else if (word == "(" && gap == Gap.None && Closing(i, to) is { } closing)
            {
                i = closing;
            }
            else
            {
                return (Gap.Other, hasArticle);
            }
        }

        return (gap, hasArticle);
    }

    // `l'attaché de défense chilien nouvellement nommé au Vietnam, le colonel X`: the comma behind where he is to serve.
    private int? AppointmentEnd(int from, int to)
    {
        const int Longest = 4;
        if (from < to && tokens[from].Text != "," && !lexicon.Words.Has("posting-lead", tokens[from].Folded))
        {
            return null;
        }

        for (var i = from; i < to && i <= from + Longest; i++)
        {
            if (tokens[i].Text == ",")
            {
                return i;
            }

            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Text != "-" || lexicon.Words.Has("and", tokens[i].Folded))
            {
                return null;
            }
        }

        return null;
    }

    // `Marc Knapper (États-Unis) et …`: what stands in parentheses parts nothing.
    private int? Closing(int open, int to)
    {
        for (var i = open + 1; i < to; i++)
        {
            if (tokens[i].Folded == ")")
            {
                return i;
            }
        }

        return null;
    }
}
