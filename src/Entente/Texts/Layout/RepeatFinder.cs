namespace Entente.Texts.Layout;

/// <summary>
/// Finds paragraphs printed twice, also when one copy has lost its line breaks and its words are glued. The copy with more
/// white space is the cleaner one and stays.
/// </summary>
internal static class RepeatFinder
{
    // Shorter lines (a name, a credit, a slogan) may stand twice by chance.
    private const int ShortestRepeat = 40;
    private const int KeyLetters = 32;

    /// <summary>Which of <paramref name="lines"/> are the worse copy of another one.</summary>
    public static HashSet<int> Find(string raw, IReadOnlyList<Line> lines)
    {
        var repeats = new HashSet<int>();
        var kept = new Dictionary<int, int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length < ShortestRepeat)
            {
                continue;
            }

            var key = Key(lines[i].Of(raw));
            if (!kept.TryGetValue(key, out var other))
            {
                kept.Add(key, i);
                continue;
            }

            var (isCopy, isLonger) = Compare(lines[other].Of(raw), lines[i].Of(raw));
            if (!isCopy)
            {
                continue;
            }

            // The longer copy, or of two equal ones the one with more spaces.
            if (isLonger ?? lines[i].Of(raw).Count(' ') > lines[other].Of(raw).Count(' '))
            {
                repeats.Add(other);
                kept[key] = i;
            }
            else
            {
                repeats.Add(i);
            }
        }

        return repeats;
    }

    // The first letters and figures of a line, whatever stands between them.
    private static int Key(ReadOnlySpan<char> line)
    {
        var (hash, count) = (0, 0);
        for (var i = 0; i < line.Length && count < KeyLetters; i++)
        {
            if (char.IsLetterOrDigit(line[i]))
            {
                hash = unchecked((hash * 31) + char.ToLowerInvariant(line[i]));
                count++;
            }
        }

        return hash;
    }

    // The same letters, or one line cut off after most of them. Longer: which has more letters; null for equal ones.
    private static (bool IsCopy, bool? IsSecondLonger) Compare(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        int a = 0, b = 0, same = 0;
        while (true)
        {
            a = NextLetter(first, a);
            b = NextLetter(second, b);
            if (a == first.Length || b == second.Length)
            {
                break;
            }

            if (char.ToLowerInvariant(first[a++]) != char.ToLowerInvariant(second[b++]))
            {
                return (false, null);
            }

            same++;
        }

        var left = Math.Max(first.Length - a, second.Length - b);
        return (left * 9 <= same, a < first.Length ? false : b < second.Length ? true : null);
    }

    private static int NextLetter(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && !char.IsLetterOrDigit(line[at]))
        {
            at++;
        }

        return at;
    }
}
