namespace Entente.Texts.Layout;

/// <summary>A line that is not blank, without the white space around it. <paramref name="AfterGap"/>: a blank line, or the start of the seed, stands before it.</summary>
internal readonly record struct Line(int Start, int End, bool AfterGap)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> Of(string raw) => raw.AsSpan(Start, End - Start);

    /// <summary>The lines of <paramref name="raw"/> from <paramref name="from"/> on.</summary>
    public static List<Line> Read(string raw, int from)
    {
        var lines = new List<Line>();
        var afterGap = true;
        while (from < raw.Length)
        {
            var length = raw.AsSpan(from).IndexOfAny("\n\r\u2028\u2029");
            var end = length < 0 ? raw.Length : from + length;
            var next = end + (end + 1 < raw.Length && raw[end] == '\r' && raw[end + 1] == '\n' ? 2 : 1);
            var (first, last) = Trim(raw, from, end);
            if (first < last)
            {
                lines.Add(new Line(first, last, afterGap));
                afterGap = false;
            }
            else
            {
                afterGap = true;
            }

            from = next;
        }

        return lines;
    }

    /// <summary>Leaves out blanks at both ends.</summary>
    public static (int Start, int End) Trim(string raw, int start, int end)
    {
        while (start < end && Tokenizer.IsBlank(raw[start]))
        {
            start++;
        }

        while (end > start && Tokenizer.IsBlank(raw[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>Holds a letter or figure.</summary>
    public bool HasLetters(string raw)
    {
        foreach (var c in Of(raw))
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends as a sentence does: with a full stop or its like, closing marks and brackets aside.</summary>
    public bool EndsSentence(string raw)
    {
        var text = Of(raw).TrimEnd("»”\")] \u00a0");
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' or ':' or ';';
    }
}
