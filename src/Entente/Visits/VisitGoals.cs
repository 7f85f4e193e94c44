using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds the states that a visit goes to: a name behind <c>au</c>, <c>en</c>, <c>à</c>, or a capital near its noun.</summary>
internal sealed class VisitGoals(WordSets words)
{
    /// <summary>How far behind a noun of visit its goal may stand, in tokens.</summary>
    public const int Reach = 14;

    /// <summary>How far behind a noun of visit or a verb a capital stands for the state that is visited.</summary>
    private const int CapitalReach = 4;

    /// <summary>The goals between two tokens in the order of the text, the home country among them; <paramref name="bound"/> takes <c>pour</c> as well (<c>s'envoler pour Moscou</c>).</summary>
    public static List<string> Between(ArticleContext context, Sentence sentence, int from, int until, bool anyCapital = false, bool bound = false)
    {
        bool IsGoal(MentionKind kind, int first) =>
            first >= from && first < until && (kind is MentionKind.Name or MentionKind.Body || kind == MentionKind.Capital && (anyCapital || first < from + CapitalReach)) && IsLedTo(context, sentence, first, bound);

        var goals = new List<(int At, string Code)>();
        goals.AddRange(context.Mentions[sentence.Index].Where(m => IsGoal(m.Kind, m.FirstToken)).Select(m => (m.FirstToken, m.Code)));
        goals.AddRange(context.HomeMentions[sentence.Index].Where(m => m.Kind != MentionKind.Body && IsGoal(m.Kind, m.FirstToken)).Select(m => (m.FirstToken, context.HomeCountry)));
        return [.. goals.OrderBy(g => g.At).Select(g => g.Code).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The goals of a visit by somebody of <paramref name="origin"/>: behind its noun or verb, else before it, else the other side. None when the
    /// text sends the visitor nowhere abroad (<c>une visite de travail dans la province de Lang Son</c>).
    /// </summary>
    public List<string> Of(ArticleContext context, Sentence sentence, int first, int end, int reach, string origin)
    {
        var goals = Between(context, sentence, end, end + reach);
        if (goals.Count == 0)
        {
            goals = Between(context, sentence, Math.Max(sentence.First, first - 8), first);
        }

        // "À l'invitation du Portugal et de la République tchèque, … une visite dans ces deux pays"
        if (goals.Count == 0 && IsBackward(context, end, reach))
        {
            goals = [.. context.Mentions[sentence.Index].Where(m => m.FirstToken < first && m.Kind == MentionKind.Name).Select(m => m.Code).Distinct(StringComparer.Ordinal)];
        }

        var isAtHome = goals.Count > 0;
        goals.RemoveAll(g => g == origin);
        if (goals.Count > 0 || origin == context.HomeCountry && (isAtHome || IsInland(context, end)))
        {
            return goals;
        }

        return origin != context.HomeCountry ? [context.HomeCountry] : context.SolePartner is { } sole ? [sole] : [];
    }

    /// <summary><c>dans la province de</c>, <c>à la 3e Région navale</c>: a journey within the country.</summary>
    private bool IsInland(ArticleContext context, int end)
    {
        var tokens = context.Text.Tokens;
        for (var i = end; i < Math.Min(end + 6, tokens.Count); i++)
        {
            if (words.Has("inland", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>dans ces deux pays</c>: the states named before.</summary>
    private static bool IsBackward(ArticleContext context, int end, int reach)
    {
        var tokens = context.Text.Tokens;
        for (var i = end; i < Math.Min(end + reach, tokens.Count - 2); i++)
        {
            if (tokens[i].Folded == "ces" && (tokens[i + 1].Folded == "pays" || tokens[i + 2].Folded == "pays"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLedTo(ArticleContext context, Sentence sentence, int first, bool bound)
    {
        for (var i = first - 1; i >= sentence.First && i >= first - 2; i--)
        {
            var token = context.Text.Tokens[i];
            if (token.Folded is "au" or "aux" or "en" or "aupres" || token.Text is "à" or "À" || bound && token.Folded == "pour")
            {
                return true;
            }

            if (token.Folded is not ("la" or "l'" or "le" or "de" or "d'"))
            {
                return false;
            }
        }

        return false;
    }
}
