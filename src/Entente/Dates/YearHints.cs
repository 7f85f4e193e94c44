using Entente.Texts;

namespace Entente.Dates;

/// <summary>
/// Finds the year of an article without a date in what it says of other years: <c>Dix ans après la signature, en 2013, de l'accord</c>, <c>en 2013, l'année prochaine</c>,
/// <c>célébrer, l'année prochaine, le trentenaire des relations (1992-2022)</c>.
/// </summary>
internal static class YearHints
{
    /// <summary>How far behind "N ans après" the year may stand from which they are counted, in tokens.</summary>
    private const int CountReach = 10;

    /// <summary>How far from a year told by the article's the pair of years of its anniversary may stand, in tokens.</summary>
    private const int PairReach = 24;

    /// <summary>The year, or 0 where nothing tells it or two disagree.</summary>
    public static int Find(ArticleText text, DateWords words, List<(DateExpression Date, Sentence Sentence)> found)
    {
        var years = new HashSet<int>();
        for (var i = 0; i < found.Count; i++)
        {
            var (date, sentence) = found[i];
            if (sentence.Section != SectionKind.Body)
            {
                continue;
            }

            if (date is { Start.Year: > 0, IsRange: false } && (date.Start.Month == 0 || date.IsWithinBrackets(text.Tokens)) && YearsAfter(text, words, sentence, date) is > 0 and var count)
            {
                years.Add(date.Start.Year + count);
            }

            var offset = date is { Relative: { Anchor: DateAnchor.Article, Unit: DateUnit.Year } relative } ? relative.Offset : date.YearOf is { Anchor: DateAnchor.Article } year ? year.Offset : (int?)null;
            if (offset is { } away)
            {
                if (i > 0 && found[i - 1].Date is { Start: { Year: > 0, Month: 0 } named, IsRange: false } before && found[i - 1].Sentence.Index == sentence.Index && IsApposed(text, before.First + before.Count, date.First))
                {
                    years.Add(named.Year - away);
                }

                if (i + 1 < found.Count && found[i + 1].Date is { IsRange: true, Start: { Year: > 0, Month: 0 }, End: { Year: > 0, Month: 0 } end } pair && found[i + 1].Sentence.Index == sentence.Index
                    && pair.First - date.First <= PairReach && text.Tokens[pair.First - 1].Folded == "(")
                {
                    years.Add(end.Year - away);
                }
            }
        }

        return years.Count == 1 ? years.First() : 0;
    }

    /// <summary>The years counted at the head of the sentence from a year that it names; 0 if none are.</summary>
    private static int YearsAfter(ArticleText text, DateWords words, Sentence sentence, DateExpression date)
    {
        var (tokens, first) = (text.Tokens, sentence.First);
        if (date.First - first > CountReach + 3 || sentence.Count < 6)
        {
            return 0;
        }

        var (count, next) = tokens[first].Kind == TokenKind.Number && int.TryParse(tokens[first].Text, out var figures) ? (figures, first + 1)
            : words.TryMatch(DateClass.Number, tokens, first, first + sentence.Count, out var number) ? (number.Value, number.Next) : (0, first);
        return count > 0 && next + 1 < date.First && words.TryMatch(DateClass.Unit, tokens, next, next + 1, out var unit) && (DateUnit)unit.Value == DateUnit.Year && words.Has(DateClass.Origin, tokens, next + 1) ? count : 0;
    }

    private static bool IsApposed(ArticleText text, int from, int until) => until - from <= 2 && until > from && text.Tokens[from].Folded is "," or "(";
}
