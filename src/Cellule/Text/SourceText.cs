namespace Cellule.Text;

/// <summary>A cell's source with its line starts. A line ends with CR LF, LF or CR, as in C#.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>Reads the line starts of <paramref name="text"/>.</summary>
    public SourceText(string text, string name = "cell")
    {
        Text = text;
        Name = name;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The whole source.</summary>
    public string Text { get; }

    /// <summary>What error messages call this source.</summary>
    public string Name { get; }

    /// <summary>The number of lines; an empty source has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The length in UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>The UTF-16 unit at <paramref name="index"/>, NUL past the end.</summary>
    public char this[int index] => (uint)index < (uint)Text.Length ? Text[index] : '\0';

    /// <summary>Line and column, both from 1, of an offset; one past the end is the end.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        int found = Array.BinarySearch(_lineStarts, offset);
        int line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The offset at which <paramref name="line"/> (from 1) starts.</summary>
    public int StartOfLine(int line) => _lineStarts[Math.Clamp(line, 1, LineCount) - 1];

    /// <summary>The text of <paramref name="line"/> (from 1) without its line break.</summary>
    public string LineText(int line)
    {
        int start = StartOfLine(line);
        int end = line < LineCount ? _lineStarts[Math.Max(line, 1)] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The text that <paramref name="span"/> covers.</summary>
    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
