using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// The days of a story: which one the text speaks of, for a meeting that names none. What is to come, the days of a journey and the end of a stay are the day of no
/// meeting.
/// </summary>
internal sealed class StoryDays(ArticleContext context)
{
    /// <summary>Days before the article within which a day is part of its news.</summary>
    public const int NewsDays = 12;

    /// <summary>Days that a visit to one country hardly exceeds.</summary>
    private const int VisitDays = 7;

    private readonly VisitOver _visit = new(context);

    /// <summary>The day told last of a meeting held; null before any.</summary>
    public ResolvedDate? Told { get; set; }

    /// <summary>The weekday told with it.</summary>
    public DayOfWeek? Weekday { get; set; }

    /// <summary>A caption that stands for the lead told the day: <c>le même jour</c> is that.</summary>
    public DateMention? OfOpening(DateMention? date) =>
        date is { Expression.Relative: { Anchor: DateAnchor.Context, Unit: DateUnit.Day, Offset: 0 } } && Told is { } told ? date with { Resolved = told } : date;

    /// <summary>The day that the text spoke of last, if it is of the article's news and not of a stretch of days.</summary>
    public ResolvedDate? Before(int sentence)
    {
        const int Reach = 40;
        var isResumed = IsResumed(context.Text.Sentences[sentence]);
        // "La veille, il avait vu X." In a paragraph of its own "Il a été reçu par Y" is of the news again, and "Il a également rencontré Y" anywhere.
        // "Ils ont ensuite procédé à un échange de vues", "Il y a été accueilli par X" goes on from what was told right before.
        var main = MainVerb(context.Text.Sentences[sentence]);
        var isNew = main.Tense == Tense.Past && !context.Holds(context.Text.Sentences[sentence], "then")
            && !(main.First > 0 && ClauseLexicons.French.Words.Has("place-pronoun", context.Text.Tokens[main.First - 1].Folded)) && !IsInMarginOfThose(context.Text.Sentences[sentence]);
        var isFurther = isNew && IsFurther(context.Text.Sentences[sentence], main);
        for (var s = sentence - 1; s >= 0 && s >= sentence - Reach; s--)
        {
            if (context.Text.Sentences[s].Section != SectionKind.Body)
            {
                continue;
            }

            // "s'est inclinée lundi à la mémoire des victimes, qui ont péri samedi": the day of its own verb.
            var isLeft = isResumed || isNew && (isFurther || context.Text.Sentences[s].Paragraph != context.Text.Sentences[sentence].Paragraph);
            var told = context.DatesIn[s].Where(d => IsTold(d) && !(isLeft && d.IsEarlier)).ToList();
            if ((told.FindLast(d => d.Role == DateRole.Main) ?? told.LastOrDefault()) is { } last)
            {
                return last.Resolved;
            }
        }

        return null;
    }

    /// <summary><c>Il a également rencontré Y</c>, <c>Par ailleurs, il a rencontré Y</c></summary>
    private bool IsFurther(Sentence sentence, VerbGroup verb)
    {
        const int Near = 2;
        var (words, tokens, end) = (ClauseLexicons.French.Words, context.Text.Tokens, sentence.First + sentence.Count);
        return words.StandsIn("beside", tokens, sentence.First, Math.Min(sentence.First + Near, end)) || words.StandsIn("beside", tokens, verb.First, Math.Min(verb.End + Near, end));
    }

    /// <summary><c>La veille, il avait siégé à la conférence. En marge, il a vu Y</c>; but <c>La veille, il avait visité une école. En marge du dialogue, il a vu Y</c> is of the news.</summary>
    private bool IsInMarginOfThose(Sentence sentence) =>
        context.Holds(sentence, "margin") && !(sentence.Index > 0 && context.Text.Sentences[sentence.Index - 1] is var before && context.DatesIn[before.Index].Any(d => d.IsEarlier) && !context.Holds(before, "gathering"));

