using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Reads <c>celles du Chili, du Pérou et de Mongolie</c>, said of delegations, as a delegation of each state that stands in the row.
/// </summary>
internal sealed class ThoseOfSeveral(WordSets words)
{
    /// <summary>Tokens between one state of a row and the next: <c>, ainsi que de la</c>.</summary>
    private const int Joint = 6;

    /// <summary>The delegations of a row but for the first, whose state the pronoun itself has.</summary>
    public List<Actor> Read(ArticleText text, Sentence sentence, int pronoun, BySentence<PartnerMention> mentions)
    {
        var further = new List<Actor>();
        if (!words.Has("those-of-several", text.Tokens[pronoun].Folded))
        {
            return further;
        }

        PartnerMention? before = null;
        foreach (var mention in mentions[sentence.Index].Where(m => m.FirstToken > pronoun))
        {
            if (mention.Kind == MentionKind.Demonym || !IsNext(text, before?.EndToken ?? pronoun + 1, mention.FirstToken))
            {
                break;
            }

            if (before is not null && before.Code != mention.Code)
            {
                further.Add(new Actor(mention.FirstToken, mention.EndToken, mention.Code, null, PersonLevel.Other, IsNamed: false, IsGroup: true));
            }

            before = mention;
        }

        return further;
    }

    /// <summary>Only what joins the members of a row stands between, a word of belonging among it.</summary>
    private bool IsNext(ArticleText text, int from, int until)
    {
        if (until - from > Joint || until <= from)
        {
            return false;
        }

        var belongs = false;
        for (var i = from; i < until; i++)
        {
            var word = text.Tokens[i].Folded;
            belongs |= words.Has("of", word);
            if (!words.Has("coordination", word))
            {
                return false;
            }
        }

        return belongs;
    }
}
