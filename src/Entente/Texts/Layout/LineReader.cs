namespace Entente.Texts.Layout;

/// <summary>Reads one line of the article: body, or a caption and credit, also fused with the lead in one line.</summary>
internal sealed class LineReader(SectionCues cues, CreditFinder credits, DatelineReader datelines)
{
    /// <summary>What is shorter is no paragraph of its own beside a credit or signature.</summary>
    public const int ShortestLead = 60;

    // A caption is a sentence or two; a longer text before a credit is the body with a caption at its end.
    private const int LongestCaption = 320;

    // One sentence of this length in a cell of its own is no paragraph.
    private const int ShortCaption = 140;

    /// <summary>Whether a line is or holds a caption or credit.</summary>
    public bool IsPicture(string raw, Line line) =>
        cues.IsCreditLine(line.Of(raw)) || (line.Length <= LongestCaption && cues.PlacesSomebody(line.Of(raw))) || IsPictureCell(raw, line.Start, line.End) || credits.Find(raw, line.Start, line.End) is not null
        || (credits.FindPicture(raw, line.Start, line.End) is { } picture && picture.Start == line.Start);

    /// <summary>A bar closes the cell of a picture, and what it holds is no sentence, or a short one: <c>Le ministre et son hôte, à Hanoï |</c>.</summary>
    public static bool IsPictureCell(string raw, int start, int end)
    {
        var (first, last) = Line.Trim(raw, start, end - 1);
        return raw[end - 1] == '|' && first < last && last - first <= LongestCaption
            && (last - first <= ShortCaption && LastSentence(raw, first, last) == 0 || !new Line(first, last, true).EndsSentence(raw));
    }

    /// <summary>A line from behind its dateline on: the lead may stand twice, once with it.</summary>
    public Line WithoutDateline(string raw, Line line) =>
        datelines.Read(raw, line.Start, line.End) is { } dateline ? line with { Start = dateline.Span.End } : line;

    /// <summary>Marks the sections of a line up to <paramref name="end"/>.</summary>
    public void Read(SectionMarks seed, IReadOnlyList<Line> lines, int index, int end)
    {
        var raw = seed.Raw;
        var start = lines[index].Start;
        if (start >= end)
        {
            return;
        }

        if (cues.IsCreditLine(raw.AsSpan(start, end - start)) && credits.Find(raw, start, end) is null)
        {
            seed.Mark(start, SectionKind.Credit);
            return;
        }

        // ảnh 1Légende, or the headline once more with - ảnh 1Légende.
        if (credits.FindPicture(raw, start, end) is { } picture
            && (picture.Start == start || (seed.Title is { } title && raw.AsSpan(start, end - start).StartsWith(raw.AsSpan(title.Start, title.Length)))))
        {
            seed.Mark(start, SectionKind.Caption);
            start = EndOfCaption(seed, picture.End, end);
        }

        while (start < end && credits.Find(raw, start, end) is { } credit)
        {
            MarkBeforeCredit(seed, lines, index, start, credit.Start);
            seed.MarkCredit(credit);
            (start, _) = Line.Trim(raw, credit.End, end);
            if (end - start < ShortestLead && credits.Find(raw, start, end) is null && datelines.Read(raw, start, end) is null)
            {
                return;
            }
        }

        if (start < end && IsPictureCell(raw, start, end))
        {
            seed.Mark(start == lines[index].Start ? StartOfWrapped(raw, lines, index) : start, SectionKind.Caption);
        }
        else if (start < end)
        {
            MarkText(seed, start, end);
        }
    }

    // The first line of a paragraph that goes on in small letters.
    private static int StartOfWrapped(string raw, IReadOnlyList<Line> lines, int index)
    {
        while (index > 0 && !lines[index].AfterGap && char.IsLower(raw[lines[index].Start]))
        {
            index--;
        }

        return lines[index].Start;
    }

    // A caption without a credit ends where a dateline begins the lead, or with the line.
    private int EndOfCaption(SectionMarks seed, int from, int end)
    {
        if (credits.Find(seed.Raw, from, end) is { } credit)
        {
            seed.MarkCredit(credit);
            var (rest, _) = Line.Trim(seed.Raw, credit.End, end);
            return end - rest < ShortestLead && credits.Find(seed.Raw, rest, end) is null ? end : rest;
        }

        return seed.Dateline is null && datelines.FindWithin(seed.Raw, from, end) is { } dateline ? dateline.Span.Start : end;
    }

    private void MarkBeforeCredit(SectionMarks seed, IReadOnlyList<Line> lines, int index, int start, int credit)
    {
        var raw = seed.Raw;
        var (first, last) = Line.Trim(raw, start, credit);
        if (first >= last)
        {
            // The line above, close to the credit, is its caption; a sentence only between the paragraphs of a text that blank lines part.
            if (index > 0 && !lines[index].AfterGap && lines[index - 1] is var above && seed.Title?.Start != above.Start && above.AfterGap && above.Length <= LongestCaption
                && (!above.EndsSentence(raw) || (seed.HasBodyBefore(above.Start) && index + 1 < lines.Count && lines[index + 1].AfterGap)))
            {
                seed.Mark(above.Start, SectionKind.Caption);
            }

            return;
        }

        if (last - first > LongestCaption && LastSentence(raw, first, last) is > 0 and var caption)
        {
            MarkText(seed, first, caption);
            first = caption;
        }

        seed.Mark(first, SectionKind.Caption);
    }

    private void MarkText(SectionMarks seed, int start, int end)
    {
        var raw = seed.Raw;
        if (end - start <= LongestCaption && cues.PlacesSomebody(raw.AsSpan(start, end - start)))
        {
            seed.Mark(start, SectionKind.Caption);
        }
        else if (seed.Dateline is null && datelines.Read(raw, start, end) is { } dateline)
        {
            seed.MarkDateline(dateline);
        }
        else if (seed.Dateline is null && !seed.HasBody && datelines.FindWithin(raw, start, Math.Min(end, start + LongestCaption)) is { } within)
        {
            seed.Mark(start, SectionKind.Caption);
            seed.MarkDateline(within);
        }
        else
        {
            seed.Mark(start, SectionKind.Body);
        }
    }

    // Where the last sentence begins; 0 when there is one only.
    private static int LastSentence(string raw, int start, int end)
    {
        for (var at = end - 2; at > start; at--)
        {
            if (raw[at] is '.' or '!' or '?' or '…' && char.IsWhiteSpace(raw[at + 1]) && end - at > ShortestLead / 2)
            {
                var (next, _) = Line.Trim(raw, at + 1, end);
                if (char.IsUpper(raw[next]) && char.IsLower(raw[at - 1]))
                {
                    return next;
                }
            }
        }

        return 0;
    }
}
