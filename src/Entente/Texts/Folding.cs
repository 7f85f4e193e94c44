using System.Globalization;
using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>
/// Folds text for comparison: lower case, no diacritics (composed or decomposed), one kind of apostrophe, hyphen and
/// quotation mark, ligatures spelled out, invisible characters dropped.
/// </summary>
internal static class Folding
{
    // Texts up to this length are folded without a buffer of their own.
    private const int Short = 64;

    private static readonly Dictionary<char, string> Letters = Load();

    private static readonly Dictionary<(char Letter, char Mark), char> Compositions = LoadCompositions();

    // What one letter becomes at most.
    private static readonly int Longest = Letters.Values.Max(letters => letters.Length);

    /// <summary>The same string where it is folded already; an empty one for none.</summary>
    public static string Fold(string? text) => IsFolded(text) ? text ?? "" : Folded(text);

    public static string Fold(ReadOnlySpan<char> text) => IsFolded(text) ? text.ToString() : Folded(text);

    private static bool IsFolded(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('\0', '\x7f') && !text.ContainsAnyInRange('A', 'Z');

    private static string Folded(ReadOnlySpan<char> text)
    {
        var folded = text.Length <= Short ? stackalloc char[Short * Longest] : new char[text.Length * Longest];
        var length = 0;
        foreach (var c in text)
        {
            if (c >= 0x80 && Letters.TryGetValue(c, out var letters))
            {
                letters.CopyTo(folded[length..]);
                length += letters.Length;
            }
            else if (c < 0x80 || !IsMarkOrFormat(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(folded[..length]);
    }

    /// <summary>Length of the start of <paramref name="text"/> that folds to <paramref name="folded"/>; -1 if it folds to something else.</summary>
    public static int LengthOfStart(ReadOnlySpan<char> text, string folded)
    {
        var at = 0;
        for (var next = 0; next < folded.Length; at++)
        {
            if (at == text.Length)
            {
                return -1;
            }

            var c = text[at];
            if (c < 0x80)
            {
                if (char.ToLowerInvariant(c) != folded[next++])
                {
                    return -1;
                }
            }
            else if (Letters.TryGetValue(c, out var letters))
            {
                if (!folded.AsSpan(next).StartsWith(letters))
                {
                    return -1;
                }

                next += letters.Length;
            }
            else if (!IsMarkOrFormat(c) && char.ToLowerInvariant(c) != folded[next++])
            {
                return -1;
            }
        }

        while (at < text.Length && IsMarkOrFormat(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>A combining mark, or an invisible character such as a soft hyphen: part of the word that it stands in.</summary>
    public static bool IsMarkOrFormat(char c) =>
        c >= 0x80 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>A word with its accents as part of their letters and without invisible characters; null if it is written so.</summary>
    public static string? Composed(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange('\0', '\x7f'))
        {
            return null;
        }

        var letters = text.Length <= Short ? stackalloc char[Short] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!IsMarkOrFormat(c))
            {
                letters[length++] = c;
            }
            else if (length > 0 && Compositions.TryGetValue((letters[length - 1], c), out var letter))
            {
                letters[length - 1] = letter;
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                letters[length++] = c;
            }
        }

        return length == 0 || length == text.Length ? null : new string(letters[..length]);
    }

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '′' or '`' or '´';

    /// <summary>Whether two words are the same but for the kind of their apostrophes (and, if asked, case).</summary>
    public static bool SameApostrophes(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool ignoreCase)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var i = 0; i < a.Length; i++)
        {
            var same = a[i] == b[i]
                || (ignoreCase && char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[i]))
                || (IsApostrophe(a[i]) && IsApostrophe(b[i]));
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<char, string> Load()
    {
        var letters = new Dictionary<char, string>();
        foreach (var row in LexiconFile.Load("folding.tsv").Rows)
        {
            foreach (var letter in row.Required("letters"))
            {
                if (!letters.TryAdd(letter, row.Required("folded")))
                {
                    throw row.Error($"'{letter}' is folded twice");
                }
            }
        }

        return letters;
    }

    private static Dictionary<(char Letter, char Mark), char> LoadCompositions()
    {
        var compositions = new Dictionary<(char, char), char>();
        foreach (var row in LexiconFile.Load("composition.tsv").Rows)
        {
            if (!int.TryParse(row.Required("mark"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var mark))
            {
                throw row.Error($"'{row["mark"]}' is no code point");
            }

            foreach (var pair in row.List("letters", ' '))
            {
                if (pair.Length != 2 || !compositions.TryAdd((pair[0], (char)mark), pair[1]))
                {
                    throw row.Error($"'{pair}' is no pair of a base and a letter, or stands twice");
                }
            }
        }

        return compositions;
    }
}
