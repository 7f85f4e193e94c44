using System.Buffers;

namespace Entente.Texts.Layout;

/// <summary>Reads datelines: <c>Hanoï (VNA) –</c>, <c>Hanoï, 15 avril (VNA) -</c>, <c>(VOVWORLD) -</c>, <c>Hanoï, le 3 mai 2012 -VNA-</c>, <c>Hanoï, 3 mai (AVI).-</c>.</summary>
internal sealed class DatelineReader(AgencyNames agencies)
{
    private const int LongestDateline = 90;

    private static readonly SearchValues<char> NotInPlace = SearchValues.Create(".;:!?»\"");

    /// <summary>The dateline at <paramref name="start"/>; null if there is none.</summary>
    public Dateline? Read(string raw, int start, int end)
    {
        var text = raw.AsSpan(start, Math.Min(end - start, LongestDateline));
        var open = text.IndexOf('(');
        if ((WithoutBrackets(raw, start, end) ?? WithoutAgency(raw, start, end)) is { } bare)
        {
            return bare;
        }

        // "Hanoi. 14 juillet (VNA)": a full stop for the comma.
        var stop = open < 0 || text[..open].Contains(',') ? -1 : StopBeforeDay(text[..open]);
        if (open < 0 || stop < 0 && text[..open].ContainsAny(NotInPlace) || (open > 0 && !char.IsUpper(text[0])))
        {
            return null;
        }

        var inside = open + 1;
        var length = agencies.ChainLength(text[inside..], out var news);
        if (length == 0)
        {
            length = Acronym(text[inside..]);
            news = false;
        }

        var close = text[inside..].IndexOf(')');
        if (length == 0 || close < length || close > length + 24)
        {
            return null;
        }

        var dash = inside + close + 1;
        if (dash + 1 < text.Length && text[dash] == '.' && text[(dash + 1)..].TrimStart() is ['-' or '–' or '—', ..])
        {
            dash++;
        }

        while (dash < text.Length && Tokenizer.IsBlank(text[dash]))
        {
            dash++;
        }

        if (dash >= text.Length || text[dash] is not ('-' or '–' or '—' or ':'))
        {
            return null;
        }

        var after = start + dash + 1;
        while (after < end && Tokenizer.IsBlank(raw[after]))
        {
            after++;
        }

        var comma = stop >= 0 ? stop : text[..open].IndexOf(',');
        var place = comma < 0 ? open : comma;
        var date = comma < 0 ? (inside + length, inside + close) : (comma + 1, open);
        return new Dateline(
            new TextSpan(start, after),
            Trimmed(raw, start, start + place),
            Trimmed(raw, start + date.Item1, start + date.Item2),
            news ? new TextSpan(start + inside, start + inside + length) : default);
    }

    /// <summary>The first dateline that begins a sentence within a line, after <paramref name="from"/>: a caption fused with the lead.</summary>
    public Dateline? FindWithin(string raw, int from, int end)
    {
        for (var open = Next(raw, from, end); open >= 0; open = Next(raw, open + 1, end))
        {
            var start = open;
            while (start > from && raw[start - 1] is not ('.' or '!' or '?' or '»' or '|' or '…') && open - start < LongestDateline)
            {
                start--;
            }

            (start, _) = Line.Trim(raw, start, open + 1);
            if (start > from && Read(raw, start, end) is { } dateline)
            {
                return dateline;
            }
        }

        return null;

        static int Next(string raw, int at, int end) => raw.AsSpan(0, end)[Math.Min(at, end)..].IndexOf('(') is >= 0 and var i ? at + i : -1;
    }

