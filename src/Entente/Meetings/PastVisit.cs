using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Tells what a sentence looks back on that goes on with a visit of another time: <c>Son séjour du 3 au 5 mai 2004 avait ouvert la voie. Lors de ce séjour, les deux présidents ont signé une
/// déclaration</c>.
/// </summary>
internal static class PastVisit
{
    /// <summary>Tokens from the head of a sentence to the visit that it takes up, or to the day that opens it.</summary>
    private const int Opening = 9;

    /// <summary>Tokens from a visit to the days that it took.</summary>
    private const int DayReach = 8;

    /// <summary>Days before the news from which on a visit is none of it.</summary>
    private const int Long = 62;

    /// <summary>The month of that visit, or its year; null where the sentence goes on with none.</summary>
    public static ResolvedDate? Of(ArticleContext context, Sentence sentence)
    {
        var words = WordSets.French;
        var tokens = context.Text.Tokens;
        var until = Math.Min(sentence.First + Opening, sentence.First + sentence.Count);
        if (sentence.Section != SectionKind.Body || context.DatesIn[sentence.Index].Count > 0 || context.Dates.ArticleDate.From is not { } news
            || !Enumerable.Range(sentence.First + 1, Math.Max(0, until - sentence.First - 1)).Any(i => words.Has("visit-whole", tokens[i].Folded) && words.Has("known-visit", tokens[i - 1].Folded) && words.StandsIn("on-visit", tokens, sentence.First, i))
            || context.Text.Sentences.LastOrDefault(s => s.Section == SectionKind.Body && s.Index < sentence.Index) is not { } told || words.StandsIn("that-one", tokens, told.First, told.First + told.Count))
        {
            return null;
        }

        foreach (var date in context.DatesIn[told.Index])
        {
            var visit = Enumerable.Range(told.First, told.Count).FirstOrDefault(i => words.Has("visit-whole", tokens[i].Folded), -1);
            var isItsOwn = visit - told.First is >= 0 and <= 3 && date.First > visit && date.First - visit <= DayReach || date.First - told.First <= 3 && visit > date.End;
            if (isItsOwn && date.Resolved is { Date.Year: > 0, To: { } to } stay && news.DayNumber - to.DayNumber > Long)
            {
                return stay.SomeDay;
            }
        }

        return null;
    }
}
