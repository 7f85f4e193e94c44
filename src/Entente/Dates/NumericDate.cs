using System.Globalization;
using Entente.Texts;

namespace Entente.Dates;

/// <summary>Reads dates in figures: <c>12/8/2024</c>, <c>13.5.2015</c>, <c>2015-08-12</c>, <c>21/04/16</c>, <c>18/10</c>. The day comes first, unless only the other order is a date.</summary>
internal static class NumericDate
{
    /// <summary>Number of tokens that the date at <paramref name="at"/> takes; 0 if there is none.</summary>
    public static int Read(string raw, TokenList tokens, int at, int end, ref DateParts parts)
    {
        if (tokens[at].Kind != TokenKind.Number)
        {
            return 0;
        }

        Span<int> numbers = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var (position, count, separator) = (tokens[at].Start, 0, '\0');
        while (count < 3)
        {
            var digits = 0;
            while (position + digits < raw.Length && digits < 5 && char.IsAsciiDigit(raw[position + digits]))
            {
                numbers[count] = (numbers[count] * 10) + raw[position + digits] - '0';
                digits++;
            }

            if (digits == 0)
            {
                return 0;
            }

            lengths[count++] = digits;
            position += digits;
            if (count == 3 || position + 1 >= raw.Length || raw[position] is not ('/' or '-' or '.' or ',') || !char.IsAsciiDigit(raw[position + 1])
                || (separator != '\0' && raw[position] != separator && raw[position] != ','))
            {
                break;
            }

            separator = raw[position++];
        }

        var next = at;
        while (next < end && tokens[next].End <= position)
        {
            next++;
        }

        // The figures must end where a token ends: 38.25.20.96 is no date.
        if (count < 2 || next == at || tokens[next - 1].End != position || (next < end && !tokens[next].SpaceBefore && tokens[next].Text is "/" or "-" or "%"))
        {
            return 0;
        }

        return (count == 3 ? Whole(numbers, lengths, ref parts) : WithoutYear(tokens, at, numbers, lengths, separator, ref parts)) ? next - at : 0;
    }

    private static bool Whole(ReadOnlySpan<int> numbers, ReadOnlySpan<int> lengths, ref DateParts parts)
    {
        if (lengths[0] == 4)
        {
            return Set(numbers[0], numbers[1], numbers[2], ref parts);
        }

        if (lengths[0] > 2 || lengths[1] > 2 || lengths[2] is not (2 or 4))
        {
            return false;
        }

        var year = lengths[2] == 4 ? numbers[2] : FullYear(numbers[2]);
        return Set(year, numbers[1], numbers[0], ref parts) || Set(year, numbers[0], numbers[1], ref parts);
    }

    /// <summary>The year that two figures stand for: 89 is 1989, 27 is 2027.</summary>
    public static int FullYear(int figures) => figures + (figures < 50 ? 2000 : 1900);

    /// <summary>Reads figures and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> figures, out int value) => int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    // 18/10 and 22/4 are dates, 1/4 may be a share; 4.22 and 10-02 only after « le », for most such figures are amounts and ranges.
    private static bool WithoutYear(TokenList tokens, int at, ReadOnlySpan<int> numbers, ReadOnlySpan<int> lengths, char separator, ref DateParts parts)
    {
        var afterArticle = at > 0 && WordSets.French.Has("numeric-lead", tokens[at - 1].Folded);
        if (lengths[0] > 2 || lengths[1] > 2 || separator == ',' || (!afterArticle && (separator != '/' || (lengths[1] < 2 && numbers[0] <= 12))))
        {
            return false;
        }

        return Set(0, numbers[1], numbers[0], ref parts) || (afterArticle && Set(0, numbers[0], numbers[1], ref parts));
    }

    private static bool Set(int year, int month, int day, ref DateParts parts)
    {
        if (month == 0 || day == 0 || !PartialDate.IsValid(year, month, day))
        {
            return false;
        }

        (parts.Year, parts.Month, parts.Day) = (year, month, day);
        return true;
    }
}