    /// <summary>Where a full stop parts the place of a dateline from nothing but a day and its month; -1 for no such one.</summary>
    private static int StopBeforeDay(ReadOnlySpan<char> lead)
    {
        const int ShortestPlace = 3;
        const int ShortestMonth = 3;
        var stop = lead.IndexOf('.');
        if (stop < ShortestPlace || lead[..stop].ContainsAny(NotInPlace))
        {
            return -1;
        }

        var day = lead[(stop + 1)..].Trim();
        var figures = day.IndexOfAnyExceptInRange('0', '9');
        if (figures is not (1 or 2))
        {
            return -1;
        }

        var month = day[figures..];
        month = (month.StartsWith("er ") ? month[2..] : month).Trim();
        foreach (var letter in month)
        {
            if (!char.IsLetter(letter))
            {
                return -1;
            }
        }

        return month.Length >= ShortestMonth ? stop : -1;
    }

    // VOVWORLD - Le ministre…; NDEL – Le ministre…
    private Dateline? WithoutBrackets(string raw, int start, int end)
    {
        var length = start < end && char.IsUpper(raw[start]) ? agencies.ChainLength(raw.AsSpan(start, end - start), out var news) is var chain && news ? chain : 0 : 0;
        if (length == 0)
        {
            return null;
        }

        var (dash, _) = Line.Trim(raw, start + length, end);
        if (dash >= end || raw[dash] is not ('-' or '–' or '—'))
        {
            return null;
        }

        var (after, _) = Line.Trim(raw, dash + 1, end);
        return after < end ? new Dateline(new TextSpan(start, after), default, default, new TextSpan(start, start + length)) : null;
    }

    // La Havane, 5 juin 2017 - Raul Castro a reçu…
    private static Dateline? WithoutAgency(string raw, int start, int end)
    {
        var text = raw.AsSpan(start, Math.Min(end - start, LongestDateline));
        var comma = text.IndexOf(',');
        if (comma < 3 || !char.IsUpper(text[0]) || text[..comma].ContainsAny(NotInPlace) || text[..comma].ContainsAny('(', ')', '\n'))
        {
            return null;
        }

        // Day, name of a month, and perhaps a year; "5 juin" and nothing else stands between comma and dash.
        var (from, _) = Line.Trim(raw, start + comma + 1, end);
        var at = from;
        if (raw.AsSpan(at, end - at).StartsWith("le "))
        {
            at += 3;
        }

        var figures = at;
        at = Skip(raw, at, end, char.IsAsciiDigit);
        var hasDay = at - figures is 1 or 2;
        at = raw.AsSpan(at, end - at).StartsWith("er ") ? at + 2 : at;
        var month = Skip(raw, at, end, char.IsWhiteSpace);
        at = Skip(raw, month, end, char.IsLetter);
        if (!hasDay || at - month < 3)
        {
            return null;
        }

        var year = Skip(raw, at, end, char.IsWhiteSpace);
        var until = Skip(raw, year, end, char.IsAsciiDigit);
        until = until - year == 4 ? until : at;
        var (dash, _) = Line.Trim(raw, until, end);
        if (dash >= end || dash == until || raw[dash] is not ('-' or '–' or '—'))
        {
            return null;
        }

        var (after, _) = Line.Trim(raw, dash + 1, end);
        return after < end ? new Dateline(new TextSpan(start, after), Trimmed(raw, start, start + comma), new TextSpan(from, until), default) : null;
    }

    private static int Skip(string raw, int at, int end, Func<char, bool> isOne)
    {
        while (at < end && isOne(raw[at]))
        {
            at++;
        }

        return at;
    }

    private static TextSpan Trimmed(string raw, int start, int end)
    {
        (start, end) = Line.Trim(raw, start, end);
        while (start < end && raw[start] is ',' or '-' or '–')
        {
            (start, end) = Line.Trim(raw, start + 1, end);
        }

        return start < end ? new TextSpan(start, end) : default;
    }

    // An agency that no list has: capitals and digits, two at least.
    private static int Acronym(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end]) || text[end] is '/' or '+'))
        {
            end++;
        }

        return end >= 2 && char.IsAsciiLetterUpper(text[0]) ? end : 0;
    }
}
