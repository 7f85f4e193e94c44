using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>How far words stand from each other in a sentence, as a reader takes them: what is set between does not count.</summary>
internal static class WordDistance
{
    /// <summary>Words between a verb and a noun that no person, office or date has, nor parentheses: <c>a eu, le 23 octobre (heure locale), un entretien</c>.</summary>
    public static int Between(ArticleContext context, Sentence sentence, int verb, int noun)
    {
        var words = ClauseLexicons.French.Words;
        var between = noun - verb - context.Actors[sentence.Index].Where(a => a.First > verb && a.End <= noun).Sum(a => a.End - a.First)
            - context.DatesIn[sentence.Index].Where(d => d.First > verb && d.End <= noun).Sum(d => d.End - d.First);
        var open = -1;
        var comma = -1;
        for (var i = verb + 1; i < noun; i++)
        {
            // "a tenu à Hanoï, tout de suite après la cérémonie d'accueil, un entretien": what tells when or where between commas.
            if (context.Text.Tokens[i].Folded == ",")
            {
                between -= comma > 0 && words.Has("aside-opening", context.Text.Tokens[comma + 1].Folded) ? i - comma - CountedIn(comma, i) : 0;
                comma = i;
            }

            open = context.Text.Tokens[i].Folded == "(" ? i : open;
            if (context.Text.Tokens[i].Folded == ")" && open >= 0)
            {
                between -= i + 1 - open;
                open = -1;
            }
        }

        return between;

        // Dates and people are left out already.
        int CountedIn(int from, int until) => context.Actors[sentence.Index].Where(a => a.First > from && a.End <= until).Sum(a => a.End - a.First) + context.DatesIn[sentence.Index].Where(d => d.First > from && d.End <= until).Sum(d => d.End - d.First);
    }
}
