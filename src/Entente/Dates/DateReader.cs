using Entente.Texts;

namespace Entente.Dates;

/// <summary>The date stage: an article's own date by header and dateline, then every date of its sentences, found and resolved in order of the text.</summary>
internal static class DateReader
{
    // A day further from the article than this is background: « la veille » doesn't count from it.
    private const int NewsDays = 45;

    public static DateReading Read(ArticleText text) => Read(text, DateFinder.French);

    public static DateReading Read(ArticleText text, DateFinder finder)
    {
        var warnings = new List<ReadingWarning>();
        var article = ArticleDate(text, finder, warnings);
        var found = Find(text, finder);
        var tenses = new TenseOfDates(text, finder.Words);
        var years = new YearFinder();
        DateExpression? previous = null;
        foreach (var (date, sentence) in found)
        {
            var announced = tenses.IsAnnounced(date, sentence, previous);
            var pair = date.IsWithinBrackets(text.Tokens);
            years.Add(date.Start.Year, announced, pair);
            if (announced || pair || !date.IsRange)
            {
                // The last year of a period (« le plan 2025-2027 ») may lie ahead of the article.
                years.Add(date.End.Year, announced, pair);
            }

            previous = date;
        }

        var reading = Resolve(text, article, found, tenses, years, default, warnings);
        // The weekday of a later day settles the year of the days that the text names before it.
        return article.Date.Year == 0 && reading.Mentions.FirstOrDefault(m => m.Resolved is { Basis: DateBasis.Weekday, Date.IsDay: true }) is { } settled
            ? Resolve(text, article, found, tenses, years, settled.Resolved.Date, warnings)
            : reading;
    }

    private static DateReading Resolve(
        ArticleText text, ResolvedDate article, List<(DateExpression Date, Sentence Sentence)> found, TenseOfDates tenses, YearFinder years, PartialDate start, List<ReadingWarning> before)
    {
        var warnings = before.ToList();
        var resolver = new DateResolver(article.Date, years);
        var mentions = new List<DateMention>(found.Count);
        var context = article.Date.IsDay ? article.Date : start;
        var told = context;
        var reported = new ReportedDay(text, years);
        foreach (var (date, sentence) in found)
        {
            var future = tenses.IsFuture(date, sentence);
            // « La foire doit ouvrir le 18 mars. Le même jour, il a reçu … »: what is told goes on from what was told before.
            var resolved = resolver.Resolve(date, future || told.IsEmpty ? context : told, future);
            var mention = new DateMention(date, sentence.Index, resolved);
            mentions.Add(mention);
            reported.Add(mention, future);
            CheckWeekday(date, resolved, warnings);
            if (resolved.Date.Day > 0 && sentence.Section == SectionKind.Body && IsNews(resolved.Date, article.Date))
            {
                context = resolved.Date;
                told = future ? told : context;
                if (!article.Date.IsDay && resolved.Date.IsDay && date.Today)
                {
                    // « Ce jeudi 11 avril » is the day of the article: « demain » counts from it.
                    resolver = new DateResolver(resolved.Date, years);
                }
            }
        }

        return new DateReading(article, mentions) { Reported = reported.Day, ReportedAt = reported.At, Warnings = warnings };
    }

    // The header, refined to the day by a dateline that agrees; without a header the dateline as far as it goes.
    private static ResolvedDate ArticleDate(ArticleText text, DateFinder finder, List<ReadingWarning> warnings)
    {
        var header = text.HeaderDate;
        var sent = text.Dateline is { Date.Length: > 0 } dateline ? Dated(text.Raw, dateline.Date, finder) : default;
        if (header.IsEmpty)
        {
            return new ResolvedDate(sent, sent, sent.Year > 0 ? DateBasis.Body : DateBasis.None);
        }

        if (!header.Agrees(sent))
        {
            warnings.Add(new ReadingWarning("date-conflict", $"The header says {header}, the dateline {sent}.", text.Dateline!.Date));
        }

        var date = header.CompletedBy(sent);
        return new ResolvedDate(date, date, DateBasis.Header);
    }

    private static PartialDate Dated(string raw, TextSpan span, DateFinder finder)
    {
        var tokens = new TokenList();
        Tokenizer.French.Tokenize(raw, span, tokens);
        var found = new List<DateExpression>();
        finder.Find(raw, tokens, 0, tokens.Count, found);
        return found is [{ Relative: null, IsRange: false } date] ? date.Start : default;
    }

    private static List<(DateExpression Date, Sentence Sentence)> Find(ArticleText text, DateFinder finder)
    {
        var all = new List<(DateExpression, Sentence)>();
        var found = new List<DateExpression>();
        foreach (var sentence in text.Sentences)
        {
            finder.Find(text.Raw, text.Tokens, sentence.First, sentence.First + sentence.Count, found);
            foreach (var date in found)
            {
                all.Add((date, sentence));
            }

            found.Clear();
        }

        return all;
    }

    private static bool IsNews(PartialDate date, PartialDate article) =>
        article.From is not { } first || article.To is not { } last || date.From is not { } day
        || (day.DayNumber >= first.DayNumber - NewsDays && day.DayNumber <= last.DayNumber + NewsDays);

    private static void CheckWeekday(DateExpression date, ResolvedDate resolved, List<ReadingWarning> warnings)
    {
        if (date.Weekday is { } weekday && date.Start.Day > 0 && resolved.Date.IsDay && resolved.Date.From!.Value.DayOfWeek != weekday)
        {
            warnings.Add(new ReadingWarning("date-conflict", $"{resolved.Date} is a {resolved.Date.From.Value.DayOfWeek}, the text says {weekday}.", date.Span));
        }
    }
}
