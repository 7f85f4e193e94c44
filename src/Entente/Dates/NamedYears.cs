using Entente.Texts;

namespace Entente.Dates;

/// <summary>Tells the <see cref="YearFinder"/> of the years that an article names, and how it names them.</summary>
internal sealed class NamedYears(ArticleText text, DateWords words, TenseOfDates tenses)
{
    private readonly TenseOfYears years = new(text, words, tenses);

    /// <param name="found">The dates of the article, in order.</param>
    /// <param name="today">The day after which nothing was written.</param>
    /// <param name="isOpen">The article itself tells no year.</param>
    public YearFinder Find(List<(DateExpression Date, Sentence Sentence)> found, DateOnly today, bool isOpen)
    {
        var finder = new YearFinder(today);
        DateExpression? previous = null;
        foreach (var (date, sentence) in found)
        {
            if (years.IsPlanned(date))
            {
                // « le plan pour 2016 » may have been signed before.
                if (IsOfPlan(date))
                {
                    finder.AddPlanned(date.Start.Year);
                }

                continue;
            }

            Add(finder, date, sentence, previous);
            previous = date;
        }

        if (isOpen)
        {
            AddDatingWords(finder);
        }

        AddNumbers(finder);
        return finder;
    }

    private void Add(YearFinder finder, DateExpression date, Sentence sentence, DateExpression? previous)
    {
        var announced = years.IsAnnounced(date, sentence, previous);
        var pair = date.IsWithinBrackets(text.Tokens);
        var isDone = date.Start.Year > 0 && !announced && years.IsDone(date, sentence);
        finder.Add(date.Start.Year, announced, pair, isDone);
        if (announced || pair || !date.IsRange)
        {
            // The last year of a period (« le plan 2025-2027 ») may lie ahead of the article.
            finder.Add(date.End.Year, announced, pair, isDone);
        }

        if (announced && date.Start is { Year: > 0, Month: 0 } && !date.IsRange && years.IsImminent(date, sentence, previous))
        {
            finder.AddPlanned(date.Start.Year);
        }
    }

    /// <summary>
    /// Years that no date expression has: <c>le « Partenariat Pacifique 2015 »</c>, the name of an event; <c>L'année 2015 marque le 20e anniversaire</c>, that of the article; <c>2025 verra la
    /// célébration</c>, one to come.
    /// </summary>
    private void AddNumbers(YearFinder finder)
    {
        foreach (var sentence in text.Sentences.Where(s => s.Section is SectionKind.Body or SectionKind.Title))
        {
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
            {
                ref readonly var token = ref text.Tokens[i];
                if (token is not { Kind: TokenKind.Number, Length: 4 } || !NumericDate.TryParse(token.Text, out var year))
                {
                    continue;
                }

                if (i > sentence.First && (text.Tokens[i - 1].IsCapitalized || (i > sentence.First + 1 && text.Tokens[i - 1].Folded == "-" && !token.SpaceBefore && text.Tokens[i - 2].IsCapitalized)) && !words.Has(DateClass.Month, text.Tokens, i - 1))
                {
                    finder.AddNamed(year);
                }
                else if (i + 1 < sentence.First + sentence.Count && words.Has(DateClass.Marking, text.Tokens, i + 1))
                {
                    finder.AddPresent(year);
                }
                else if (i + 1 < sentence.First + sentence.Count && words.Has(DateClass.Seeing, text.Tokens, i + 1))
                {
                    finder.Add(year, future: true, pair: false);
                }
            }
        }
    }

    /// <summary><c>le plan de coopération pour 2026</c>, but not <c>une aide de deux millions pour la période 2026-2030</c></summary>
    private bool IsOfPlan(DateExpression date)
    {
        const int Reach = 7;
        for (var i = date.First - 1; i >= 0 && date.First - i <= Reach && text.Tokens[i].Kind == TokenKind.Word; i--)
        {
            if (words.Has(DateClass.PlanNoun, text.Tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What has been only since a year is told of later than that: <c>malgré le COVID-19</c>.</summary>
    private void AddDatingWords(YearFinder finder)
    {
        foreach (var sentence in text.Sentences.Where(s => s.Section is SectionKind.Body or SectionKind.Title))
        {
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
            {
                if (words.TryMatch(DateClass.Dating, text.Tokens, i, sentence.First + sentence.Count, out var match))
                {
                    finder.Add(match.Value, future: false, pair: false);
                }
            }
        }
    }
}
