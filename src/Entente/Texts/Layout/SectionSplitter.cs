using Entente.Dates;
using Entente.Lexicons;

namespace Entente.Texts.Layout;

/// <summary>
/// Cuts a seed into sections that cover it, line by line: header, headline, then the body with its pictures and links, up to
/// the signature or a marker; all that follows belongs to other articles or to the publisher.
/// </summary>
internal sealed class SectionSplitter
{
    // Lines below the headline among which the name of the paper stands that a page was taken over from.
    private const int PaperLines = 4;

    private readonly SectionCues cues;
    private readonly AgencyNames agencies;
    private readonly SignatureFinder signatures;
    private readonly LineReader lines;
    private readonly HeadlineReader headlines;
    private readonly PublicationLine published;

    public SectionSplitter(LexiconFile cueFile, LexiconFile agencyFile, LexiconFile dateWordFile)
    {
        cues = new SectionCues(cueFile);
        agencies = new AgencyNames(agencyFile);
        var credits = new CreditFinder(cues, agencies);
        var datelines = new DatelineReader(agencies);
        signatures = new SignatureFinder(agencies);
        lines = new LineReader(cues, credits, datelines);
        published = new PublicationLine(cues, agencies, dateWordFile);
        headlines = new HeadlineReader(cues, credits, datelines, signatures);
    }

    public SeedLayout Split(string raw)
    {
        var (date, headerEnd) = SeedHeader.Read(raw);
        var seed = new SectionMarks(raw);
        if (headerEnd > 0)
        {
            seed.Mark(0, SectionKind.Header);
        }

        var all = Line.Read(raw, headerEnd);
        var first = 0;
        var bare = default(PartialDate);
        while (all.Count > first + 1 && (IsFurniture(all[first].Of(raw), ref date) || IsBareDate(all[first].Of(raw), ref bare)))
        {
            seed.Mark(all[first++].Start, SectionKind.Header);
        }

        first = all.Count > first ? headlines.Read(seed, all, first, hasHeader: headerEnd > 0) : first;
        var repeats = RepeatFinder.Find(raw, all.ConvertAll(line => lines.WithoutDateline(raw, line)));
        var end = FindEnd(raw, all, first, repeats);
        var top = first + 1;
        for (var i = first; i < all.Count; i++)
        {
            var isPaper = i <= first + PaperLines && IsPaper(all[i].Of(raw), ref date);
            if (isPaper || i <= top && IsFurniture(all[i].Of(raw), ref date))
            {
                seed.Mark(all[i].Start, SectionKind.Header);
                top = i + 1;
                continue;
            }

            if (i > first && !all[i].HasLetters(raw))
            {
                // A bar or a rule that is left of the page's frame belongs to what it stands under.
                continue;
            }

            if (i > end.Line || (i == end.Line && end.Start == all[i].Start && end.Kind == SectionKind.Teaser))
            {
                seed.Mark(all[i].Start, KindAfterEnd(all[i].Of(raw)));
            }
            else if (repeats.Contains(i) || seed.IsTitleAgain(all[i]))
            {
                seed.Mark(all[i].Start, SectionKind.Repeat);
            }
            else if (cues.IsLink(all[i].Of(raw)))
            {
                seed.Mark(all[i].Start, SectionKind.Link);
            }
            else if (cues.IsFooter(all[i].Of(raw)))
            {
                seed.Mark(all[i].Start, SectionKind.Footer);
            }
            else if (i < end.Line && signatures.Find(raw, all[i])?.Start == all[i].Start)
            {
                seed.Mark(all[i].Start, SectionKind.Credit);
            }
            else if (i == end.Line)
            {
                lines.Read(seed, all, i, end.Start);
                seed.Mark(end.Start, SectionKind.Signature);
                seed.SignedBy(end.Agency);
            }
            else
            {
                lines.Read(seed, all, i, all[i].End);
            }
        }

        // An agency puts its news up on their day; on another page the day may be much later than what it tells.
        date = seed.Agency.Length > 0 ? date.CompletedBy(bare) : date;
        return new SeedLayout(seed.ToSections(), date, seed.Title, seed.Dateline, agencies.Usual(seed.Agency));
    }

    // What a page has above and below the headline: when it was put up, and the links that lead to it.
    private bool IsFurniture(ReadOnlySpan<char> line, ref PartialDate date)
    {
        var putUp = published.Read(line, out var isBare);
        var isFound = !putUp.IsEmpty && !isBare;
        date = isFound ? date.CompletedBy(putUp) : date;
        return isFound || cues.IsPath(line);
    }

    // The paper that the page was taken over from, with the day, stands below the lead.
    private bool IsPaper(ReadOnlySpan<char> line, ref PartialDate date)
    {
        var printed = published.OfPaper(line);
        date = printed.IsEmpty ? date : date.CompletedBy(printed);
        return !printed.IsEmpty;
    }

    // A date alone above the headline; below it, it may be told of.
    private bool IsBareDate(ReadOnlySpan<char> line, ref PartialDate date)
    {
        var putUp = published.Read(line, out _);
        date = putUp.IsEmpty ? date : putUp;
        return !putUp.IsEmpty;
    }

    private SectionKind KindAfterEnd(ReadOnlySpan<char> line) =>
        cues.IsFooter(line) ? SectionKind.Footer : cues.IsLink(line) ? SectionKind.Link : SectionKind.Teaser;

    // Where the article ends: at its signature, at a line such as « Voir plus », or where teasers begin without a marker.
    private ArticleEnd FindEnd(string raw, List<Line> all, int first, HashSet<int> repeats)
    {
        var text = new List<Line>();
        var indexes = new List<int>();
        for (var i = first; i < all.Count; i++)
        {
            if (cues.IsMore(all[i].Of(raw)))
            {
                return new ArticleEnd(i, all[i].Start, SectionKind.Teaser, default);
            }

            if (repeats.Contains(i) || cues.IsLink(all[i].Of(raw)) || lines.IsPicture(raw, all[i]))
            {
                continue;
            }

            // A signature before any text to speak of is a credit.
            if (signatures.Find(raw, all[i]) is { } signature && text.Sum(t => t.Length) + signature.Start - all[i].Start > LineReader.ShortestLead)
            {
                return new ArticleEnd(i, signature.Start, SectionKind.Signature, signature.Agency);
            }

            if (!cues.IsFooter(all[i].Of(raw)))
            {
                text.Add(all[i]);
                indexes.Add(i);
            }
        }

        var teaser = TeaserFinder.Find(raw, text, 0, cues);
        return teaser < text.Count
            ? new ArticleEnd(indexes[teaser], text[teaser].Start, SectionKind.Teaser, default)
            : new ArticleEnd(all.Count, raw.Length, SectionKind.Teaser, default);
    }

    private readonly record struct ArticleEnd(int Line, int Start, SectionKind Kind, TextSpan Agency);
}
