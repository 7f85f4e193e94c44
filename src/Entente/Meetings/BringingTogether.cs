using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Tells the verbs whose subject is a noun of encounter and which bring its people together: <c>Une rencontre a mis en présence X et Y</c>, <c>Des rencontres avec A et B ont
/// occupé X</c>, <c>La première l'a réuni à Y</c>.
/// </summary>
internal sealed class BringingTogether(WordSets words)
{
    /// <summary>Between <c>mettre</c> and what completes it: <c>a mis aussi mardi en présence</c>.</summary>
    private const int Reach = 6;

    /// <summary>Index after such a verb and what completes it; null for another verb.</summary>
    public int? EndOf(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        if (verb.IsPassive || verb.IsReflexive)
        {
            return null;
        }

        var name = Folding.Fold(verb.Verb);
        if (words.Has("bringing-together", name))
        {
            return verb.End;
        }

        var end = Math.Min(verb.End + Reach, sentence.First + sentence.Count);
        for (var i = verb.End; words.Has("putting", name) && i < end; i++)
        {
            if (words.Has("face-to-face", context.Text.Tokens[i].Folded))
            {
                // "face à face"
                return i + 2 < end && words.Has("face-to-face", context.Text.Tokens[i + 2].Folded) ? i + 3 : i + 1;
            }
        }

        return null;
    }

    /// <summary>Whether those named behind a cue are put face to face with somebody, and do not merely stand by: <c>l'a mis en présence du ministre X</c>.</summary>
    public bool IsPut(TokenList tokens, int first, int cue) => words.StandsIn("put", tokens, Math.Max(first, cue - Reach), cue);

    /// <summary><c>Les préparatifs de la rencontre ont occupé le ministre</c>: the noun is not the subject.</summary>
    public bool IsOfAnother(TokenList tokens, Sentence sentence, int noun) =>
        noun - 2 > sentence.First && (words.Has("of", tokens[noun - 2].Folded) || words.Has("before-noun", tokens[noun - 1].Folded) && words.Has("of", tokens[noun - 3].Folded));
}
