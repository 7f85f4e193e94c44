using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the gathering whose telling a text has lost that begins with what those who sat in it did (<c>Au cours de cette réunion, les participants ont débattu de …</c>). That
/// it is one of several states, a sentence after it tells (<c>Le Vietnam y a informé les autres pays</c>).
/// </summary>
internal sealed class LostGathering(WordSets words)
{
    /// <summary>Within which the sentence names the gathering.</summary>
    private const int Opening = 6;

    /// <summary>Sentences in which the others are told.</summary>
    private const int Reach = 3;

    public (Sentence Sentence, Gathering Gathering)? Find(ArticleContext context)
    {
        var body = context.Text.Sentences.Where(s => s.Section == SectionKind.Body).Take(Reach).ToList();
        if (body.Count == 0 || !context.Holds(body[0], "many-at-gathering") || !body.Exists(s => TellsOthers(context, s)))
        {
            return null;
        }

        var (first, tokens) = (body[0], context.Text.Tokens);
        var end = Math.Min(first.First + Opening, first.First + first.Count);
        var head = Enumerable.Range(first.First + 1, Math.Max(0, end - first.First - 1)).FirstOrDefault(i => words.Has("conference-noun", tokens[i].Folded) && words.Has("this", tokens[i - 1].Folded), -1);
        // "les participants ont débattu": they, and nobody by name.
        return head > 0 && words.StandsIn("in-time-of", tokens, first.First, head) && !context.Verbs[first.Index].Exists(v => v.Tense is Tense.Future or Tense.Conditional)
            && words.StandsIn("many-at-gathering", tokens, head + 1, Math.Min(head + Opening, first.First + first.Count)) && context.Actors[first.Index].TrueForAll(a => a.Person is null) ? (first, new Gathering(head, head + 1, [], false)) : null;
    }

    /// <summary><c>les autres pays</c></summary>
    private bool TellsOthers(ArticleContext context, Sentence sentence) =>
        context.Holds(sentence, "other-ones") && Enumerable.Range(sentence.First, sentence.Count - 1).Any(i => words.Has("other-ones", context.Text.Tokens[i].Folded) && words.Has("many-at-gathering", context.Text.Tokens[i + 1].Folded));
}