    /// <summary>The day of a session of which only the heads are told: <c>L'échange s'est déroulé les 16 et 17 avril. Il a réuni une délégation conduite par X et une autre par Y</c>.</summary>
    public ResolvedDate OfSession(Sentence sentence) =>
        context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index <= sentence.Index && s.Index >= sentence.Index - 1).SelectMany(s => context.DatesIn[s.Index]).FirstOrDefault(d => d.Expression.IsRange && d.Resolved.Date.Day > 0 && !IsToCome(d))?.Resolved
            ?? Told ?? Before(sentence.Index) ?? context.Dates.ArticleDate;

    /// <summary>Whether a date is a day that a text goes on from.</summary>
    private bool IsTold(DateMention date) =>
        date.Resolved.Date.Day > 0 && !date.IsVague && !date.Expression.IsRange && date.Role != DateRole.Aside && IsNews(date.Resolved) && !date.IsHistory(context.Text.Tokens) && !IsName(date) && !IsToCome(date) && !IsOfJourney(date) && !IsEnd(date) && !IsOfPresentClause(date) && !IsOfReturn(date);

    /// <summary>
    /// The month of a stay that opens the sentence of an encounter and was over before the news (<c>En Inde, du 11 au 14 mars, X a été reçu par Y</c>): of its days nobody knows
    /// which; null for none.
    /// </summary>
    public ResolvedDate? Stay(Encounter encounter)
    {
        const int Opening = 8;
        var stay = context.DatesIn[encounter.Sentence.Index].FirstOrDefault(d => d.Expression is { IsRange: true, IsList: false } && (d.First - encounter.Sentence.First <= Opening || encounter.Trigger.Tense == Tense.Pluperfect) && d.End <= encounter.Trigger.First);
        if (stay is null || News.From is not { } news || stay.Resolved.To is not { } end || end >= news || encounter.Trigger.Tense is not (Tense.Past or Tense.Pluperfect))
        {
            return null;
        }

        var (first, last) = (stay.Resolved.Date, stay.Resolved.Last);
        return new ResolvedDate(new PartialDate(first.Year, first.Month == last.Month ? first.Month : 0), default, stay.Resolved.Basis);
    }

    /// <summary>The day of a held meeting that names none: the one that the text speaks of, unless a journey lies between.</summary>
    public ResolvedDate DayOf(Encounter encounter) => OfArrival(encounter) ?? OfEnded(encounter) ?? OfTelling(encounter);

    /// <summary><c>Le 3e échange s'est achevé avec succès. … Le 5 mai, les délégations ont …</c>: an event that is over is of the first day that the text tells of it; null for none.</summary>
    private ResolvedDate? OfEnded(Encounter encounter)
    {
        var (trigger, sentence) = (encounter.Trigger, encounter.Sentence);
        return trigger.IsEvent && sentence.Section == SectionKind.Body && Told is null && Before(sentence.Index) is null
            && context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= trigger.End) is { Tense: Tense.Past, Verb: { } ended } && ClauseLexicons.French.Words.Has("visit-ending", Folding.Fold(ended))
            ? context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > sentence.Index).SelectMany(s => context.DatesIn[s.Index]).FirstOrDefault(IsTold)?.Resolved : null;
    }

    private ResolvedDate OfTelling(Encounter encounter) => IsOfOtherStop(encounter) ? MonthOfNews(NewsDays) : IsOfWholeVisit(encounter) || VisitOver.IsToldOnReturn(context, encounter) ? MonthOfVisit(encounter.Sentence) : InMarginOfDays(encounter.Sentence) ?? InMarginOfThat(encounter.Sentence) ?? Before(encounter.Sentence.Index) ?? Told ?? Undated(encounter.Sentence);

    /// <summary><c>X séjourne depuis mardi au Vietnam. Dès son arrivée, il s'est entretenu avec Y</c>: the day that is told aside, since when he is there; null for none.</summary>
    private ResolvedDate? OfArrival(Encounter encounter)
    {
        const int Back = 2;
        const int Lead = 4;
        var (words, tokens, sentence) = (ClauseLexicons.French.Words, context.Text.Tokens, encounter.Sentence);
        return IsOnArrival(tokens, sentence.First, sentence.First + sentence.Count)
            ? context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index < sentence.Index && s.Index >= sentence.Index - Back).SelectMany(s => context.DatesIn[s.Index]).LastOrDefault(d =>
                d.Role == DateRole.Aside && !d.Expression.IsRange && d.Resolved.Date.Day > 0 && IsNews(d.Resolved) && (words.StandsIn("since", tokens, Math.Max(0, d.First - Lead), d.First) || words.StandsIn("arriving", tokens, Math.Max(0, d.First - Lead), d.First)))?.Resolved
            : null;
    }

    /// <summary><c>dès son arrivée</c>, <c>à leur arrivée</c></summary>
    public static bool IsOnArrival(TokenList tokens, int from, int until)
    {
        var words = ClauseLexicons.French.Words;
        for (var i = from + 2; i < until; i++)
        {
            if (words.Has("arrival", tokens[i].Folded) && words.Has("possessive", tokens[i - 1].Folded) && words.Has("upon", tokens[i - 2].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// <c>Avant les États-Unis, la délégation a fait halte à Ottawa, où elle avait été reçue par X</c>: at another stop of a journey people are met on other days.
    /// </summary>
    private bool IsOfOtherStop(Encounter encounter)
    {
        const int Reach = 14;
        var (words, tokens, sentence, trigger) = (ClauseLexicons.French.Words, context.Text.Tokens, encounter.Sentence, encounter.Trigger);
        var where = Enumerable.Range(Math.Max(sentence.First, trigger.First - Reach), trigger.First - Math.Max(sentence.First, trigger.First - Reach)).LastOrDefault(i => words.HasWritten("where", tokens[i].Text), -1);
        return where > sentence.First && Told is not null && encounter.HostIsHome != true
            && context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < where) is { Verb: not null } going && (words.Has("stopping", Folding.Fold(going.Verb)) || words.Has("halt", tokens[going.End].Folded)) && going.Tense is Tense.Past or Tense.Pluperfect
            && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > where && v.Anchor < trigger.First)
            && !context.DatesIn[sentence.Index].Any(d => d.End <= trigger.First && d.Resolved.Date.Day > 0);
    }

    /// <summary><c>a participé du 3 au 6 mai à la réunion … En marge des travaux, il a vu X</c>: on one of its days, where the text tells no other.</summary>
    private ResolvedDate? InMarginOfDays(Sentence sentence)
    {
        if (sentence.Section != SectionKind.Body || !context.Holds(sentence, "margin") || Told is { Date.Day: > 0 } || GoesOn(sentence))
        {
            return null;
        }

        var told = context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index <= sentence.Index).SelectMany(s => context.DatesIn[s.Index]).Where(d => d.Resolved.Date.Day > 0 && !d.IsHistory(context.Text.Tokens)).ToList();
        if (told is not [.., { Expression: { IsRange: true, IsList: false } } days] || told.Exists(IsTold))
        {
            return null;
        }

        var (first, last) = (days.Resolved.Date, days.Resolved.Last);
        return new ResolvedDate(new PartialDate(first.Year, first.Month == last.Month ? first.Month : 0), default, days.Resolved.Basis);
    }

    /// <summary><c>La conférence s'est réunie le 12 octobre à Hanoï. En marge de cette conférence, X a vu Y</c>: on its day, however long before the news that was.</summary>
    private ResolvedDate? InMarginOfThat(Sentence sentence)
    {
        var (words, tokens) = (ClauseLexicons.French.Words, context.Text.Tokens);
        var margin = sentence.Section == SectionKind.Body && context.Holds(sentence, "margin") ? Enumerable.Range(sentence.First, sentence.Count).FirstOrDefault(i => words.Has("margin", tokens[i].Folded), -1) : -1;
        return margin >= 0 && margin + 3 < sentence.First + sentence.Count && words.Has("of", tokens[margin + 1].Folded) && words.Has("this", tokens[margin + 2].Folded) && words.Has("gathering", tokens[margin + 3].Folded)
            && context.Text.Sentences.LastOrDefault(s => s.Section == SectionKind.Body && s.Index < sentence.Index) is { } told
            && context.DatesIn[told.Index].Where(d => d.Resolved.Date.Day > 0).ToList() is [{ IsVague: false, Expression.IsRange: false } day] && day.Resolved.Date.Year == News.Date.Year && !day.IsToCome ? day.Resolved : null;
    }

    /// <summary>Told of a visit as a whole, with nothing that goes on from another day of it.</summary>
    private bool IsOfWholeVisit(Encounter encounter) =>
        encounter.Trigger.Tense is Tense.Past or Tense.Pluperfect && encounter.Sentence.Section == SectionKind.Body && !GoesOn(encounter.Sentence)
        && (_visit.IsNews || _visit.SumsUp(encounter.Sentence, encounter.Trigger.First) && (Told is { Date.Day: > 0 } && !IsOfThose(encounter) || _visit.LastDay(encounter.Sentence, encounter.Trigger.First)?.To < News.From));

    /// <summary><c>Au cours de ce déplacement, ils ont coprésidé la 1re session</c>: those told before are still at it.</summary>
    private bool IsOfThose(Encounter encounter) =>
        encounter.Trigger.First > encounter.Sentence.First && ClauseLexicons.French.Words.Has("both-subject", context.Text.Tokens[encounter.Trigger.First - 1].Folded);

    /// <summary><c>Il a ensuite été reçu par Y</c>, <c>Les entretiens qui ont suivi</c>, <c>Le même jour</c>, <c>Dans l'après-midi</c></summary>
    private bool GoesOn(Sentence sentence) =>
        context.Holds(sentence, "followed") || context.Holds(sentence, "then") || context.Holds(sentence, "part-of-day") || context.DatesIn[sentence.Index].Any(d => d.Expression.Relative is { Unit: DateUnit.Day });

    /// <summary>The same, where the article reports that a visit is over; null where it does not.</summary>
    public ResolvedDate? OfVisitOver(Sentence sentence) => _visit.IsNews ? MonthOfVisit(sentence) : null;

    /// <summary>Told with the news that a visit is over: the day on which somebody came home or left.</summary>
    public bool IsOfReturn(DateMention date) => _visit.IsNews && _visit.Ends(context.Text.Sentences[date.SentenceIndex]) && !date.Expression.IsRange;

    /// <summary>The month of a visit that is over, where its first day is told in that of the news or it can't have begun before.</summary>
    private ResolvedDate MonthOfVisit(Sentence sentence)
    {
        var news = News.Date;

        // "est rentré mardi, à l'issue de sa visite du 30 mars au 3 avril": two months, and nobody says which.
        if (_visit.Days is { } days && days.Resolved.Date.Month != days.Resolved.Last.Month)
        {
            return new ResolvedDate(new PartialDate(days.Resolved.Date.Year == days.Resolved.Last.Year ? news.Year : 0), default, News.Basis);
        }

        var isWithin = context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0 && d.Resolved.Date.Year == news.Year && d.Resolved.Date.Month == news.Month && !d.IsToCome);
        return MonthOfNews(isWithin ? 0 : VisitDays);
    }

    /// <summary>The month of the news where a journey of some days before it fits into that; else nothing.</summary>
    private ResolvedDate MonthOfNews(int days)
    {
        var news = News.Date;
        return news is { Year: > 0, Month: > 0 } && (news.Day == 0 || news.Day > days) && new PartialDate(news.Year, news.Month) is var month ? new ResolvedDate(month, month, News.Basis) : default;
    }

    /// <summary>The day of a meeting that names none: of one that only the headline or a caption tells that of which the lead speaks.</summary>
    private ResolvedDate Undated(Sentence sentence) =>
        sentence.Section != SectionKind.Body && context.Dates.Reported is { Date.Day: > 0 } lead && lead.Last == lead.Date ? lead : context.Dates.Presumed;

    /// <summary><c>La veille, il avait vu X. Dans l'après-midi, il a été reçu par Y</c>: the afternoon of the news, which the sentence goes back to.</summary>
    public bool IsResumed(Sentence sentence)
    {
        const int Opening = 6;
        var words = ClauseLexicons.French.Words;
        return MainVerb(sentence) is { Tense: Tense.Past }
            && words.StandsIn("part-of-day", context.Text.Tokens, sentence.First, sentence.First + Math.Min(Opening, sentence.Count));
    }

    /// <summary><c>les combattants du 1er Novembre</c>: a month with a capital is that of a day that bears its name.</summary>
    private bool IsName(DateMention date) => date.End > date.First + 1 && context.Text.Tokens[date.End - 1].IsCapitalized && context.Text.Tokens[date.End - 1].Kind == TokenKind.Word;

    /// <summary>The first verb of a sentence that no relative clause has: <c>X, qui effectue une visite, a reçu Y</c>.</summary>
    private VerbGroup MainVerb(Sentence sentence) =>
        context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && !(v.First > sentence.First && ClauseLexicons.French.Words.Has("who", context.Text.Tokens[v.First - 1].Folded)));

    /// <summary><c>une répétition sera organisée le 21 octobre</c></summary>
    private bool IsToCome(DateMention date)
    {
        if (date.IsToCome)
        {
            return true;
        }

        var verb = context.Verbs[date.SentenceIndex].LastOrDefault(v => v.IsFinite && v.Anchor < date.First);
        return verb is { Verb: not null, Tense: Tense.Future or Tense.Conditional or Tense.Subjunctive };
    }

    /// <summary><c>a préparé la conférence, qui s'ouvre aujourd'hui, le 24 octobre</c>: what a relative tells in the present is not what the text goes on from.</summary>
    private bool IsOfPresentClause(DateMention date)
    {
        var verbs = context.Verbs[date.SentenceIndex];
        var last = verbs.FindLastIndex(v => v.IsFinite && v.Anchor < date.First);
        return last > 0 && verbs[last] is { Tense: Tense.Present } verb && (ClauseLexicons.French.Words.Has("who", context.Text.Tokens[verb.First - 1].Folded) || ClauseLexicons.French.Words.Has("who-long", context.Text.Tokens[verb.First - 1].Folded)) && verbs.Take(last).Any(v => v is { IsFinite: true, Tense: Tense.Past })
            && (verb.IsReflexive && ClauseLexicons.French.Words.Has("happens-itself", Folding.Fold(verb.Verb)) || ClauseLexicons.French.Words.Has("begins", Folding.Fold(verb.Verb)) || ClauseLexicons.French.Words.Has("took-place", context.Text.Tokens[verb.End].Folded));
    }

    /// <summary><c>il a quitté le Vietnam ce 17 juin</c>: the end of a stay is the day of none of its meetings.</summary>
    private bool IsOfJourney(DateMention date)
    {
        const int Reach = 8;
        var words = ClauseLexicons.French.Words;
        return Enumerable.Range(Math.Max(context.Text.Sentences[date.SentenceIndex].First, date.First - Reach), Math.Min(Reach, date.First - context.Text.Sentences[date.SentenceIndex].First))
            .Any(i => words.Has("leaving", context.Text.Tokens[i].Folded));
    }

    /// <summary><c>jusqu'au 28 août</c></summary>
    private bool IsEnd(DateMention date)
    {
        const int Reach = 2;
        var first = Math.Max(context.Text.Sentences[date.SentenceIndex].First, date.First - Reach);
        return ClauseLexicons.French.Words.StandsIn("until", context.Text.Tokens, first, date.First);
    }

    private bool IsNews(ResolvedDate date) =>
        date.From is not { } from ? context.Dates.ArticleDate.Date.Year == 0 && !(Told is { Date: { Year: 0, Day: > 0 } open } && date.Date.Day > 0 && DateCalendar.DaysApart(open, date.Date) > NewsDays)
        // "les relations, ouvertes le 25 juin 1975": where the days of the news have no year, one that has is history.
        : context.Dates.ArticleDate.Date.Year == 0 && Told is { Date: { Year: 0, Month: > 0 } day } ? day.Agrees(date.Date)
        : context.Dates.ArticleDate is { From: { } first, To: { } last } ? from.AddDays(NewsDays) >= first && from <= last
        : Told is not { From: { } told } || Math.Abs(told.DayNumber - from.DayNumber) <= NewsDays;

    /// <summary>The time of the article's news: its date, or that of the first event told.</summary>
    public ResolvedDate News => context.Dates.ArticleDate.Date.IsEmpty ? Told ?? default : context.Dates.ArticleDate;
}
