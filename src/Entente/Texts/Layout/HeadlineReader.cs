namespace Entente.Texts.Layout;

/// <summary>Tells whether the first line is a headline: it is no sentence, no caption, no dateline begins it and no signature ends it.</summary>
internal sealed class HeadlineReader(SectionCues cues, CreditFinder credits, DatelineReader datelines, SignatureFinder signatures)
{
    private const int LongestHeadline = 250;
    private const int LongestWithStop = 160;

    /// <summary>Marks the headline and what is fused with it (a credit, a caption); false when the first line has none.</summary>
    public bool Read(SectionMarks seed, IReadOnlyList<Line> lines, bool hasHeader)
    {
        var raw = seed.Raw;
        var line = lines[0];
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
        var isWrapped = lines.Count > 1 && !lines[1].AfterGap && char.IsLower(raw[lines[1].Start]);
        if (LineReader.IsPictureCell(raw, line.Start, line.End) || signatures.Find(raw, line) is not null)
        {
            return false;
        }

        var fits = IsHeadline(raw, line)
            ? (lines.Count > 1 || hasHeader) && !isWrapped
            : line.Length <= LongestWithStop && lines.Count > 1
                && (raw[line.End - 1] is '?' or '!' or '…' || datelines.Read(raw, lines[1].Start, lines[1].End) is not null);
        if (!fits || cues.PlacesSomebody(line.Of(raw)))
        {
            return false;
        }

        seed.MarkTitle(line.Start, line.End);
        return true;
    }

    private static bool IsHeadline(string raw, Line line) => line.Length is > 0 and <= LongestHeadline && !line.EndsSentence(raw);

    private static int EndBeforeMark(string raw, int start, int end)
    {
        while (end > start && (Tokenizer.IsBlank(raw[end - 1]) || raw[end - 1] is '-' or '–' or '|'))
        {
            end--;
        }

        return end;
    }
}
