using Entente.Agreements;
using Entente.Clauses;
using Entente.Dates;
using Entente.Meetings;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;
using Entente.Themes;
using Entente.Visits;

namespace Entente.CorpusReading;

/// <summary>The last stage of an article: its facts, and the rows that it alone decides.</summary>
internal static class ArticleRows
{
    public static ArticleFacts Make(
        ArticleContext context, IReadOnlyList<Meeting> meetings, VisitReading visits, AgreementReading agreements, IReadOnlyList<Theme> themes)
    {
        var text = context.Text;
        var date = DateOf(context, meetings);
        var evidence = EvidenceOf(text);
        return new ArticleFacts
        {
            DocId = text.DocId,
            Document = new DocumentRow(
                text.DocId, text.File, text.Title is { } title ? text.Raw[title.Start..title.End].Trim() : "", Names.Of(date), Names.Of(date.Basis), text.Agency,
                text.Language, context.Partners.MainPartners, context.Partners.Partners, Words(text), text.Sentences.Count(s => IsProper(s.Section)), Noise(text), evidence),
            Date = date,
            BodyPrint = BodyPrint.Of(text),
            People = context.People,
            Meetings = meetings,
            Agreements = agreements.Agreements,
            Visits = visits.Visits,
            Themes = themes,
            Mentions = [.. context.Partners.Mentions.Select(m => MentionOf(context, m))],
            Sections = [.. text.Sections.Select(s => new SectionRow(text.DocId, Names.Of(s.Kind), s.Span.Start, s.Span.End))],
            Repairs = [.. text.Repairs.Select(r => new RepairRow(text.DocId, r.Surface, r.Repaired, r.Span.Start, r.Span.End))],
            Warnings = [.. text.Warnings.Concat(context.Dates.Warnings).Concat(Doubts(context, meetings)).Concat(Doubts(context, visits, agreements)).Select(w => new WarningRow(text.DocId, w.Code, w.Message, w.Span.Start, w.Span.End))],
        };
    }

    /// <summary>The header's date; without a header, the day of the reported event (rule 1).</summary>
    private static ResolvedDate DateOf(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        if (!context.Dates.ArticleDate.Date.IsEmpty)
        {
            return context.Dates.ArticleDate;
        }

        // What the lead reports before the first meeting is told is the event; the day of a meeting in the lead is surer than a day beside it.
        var first = meetings.Where(m => m.Status == MeetingStatus.Held && !m.Date.Date.IsEmpty).MinBy(m => m.Evidence.Start);
        var reported = first is null || context.Dates.ReportedAt < first.Evidence.Start && !context.Dates.Reported.Date.IsEmpty ? context.Dates.Reported : first.Date;

        // A year or a month is no day of an event.
        if (reported.Date.Day == 0)
        {
            return default;
        }

        return reported.Date.IsDay && reported.Basis != DateBasis.Weekday ? reported with { Basis = DateBasis.Body } : reported;
    }

    /// <summary>What a person should check: an article about nobody, and a meeting that only remarks, a caption or the headline tell.</summary>
    private static IEnumerable<ReadingWarning> Doubts(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        if (context.Partners.MainPartners.Count == 0 && context.Text.Sentences.Count > 0)
        {
            yield return new ReadingWarning("no-partner", "The article is about no state or body in particular.");
        }

        foreach (var meeting in meetings.Where(m => m.Status == MeetingStatus.Held))
        {
            var sentence = context.SentenceAt(meeting.Evidence.Start);
            if (sentence is { Section: SectionKind.Caption or SectionKind.Title })
            {
                yield return new ReadingWarning("meeting-outside-text", "Only the headline or a caption tells this meeting.", sentence.Span);
            }
            else if (meeting.IsInferred)
            {
                yield return new ReadingWarning("meeting-inferred", "No sentence tells the meeting itself, only what both sides said at it.", new TextSpan(meeting.Evidence.Start, meeting.Evidence.End));
            }
        }
    }

    /// <summary>An instrument that only a caption or the headline tells, or of which nothing tells how far it has come; a visit by nobody in particular.</summary>
    private static IEnumerable<ReadingWarning> Doubts(ArticleContext context, VisitReading visits, AgreementReading agreements)
    {
        foreach (var agreement in agreements.Agreements)
        {
            if (context.Text.Sentences.FirstOrDefault(s => s.Span.Start == agreement.Evidence.Start) is { Section: SectionKind.Caption or SectionKind.Title } sentence)
            {
                yield return new ReadingWarning("agreement-outside-text", "Only the headline or a caption tells this agreement.", sentence.Span);
            }
        }

        foreach (var span in agreements.Unsettled)
        {
            yield return new ReadingWarning("agreement-unsettled", "An instrument is named, but nothing tells how far it has come.", span);
        }

        foreach (var span in visits.Nameless)
        {
            yield return new ReadingWarning("visit-nameless", "A visit is told, but nobody names the visitor.", span);
        }
    }

    private static MentionRow MentionOf(ArticleContext context, PartnerMention mention)
    {
        var sentence = context.Text.Sentences[mention.SentenceIndex];
        return new MentionRow(
            context.Text.DocId, mention.Code, PartnerNames.English(mention.Code), PartnerNames.French(mention.Code), context.Text.Raw[mention.Span.Start..mention.Span.End],
            Names.Of(mention.Kind), Names.Of(sentence.Section), context.SentenceText(mention.SentenceIndex), mention.Span.Start, mention.Span.End);
    }

    private static EvidenceCells EvidenceOf(ArticleText text)
    {
        var span = text.Title ?? text.Sentences.FirstOrDefault(s => IsProper(s.Section))?.Span ?? default;
        return new EvidenceCells(text.DocId, text.Raw[span.Start..span.End], span.Start, span.End);
    }

    private static bool IsProper(SectionKind section) => section is SectionKind.Title or SectionKind.Body;

    private static int Words(ArticleText text)
    {
        var words = 0;
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.First; IsProper(sentence.Section) && i < sentence.First + sentence.Count; i++)
            {
                words += text.Tokens[i].Kind == TokenKind.Word ? 1 : 0;
            }
        }

        return words;
    }

    private static int Noise(ArticleText text) => text.Sections.Where(s => !IsProper(s.Kind) && s.Kind != SectionKind.Header).Sum(s => s.Span.Length);
}
