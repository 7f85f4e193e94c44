using Entente.Lexicons;

namespace Entente.Texts.Layout;

/// <summary>
/// Cuts a seed into sections that cover it, line by line: header, headline, then the body with its pictures and links, up to
/// the signature or a marker; all that follows belongs to other articles or to the publisher.
/// </summary>
internal sealed class SectionSplitter
{
    private readonly SectionCues cues;
    private readonly AgencyNames agencies;
    private readonly SignatureFinder signatures;
    private readonly LineReader lines;
    private readonly HeadlineReader headlines;

    public SectionSplitter(LexiconFile cueFile, LexiconFile agencyFile)
    {
        cues = new SectionCues(cueFile);
        agencies = new AgencyNames(agencyFile);
        var credits = new CreditFinder(cues, agencies);
        var datelines = new DatelineReader(agencies);
        signatures = new SignatureFinder(agencies);
        lines = new LineReader(cues, credits, datelines);
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
        if (all.Count > 1 && PublicationLine.Read(all[0].Of(raw)) is { IsEmpty: false } putUp)
        {
            seed.Mark(all[first++].Start, SectionKind.Header);
            date = date.CompletedBy(putUp);
        }

        first = all.Count > first ? headlines.Read(seed, all, first, hasHeader: headerEnd > 0) : first;
        var repeats = RepeatFinder.Find(raw, all.ConvertAll(line => lines.WithoutDateline(raw, line)));
        var end = FindEnd(raw, all, first, repeats);
        for (var i = first; i < all.Count; i++)
        {
            if (i <= first + 1 && PublicationLine.Read(all[i].Of(raw)) is { IsEmpty: false } published)
            {
                seed.Mark(all[i].Start, SectionKind.Header);
                date = date.CompletedBy(published);
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

        return new SeedLayout(seed.ToSections(), date, seed.Title, seed.Dateline, agencies.Usual(seed.Agency));
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

        var teaser = TeaserFinder.Find(raw, text, 0);
        return teaser < text.Count
            ? new ArticleEnd(indexes[teaser], text[teaser].Start, SectionKind.Teaser, default)
            : new ArticleEnd(all.Count, raw.Length, SectionKind.Teaser, default);
    }

    private readonly record struct ArticleEnd(int Line, int Start, SectionKind Kind, TextSpan Agency);
}
