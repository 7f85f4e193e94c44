using Entente.Texts;

namespace Entente.Dates;

/// <summary>
/// Tells whether the words about a date speak of what is to come: a verb in the future (<c>recevra</c>, <c>ouvriront</c>) or a
/// word such as <c>prévue</c>, in the clause that the date stands in.
/// </summary>
internal sealed class TenseOfDates(ArticleText text, DateWords words)
{
    private enum Tense : byte
    {
        None,
        Past,
        Future,
    }

    public bool IsFuture(DateExpression date, Sentence sentence)
    {
        var first = sentence.First;
        var end = sentence.First + sentence.Count;
        var clause = date.First;
        while (clause > first && !Separates(text.Tokens[clause - 1]))
        {
            clause--;
        }

        // « Une rencontre se tiendra jeudi »: what stands before it in its clause decides.
        for (var at = date.First - 1; at >= clause; at--)
        {
            if (At(at) is var before and not Tense.None)
            {
                return before == Tense.Future;
            }
        }

        // « Mercredi, à Luanda, il doit être reçu »: the first verb after it.
        for (var at = date.First + date.Count; at < end; at++)
        {
            if (At(at) is var after and not Tense.None)
            {
                return after == Tense.Future;
            }
        }

        // « Il sera du 15 au 17 mai en Russie, puis du 18 au 20 mai en Biélorussie »: a clause without a verb goes on with the verb before it.
        for (var at = words.Has(DateClass.Continuing, text.Tokens, clause) ? clause - 1 : -1; at >= first; at--)
        {
            if (At(at) is var earlier and not Tense.None)
            {
                return earlier == Tense.Future;
            }
        }

        return false;
    }

    /// <summary>Whether a date is told as to come by the words between the date before it and itself: <c>qui a ouvert en 2010 …, appelé à présider en 2012</c>.</summary>
    public bool IsAnnounced(DateExpression date, Sentence sentence, DateExpression? previous)
    {
        var first = previous is null ? sentence.First : Math.Max(sentence.First, previous.First + previous.Count);
        for (var at = date.First - 1; at >= first; at--)
        {
            if (At(at) == Tense.Future)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Separates(in Token token) => token.Folded is "," or ";" or ":" or "(" or "\"" || (token.Folded == "-" && token.SpaceBefore);

    private Tense At(int at)
    {
        ref readonly var token = ref text.Tokens[at];
        if (token.Kind != TokenKind.Word || token.IsCapitalized)
        {
            return Tense.None;
        }

        if (words.Has(DateClass.Future, text.Tokens, at) || (EndsAsFuture(token.Folded) && !words.Has(DateClass.NotFuture, text.Tokens, at)))
        {
            return Tense.Future;
        }

        return words.TryMatch(DateClass.Past, text.Tokens, at, text.Tokens.Count, out _) ? Tense.Past : Tense.None;
    }

    private static bool EndsAsFuture(string word) =>
        word.Length > 4 && word[^1] is 'a' or 't' && (word.EndsWith("ra", StringComparison.Ordinal) || word.EndsWith("ront", StringComparison.Ordinal)
            || word.EndsWith("rait", StringComparison.Ordinal) || word.EndsWith("raient", StringComparison.Ordinal));
}
