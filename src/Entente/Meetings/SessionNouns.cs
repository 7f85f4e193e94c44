using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>What stands around a noun of session tells which it is: numbered, of two states, of a body, or only the goal or frame of something else.</summary>
internal sealed class SessionNouns(WordSets words)
{
    /// <summary>Within which the name of a session holds its two states.</summary>
    private const int NameReach = 14;

    /// <summary>From one of two states to the other: <c>entre l'ASEAN et le Vietnam</c>.</summary>
    private const int PairReach = 3;

    /// <summary><c>conduit la délégation au 10e Dialogue</c>: where somebody goes.</summary>
    public bool IsGoal(TokenList tokens, int first, int noun)
    {
        const int Reach = 3;
        for (var i = noun - 1; i > first && i >= noun - Reach; i--)
        {
            if (words.Has("contracted-to", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The noun only frames something else: <c>un entretien dans le cadre de la 2e semaine frontalière</c>.</summary>
    public bool IsFrame(TokenList tokens, int first, int noun) => IsAfter("frame", tokens, first, noun);

    /// <summary><c>une table ronde d'affaires Vietnam - Chili</c>, <c>un dialogue des entreprises</c>: those who trade sit in it, whoever opens it.</summary>
    public bool IsOfBusiness(TokenList tokens, int next, int end) =>
        next + 1 < end && words.Has("of", tokens[next].Folded) && words.Has("traders", tokens[next + 1].Folded) && !(next + 2 < end && words.Has("foreign-affairs", tokens[next + 2].Folded));

    /// <summary><c>l'entretien de haut niveau du 2e échange d'amitié</c>: the talks are what is told, the session is what they belong to.</summary>
    public bool IsOfTalks(TokenList tokens, int first, int noun, IReadOnlyList<VerbGroup> verbs)
    {
        const int Reach = 10;
        var belongs = false;
        for (var i = noun - 1; i >= first && i >= noun - Reach && tokens[i].Kind != TokenKind.Punctuation; i--)
        {
            if (words.Has("talks-of-session", tokens[i].Folded))
            {
                return belongs && !verbs.Any(v => v.First > i && v.First < noun);
            }

            if (words.Has("with", tokens[i].Folded) || words.Has("margin", tokens[i].Folded))
            {
                return false;
            }

            belongs |= words.Has("of", tokens[i].Folded);
        }

        return false;
    }

    /// <summary>A word of a set stands before the noun, with no mark between.</summary>
    public bool IsAfter(string set, TokenList tokens, int first, int noun)
    {
        const int Reach = 6;
        for (var i = noun - 1; i >= first && i >= noun - Reach && tokens[i].Kind != TokenKind.Punctuation; i--)
        {
            if (words.Has(set, tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of a session holds the home country and one partner: <c>entre le Vietnam et l'Inde</c>, <c>Vietnam - Inde</c>.</summary>
    public static bool IsOfTwo(ArticleContext context, Sentence sentence, int from) => IsOfTwo(context, sentence, from, Math.Min(from + NameReach, sentence.First + sentence.Count));

    /// <summary>The same of the words before a token.</summary>
    public static bool IsOfTwo(ArticleContext context, Sentence sentence, int from, int end)
    {
        var partners = context.Mentions[sentence.Index].Where(m => m.FirstToken >= from && m.FirstToken < end).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        return partners is [var partner] && context.HomeMentions[sentence.Index].Any(m => m.FirstToken >= from && m.FirstToken < end && (!context.IsBody(partner) || !m.IsPlace));
    }

    /// <summary><c>la 18e Réunion des ministres de la Défense de l'ASEAN</c>: a gathering of many, and no session of two.</summary>
    public bool IsOfBody(ArticleContext context, Sentence sentence, PhraseMatch<EncounterRule> noun)
    {
        var tokens = context.Text.Tokens;
        var end = Math.Min(noun.Next + NameReach, sentence.First + sentence.Count);
        if (!words.StandsIn("conference-noun", tokens, noun.First, noun.Next) && !(noun.Value.Kind == MeetingKind.Talks && words.Has("gathering", tokens[noun.First].Folded) && IsNumbered(tokens, sentence.First, noun.First)))
        {
            return false;
        }

        // "la 13e Réunion internationale des hauts représentants"
        if (noun.Next < end && words.Has("international", tokens[noun.Next].Folded))
        {
            return true;
        }

        for (var i = noun.Next; i < end && tokens[i].Folded is not ("," or ";" or ":") && !words.Has("relative", tokens[i].Folded); i++)
        {
            // "une rencontre avec le secrétaire général de l'ASEAN": with somebody of it.
            if (words.Has("with", tokens[i].Folded) || context.HomeMentions[sentence.Index].Any(m => m.FirstToken == i))
            {
                return false;
            }

            if (context.Mentions[sentence.Index].Any(m => m.FirstToken == i && m.Kind == Partners.MentionKind.Body))
            {
                var before = words.Has("article", tokens[i - 1].Folded) ? i - 2 : i - 1;
                return !words.Has("with", tokens[before].Folded) && !context.HomeMentions[sentence.Index].Any(m => m.FirstToken > i && m.FirstToken <= i + PairReach);
            }
        }

        return false;
    }

    /// <summary><c>le 8e dialogue</c>, <c>la troisième consultation</c></summary>
    public bool IsNumbered(TokenList tokens, int first, int noun)
    {
        // "a eu le 8 janvier une rencontre": a number before "une" is another's.
        for (var i = noun - 1; i >= first && i >= noun - 3 && !words.Has("indefinite", tokens[i].Folded); i--)
        {
            if (char.IsAsciiDigit(tokens[i].Text[0]) || words.Has("ordinal", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
