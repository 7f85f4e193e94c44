using Entente.Texts;

namespace Entente.Dates;

/// <summary>The date stage: an article's own date by header and dateline, then every date of its sentences, found and resolved in order of the text.</summary>
internal static class DateReader
{
    // A day further from the article than this is background: « la veille » doesn't count from it.
    private const int NewsDays = 45;

    private const int Week = 7;

    // Days from the opening of a gathering to what is told of it.
    private const int Near = 2;

    /// <param name="text">The article.</param>
    /// <param name="today">The day after which nothing was written, if known.</param>
    public static DateReading Read(ArticleText text, DateOnly? today = null) => Read(text, Find(text), today ?? DateOnly.MaxValue);

    public static DateReading Read(ArticleText text, List<(DateExpression Date, Sentence Sentence)> found, DateOnly today)
    {
        var finder = DateFinder.French;
        var warnings = new List<ReadingWarning>();
        var article = WithYearTold(ArticleDate(text, finder, warnings), text, found);
        var tenses = new TenseOfDates(text, finder.Words);
        var years = new NamedYears(text, finder.Words, tenses).Find(found, today, article.Date.Year == 0);
        if (article.Date.Year == 0)
        {
            EventYears.Complete(text, finder.Words, years, found);
        }

        WithWeekdaysTold(text, finder.Words, found);
        if (article.Date.Year == 0 && YearTold(text, finder.Words, article.Date, found, tenses, years) is > 0 and var known && known <= today.Year)
        {
            years.Known = known;
            article = article.Date is { Day: > 0 } day && PartialDate.IsValid(known, day.Month, day.Day) && new PartialDate(known, day.Month, day.Day) is var whole ? new ResolvedDate(whole, whole, DateBasis.Body) : article;
        }

        var reading = Resolve(text, article, found, tenses, years, default, warnings);
        return article.Date.Year == 0 && SettledLater(reading.Mentions, text, years) is { } settled
            ? Resolve(text, article, found, tenses, years, settled, warnings)
            : reading;
    }

    /// <summary>The year of an article that has none, by the words that tell it; 0 for none.</summary>
    private static int YearTold(ArticleText text, DateWords words, PartialDate article, List<(DateExpression Date, Sentence Sentence)> found, TenseOfDates tenses, YearFinder years)
    {
        if (YearHints.Find(text, words, found) is > 0 and var told)
        {
            return told;
        }

        var open = found.Find(f => f.Sentence.Section == SectionKind.Body && f.Date is { Start: { Year: 0, Day: > 0 } }).Date;
        var day = article.Day > 0 ? article : open?.Start ?? default;
        return (years.Present > 0 ? years.Present : new Anniversaries(text, words, tenses).Find(day, found)) is > 0 and var kept && years.Allows(kept)
            && !(open is { Weekday: { } weekday } && PartialDate.IsValid(kept, open.Start.Month, open.Start.Day) && new DateOnly(kept, open.Start.Month, open.Start.Day).DayOfWeek != weekday) ? kept : 0;
    }

