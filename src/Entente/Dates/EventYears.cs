using Entente.Texts;

namespace Entente.Dates;

/// <summary>
/// Finds the years that an article without a date tells by its event: <c>L'édition 2023 de la consultation s'est déroulée le 27 juillet</c>, <c>Le 5e échange frontalier Vietnam - Laos 2019 a eu lieu le 6 mai</c>.
/// The day in the same sentence is of that year.
/// </summary>
internal static class EventYears
{
    /// <summary>From the noun of a gathering to the year that ends its name: <c>rencontre annuelle des jeunes médecins militaires Vietnam - Laos</c>.</summary>
    private const int NameReach = 16;

    /// <summary>Completes the days of the sentences that name the year of their event.</summary>
    public static void Complete(ArticleText text, DateWords words, YearFinder years, List<(DateExpression Date, Sentence Sentence)> found)
    {
        foreach (var (edition, sentence) in found.Where(f => f.Date is { Start: { Year: > 0, Month: 0 }, IsRange: false, First: > 0 } && words.Has(DateClass.Edition, text.Tokens, f.Date.First - 1)).ToList())
        {
            Complete(found, sentence, edition.Start.Year);
        }

        foreach (var sentence in text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            // A sentence that tells another year speaks of more than its event, as does a text that goes on to later ones.
            if (YearOfName(text, words, sentence) is > 0 and var year && !years.NamesLater(year) && years.Allows(year) && !found.Exists(f => f.Sentence.Index == sentence.Index && f.Date.Start.Year > 0 && f.Date.Start.Year != year))
            {
                Complete(found, sentence, year);
            }
        }
    }

    private static void Complete(List<(DateExpression Date, Sentence Sentence)> found, Sentence sentence, int year)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var date = found[i].Date;
            if (found[i].Sentence.Index == sentence.Index && date is { Start: { Year: 0, Day: > 0 }, End: { Year: 0, Day: > 0 } } && PartialDate.IsValid(year, date.Start.Month, date.Start.Day))
            {
                found[i] = (date with { Start = date.Start with { Year = year }, End = date.End with { Year = year } }, found[i].Sentence);
            }
        }
    }

    /// <summary>The year behind the capital that ends the name of a numbered gathering; 0 for none.</summary>
    private static int YearOfName(ArticleText text, DateWords words, Sentence sentence)
    {
        var tokens = text.Tokens;
        for (var i = sentence.First + 2; i < sentence.First + sentence.Count; i++)
        {
            if (tokens[i] is { Kind: TokenKind.Number, Length: 4 } && tokens[i - 1].IsCapitalized && !words.Has(DateClass.Month, tokens, i - 1) && NumericDate.TryParse(tokens[i].Text, out var year) && IsNumberedGathering(tokens, sentence.First, i))
            {
                return year;
            }
        }

        return 0;
    }

    private static bool IsNumberedGathering(TokenList tokens, int first, int year)
    {
        var words = WordSets.French;
        for (var i = year - 2; i > first && i >= year - NameReach && tokens[i].Folded is not ("," or ";" or ":"); i--)
        {
            if ((words.Has("gathering", tokens[i].Folded) || words.Has("body-encounter", tokens[i].Folded)) && (words.Has("ordinal", tokens[i - 1].Folded) || tokens[i - 1].Text is [>= '0' and <= '9', .., 'e']))
            {
                return true;
            }
        }

        return false;
    }
}
