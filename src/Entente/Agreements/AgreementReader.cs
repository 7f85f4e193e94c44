using Entente.Clauses;
using Entente.Dates;
using Entente.Meetings;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the instruments of an article: names → title, date, status, parties → tellings of one instrument joined.</summary>
internal sealed class AgreementReader(AgreementLexicon lexicon, WordSets words)
{
    private readonly InstrumentFinder _finder = new(lexicon, words);
    private readonly StatusReader _status = new(lexicon, words);

    public IReadOnlyList<Agreement> Read(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var found = new List<Agreement>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            foreach (var mention in _finder.Find(context, sentence))
            {
                Add(found, context, mention, meetings);
            }
        }

        // A headline or caption tells an instrument only where the text does not.
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section is SectionKind.Title or SectionKind.Caption))
        {
            foreach (var mention in _finder.Find(context, sentence))
            {
                if (!found.Exists(a => a.Instrument == mention.Name.Instrument) && _status.Read(context, mention).Status == AgreementStatus.Signed)
                {
                    Add(found, context, mention, meetings);
                }
            }
        }

        return found;
    }

    private void Add(List<Agreement> found, ArticleContext context, InstrumentMention mention, IReadOnlyList<Meeting> meetings)
    {
        var status = _status.Read(context, mention);
        if (status.Status is not { } reached || !IsInstrument(context, mention, status))
        {
            return;
        }

        var span = mention.Sentence.Span;
        var isCited = mention.Name.IsCited;
        var partners = isCited ? mention.Name.Partners : (IReadOnlyList<string>)PartiesOf(context, mention);
        var agreement = new Agreement
        {
            DocIds = [context.Text.DocId],
            Instrument = mention.Name.Instrument!.Value,
            Title = Slice(context, mention.First, TitleEnd(mention)),
            Subject = SubjectOf(context, mention),
            Status = reached,
            Date = status.Date?.Resolved ?? (status.AtEvent ? DayOfEvent(context, mention, meetings) : default),
            Partners = partners,
            IsMultilateral = isCited || partners.Count > 1,
            Evidence = new EvidenceCells(context.Text.DocId, context.SentenceText(mention.Sentence.Index), span.Start, span.End),
        };
        var same = found.FindIndex(a => IsSame(a, agreement));
        if (same < 0)
        {
            found.Add(agreement);
        }
        else
        {
            found[same] = Join(found[same], agreement);
        }
    }

    private static int TitleEnd(InstrumentMention mention) => Math.Max(mention.TitleEnd, mention.NameEnd);

    private static bool IsInstrument(ArticleContext context, InstrumentMention mention, StatusReading status)
    {
        var isPlural = context.Text.Tokens[mention.First].Folded is "accords" or "documents" or "textes" or "nouveaux" or "conventions" or "protocoles" or "memorandums";
        if (mention.Name.NeedsSigning || isPlural && !mention.Name.IsCited)
        {
            return status.Status is AgreementStatus.Planned or AgreementStatus.Proposed;
        }

        if (!mention.Name.NeedsComplement)
        {
            return true;
        }

        var hasComplement = mention.TitleEnd > mention.NameEnd || mention.NameEnd - mention.First > 2;
        return hasComplement && mention.NameEnd - mention.First + mention.TitleEnd - mention.NameEnd > 1 || status.Status == AgreementStatus.Signed && (status.Date is not null || status.AtEvent);
    }

    /// <summary>The parties: named in the title or near the instrument; else whom the text last spoke of; else whom the article is about.</summary>
    private static string[] PartiesOf(ArticleContext context, InstrumentMention mention)
    {
        string[] InZone(int first, int end) =>
            [.. context.Partners.Mentions.Where(m => m.SentenceIndex == mention.Sentence.Index && m.FirstToken >= first && m.FirstToken < end && m.Counts).Select(m => m.Code).Distinct(StringComparer.Ordinal)];

        if (InZone(mention.First, TitleEnd(mention)) is { Length: > 0 } inTitle)
        {
            var sensible = Sensible(context, mention, inTitle);
            if (sensible.Length > 0)
            {
                return sensible;
            }
        }

        if (context.SolePartner is { } sole)
        {
            return [OtherOfParagraph(context, mention) ?? sole];
        }

        var after = InZone(TitleEnd(mention), mention.ZoneEnd);
        if (after.Length > 0 && context.Text.Tokens[TitleEnd(mention)].Folded is "avec" or "entre" or "conclu" or "signe" or "par")
        {
            return [after[0]];
        }

        if (InZone(mention.ZoneFirst, mention.First) is { Length: > 0 } before)
        {
            return [before[^1]];
        }

        if (after.Length > 0)
        {
            return [after[0]];
        }

        for (var s = mention.Sentence.Index; s >= 0; s--)
        {
            var last = context.Partners.Mentions.LastOrDefault(m => m.SentenceIndex == s && m.FirstToken < mention.First && m.Counts && context.Partners.MainPartners.Contains(m.Code, StringComparer.Ordinal)
                && context.Text.Sentences[m.SentenceIndex].Section == SectionKind.Body);
            if (last is not null)
            {
                return [last.Code];
            }
        }

        return [.. context.Partners.MainPartners.Take(1)];
    }

    /// <summary>Beside the article's partner a paragraph may turn to another: the one partner that the sentence before names.</summary>
    private static string? OtherOfParagraph(ArticleContext context, InstrumentMention mention)
    {
        if (mention.Sentence.Index == 0 || context.Text.Sentences[mention.Sentence.Index - 1].Paragraph != mention.Sentence.Paragraph)
        {
            return null;
        }

        string[] In(int sentence) => [.. context.Partners.Mentions.Where(m => m.SentenceIndex == sentence && m.Counts && m.Kind != MentionKind.Body).Select(m => m.Code).Distinct(StringComparer.Ordinal)];
        return In(mention.Sentence.Index).Length == 0 && In(mention.Sentence.Index - 1) is { Length: 1 } one ? one[0] : null;
    }

    /// <summary>
    /// The parties among those whom a title names: the article's partners; others only as parties (<c>entre le Vietnam et l'Union économique eurasiatique</c>), not as a
    /// subject (<c>maintien de la paix des Nations unies</c>).
    /// </summary>
    private static string[] Sensible(ArticleContext context, InstrumentMention mention, string[] codes)
    {
        var main = codes.Where(c => context.Partners.MainPartners.Contains(c, StringComparer.Ordinal)).ToArray();
        if (main.Length > 0)
        {
            return main;
        }

        var joins = context.SolePartner is null || Enumerable.Range(mention.NameEnd, TitleEnd(mention) - mention.NameEnd).Any(i => context.Text.Tokens[i].Folded is "avec" or "entre");
        return joins ? codes : [];
    }

    private static ResolvedDate DayOfEvent(ArticleContext context, InstrumentMention mention, IReadOnlyList<Meeting> meetings)
    {
        var before = context.Dates.Mentions.LastOrDefault(d => d.SentenceIndex == mention.Sentence.Index && d.Resolved.Date.Day > 0 && !d.Expression.IsRange);
        if (before is not null && before.End <= mention.First)
        {
            return before.Resolved;
        }

        // The meeting told last before the sentence, else the first one.
        var meeting = meetings.LastOrDefault(m => m.Status == MeetingStatus.Held && m.Evidence.Start <= mention.Sentence.Span.Start) ?? (context.Dates.ArticleDate.Date.IsEmpty ? meetings.FirstOrDefault(m => m.Status == MeetingStatus.Held) : null);
        return meeting?.Date ?? context.Dates.ArticleDate;
    }

    private static string SubjectOf(ArticleContext context, InstrumentMention mention)
    {
        var first = mention.NameEnd;
        var tokens = context.Text.Tokens;
        if (first >= mention.TitleEnd || tokens[first].Folded is not ("sur" or "de" or "d'" or "du" or "dans" or "relatif" or "pour"))
        {
            return "";
        }

        first++;
        while (first < mention.TitleEnd - 1 && tokens[first].Folded is "la" or "le" or "les" or "l'" or "un" or "une" or "a" or "au")
        {
            first++;
        }

        return first < mention.TitleEnd ? Slice(context, first, mention.TitleEnd) : "";
    }

    private static string Slice(ArticleContext context, int first, int end)
    {
        var raw = context.Text.Raw[context.Text.Tokens[first].Start..context.Text.Tokens[end - 1].End];
        return string.Join(' ', raw.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsSame(Agreement a, Agreement b)
    {
        if (a.Instrument != b.Instrument || a.Partners.Count > 0 && b.Partners.Count > 0 && !a.Partners.Intersect(b.Partners, StringComparer.Ordinal).Any())
        {
            return false;
        }

        if (!a.Date.Date.IsEmpty && !b.Date.Date.IsEmpty && !a.Date.Date.Agrees(b.Date.Date))
        {
            return false;
        }

        if (a.Instrument == Instrument.Partnership)
        {
            return Folding.Fold(a.Title) == Folding.Fold(b.Title) || RankWords(a.Title) == RankWords(b.Title);
        }

        var (x, y) = (Content(a.Title), Content(b.Title));
        var shared = x.Count(word => y.Contains(word, StringComparer.Ordinal));
        return Math.Min(x.Length, y.Length) <= 1 && a.IsMultilateral == b.IsMultilateral && (a.Date.Date.IsEmpty || b.Date.Date.IsEmpty) || shared >= Math.Min(x.Length, y.Length) * 0.75;
    }

    private static string RankWords(string title) => string.Join(' ', CorpusReading.PersonKey.Words(title).Where(w => w.StartsWith("strat", StringComparison.Ordinal) || w.StartsWith("integr", StringComparison.Ordinal) || w.StartsWith("glob", StringComparison.Ordinal) || w.StartsWith("approf", StringComparison.Ordinal) || w.StartsWith("coop", StringComparison.Ordinal)));

    private static string[] Content(string title) => [.. CorpusReading.PersonKey.Words(title).Where(w => w.Length > 3).Distinct(StringComparer.Ordinal)];

    private static Agreement Join(Agreement a, Agreement b) =>
        a with
        {
            Title = a.Title.Length >= b.Title.Length || a.Instrument == Instrument.Partnership ? a.Title : b.Title,
            Subject = a.Subject.Length >= b.Subject.Length ? a.Subject : b.Subject,
            Status = a.Status <= b.Status ? a.Status : b.Status,
            Date = a.Date.Date.IsEmpty ? b.Date : a.Date,
        };
}
