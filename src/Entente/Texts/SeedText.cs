namespace Entente.Texts;

/// <summary>A seed as decoded; all offsets count its UTF-16 units. What hindered decoding is in the warnings.</summary>
/// <param name="Text">The text; empty when nothing could be read.</param>
/// <param name="Encoding"><c>utf-8</c>, <c>utf-16</c>, <c>utf-16be</c> or <c>windows-1252</c>; empty when nothing could be read.</param>
/// <param name="Warnings">Why text is missing or doubtful.</param>
internal sealed record SeedText(string Text, string Encoding, IReadOnlyList<ReadingWarning> Warnings)
{
    /// <summary>Why nothing could be read; null when something was.</summary>
    public string? Unread => Encoding.Length == 0 ? Warnings[0].Message : null;

    public static SeedText OfNothing(string code, string message) => new("", "", [new ReadingWarning(code, message)]);
}
