namespace Cellule.Jupyter.Kernel;

/// <summary>The protocol counts cursors in Unicode code points, .NET in UTF-16 units: an emoji is one there and two here.</summary>
internal static class CodePoints
{
    /// <summary>The UTF-16 offset of the <paramref name="codePoints"/>th code point; null or too many: the end.</summary>
    public static int ToUtf16(string text, int? codePoints)
    {
        if (codePoints is not { } wanted)
        {
            return text.Length;
        }

        var offset = 0;
        for (; wanted > 0 && offset < text.Length; wanted--)
        {
            offset += char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]) ? 2 : 1;
        }

        return offset;
    }

    /// <summary>How many code points stand before the UTF-16 <paramref name="offset"/>.</summary>
    public static int FromUtf16(string text, int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var pairs = 0;
        for (var i = 1; i < offset; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                pairs++;
            }
        }

        return offset - pairs;
    }
}
