using Entente.Clauses;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds the states that a visit goes to: a name behind <c>au</c>, <c>en</c>, <c>à</c>, or a capital near its noun.</summary>
internal sealed class VisitGoals(WordSets words, PhraseMatcher<bool> towns)
{
    /// <summary>How far behind a noun of visit its goal may stand, in tokens.</summary>
    public const int Reach = 14;

    /// <summary>How far behind a noun of visit or a verb a capital stands for the state that is visited.</summary>
    private const int CapitalReach = 4;

    /// <summary>The goals between two tokens in the order of the text, the home country among them; <paramref name="bound"/> takes <c>pour</c> as well (<c>s'envoler pour Moscou</c>).</summary>
    public List<string> Between(ArticleContext context, Sentence sentence, int from, int until, bool anyCapital = false, bool bound = false)
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

        if (goals.Count == 0)
        {
            goals = Backward(context, sentence, first, end, reach);
        }

        if (goals.Count == 0 && origin == context.HomeCountry)
        {
            goals = Visited(context, sentence, end, reach);
        }

        var isAtHome = goals.Count > 0;
        goals.RemoveAll(g => g == origin);
        if (goals.Count > 0 || origin == context.HomeCountry && (isAtHome || IsInland(context, sentence, first, end)))
        {
            return goals;
        }

        return origin != context.HomeCountry ? [context.HomeCountry] : context.SolePartner is { } sole ? [sole] : [];
    }

    /// <summary><c>dans la province de</c>, <c>à la 3e Région navale</c>, <c>arrivé à Hô Chi Minh-Ville pour une visite</c>: a journey within the country.</summary>
    private bool IsInland(ArticleContext context, Sentence sentence, int first, int end)
    {
        var tokens = context.Text.Tokens;
        for (var i = end; i < Math.Min(end + 6, tokens.Count); i++)
        {
            if (words.Has("inland", tokens[i].Folded))
            {
                return true;
            }
        }

        for (var i = Math.Max(sentence.First, first - 10); i < Math.Min(end + 6, sentence.First + sentence.Count - 1); i++)
        {
            if (tokens[i].Text == "à" && towns.TryMatchAt(tokens, i + 1, sentence.First + sentence.Count, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The states that a verb has as its objects, in order: <c>visitera Singapour, le Vietnam et les Philippines</c>.</summary>
    public static List<string> Objects(ArticleContext context, Sentence sentence, int from)
    {
        var tokens = context.Text.Tokens;
        var goals = new List<string>();
        for (var i = from; i < sentence.First + sentence.Count; i++)
        {
            if (context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken == i && m.Kind == MentionKind.Name) is { } partner)
            {
                goals.Add(partner.Code);
                i = partner.EndToken - 1;
            }
            else if (context.HomeMentions[sentence.Index].FirstOrDefault(m => m.FirstToken == i && m.Kind == MentionKind.Name) is { } home)
            {
                goals.Add(context.HomeCountry);
                i = home.EndToken - 1;
            }
            else if (tokens[i].Folded is not ("le" or "la" or "l'" or "les") && !(goals.Count > 0 && tokens[i].Folded is "," or "et" or "puis" or "ainsi" or "que"))
            {
                break;
            }
        }

        return goals;
    }

    /// <summary>The goals behind a verb of travel; a town of the home country is one for who comes from abroad.</summary>
    public List<string> Reached(ArticleContext context, Sentence sentence, int end, TravelVerb travel, Actor traveller)
    {
        var goals = Between(context, sentence, end, end + travel.Reach, travel.AnyCapital, travel.IsBound);
        if (goals.Count > 0 || !travel.AnyCapital || !context.IsForeign(traveller))
        {
            return goals;
        }

        var until = Math.Min(end + travel.Reach, sentence.First + sentence.Count);
        for (var i = end; i < until; i++)
        {
            if (context.Text.Tokens[i].Text is "à" or "de" && towns.TryMatchAt(context.Text.Tokens, i + 1, until, out _))
            {
                return [context.HomeCountry];
            }
        }

        return goals;
    }

    /// <summary><c>dans ces deux pays</c>: the states named before, here or in the sentence before, as many as the number says.</summary>
    private static List<string> Backward(ArticleContext context, Sentence sentence, int first, int end, int reach)
    {
        var tokens = context.Text.Tokens;
        for (var i = Math.Max(end, sentence.First + 1); i < Math.Min(end + reach, sentence.First + sentence.Count - 1); i++)
        {
            if (tokens[i].Folded is not ("ces" or "les") || tokens[i - 1].Folded != "dans" || (tokens[i + 1].Folded is "deux" or "trois" ? i + 2 : i + 1) is var noun && tokens[noun].Folded is not ("pays" or "nations" or "etats"))
            {
                continue;
            }

            for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - 1); s--)
            {
                var named = context.Mentions[s].Where(m => m.FirstToken < first && m.Kind is MentionKind.Name or MentionKind.Demonym).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
                if (tokens[i + 1].Folded switch { "deux" => named.Count == 2, "trois" => named.Count == 3, _ => named.Count > 1 })
                {
                    return named;
                }
            }
        }

        return [];
    }

    /// <summary><c>une visite au commandement de la Marine thaïlandaise</c>: whose institution is visited, unless it is the own country's.</summary>
    private static List<string> Visited(ArticleContext context, Sentence sentence, int end, int reach)
    {
        var tokens = context.Text.Tokens;
        var until = Math.Min(end + reach, sentence.First + sentence.Count);
        if (end >= until || tokens[end].Folded is not ("au" or "aux" or "aupres") && tokens[end].Text != "à")
        {
            return [];
        }

        var stop = Math.Min(until, Enumerable.Range(end, until - end).FirstOrDefault(i => tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded is not "-" || tokens[i].Folded is "pour" or "qui" or "avec", until));
        return context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken >= end && m.FirstToken < stop && m.Kind is MentionKind.Demonym or MentionKind.Name) is { } visited
            && !context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= end && m.FirstToken < visited.FirstToken)
            ? [visited.Code]
            : [];
    }

    private bool IsLedTo(ArticleContext context, Sentence sentence, int first, bool bound)
    {
        for (var i = first - 1; i >= sentence.First && i >= first - 2; i--)
        {
            var token = context.Text.Tokens[i];
            if (token.Folded is "au" or "aux" or "en" or "aupres" || token.Text is "à" or "À" || bound && token.Folded == "pour")
            {
                return true;
            }

            // "dans le sud de la Thaïlande"
            if (token.Folded is "de" or "d'" or "du" && i - 2 >= sentence.First && words.Has("part-of-state", context.Text.Tokens[i - 1].Folded) && context.Text.Tokens[i - 2].Folded is "le" or "la" or "l'" or "au")
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