    /// <summary>
    /// A day that settles those that the text names before it: its weekday fixes its year, or the text gives it whole and it is of the same week as one
    /// of them (<c>a reçu mercredi X. Il l'a accompagné chez le président, le 8 juin 2022</c>).
    /// </summary>
    private static PartialDate? SettledLater(IReadOnlyList<DateMention> mentions, ArticleText text, YearFinder years)
    {
        if (mentions.FirstOrDefault(m => m.Resolved is { Basis: DateBasis.Weekday, Date.IsDay: true }) is { } byWeekday)
        {
            return byWeekday.Resolved.Date;
        }

        // « en visite du 20 au 21 novembre, il a vu mercredi X »: the year in which one of those days is a Wednesday.
        foreach (var bare in mentions.Where(m => m.Expression is { Start.IsEmpty: true, Weekday: not null, Relative: null, Direction: null, ByWeek: false } && m is { IsToCome: false, IsEarlier: false } && m.Resolved.Date.IsEmpty))
        {
            if (mentions.FirstOrDefault(m => m.SentenceIndex == bare.SentenceIndex && m.Expression is { IsRange: true, Weekday: null, Start: { Year: 0, Day: > 0 }, End: { Year: 0, Day: > 0 } }) is { } days
                && years.SettleWithin(days.Expression.Start, days.Expression.End, bare.Expression.Weekday!.Value) is { } only)
            {
                return only;
            }
        }

        // « a reçu mardi X. La délégation séjourne à Hanoï du 11 au 14 juin 2024 »: the one Tuesday of its stay.
        if (mentions.FirstOrDefault(m => m.Expression is { Start.IsEmpty: true, Weekday: not null, Relative: null } && m.Resolved.Date.IsEmpty) is { Expression.Weekday: { } open }
            && mentions.FirstOrDefault(m => m.Expression is { IsRange: true, Start.IsDay: true, End.IsDay: true } && m.Expression.End.From!.Value.DayNumber - m.Expression.Start.From!.Value.DayNumber < Week && !m.IsHistory(text.Tokens)) is { } stay
            && DateCalendar.OnOrAfter(stay.Expression.Start.From!.Value, open) is var within && within <= stay.Expression.End.From!.Value)
        {
            return PartialDate.Of(within);
        }

        // « s'est entretenu vendredi avec X. … Ouvert vendredi 3 juin, le forum »: the day that the text tells of such a weekday, also where its year stays open.
        if (mentions.FirstOrDefault(m => m.Expression is { Start.IsEmpty: true, Weekday: not null, Relative: null, Direction: null } && m.Resolved.Date.IsEmpty) is { IsToCome: false, Role: DateRole.Main } bareDay
            && mentions.FirstOrDefault(m => m.Expression is { Start: { Year: 0, Day: > 0 }, Weekday: not null, IsRange: false, Direction: null } && text.Sentences[m.SentenceIndex].Section == SectionKind.Body) is { IsToCome: false, IsEarlier: false } named
            // « a rencontré samedi X. … Ouvert vendredi 30 mai, le forum »
            && (bareDay.Expression.Weekday!.Value - named.Expression.Weekday!.Value + Week) % Week <= Near && !named.IsHistory(text.Tokens)
            // Its year may be told by something else: « Un an après l'édition de 2016, le forum s'est ouvert vendredi 2 juin ».
            && (named.Resolved.Date.Year == 0 || named.Resolved.Date.From?.DayOfWeek == named.Expression.Weekday))
        {
            return named.Resolved.Date.Year == 0 ? named.Expression.Start : named.Resolved.Date;
        }

        var whole = mentions.FirstOrDefault(m => m is { Role: DateRole.Main, Expression.Start.IsDay: true } && text.Sentences[m.SentenceIndex].Section == SectionKind.Body && !m.IsHistory(text.Tokens) && !years.NamesLater(m.Expression.Start.Year));
        return whole is { Expression.Start: var day } && mentions.TakeWhile(m => m != whole).Any(m =>
            m.Expression is { Start: { Year: 0, Day: > 0 } open } ? open.Month == day.Month && Math.Abs(open.Day - day.Day) <= Week
            : m.Expression is { Start.IsEmpty: true, Weekday: { } weekday } && m.Resolved.Date.IsEmpty && day.From!.Value.DayOfWeek == weekday)
            ? day
            : null;
    }

    /// <summary><c>a été reçu jeudi. … Ce même 7 octobre</c>: the day has the weekday told before.</summary>
    private static void WithWeekdaysTold(ArticleText text, DateWords words, List<(DateExpression Date, Sentence Sentence)> found)
    {
        DayOfWeek? told = null;
        for (var i = 0; i < found.Count; i++)
        {
            var date = found[i].Date;
            told = date is { Start.IsEmpty: true, Weekday: { } weekday, Relative: null } ? weekday : told;
            if (told is not null && date is { Start.Day: > 0, IsRange: false, Weekday: null, First: > 0 } && words.Has(DateClass.Same, text.Tokens, date.First - 1))
            {
                found[i] = (date with { Weekday = told }, found[i].Sentence);
            }
        }
    }

