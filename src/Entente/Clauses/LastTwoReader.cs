using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Reads <c>Ces derniers ont signé …</c> and <c>Ceux-ci …</c> at the head of a sentence as the two of whom the sentence before tells, one of each side: a pair, as <c>les deux ministres</c>
/// is one.
/// </summary>
internal sealed class LastTwoReader(WordSets words, string homeCountry)
{
    /// <summary>The pair that opens a sentence; null for none, or where the sentence before names others than two.</summary>
    public Actor? Read(ArticleText text, Sentence sentence, List<Actor>[] bySentence)
    {
        if (EndOf(text.Tokens, sentence) is not { } end || sentence.Index == 0 || text.Sentences[sentence.Index - 1].Section != SectionKind.Body)
        {
            return null;
        }

        var people = bySentence[sentence.Index - 1].Where(a => a.Person is not null).DistinctBy(a => a.Person).ToList();
        return people is [{ Country: { } first }, { Country: { } second }] && first == homeCountry != (second == homeCountry)
            ? new Actor(sentence.First, end, null, null, People.PersonLevel.Unknown, IsNamed: false, Count: 2, IsGroup: true)
            : null;
    }

    /// <summary>The token after <c>ces derniers</c> or <c>ceux-ci</c>.</summary>
    private int? EndOf(TokenList tokens, Sentence sentence)
    {
        var end = sentence.First + sentence.Count;
        return sentence.Count > 3 && words.Has("these", tokens[sentence.First].Folded) && words.Has("the-last", tokens[sentence.First + 1].Folded) ? sentence.First + 2
            : sentence.First + 3 < end && words.Has("those-here", tokens[sentence.First].Folded) && tokens[sentence.First + 1].Text == "-" && words.Has("here-mark", tokens[sentence.First + 2].Folded) ? sentence.First + 3
            : null;
    }
}
