using System.Buffers;

namespace Entente.Texts.Layout;

/// <summary>Tells whether the first line is a headline: it is no sentence, no caption, no dateline begins it and no signature ends it.</summary>
internal sealed class HeadlineReader(SectionCues cues, CreditFinder credits, DatelineReader datelines, SignatureFinder signatures)
{
    private const int LongestHeadline = 250;
    private const int LongestWithStop = 160;
    private const int ShortestFused = 20;
    private const int LongestKicker = 20;
    private const int ShortestAfterKicker = 40;

    private static readonly SearchValues<char> NotInKicker = SearchValues.Create(".:;!?(|");

    /// <summary>Marks the headline at <paramref name="first"/> and what is fused with it (a credit, a caption); the first line after it, <paramref name="first"/> itself where there is none.</summary>
    public int Read(SectionMarks seed, IReadOnlyList<Line> lines, int first, bool hasHeader)
    {
        if (IsKicker(seed.Raw, lines, first))
        {
            // It stands with the headline, and is no part of it.
            seed.Mark(lines[first].Start, SectionKind.Title);
            return first + 1 + (ReadAt(seed, lines, first + 1, hasHeader) ? 1 : 0);
        }

        return first + (ReadAt(seed, lines, first, hasHeader) ? 1 : 0);
    }

    private bool ReadAt(SectionMarks seed, IReadOnlyList<Line> lines, int first, bool hasHeader)
    {
        var raw = seed.Raw;
        var line = lines[first];
        if (cues.IsLink(line.Of(raw)) || cues.IsMore(line.Of(raw)) || datelines.Read(raw, line.Start, line.End) is not null)
        {
            return false;
        }

        // Titre hinh anh 1Légende. Photo : VNA
        if (credits.FindPicture(raw, line.Start, line.End) is { } picture && picture.Start > line.Start)
        {
            var end = EndBeforeMark(raw, line.Start, picture.Start);
            if (!IsHeadline(raw, new Line(line.Start, end, true)))
            {
                return false;
            }

            seed.MarkTitle(line.Start, end);
            seed.Mark(end, SectionKind.Caption);
            if (credits.Find(raw, picture.End, line.End) is { } pictureCredit)
            {
                seed.MarkCredit(pictureCredit);
                MarkLead(seed, pictureCredit.End, line.End);
            }

            return true;
        }

        if (credits.Find(raw, line.Start, line.End) is { } credit)
        {
            var title = new Line(line.Start, credit.Start, true);
            if (credit.Start == line.Start || credit.End < line.End || !IsHeadline(raw, title) || cues.PlacesSomebody(title.Of(raw)))
            {
                return false;
            }

            seed.MarkTitle(title.Start, title.End);
            seed.MarkCredit(credit);
            return true;
        }

        // A line that goes on in small letters is wrapped text.
        var isWrapped = lines.Count > first + 1 && !lines[first + 1].AfterGap && char.IsLower(raw[lines[first + 1].Start]);
        if (LineReader.IsPictureCell(raw, line.Start, line.End) || signatures.Find(raw, line) is not null)
        {
            return false;
        }

        if (EndOfFused(raw, line) is > 0 and var cut)
        {
            seed.MarkTitle(line.Start, cut);
            MarkLead(seed, cut, line.End);
            return true;
        }

        var fits = IsHeadline(raw, line)
            ? (lines.Count > first + 1 || hasHeader) && !isWrapped
            : line.Length <= LongestWithStop && lines.Count > first + 1
                && (raw[line.End - 1] is '?' or '!' or '…' || datelines.Read(raw, lines[first + 1].Start, lines[first + 1].End) is not null);
        if (!fits || cues.PlacesSomebody(line.Of(raw)))
        {
            return false;
        }

        seed.MarkTitle(line.Start, line.End);
        return true;
    }

    // Titre hinh anh 1Légende. Photo: VNAHanoi (VNA) - Le ministre…: the lead may be fused with it all.
    private void MarkLead(SectionMarks seed, int from, int end)
    {
        var (start, _) = Line.Trim(seed.Raw, from, end);
        if (end - start < LineReader.ShortestLead)
        {
            return;
        }

        if (datelines.Read(seed.Raw, start, end) is { } dateline)
        {
            seed.MarkDateline(dateline);
        }
        else
        {
            seed.Mark(start, SectionKind.Body);
        }
    }

    // Le ministre reçoit son homologue Le ministre de la Défense a reçu…: the lead stands behind the headline without a stop, or without a space.
    private int EndOfFused(string raw, Line line)
    {
        var text = line.Of(raw);
        if (text.Length < ShortestFused + LineReader.ShortestLead || !line.EndsSentence(raw))
        {
            return 0;
        }

        for (var at = 1; at < Math.Min(text.Length - LineReader.ShortestLead, LongestWithStop); at++)
        {
            var before = text[at - 1];
            if (before is '.' or '!' or '?' or '…' or ',' or ';' or '«' or '"' or '“' or '(')
            {
                return 0;
            }

            if (at >= ShortestFused && char.IsUpper(text[at]) && (before is ' ' or '\u00a0' || char.IsLower(before)))
            {
                var word = text[..at].TrimEnd(" \u00a0");
                var wordStart = word.LastIndexOfAny(" \u00a0'’") + 1;
                if (wordStart == word.Length || !char.IsLetterOrDigit(word[^1]))
                {
                    continue;
                }

                // No headline ends with a small word: « la projection de Le grand fleuve ».
                var isShort = word.Length - wordStart <= 3 && char.IsLower(word[wordStart]);
                if (!isShort && cues.LengthOfOpening(text[at..], afterName: char.IsUpper(word[wordStart])) > 0)
                {
                    return line.Start + at;
                }
            }
        }

        return 0;
    }

    // « Laos », « logo »: a word or two above a headline that is longer, itself no caption of a picture.
    private bool IsKicker(string raw, IReadOnlyList<Line> lines, int first) =>
        first + 2 < lines.Count && lines[first].Length <= LongestKicker && !lines[first].Of(raw).ContainsAny(NotInKicker) && lines[first].Of(raw).Count(' ') <= 2
        && lines[first + 1] is var title && title.Length >= ShortestAfterKicker && IsHeadline(raw, title) && !cues.PlacesSomebody(title.Of(raw))
        && credits.Find(raw, title.Start, title.End) is null && datelines.Read(raw, title.Start, title.End) is null
        && (lines[first + 2].AfterGap || credits.Find(raw, lines[first + 2].Start, lines[first + 2].End) is null);

    // « Le 20 juin, la délégation a visité … » is a sentence, with or without its full stop.
    private static bool IsHeadline(string raw, Line line) =>
        line.Length is > 0 and <= LongestHeadline && !line.EndsSentence(raw) && !BeginsWithDay(line.Of(raw));

    // A day is figures by themselves: « Le 10e dialogue » is none.
    private static bool BeginsWithDay(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("Le ", StringComparison.Ordinal))
        {
            return false;
        }

        var figures = line[3..].IndexOfAnyExceptInRange('0', '9');
        return figures is 1 or 2 && (line[3 + figures] == ' ' || line[(3 + figures)..].StartsWith("er ", StringComparison.Ordinal));
    }

    private static int EndBeforeMark(string raw, int start, int end)
    {
        while (end > start && (Tokenizer.IsBlank(raw[end - 1]) || raw[end - 1] is '-' or '–' or '|'))
        {
            end--;
        }

        return end;
    }
}
