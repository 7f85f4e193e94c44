using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>A session of two by a common noun that the text has told as one of a series: <c>La 7e conférence entre les deux ministères a eu lieu mardi. X et Y ont coprésidé la conférence</c>.</summary>
internal sealed class NumberedSession(WordSets words)
{
    /// <summary>Whether a verb tells that such a session was chaired.</summary>
    public bool IsChaired(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var tokens = context.Text.Tokens;
        var noun = verb.IsPassive ? verb.First - 1 : verb.End + 1;
        return verb.Verb is { } chaired && words.Has("chairing", Folding.Fold(chaired)) && noun > sentence.First && noun < sentence.First + sentence.Count && words.Has("definite", tokens[noun - 1].Folded) && words.Has("body-encounter", tokens[noun].Folded)
            && context.Text.Sentences.Any(s => s.Section == SectionKind.Body && s.Index < sentence.Index && Enumerable.Range(s.First + 1, s.Count - 1).Any(i => tokens[i].Folded == tokens[noun].Folded && IsOrdinal(tokens[i - 1])));
    }

    /// <summary><c>ont arrêté un programme au terme de leur 13e dialogue</c>, <c>lors de leurs consultations annuelles</c>: they did it at the dialogue that is theirs.</summary>
    public bool IsTheirs(ArticleContext context, Sentence sentence) => Theirs(context, sentence) is not null;

    /// <summary>The token of <c>leur</c> before such a dialogue; null for none.</summary>
    public int? Theirs(ArticleContext context, Sentence sentence)
    {
        const int Lead = 3;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        var theirs = Enumerable.Range(sentence.First, sentence.Count).FirstOrDefault(i => i - Lead >= sentence.First && words.Has("their", tokens[i].Folded) && words.StandsIn("of", tokens, i - 1, i) && words.StandsIn("on-visit", tokens, i - 2, i - 1)
            && words.StandsIn("dialogue-noun", tokens, i + 1, Math.Min(i + 1 + Lead, end)), -1);
        return theirs < 0 ? null : theirs;
    }

    /// <summary><c>La 7e conférence sur la prévention de la criminalité entre les deux ministères a eu lieu vendredi</c>: numbered and of both sides, it is no mere ceremony.</summary>
    public bool IsOfBoth(ArticleContext context, Sentence sentence)
    {
        const int Reach = 20;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        return Enumerable.Range(sentence.First + 1, sentence.Count - 1).Any(i => words.Has("conference-of-two", tokens[i].Folded) && IsOrdinal(tokens[i - 1]) && words.StandsIn("between", tokens, i + 1, Math.Min(i + Reach, end)));
    }

    // `septième`, `7e`, `1re`
    private bool IsOrdinal(Token token) => words.Has("ordinal", token.Folded) || token.Text is [>= '0' and <= '9', .., 'e'];
}
