namespace Entente.Texts.Layout;

/// <summary>
/// Finds where other articles begin that no marker announces: towards the end, a headline (no full stop) with at most a short
/// lead, whose names the article has not used. A subheading of the article speaks of the people and places that it has named.
/// </summary>
internal static class TeaserFinder
{
    private const int LongestHeadline = 140;
    private const int MostLines = 8;

    // Text wrapped at a width has shorter lines, and no line of it can be told for a headline.
    private const int ShortestParagraphs = 90;

    /// <summary>Index of the first of <paramref name="lines"/> that is a teaser; their count when there is none.</summary>
    public static int Find(string raw, IReadOnlyList<Line> lines, int firstBody, SectionCues cues)
    {
        var length = lines.Count > 0 ? lines[firstBody].Length : 0;
        for (var i = firstBody + 1; i < lines.Count; length += lines[i].Length, i++)
        {
            if (length < ShortestParagraphs * (i - firstBody) || lines.Count - i > MostLines || !IsHeadline(raw, lines[i]) || !lines[i - 1].EndsSentence(raw) || lines[i - 1].Of(raw)[^1] == ':' || !AreHeadlinesWithLeads(raw, lines, i))
            {
                continue;
            }

            // "Coopération Vietnam - France / Lors de l'entretien avec le ministre X": a subheading, under which the article goes on.
            if (i + 1 < lines.Count && cues.IsResuming(lines[i + 1].Of(raw)))
            {
                continue;
            }

            var seen = Names(raw, lines, 0, i);
            var fresh = Names(raw, lines, i, lines.Count);
            var unseen = fresh.Count(name => !seen.Contains(name));
            if (unseen >= 1 && unseen * 2 >= fresh.Count)
            {
                return i;
            }
        }

        return lines.Count;
    }

    // Under a subheading several paragraphs stand; under the headline of a teaser one lead at most.
    private static bool AreHeadlinesWithLeads(string raw, IReadOnlyList<Line> lines, int first)
    {
        for (var i = first + 1; i < lines.Count; i++)
        {
            if (!IsHeadline(raw, lines[i]) && !IsHeadline(raw, lines[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHeadline(string raw, Line line) =>
        line.Length <= LongestHeadline && !line.EndsSentence(raw) && char.IsUpper(raw[line.Start]) && line.Of(raw).Contains(' ');

    // Words with a capital that do not begin a sentence, as far as one can tell without its grammar.
    private static HashSet<string> Names(string raw, IReadOnlyList<Line> lines, int from, int to)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = from; i < to; i++)
        {
            var text = lines[i].Of(raw);
            for (var at = 0; at < text.Length; at++)
            {
                var startsWord = at > 0 && !char.IsLetter(text[at - 1]);
                if (!startsWord || !char.IsUpper(text[at]))
                {
                    continue;
                }

                var end = at + 1;
                while (end < text.Length && char.IsLetter(text[end]))
                {
                    end++;
                }

                var sentenceStart = text[..at].TrimEnd(" \u00a0«\"") is var before && (before.IsEmpty || before[^1] is '.' or '!' or '?' or '…');
                if (!sentenceStart && end - at > 2)
                {
                    names.Add(Folding.Fold(text[at..end]));
                }

                at = end;
            }
        }

        return names;
    }
}
