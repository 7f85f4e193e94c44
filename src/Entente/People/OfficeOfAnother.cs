using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Tells the office of somebody who is away or has sent another from the office of the one who acts: <c>En l'absence du ministre de la Défense, le général A a reçu</c>,
/// <c>Au nom du président, le général A, ministre de la Défense, a remis</c>, <c>Mandaté par le Premier ministre, le général A a gagné Minsk</c>.
/// </summary>
internal static class OfficeOfAnother
{
    /// <summary>How far behind the name the verb may stand of which he is the subject, past his offices, in tokens.</summary>
    private const int PredicateReach = 40;

    /// <summary>Whether the title that ends before a comma is not of the one named behind it.</summary>
    /// <param name="lexicon">Words of people and their offices.</param>
    /// <param name="tokens">Of the article.</param>
    /// <param name="title">The first title before the comma.</param>
    /// <param name="name">The name behind the comma and its rank.</param>
    public static bool Parts(PeopleLexicon lexicon, TokenList tokens, TitleUnit title, NameRun name)
    {
        var before = title.First - 1;
        while (before >= 0 && (lexicon.IsDeterminer(tokens[before]) || lexicon.Words.Has("of", tokens[before].Folded)))
        {
            before--;
        }

        if (before < 0 || before == title.First - 1)
        {
            return false;
        }

        var isSent = lexicon.Words.Has("agent", tokens[before].Folded) && before > 0 && lexicon.Words.Has("sent-by", tokens[before - 1].Folded);
        return (isSent || lexicon.Words.Has("for-another", tokens[before].Folded)) && IsSubject(lexicon, tokens, name.End);
    }

    /// <summary>The verb stands behind the name, or behind the comma that closes his offices; another person with an article would be its subject.</summary>
    private static bool IsSubject(PeopleLexicon lexicon, TokenList tokens, int at)
    {
        if (at >= tokens.Count || lexicon.BeginsPredicate(tokens[at]))
        {
            return at < tokens.Count;
        }

        if (tokens[at].Text != "," || at + 1 >= tokens.Count || lexicon.IsDeterminer(tokens[at + 1]))
        {
            return false;
        }

        for (var i = at + 1; i + 1 < tokens.Count && i < at + PredicateReach && tokens[i].Text is not ("." or ";" or ":"); i++)
        {
            if (tokens[i].Text == "," && (lexicon.BeginsPredicate(tokens[i + 1]) || lexicon.IsDeterminer(tokens[i + 1])))
            {
                return lexicon.BeginsPredicate(tokens[i + 1]);
            }
        }

        return false;
    }
}
