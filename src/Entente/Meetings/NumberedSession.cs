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
            && context.Text.Sentences.Any(s => s.Section == SectionKind.Body && s.Index < sentence.Index && Enumerable.Range(s.First + 1, s.Count - 1).Any(i => tokens[i].Folded == tokens[noun].Folded && (words.Has("ordinal", tokens[i - 1].Folded) || tokens[i - 1].Text is [>= '0' and <= '9', .., 'e'])));
    }
}
