using System.Buffers;

namespace Entente.Texts.Layout;

/// <summary>Finds photo credits and picture numbers (<c>hinh anh 1</c>) within a line.</summary>
internal sealed class CreditFinder(SectionCues cues, AgencyNames agencies)
{
    // A photographer's name with his agency is shorter than this; a longer rest of a line holds more than the credit.
    private const int LongestName = 60;

    // On its own: a search for one word goes over many letters at a time, one for a word or the sign would not.
    private static readonly SearchValues<string> s_photo = SearchValues.Create(["hoto"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The first credit from <paramref name="from"/> on, before <paramref name="end"/>; null if there is none.</summary>
    public Credit? Find(string raw, int from, int end) =>
        FindWithColon(raw, from, end) is { } colon
            ? colon.Start > from && FindWithoutColon(raw, from, colon.Start) is { } earlier ? earlier : colon
            : FindWithoutColon(raw, from, end) ?? FindAtEnd(raw, from, end);

    // … en 2022. Photo d'archives; … son hôte (Photo d'illustration): what a picture is, in the end.
    private Credit? FindAtEnd(string raw, int from, int end)
    {
        var text = raw.AsSpan(from, end - from);
        var last = text.LastIndexOfAny('P', 'I');
        if (last <= 0 || text.Length - last > LongestName || !cues.IsWholeCreditLine(text[last..].TrimEnd(")]. \u00a0")))
        {
            return null;
        }

        var before = text[..last].TrimEnd(" \u00a0");
        if (before.IsEmpty || char.IsLetterOrDigit(before[^1]))
        {
            return null;
        }

        var start = before[^1] is '(' or '[' or '-' or '–' or '|' ? before.Length - 1 : last;
        return new Credit(from + start, end, default);
    }

    // Photo VNA, Photo/VNA/CVN, Photo . VNA, Photo diffusée par l'AVI: a cue with a chain of agencies right behind it.
    private Credit? FindWithoutColon(string raw, int from, int end)
    {
        var (word, sign) = (from - 1, from - 1);
        for (var at = from; at < end;)
        {
            word = word < at ? Next(raw.AsSpan(at, end - at).IndexOfAny(s_photo), at, end) : word;
            sign = sign < at ? Next(raw.AsSpan(at, end - at).IndexOf('©'), at, end) : sign;
            if (word == end && sign == end)
            {
                return null;
            }

            at = sign < word ? sign + 1 : word + 4;
            at += at < end && raw[at] is 's' or 'S' ? 1 : 0;
            var (value, _) = Line.Trim(raw, at, end);
            if (value < end && raw[value] is '/' or '-' or '–' or '.' or ',' or '|')
            {
                (value, _) = Line.Trim(raw, value + 1, end);
            }

            var giver = value > at && value < end ? cues.LengthOfGiver(raw.AsSpan(value, end - value)) : 0;
            value = giver > 0 ? Line.Trim(raw, value + giver, end).Start : value;
            if (value == at || value >= end || agencies.ChainLength(raw.AsSpan(value, end - value), out _) is var chain && chain == 0)
            {
                continue;
            }

            // "Les photos diffusées par la VNA montrent …": a sentence, and no credit.
            var cue = cues.StartOfCredit(raw.AsSpan(from, end - from), at - from);
            if (cue >= 0 && !(giver > 0 && (char.IsLower(raw[from + cue]) || !raw.AsSpan(value + chain, end - value - chain).TrimEnd(")]. \u00a0").IsEmpty)))
            {
                return Complete(raw, from, from + cue, value, end);
            }
        }

        return null;
    }

    private static int Next(int skipped, int at, int end) => skipped < 0 ? end : at + skipped;

    private Credit? FindWithColon(string raw, int from, int end)
    {
        for (var colon = from; ; colon++)
        {
            var skipped = raw.AsSpan(colon, end - colon).IndexOf(':');
            if (skipped < 0)
            {
                return null;
            }

            colon += skipped;
            var cue = cues.StartOfCredit(raw.AsSpan(from, end - from), colon - from);
            if (cue >= 0 && !IsSentence(raw, from + cue, colon + 1, end))
            {
                return Complete(raw, from, from + cue, colon + 1, end);
            }
        }
    }

    /// <summary><c>c'est une image : le 7 août, …</c>: a word like any other, and the sentence goes on behind the colon.</summary>
    private static bool IsSentence(string raw, int cue, int value, int end)
    {
        var (first, _) = Line.Trim(raw, value, end);
        return char.IsLower(raw[cue]) && first < end && char.IsLower(raw[first]);
    }

    /// <summary>The first <c>hinh anh 1</c> from <paramref name="from"/> on, before <paramref name="end"/>; null if there is none.</summary>
    public TextSpan? FindPicture(string raw, int from, int end)
    {
        for (var number = from; ;)
        {
            var skipped = raw.AsSpan(number, end - number).IndexOfAnyInRange('0', '9');
            if (skipped < 0)
            {
                return null;
            }

            number += skipped;
            var after = number;
            while (after < end && char.IsAsciiDigit(raw[after]))
            {
                after++;
            }

            var cue = cues.StartOfPicture(raw.AsSpan(from, end - from), number - from);
            if (cue >= 0)
            {
                return new TextSpan(from + cue, after);
            }

            number = after;
        }
    }

    private Credit Complete(string raw, int lineStart, int cue, int value, int end)
    {
        var start = cue;
        while (start > lineStart && (Tokenizer.IsBlank(raw[start - 1]) || raw[start - 1] is '|' or '-' or '–'))
        {
            start--;
        }

        while (value < end && Tokenizer.IsBlank(raw[value]))
        {
            value++;
        }

        if (start > lineStart && raw[start - 1] is '(' or '[')
        {
            var close = raw.AsSpan(value, end - value).IndexOfAny(')', ']');
            var closed = close < 0 ? end : value + close;
            return new Credit(start - 1, Math.Min(closed + 1, end), NewsAgency(raw, value, closed));
        }

        var valueEnd = EndOfValue(raw, value, end);
        return new Credit(start, valueEnd, NewsAgency(raw, value, valueEnd));
    }

    private int EndOfValue(string raw, int value, int end)
    {
        var rest = raw.AsSpan(value, end - value);
        var bar = rest.IndexOf('|');
        if (bar is >= 0 and <= LongestName)
        {
            return value + bar + 1;
        }

        var (chainStart, chainEnd) = FindChain(rest);
        if (chainEnd > 0)
        {
            var after = value + chainEnd;
            after += after < end && raw[after] == '.' ? 1 : 0;

            // VNA (Hanoï), VNA - archives: what little is left belongs to it.
            return end - after < 25 && !raw.AsSpan(after, end - after).Contains('.') ? end : after;
        }

        if (rest.Length <= LongestName)
        {
            return end;
        }

        var stop = rest[..LongestName].IndexOf(". ");
        return value + (stop >= 0 ? stop + 1 : NamesLength(rest));
    }

    // « Photo : Bao Duc Le ministre a reçu … »: the name goes as far as its capitals, and the last of them before a small letter opens the sentence behind it.
    private static int NamesLength(ReadOnlySpan<char> text)
    {
        int end = 0, start = 0;
        for (var at = 0; at < text.Length && at <= LongestName; at++)
        {
            if (!Tokenizer.IsBlank(text[at]))
            {
                continue;
            }

            if (!char.IsUpper(text[start]))
            {
                return end;
            }

            (end, start) = (start, at + 1);
        }

        return end;
    }

    // A chain of agencies, alone or after a name: VNA/CVN, Trong Duc/VNA/CVN, Duong Giang - VNA.
    private (int Start, int End) FindChain(ReadOnlySpan<char> text)
    {
        var limit = Math.Min(text.Length, LongestName);
        for (var at = 0; at < limit; at++)
        {
            if (at > 0 && (text[at - 1] is '.' || (char.IsLower(text[at]) && text[at - 1] == ' ' && !text[at..limit].Contains('.'))))
            {
                return default;
            }

            if (at == 0 || text[at - 1] is ' ' or '/' or '\u00a0')
            {
                var length = agencies.ChainLength(text[at..], out _);
                if (length > 0)
                {
                    return (at, at + length);
                }
            }
        }

        return default;
    }

    private TextSpan NewsAgency(string raw, int value, int end)
    {
        var text = raw.AsSpan(value, end - value);
        var (start, chainEnd) = FindChain(text);
        _ = agencies.ChainLength(text[start..chainEnd], out var news);
        return news ? new TextSpan(value + start, value + chainEnd) : default;
    }
}
