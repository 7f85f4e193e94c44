using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>Reads <c>plusieurs de ses homologues, dont ceux de l'Inde et du Népal</c> as people of as many states, where ministers and such are told before.</summary>
internal sealed class PeersOfStates(WordSets words)
{
    /// <summary>Between two states: <c>et de la</c>.</summary>
    private const int Gap = 4;

    /// <summary>Between those of whom some are named and the pronoun: <c>de la Défense, parmi lesquels</c>.</summary>
    private const int ManyReach = 8;

    /// <summary>Between <c>notamment</c> and those of whom it names the states: <c>de certains pays partenaires traditionnels du Vietnam,</c>.</summary>
    private const int CrowdReach = 14;

    private readonly WordIds _those = words["those-people"];
    private readonly WordIds _naming = words["naming-states"];

    /// <summary>Adds an actor for each state behind the pronoun at a token, the first with those of whom they are some, in place of what of them was read before.</summary>
    public void AddTo(List<Actor> actors, ArticleText text, Sentence sentence, int at, IReadOnlyList<PartnerMention> mentions)
    {
        // Asked of every token: the closures below are made for the few that pass.
        if (_those.Contains(text.Tokens[at].Id) && words.StandsIn("peers", text.Tokens, sentence.First, at))
        {
            AddThose(actors, text, at, mentions, many: -1);
        }
        else if (_naming.Contains(text.Tokens[at].Id) && SeveralStatesBefore(text, sentence, at) is var many and >= 0)
        {
            AddThose(actors, text, at, mentions, many);
        }
    }

    /// <summary><c>des chefs de délégation de certains pays, notamment la Serbie et Cuba</c>: where those begin who are told by office alone; -1 for none.</summary>
    private int SeveralStatesBefore(ArticleText text, Sentence sentence, int at)
    {
        var pays = Enumerable.Range(Math.Max(sentence.First, at - CrowdReach), at - Math.Max(sentence.First, at - CrowdReach)).FirstOrDefault(i => words.Has("states", text.Tokens[i].Folded), -1);
        return pays > sentence.First + 2 && words.Has("states-counted", text.Tokens[pays - 1].Folded) && words.Has("of", text.Tokens[pays - 2].Folded)
            ? Enumerable.Range(Math.Max(sentence.First, pays - ManyReach), pays - Math.Max(sentence.First, pays - ManyReach)).FirstOrDefault(i => words.Has("peers", text.Tokens[i].Folded), -1) : -1;
    }

    private void AddThose(List<Actor> actors, ArticleText text, int at, IReadOnlyList<PartnerMention> mentions, int many)
    {
        var those = new List<Actor>();
        var next = at + 1;
        foreach (var state in mentions.Where(m => m.FirstToken > at && m.Kind == MentionKind.Name))
        {
            var gap = Enumerable.Range(next, Math.Max(0, state.FirstToken - next)).ToList();
            if (gap.Count is 0 or > Gap || !gap.TrueForAll(i => words.Has("between-states", text.Tokens[i].Folded)) || gap.Exists(i => words.Has("of", text.Tokens[i].Folded)) == many >= 0)
            {
                break;
            }

            those.Add(new Actor(those.Count == 0 ? many >= 0 ? many : ManyBefore(at, actors) : state.FirstToken, state.EndToken, state.Code, null, PersonLevel.Other, IsNamed: false, IsGroup: true));
            next = state.EndToken;
        }

        foreach (var peer in those)
        {
            actors.RemoveAll(a => !a.IsNamed && a.First < peer.End && peer.First < a.End);
            var place = actors.FindIndex(a => a.First > peer.First);
            actors.Insert(place < 0 ? actors.Count : place, peer);
        }
    }

    /// <summary>Where those of whom some are named begin: <c>plusieurs ministres de la Défense, dont ceux de</c>; the pronoun itself where none stand before.</summary>
    private static int ManyBefore(int at, List<Actor> actors)
    {
        var first = at;
        for (var i = actors.FindLastIndex(a => a.End <= at); i >= 0 && first - actors[i].End <= ManyReach && actors[i] is { IsNamed: false, Country: null, Person: null, Count: 1 }; i--)
        {
            first = actors[i].First;
        }

        return first;
    }
}
