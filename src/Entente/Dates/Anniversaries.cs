using Entente.Texts;

namespace Entente.Dates;

/// <summary>
/// Finds the year of an article that tells none in an anniversary that it keeps: <c>pour fêter les 80 ans de l'armée (22 décembre 1944 - 22 décembre 2024)</c>, <c>Cette année marque le 20e
/// anniversaire des relations (22 décembre 1992)</c>. One to come, and one of another year, tell nothing.
/// </summary>
internal sealed class Anniversaries(ArticleText text, DateWords words, TenseOfDates tenses)
{
    /// <summary>From the count of the years to the bracket that has them, in tokens.</summary>
    private const int Reach = 16;

    /// <summary>Days around the day of an anniversary in which it is nearer than those of the years before and after.</summary>
    private const int HalfYear = 182;

    /// <summary>The year of an article with a day of an open year, or 0 where nothing tells it or two disagree.</summary>
    public int Find(PartialDate article, List<(DateExpression Date, Sentence Sentence)> found)
    {
        var years = new HashSet<int>();
        for (var i = 0; i < found.Count; i++)
        {
            var (date, sentence) = found[i];
            if (sentence.Section == SectionKind.Body && date.Start.Year > 0 && OpenBracket(date, sentence) is { } open && CountBefore(sentence, open) is > 0 and var count
                && !IsOfAnotherYear(sentence, open, found) && YearOf(article, date, i + 1 < found.Count ? found[i + 1] : default, sentence, count, IsAhead(sentence, open)) is > 0 and var year)
            {
                years.Add(year);
            }
        }

        return years.Count == 1 ? years.First() : 0;
    }

    /// <summary>The year of an anniversary: the second of its pair, or as many after the one that it counts from.</summary>
    private int YearOf(PartialDate article, DateExpression date, (DateExpression? Date, Sentence Sentence) next, Sentence sentence, int count, bool isAhead)
    {
        var last = date.Start with { Year = date.Start.Year + count };
        var isPair = date.IsRange || next.Date is { } end && next.Sentence.Index == sentence.Index && end.First - date.First - date.Count <= 1 && end.IsWithinBrackets(text.Tokens);
        if (isPair && (date.IsRange ? date.End.Year : next.Date!.Start.Year) != last.Year)
        {
            return 0;
        }

        // Kept about its day, also before it: « à la veille du 60e anniversaire (26 juillet 1953 - 26 juillet 2013) ».
        if (last.Day > 0 && article.Day > 0 && PartialDate.IsValid(last.Year, last.Month, last.Day) && PartialDate.IsValid(last.Year, article.Month, article.Day))
        {
            var away = new DateOnly(last.Year, article.Month, article.Day).DayNumber - last.From!.Value.DayNumber;
            return Math.Abs(away) <= HalfYear ? last.Year : 0;
        }

        return isAhead ? 0 : last.Year;
    }

    /// <summary>Index of the bracket that opens right before a date; null for none.</summary>
    private int? OpenBracket(DateExpression date, Sentence sentence)
    {
        const int Before = 2;
        for (var at = date.First - 1; at > sentence.First && at >= date.First - Before; at--)
        {
            if (text.Tokens[at].Folded == "(")
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>How many years are counted before a bracket: <c>le 30e anniversaire de …</c>, <c>les 80 ans de …</c>; 0 for none.</summary>
    private int CountBefore(Sentence sentence, int bracket)
    {
        for (var at = bracket - 1; at > sentence.First && bracket - at <= Reach && text.Tokens[at].Folded is not (";" or ")"); at--)
        {
            if (words.Has(DateClass.Anniversary, text.Tokens, at) || words.Has(DateClass.YearsOld, text.Tokens, at) && at + 1 < bracket && words.Has(DateClass.Of, text.Tokens, at + 1))
            {
                var before = text.Tokens[at - 1];
                var figures = before.Folded.TakeWhile(char.IsAsciiDigit).Count();
                return figures is > 0 and < 4 ? int.Parse(before.Folded.AsSpan(0, figures), System.Globalization.CultureInfo.InvariantCulture)
                    : words.TryMatch(DateClass.Number, text.Tokens, at - 1, at, out var number) ? number.Value : 0;
            }
        }

        return 0;
    }

    /// <summary><c>En 2015, ils ont fêté le 20e anniversaire (1995-2015)</c>, <c>Ils avaient fêté …</c></summary>
    private bool IsOfAnotherYear(Sentence sentence, int bracket, List<(DateExpression Date, Sentence Sentence)> found) =>
        found.Any(f => f.Sentence.Index == sentence.Index && (f.Date.Start.Year > 0 && !f.Date.IsWithinBrackets(text.Tokens) || f.Date.YearOf is not null || f.Date.Relative is { Unit: DateUnit.Year, Offset: not 0 } || f.Date.Direction is not null and not 0))
        || Enumerable.Range(sentence.First, bracket - sentence.First).Any(i => tenses.At(i) == DateTense.Earlier
            // « les deux années écoulées, au cours desquelles ils ont fêté les quarante ans de leurs relations (1971-2011) »
            || WordSets.French.Has("years-noun", text.Tokens[i].Folded) && WordSets.French.Has("gone-by", text.Tokens[i + 1].Folded));

    /// <summary><c>célébreront le 25e anniversaire</c>, <c>les préparatifs du 25e anniversaire</c></summary>
    private bool IsAhead(Sentence sentence, int bracket) =>
        Enumerable.Range(sentence.First, bracket - sentence.First).Any(i => tenses.At(i) == DateTense.Future || words.Has(DateClass.Ahead, text.Tokens, i) || IsAgreed(i, bracket));

    /// <summary><c>ont convenu de célébrer le 40e anniversaire</c>, <c>se sont engagées à coopérer pour fêter</c>: what is agreed on is still to be done.</summary>
    private bool IsAgreed(int at, int bracket) =>
        WordSets.French.Has("agreed-to-do", text.Tokens[at].Folded) && Enumerable.Range(at + 1, Math.Max(0, bracket - at - 1)).Any(i => WordSets.French.Has("keeping-anniversary", text.Tokens[i].Folded) && tenses.IsInfinitive(i));
}
