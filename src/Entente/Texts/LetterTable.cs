namespace Entente.Texts;

/// <summary>What a character is to the tokenizer. Looked up for every character of a text: a table for all letters of European and Vietnamese names.</summary>
internal static class LetterTable
{
    private const byte Blank = 1;
    private const byte Letter = 2;
    private const byte Inner = 4;

    private static readonly byte[] Classes = [.. Enumerable.Range(0, 0x1F00).Select(c => Of((char)c))];

    /// <summary>White space, control characters, and invisible characters outside a word.</summary>
    public static bool IsBlank(char c) => Is(c, Blank);

    /// <summary>Begins a word.</summary>
    public static bool IsLetter(char c) => Is(c, Letter);

    /// <summary>Goes on within a word: a letter or digit, a combining mark, an invisible character.</summary>
    public static bool IsInWord(char c) => Is(c, Inner);

    private static bool Is(char c, byte kind) => ((c < Classes.Length ? Classes[c] : Of(c)) & kind) != 0;

    private static byte Of(char c)
    {
        var isMark = Folding.IsMarkOrFormat(c);
        var kind = c <= ' ' || (c >= 0x7f && (char.IsWhiteSpace(c) || char.IsControl(c) || isMark)) ? Blank : 0;
        kind |= char.IsLetter(c) ? Letter : 0;
        kind |= char.IsLetterOrDigit(c) || isMark ? Inner : 0;
        return (byte)kind;
    }
}