    private static DateReading Resolve(
        ArticleText text, ResolvedDate article, List<(DateExpression Date, Sentence Sentence)> found, TenseOfDates tenses, YearFinder years, PartialDate start, List<ReadingWarning> before)
    {
        var warnings = before.ToList();
        var weekdays = new Dictionary<PartialDate, DayOfWeek>();
        if (start is { Year: 0, Day: > 0 } && found.Find(f => f.Date.Weekday is not null && f.Date.Start == start).Date is { Weekday: { } ofStart })
        {
            weekdays[start] = ofStart;
        }

        var resolver = new DateResolver(article.Date, years, weekdays);
        var mentions = new List<DateMention>(found.Count);
        var context = article.Date.IsDay ? article.Date : start;
        var told = new ToldDays(context);
        var reported = new ReportedDay(text, years);
        DateMention? previous = null;
        var yearTold = new YearTold(article.Date);
        for (var i = 0; i < found.Count; i++)
        {
            var (expression, sentence) = found[i];
            var written = yearTold.Complete(expression, sentence.Index);
            var date = StayRange.WithMonthOf(found, i, article.Date, written);
            if (date.Start != written.Start)
            {
                warnings.Add(new ReadingWarning("date-conflict", $"The text says {written.Start}, outside the stay that it tells; read as {date.Start}.", date.Span));
            }

            var tense = tenses.Of(date, sentence);
            var stay = date.StayDay != 0 ? StayRange.Of(found, i) : null;
            if (date.StayDay != 0 && stay is null || date.IsEve && tense != DateTense.Earlier)
            {
                continue;
            }

            var future = tense == DateTense.Future;
            // « La foire doit ouvrir le 18 mars. Le même jour, il a reçu … »: what is told goes on from what was told before.
            var last = future ? default : told.Before(date, tense, sentence.Index, tenses.NamesDay(date));
            // « Le 13 septembre, la veille, il avait été reçu »: the day told right before, in other words.
            var resolved = date is { Relative: { Anchor: DateAnchor.Context, Unit: DateUnit.Day } } && previous is { Resolved.Date.Day: > 0, Expression.IsRange: false } && previous.End == date.First - 1 && text.Tokens[previous.End].Folded == ","
                ? previous.Resolved
                : tense != DateTense.Future && StayRange.WeekdayOf(found, i, article.Date, range => resolver.Resolve(range, context, tense)) is { } within ? within
                : stay is not null ? StayRange.DayOf(resolver.Resolve(stay, context, tense), date.StayDay)
                : resolver.Resolve(date, last.IsEmpty ? context : last, tense);
            var mention = new DateMention(date, sentence.Index, resolved) { Role = tenses.RoleOf(date, sentence, previous), ClauseFirst = tenses.ClauseStart(date, sentence), IsEarlier = tense == DateTense.Earlier, IsToCome = future, IsVague = tenses.IsVague(date), IsFounding = article.Date.Year == 0 && tenses.IsFounding(date, sentence) };
            mentions.Add(mention);
            if (date.Weekday is { } weekday && resolved.Date is { Year: 0, Day: > 0 })
            {
                weekdays[resolved.Date] = weekday;
            }

            yearTold.Tell(date, sentence.Index);
            if (!tenses.IsBehindEve(date, sentence))
            {
                reported.Add(mention, tense);
            }

            CheckWeekday(date, resolved, warnings);
            previous = mention;
            if (date is { Weekday: not null, Start.IsEmpty: true, Relative: null, Direction: null } && resolved.Date is { Month: > 0, Day: 0 } month && mention is { Role: DateRole.Main, IsToCome: false, IsEarlier: false } && sentence.Section == SectionKind.Body)
            {
                told.TellOpen(month);
            }

            if (resolved.Date.Day > 0 && !mention.IsVague && !mention.IsHistory(text.Tokens) && date.Relative is not { Unit: DateUnit.Week } && sentence.Section == SectionKind.Body && IsNews(resolved.Date, article.Date.IsEmpty ? reported.Day.Date : article.Date, date.Direction == -1))
            {
                context = resolved.Date;
                // What lies ahead of the article is announced, whatever its verb.
                if (!future && !(resolved.From > article.To))
                {
                    // « X, reçu mardi par Y, a salué Z, qui l'avait accueilli la veille »: who was met then is not told of aside.
                    var how = mention.Role == DateRole.Aside && !date.IsRange && WordSets.French.Has("met-then", text.Tokens[mention.ClauseFirst].Folded) ? DateRole.Clause : mention.Role;
                    told.Tell(resolved.Date, date.IsRange && !date.IsList, how, tense, sentence.Index, date.Relative is { Anchor: DateAnchor.Context, Unit: DateUnit.Day, Offset: < 0 });
                    if (mention.Role == DateRole.Aside && !date.IsRange && tenses.IsSince(date))
                    {
                        told.TellSince(resolved.Date);
                    }
                }

                if (!article.Date.IsDay && resolved.Date.IsDay && date.Today)
                {
                    // « Ce jeudi 11 avril » is the day of the article: « demain » counts from it.
                    resolver = new DateResolver(resolved.Date, years, weekdays);
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

    /// <summary><c>La Havane, 12 mai (VNA) - … en visite du 8 au 12 mai 2024</c>: a day of a stay told whole, and of no other year's, has its year.</summary>
    private static ResolvedDate WithYearTold(ResolvedDate article, ArticleText text, List<(DateExpression Date, Sentence Sentence)> found)
    {
        // The news may be sent the day after its event.
        const int Sent = 1;
        if (article.Date is not { Year: 0, Day: > 0 } day)
        {
            return article;
        }

        var years = found.Where(f => f.Sentence.Section == SectionKind.Body && f.Date is { Relative: null, Start: { IsDay: true, Year: > 0 }, End: { IsDay: true, Year: > 0 } })
            .Select(f => (First: f.Date.Start.From!.Value, Last: f.Date.End.From!.Value.AddDays(Sent)))
            .SelectMany(stay => new[] { stay.First.Year, stay.Last.Year }.Where(year => PartialDate.IsValid(year, day.Month, day.Day)
                && new DateOnly(year, day.Month, day.Day) is var sent && sent >= stay.First && sent <= stay.Last))
            .Distinct().ToList();
        return years is [var told] && new PartialDate(told, day.Month, day.Day) is var whole ? new ResolvedDate(whole, whole, DateBasis.Body) : article;
    }

    private static PartialDate Dated(string raw, TextSpan span, DateFinder finder)
    {
        var tokens = new TokenList();
        Tokenizer.French.Tokenize(raw, span, tokens);
        var found = new List<DateExpression>();
        finder.Find(raw, tokens, 0, tokens.Count, found);
        return found is [{ Relative: null, IsRange: false } date] ? date.Start : default;
    }

    /// <summary>The dates of each sentence as they are written.</summary>
    public static List<(DateExpression Date, Sentence Sentence)> Find(ArticleText text)
    {
        var finder = DateFinder.French;
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

    private static bool IsNews(PartialDate date, PartialDate article, bool isPast) =>
        // « reçu le 9 mai X, élu le 3 mars 2024 »: where the days of the news have no year, one that has is history.
        article is { Year: 0, Day: > 0 } ? DateCalendar.DaysApart(date, article) <= (date.Year == 0 && !isPast ? NewsDays : Week)
        : article.From is not { } first || article.To is not { } last || date.From is not { } day
        || (day.DayNumber >= first.DayNumber - NewsDays && day.DayNumber <= last.DayNumber + NewsDays);

    private static void CheckWeekday(DateExpression date, ResolvedDate resolved, List<ReadingWarning> warnings)
    {
        if (date.Weekday is { } weekday && date.Start.Day > 0 && resolved.Date.IsDay && resolved.Date.From!.Value.DayOfWeek != weekday)
        {
            warnings.Add(new ReadingWarning("date-conflict", $"{resolved.Date} is a {resolved.Date.From.Value.DayOfWeek}, the text says {weekday}.", date.Span));
        }
    }
}
