namespace Cellule.Emit.Support;

/// <summary>Spans of characters against the strings of patterns.</summary>
internal static class SpanText
{
    public static bool Equal(ReadOnlySpan<char> span, ReadOnlySpan<char> text) => span.SequenceEqual(text);

    public static bool Equal(Span<char> span, ReadOnlySpan<char> text) => span.SequenceEqual(text);
}
