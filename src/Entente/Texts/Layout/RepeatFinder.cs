namespace Entente.Texts.Layout;

/// <summary>
/// Finds paragraphs printed twice, also when one copy has lost its line breaks and its words are glued. The copy with more
/// white space is the cleaner one and stays.
/// </summary>
internal static class RepeatFinder
{
    // Shorter lines (a name, a credit, a slogan) may stand twice by chance.
    private const int ShortestRepeat = 40;
    private const int KeyLength = 32;

    /// <summary>Which of <paramref name="lines"/> are the worse copy of another one.</summary>
    public static HashSet<int> Find(string raw, IReadOnlyList<Line> lines)
    {
        var repeats = new HashSet<int>();
        var kept = new Dictionary<string, List<(int Line, string Squeezed)>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var squeezed = Squeeze(lines[i].Of(raw));
            if (squeezed.Length < ShortestRepeat)
            {
                continue;
            }

            var key = squeezed[..KeyLength];
            if (!kept.TryGetValue(key, out var others))
            {
                kept.Add(key, [(i, squeezed)]);
                continue;
            }

            var at = others.FindIndex(o => IsCopy(o.Squeezed, squeezed));
            if (at < 0)
            {
                others.Add((i, squeezed));
            }
            else if (IsBetter(raw, lines[i], squeezed, lines[others[at].Line], others[at].Squeezed))
            {
                repeats.Add(others[at].Line);
                others[at] = (i, squeezed);
            }
            else
            {
                repeats.Add(i);
            }
        }

        return repeats;
    }

    // The same letters, or one cut off after most of them.
    private static bool IsCopy(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return shorter.Length >= longer.Length * 9 / 10 && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    private static bool IsBetter(string raw, Line line, string squeezed, Line other, string otherSqueezed) =>
        squeezed.Length != otherSqueezed.Length ? squeezed.Length > otherSqueezed.Length : line.Of(raw).Count(' ') > other.Of(raw).Count(' ');

    private static string Squeeze(ReadOnlySpan<char> line)
    {
        if (line.Length < ShortestRepeat)
        {
            return "";
        }

        Span<char> letters = line.Length <= 2048 ? stackalloc char[line.Length] : new char[line.Length];
        var count = 0;
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters[count++] = char.ToLowerInvariant(c);
            }
        }

        return letters[..count].ToString();
    }
}
