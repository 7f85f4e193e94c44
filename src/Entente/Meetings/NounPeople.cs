using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>The people who stand behind a noun of encounter.</summary>
internal static class NounPeople
{
    /// <summary>Whether people of both sides are named behind a noun.</summary>
    public static bool HoldsBoth(ArticleContext context, Sentence sentence, int next)
    {
        const int Reach = 12;
        var people = context.Actors[sentence.Index].Where(a => a.First >= next && a.Person is not null).ToList();
        // "Au cours des entrevues, le commissaire X a loué l'amitié forgée par Y": those behind the comma are of another clause.
        return people.Count > 0 && people[0].First - next <= Reach && context.Text.Tokens[next].Text != "," && people.Exists(context.IsHome) && people.Exists(context.IsForeign);
    }

    /// <summary><c>Lors des entretiens avec le général X, tenus mardi</c>: with somebody, and not a habit.</summary>
    public static bool IsWithNamed(ArticleContext context, Sentence sentence, int next)
    {
        const int Reach = 8;
        return next < sentence.First + sentence.Count && WordSets.French.Has("with", context.Text.Tokens[next].Folded) && context.Actors[sentence.Index].Any(a => a.IsNamed && a.First > next && a.First - next <= Reach);
    }

    /// <summary><c>Lors de la réunion avec le président de la Douma</c>: with somebody of the other side, by name or by his office.</summary>
    public static bool IsWithForeign(ArticleContext context, Sentence sentence, int next)
    {
        const int Reach = 4;
        return next < sentence.First + sentence.Count && WordSets.French.Has("with", context.Text.Tokens[next].Folded)
            && context.Actors[sentence.Index].Any(a => a.First > next && a.First - next <= Reach && a is { Count: 1, IsInstitution: false } && context.IsForeign(a) && (a.IsNamed || !a.IsGroup));
    }

    /// <summary><c>Lors d'une réunion mardi à Hanoï avec X</c>: past the day and the place that stand between a noun and whom it was with; the token itself where they do not.</summary>
    public static int PastSetting(ArticleContext context, Sentence sentence, int next)
    {
        const int Reach = 8;
        var tokens = context.Text.Tokens;
        for (var i = next; i < Math.Min(next + Reach, sentence.First + sentence.Count); i++)
        {
            if (WordSets.French.Has("with", tokens[i].Folded))
            {
                return i;
            }

            if (!tokens[i].IsCapitalized && tokens[i].Kind != TokenKind.Number && !WordSets.French.Has("setting-word", tokens[i].Folded) && !context.DatesIn[sentence.Index].Any(d => d.First <= i && i < d.End))
            {
                return next;
            }
        }

        return next;
    }

    /// <summary><c>l'entretien entre le président américain X et le président russe Y</c>: of two other states with each other.</summary>
    public static bool IsOfOthers(ArticleContext context, Sentence sentence, int next)
    {
        const int Reach = 30;
        if (next >= sentence.First + sentence.Count || !WordSets.French.Has("between", context.Text.Tokens[next].Folded))
        {
            return false;
        }

        var verb = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.First >= next).Select(v => v.First).DefaultIfEmpty(next + Reach).Min();
        var between = context.Actors[sentence.Index].Where(a => a.First > next && a.First < Math.Min(verb, next + Reach)).ToList();
        return between.Count > 1 && between.TrueForAll(a => a.Count == 1 && context.IsForeign(a)) && between[0].Country != between[1].Country;
    }

    public static bool IsWithPeople(TokenList tokens, int from) => from + 1 < tokens.Count && WordSets.French.StandsIn("with", tokens, from, from + 2);
}
