using System.Globalization;

namespace Cellule.Session;

/// <summary>Says what recursion repeats once, with how often: a function that calls itself, or a few that call one another.</summary>
internal static class RepeatedLines
{
    private const int LongestCycle = 6;

    /// <summary>At most <paramref name="most"/> of the lines, and then how many more there are.</summary>
    public static IEnumerable<string> Fold(IReadOnlyList<string> lines, int most)
    {
        var shown = 0;
        for (var at = 0; at < lines.Count;)
        {
            if (shown >= most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"   … {lines.Count - at} more");
                yield break;
            }

            var (length, times) = CycleAt(lines, at);
            for (var i = at; i < at + length; i++)
                yield return length == 1 && times > 1 ? string.Create(CultureInfo.InvariantCulture, $"{lines[i]} ({times} times)") : lines[i];
            if (length > 1)
                yield return string.Create(CultureInfo.InvariantCulture, $"   (these {length} lines {times} times)");
            shown += length;
            at += length * times;
        }
    }

    private static (int Length, int Times) CycleAt(IReadOnlyList<string> lines, int start)
    {
        for (var length = 1; length <= LongestCycle; length++)
        {
            var end = start + length;
            while (end < lines.Count && lines[end] == lines[end - length])
                end++;
            if ((end - start) / length > 1)
                return (length, (end - start) / length);
        }

        return (1, 1);
    }
}
