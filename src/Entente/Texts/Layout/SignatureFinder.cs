namespace Entente.Texts.Layout;

/// <summary>Finds the signature that ends an article: <c>-VNA</c>, <c>– VNA</c>, <c>.-AVI</c>, <c>VNA/CVN</c>, <c>NDEL – VNA</c>, <c>Hoang Hoa/CVN</c>, <c>./.</c></summary>
internal sealed class SignatureFinder(AgencyNames agencies)
{
    private const int LongestByline = 60;

    /// <summary>The signature that a line is or ends with: where it begins, and the agency in it (empty for <c>./.</c>); null without one.</summary>
    public (int Start, TextSpan Agency)? Find(string raw, Line line)
    {
        var text = line.Of(raw);
        var end = text.TrimEnd("./ \u00a0)]").Length;
        if (end == 0 || text.EndsWith("./."))
        {
            var mark = text.LastIndexOf("./.");
            if (mark < 0)
            {
                return null;
            }

            // « … développement. - VNA./. » signs before its mark.
            return Before(text[..mark].TrimEnd()) is { } signed ? Place(line, signed) : (line.Start + (mark == 0 ? 0 : mark + 1), default);
        }

        // « a accordé une interview à l'Agence vietnamienne d'information (VNA). » ends a sentence, « … développement. (VNA) » signs.
        return Before(text[..end]) is { } found && !IsShortName(text, found, end) ? Place(line, found) : null;
    }

    /// <summary>In brackets behind the words of a sentence that ends after them.</summary>
    private static bool IsShortName(ReadOnlySpan<char> text, (int Start, int AgencyStart, int End) found, int end) =>
        found is { Start: > 0, AgencyStart: > 0 } && text[found.AgencyStart - 1] == '(' && char.IsLetter(text[found.Start - 1]) && text[end..].TrimStart("\u00a0 ").StartsWith(").");

    private static (int Start, TextSpan Agency) Place(Line line, (int Start, int AgencyStart, int End) found) =>
        (line.Start + found.Start, new TextSpan(line.Start + found.AgencyStart, line.Start + found.End));

    // The text ends with a chain of agencies that is the whole line, or has a dash, a slash after a name, or a bracket before it.
    private (int Start, int AgencyStart, int End)? Before(ReadOnlySpan<char> text)
    {
        var chain = LastChain(text);
        if (chain < 0)
        {
            return null;
        }

        var before = text[..chain].TrimEnd(" \u00a0");
        if (before.IsEmpty)
        {
            return (0, chain, text.Length);
        }

        if (before[^1] is '-' or '–' or '—' or '(')
        {
            var rest = before.TrimEnd("-–—( \u00a0");
            if (before[^1] == '(' && agencies.IsSpelledOut(rest))
            {
                return null;
            }

            return IsByline(rest) ? (0, chain, text.Length) : (rest.Length, chain, text.Length);
        }

        if (before[^1] is '.' or '…' or '!' or '?' or '»' or '"' or '”')
        {
            return (before.Length, chain, text.Length);
        }

        return before[^1] == '/' && IsByline(before[..^1]) ? (0, chain, text.Length) : null;
    }

    private int LastChain(ReadOnlySpan<char> text)
    {
        var found = -1;
        for (var at = text.Length - 1; at >= 0 && text.Length - at <= 24; at--)
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && agencies.ChainLength(text[at..], out var news) == text.Length - at && news)
            {
                found = at;
            }
        }

        return found;
    }

    // Hoang Hoa, NDEL: a few capitalised words and nothing else.
    private static bool IsByline(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestByline || text.ContainsAny(".:;!?"))
        {
            return false;
        }

        var wordStart = true;
        foreach (var c in text)
        {
            if (wordStart && char.IsLower(c))
            {
                return false;
            }

            wordStart = c is ' ' or '-' or ',' or '/' or '\u00a0';
        }

        return true;
    }
}
