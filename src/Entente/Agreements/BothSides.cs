using Entente.Clauses;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Tells who the other of two sides is where an article has several partners: <c>Les deux ministres ont convenu …</c>, <c>entre les deux marines</c> speak of the state that the
/// text told last, and not of a body that it merely came by.
/// </summary>
internal sealed class BothSides(WordSets words)
{
    /// <summary>How many tokens the subject may take that opens a sentence.</summary>
    private const int Head = 3;

    /// <summary>The country or body of those told last before the sentence; null if it does not speak of two sides, or names a state itself.</summary>
    public string? Of(ArticleContext context, InstrumentMention mention)
    {
        var sentence = mention.Sentence;
        if (!SpeaksOfTwo(context, mention) || context.Mentions[sentence.Index].Any(m => m.Counts && m.Kind != MentionKind.Body))
        {
            return null;
        }

        for (var s = sentence.Index; s >= 0; s--)
        {
            if (context.Text.Sentences[s].Section == sentence.Section && Last(context, s, mention.First) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    /// <summary><c>Ils ont convenu</c>, <c>Les deux parties</c>, <c>un mémorandum entre les deux marines</c></summary>
    private bool SpeaksOfTwo(ArticleContext context, InstrumentMention mention)
    {
        var (tokens, first) = (context.Text.Tokens, mention.Sentence.First);
        return Enumerable.Range(first, Math.Min(Head, mention.First - first)).Any(i => words.Has("both-subject", tokens[i].Folded) || words.Has("number-two", tokens[i].Folded))
            || mention.NamesParties && words.StandsIn("number-two", tokens, mention.NameEnd, mention.EndOfTitle);
    }

    /// <summary>Whose people or name a sentence tells last; a body only by its people.</summary>
    private static string? Last(ArticleContext context, int sentence, int before)
    {
        var main = context.Partners.MainPartners;
        return context.Mentions[sentence].Where(m => m.Counts && m.Kind != MentionKind.Body && !m.IsPlace && m.FirstToken < before).Select(m => (At: m.FirstToken, m.Code))
            .Concat(context.Actors[sentence].Where(a => context.IsForeign(a) && a.First < before).Select(a => (At: a.First, Code: a.Country!)))
            .Where(t => main.Contains(t.Code, StringComparer.Ordinal)).OrderBy(t => t.At).LastOrDefault().Code;
    }
}
