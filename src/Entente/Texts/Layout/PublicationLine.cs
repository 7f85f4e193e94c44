using Entente.Dates;

namespace Entente.Texts.Layout;

/// <summary>Reads a line that says when a page was put up and nothing else: <c>Vendredi, 30/11/2018 16:47</c>, <c>21-04-2016 | 09:30 GMT+7</c>.</summary>
internal static class PublicationLine
{
    private const int Longest = 48;

    /// <summary>The date; empty if the line is no such line.</summary>
    public static PartialDate Read(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest || !line.Contains(':'))
        {
            return default;
        }

        var date = default(PartialDate);
        var (words, times) = (0, 0);
        foreach (var range in line.SplitAny(" \u00a0,|()"))
        {
            var part = line[range];
            if (part.IsEmpty || part is "-" or "–" || part.StartsWith("GMT", StringComparison.Ordinal))
            {
                continue;
            }

            if (IsTime(part))
            {
                times++;
            }
            else if (date.IsEmpty && Day(part) is { IsDay: true } day)
            {
                date = day;
            }
            else if (!date.IsEmpty && times > 0 && line.Length <= Longest)
            {
                // Email, Print, Like 0: what a page offers behind it.
                break;
            }
            else if (words++ > 0 || part.ContainsAnyInRange('0', '9'))
            {
                return default;
            }
        }

        return times == 1 ? date : default;
    }

    // The colon stands right behind the nine.
    private static bool IsTime(ReadOnlySpan<char> part) =>
        part.Length is 4 or 5 or 8 && part.Contains(':') && !part.ContainsAnyExceptInRange('0', ':');

    // 30/11/2018, 30-11-2018, 30.11.2018, 2018-11-30.
    private static PartialDate Day(ReadOnlySpan<char> part)
    {
        Span<int> numbers = stackalloc int[3];
        var count = 0;
        foreach (var range in part.SplitAny("/-."))
        {
            if (count == numbers.Length || !NumericDate.TryParse(part[range], out numbers[count++]))
            {
                return default;
            }
        }

        var (year, month, day) = numbers[0] > 31 ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[1], numbers[0]);
        return count == numbers.Length && year is >= 1990 and <= 2100 && PartialDate.IsValid(year, month, day) ? new PartialDate(year, month, day) : default;
    }
}
