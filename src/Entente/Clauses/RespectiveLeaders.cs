using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Reads <c>les délégations du Laos et du Cambodge, conduites respectivement par A et B</c>: as many leaders as states, one of each in the order of both rows.
/// </summary>
internal sealed class RespectiveLeaders(WordSets words)
{
    /// <summary>Between the participle and the word that tells the order, and from there to <c>par</c>.</summary>
    private const int Near = 3;

    /// <summary>Gives the leaders the states of their delegations, and takes the delegations for who leads them.</summary>
    public void Read(ArticleText text, SentenceWords wordsIn, Sentence sentence, List<Actor> actors, IReadOnlyList<PartnerMention> mentions, PeopleReading people, Dictionary<int, string> told)
    {
        if (wordsIn.Holds(sentence, "led") && wordsIn.Holds(sentence, "respective"))
        {
            ReadOrdered(text, sentence, actors, mentions, people, told);
        }
    }

    private void ReadOrdered(ArticleText text, Sentence sentence, List<Actor> actors, IReadOnlyList<PartnerMention> mentions, PeopleReading people, Dictionary<int, string> told)
    {
        var (tokens, end) = (text.Tokens, sentence.First + sentence.Count);
        for (var led = sentence.First + 1; led + 1 < end; led++)
        {
            if (!words.Has("led", tokens[led].Folded) || !words.StandsIn("respective", tokens, led + 1, Math.Min(led + 1 + Near, end)))
            {
                continue;
            }

            var first = Enumerable.Range(sentence.First, led - sentence.First).LastOrDefault(i => words.Has("delegation", tokens[i].Folded) && tokens[i].Folded[^1] == 's', -1);
            var states = first < 0 ? [] : mentions.Where(m => m.FirstToken > first && m.FirstToken < led && !m.IsPlace).DistinctBy(m => m.Code).ToList();
            var leaders = actors.FindAll(a => a.First > led && a is { IsNamed: true, Person: not null }).Take(states.Count).ToList();
            if (states.Count < 2 || leaders.Count != states.Count)
            {
                continue;
            }

            actors.RemoveAll(a => a.First >= first && a.First < led);
            for (var i = 0; i < leaders.Count; i++)
            {
                var at = actors.IndexOf(leaders[i]);
                var person = leaders[i].Person!.Value;
                if (people.People[person].CountryBasis is CountryBasis.None or CountryBasis.NameOrigin or CountryBasis.MainPartner)
                {
                    told[person] = states[i].Code;
                }

                actors[at] = leaders[i] with { First = i == 0 ? first : leaders[i].First, Country = states[i].Code, IsGroup = true };
            }

            return;
        }
    }
}
