using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Where an encounter took place, as written, and the country that it is in.</summary>
internal sealed record Venue(string Place, string Country)
{
    public static readonly Venue None = new("", "");
}

/// <summary>
/// Finds the venue of an encounter in its sentence: a town after <c>à</c>, or a building (<c>au siège du ministère de la Défense</c>). A country
/// (<c>au Vietnam</c>) is none, nor is the goal of a journey (<c>venu à Hanoï</c>).
/// </summary>
internal sealed class VenueFinder(WordSets words)
{
    public Venue Find(ArticleContext context, Encounter encounter)
    {
        var tokens = context.Text.Tokens;
        var sentence = encounter.Sentence;
        var end = sentence.First + sentence.Count;
        Venue best = Venue.None;
        var bestDistance = int.MaxValue;
        for (var i = sentence.First; i < end - 1; i++)
        {
            if (!IsPreposition(tokens[i]) || Read(context, sentence, i, end) is not { } found || IsGoal(tokens, sentence.First, i) || IsOfAnotherClause(context, encounter, i))
            {
                continue;
            }

            var distance = i < encounter.Trigger.First ? encounter.Trigger.First - i : Math.Max(0, i - encounter.Trigger.End);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (found, distance);
            }
        }

        return best;
    }

    /// <summary><c>Lors de sa rencontre avec Y, X a salué le projet dévoilé à Hanoï</c>: a place after the next verb is that verb's.</summary>
    private static bool IsOfAnotherClause(ArticleContext context, Encounter encounter, int at) =>
        !encounter.Trigger.IsEvent && context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && v.First >= encounter.Trigger.End && v.Anchor < at
            && v.Verb is not ("tenir" or "dérouler" or "avoir" or "être"));

    private static bool IsPreposition(in Token token) => token.Folded is "a" && token.Text is not ("a" or "A") || token.Folded is "au" or "dans";

    private Venue? Read(ArticleContext context, Sentence sentence, int i, int end)
    {
        var tokens = context.Text.Tokens;
        var first = i + 1;
        // "au siège", "à la résidence", but "à La Havane"
        if (tokens[first].Folded is "la" or "l'" or "le" or "ce" or "cette" && !tokens[first].IsCapitalized)
        {
            first++;
        }

        if (first >= end)
        {
            return null;
        }

        // "dans la ville portuaire de Hai Phong": the town, not that it is one.
        if (words.Has("town", tokens[first].Folded) && TownAfter(tokens, first + 1, end) is { } town)
        {
            var next = NameEnd(tokens, town, end);
            return new Venue(Slice(context, town, next), CountryOf(context, sentence, town, next));
        }

        if (words.Has("venue", tokens[first].Folded))
        {
            var last = Complement(tokens, first + 1, end);
            return new Venue(Slice(context, first, last), CountryOf(context, sentence, first, last));
        }

        // "à Kon Tum": capitalised words that name no person; "au Vietnam", "aux Émirats" are countries.
        if (tokens[i].Folded != "a" || first != i + 1 || !tokens[first].IsCapitalized || context.Actors[sentence.Index].Any(a => first >= a.First && first < a.End && a.IsNamed))
        {
            return null;
        }

        var stop = NameEnd(tokens, first, end);
        return new Venue(Slice(context, first, stop), CountryOf(context, sentence, first, stop));
    }

    // "la ville portuaire de Hai Phong", "la capitale Tokyo"
    private static int? TownAfter(TokenList tokens, int from, int end)
    {
        if (from < end && tokens[from].IsCapitalized)
        {
            return from;
        }

        for (var i = from; i < Math.Min(from + 3, end - 1); i++)
        {
            if (tokens[i].Folded is "de" or "d'" && tokens[i + 1].IsCapitalized)
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>The end of a name of a place; a title after it begins something else (<c>à Hanoï M. X</c>).</summary>
    private int NameEnd(TokenList tokens, int first, int end)
    {
        var stop = first + 1;
        while (stop < end && !words.Has("rank", tokens[stop].Folded) && (tokens[stop].IsCapitalized || tokens[stop].Folded == "-" && stop + 1 < end && tokens[stop + 1].IsCapitalized && !tokens[stop].SpaceBefore))
        {
            stop++;
        }

        return stop;
    }

    /// <summary>The end of <c>siège du ministère de la Défense à Hanoï</c>: complements with de, capitalised words, adjectives.</summary>
    private static int Complement(TokenList tokens, int from, int end)
    {
        var i = from;
        while (i < end)
        {
            var token = tokens[i];
            var joins = token.Folded is "du" or "de" or "des" or "d'" or "la" or "l'" or "le" or "-";
            if (joins && i + 1 < end && tokens[i + 1].Kind == TokenKind.Word || token.IsCapitalized || token.Kind == TokenKind.Word && (tokens[i - 1].Folded is "du" or "de" or "d'" or "des" or "l'" or "la"))
            {
                i++;
            }
            else if (token.Kind == TokenKind.Word && i == from && !IsStop(token.Folded))
            {
                i++;
            }
            else if (token.Text is "à" && i + 1 < end && tokens[i + 1].IsCapitalized || token.Folded == "," && i + 2 < end && tokens[i + 1].Text == "à" && tokens[i + 2].IsCapitalized)
            {
                i += token.Folded == "," ? 2 : 1;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static bool IsStop(string word) => word is "le" or "la" or "les" or "a" or "ou" or "et" or "avec" or "par" or "que" or "qui" or "un" or "une" or "en" or "dans" or "sur" or "afin" or "son" or "sa" or "ses";

    private static bool IsGoal(TokenList tokens, int first, int i)
    {
        for (var j = i - 1; j >= first && j >= i - 2; j--)
        {
            if (tokens[j].Folded is "venu" or "venue" or "venus" or "arrive" or "arrivee" or "arrives" or "rendre" or "quitter" or "arrivant" or "attendu" or "attendue" or "visite" or "arrivee" or "envol" or "inviter" or "ambassade")
            {
                return true;
            }
        }

        return false;
    }

    private static string Slice(ArticleContext context, int first, int end)
    {
        var raw = context.Text.Raw[context.Text.Tokens[first].Start..context.Text.Tokens[end - 1].End];
        return string.Join(' ', raw.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string CountryOf(ArticleContext context, Sentence sentence, int first, int end)
    {
        if (context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= first && m.FirstToken < end))
        {
            return context.HomeCountry;
        }

        return context.Mentions[sentence.Index].FirstOrDefault(m => m.FirstToken >= first && m.FirstToken < end && m.Kind != MentionKind.Body)?.Code ?? "";
    }
}
