using Entente.Texts;

namespace Entente.Dates;

/// <summary>Finds the day of what the lead reports: of an article without a date it is the date.</summary>
internal sealed class ReportedDay(ArticleText text, YearFinder years)
{
    // The lead and what goes on with it: « C'est ce qu'a affirmé le ministre, en visite à Luanda les 27 et 28 mars ».
    private const int LeadSentences = 3;

    private readonly int? endOfLead = text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body)?.Index + LeadSentences;
    private ResolvedDate? day;
    private int announcing = -1;

    // The sentence of a first day that is only a weekday.
    private int weekdayIn = -1;

    /// <summary>The day, or the first day; empty when the lead names none, or one to come.</summary>
    public ResolvedDate Day => day ?? default;

    /// <summary>Where in the seed it is named; after everything when it is not.</summary>
    public int At { get; private set; } = int.MaxValue;

    /// <summary>Takes the dates of the article in their order.</summary>
    public void Add(DateMention mention, DateTense tense)
    {
        // « Il ira du 15 au 17 mai en Hongrie, puis du 18 au 20 au Danemark »: the second has no verb of its own.
        announcing = tense == DateTense.Future || mention.Expression.Direction > 0 ? mention.SentenceIndex : announcing;
        // « est arrivé dimanche, pour une visite du 2 au 4 octobre »: of a weekday that nothing settles, the days of the stay tell.
        if (day is { Date.IsEmpty: true } && mention is { Expression: { IsRange: true, Start.Day: > 0 }, IsEarlier: false } && mention.SentenceIndex == weekdayIn && !mention.IsHistory(text.Tokens))
        {
            (day, At) = (mention.Resolved, mention.Expression.Span.Start);
            return;
        }

        if (day is not null || !(mention.SentenceIndex < endOfLead) || (announcing == mention.SentenceIndex && tense is DateTense.None or DateTense.Future) || text.Sentences[mention.SentenceIndex].Section != SectionKind.Body)
        {
            return;
        }

        // « Il a reçu jeudi l'élu du scrutin organisé le 19 mai »: the first day named is that of the news, also where it stays open.
        var named = mention.Resolved.Date;
        if (!IsOfSomebody(mention) && (named.Day > 0 || mention.Expression.Weekday is not null) && !mention.IsHistory(text.Tokens) && !years.NamesLater(named.Year))
        {
            (day, At) = (mention.Resolved, mention.Expression.Span.Start);
            weekdayIn = named.IsEmpty ? mention.SentenceIndex : -1;
        }
    }

    /// <summary><c>au Cambodge depuis lundi, il a vu mardi 26 février X</c>, <c>X, qui avait pris ses fonctions le 3 janvier, a été reçu lundi</c>: what is said of somebody.</summary>
    private static bool IsOfSomebody(DateMention mention) =>
        mention.Expression is { Start.IsEmpty: true, Weekday: not null } ? mention.Role != DateRole.Main : mention is { Role: DateRole.Aside, IsEarlier: true, Expression.IsRange: false };
}
