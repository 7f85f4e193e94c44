using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Reads <c>Ces derniers ont signé …</c>, <c>Ceux-ci …</c> and <c>Tous deux …</c> near the head of a sentence as the two of whom the sentence before tells, one of each side: a pair, as <c>les deux ministres</c>
/// is one.
/// </summary>
internal sealed class LastTwoReader(WordSets words, string homeCountry)
{
    /// <summary>Tokens before the pair that tell when or how: <c>Au téléphone, le 17 mai, tous deux …</c></summary>
    private const int Reach = 8;

    /// <summary>The pair that opens a sentence; null for none, or where the sentence before names others than two.</summary>
    public Actor? Read(ArticleText text, SentenceWords wordsIn, Sentence sentence, List<Actor>[] bySentence)
    {
        if (!wordsIn.Holds(sentence, "these") && !wordsIn.Holds(sentence, "those-people") && !wordsIn.Holds(sentence, "all-of"))
        {
            return null;
        }

        if (sentence.Index == 0 || text.Sentences[sentence.Index - 1].Section != SectionKind.Body || Find(text.Tokens, sentence, bySentence[sentence.Index]) is not { } found)
        {
            return null;
        }

        var people = bySentence[sentence.Index - 1].Where(a => a.Person is not null).DistinctBy(a => a.Person).ToList();
        return people is [{ Country: { } first }, { Country: { } second }] && first == homeCountry != (second == homeCountry)
            ? new Actor(found.First, found.End, null, null, People.PersonLevel.Unknown, IsNamed: false, Count: 2, IsGroup: true) { IsOfTwoTold = true }
            : null;
    }

    private (int First, int End)? Find(TokenList tokens, Sentence sentence, List<Actor> actors)
    {
        var end = sentence.First + sentence.Count;
        for (var i = sentence.First; i + 3 < end && i - sentence.First <= Reach && !(actors.Count > 0 && actors[0].First <= i); i++)
        {
            var isHead = i == sentence.First;
            if (isHead && words.Has("these", tokens[i].Folded) && words.Has("the-last", tokens[i + 1].Folded))
            {
                return (i, i + 2);
            }

            if (isHead && words.Has("those-people", tokens[i].Folded) && tokens[i + 1].Text == "-" && words.Has("here-mark", tokens[i + 2].Folded))
            {
                return (i, i + 3);
            }

            // "tous deux", "tous les deux"
            var both = words.Has("definite", tokens[i + 1].Folded) ? i + 2 : i + 1;
            if ((isHead || tokens[i - 1].Text == ",") && words.Has("all-of", tokens[i].Folded) && words.Has("number-two", tokens[both].Folded))
            {
                return (i, both + 1);
            }
        }

        return null;
    }
}
