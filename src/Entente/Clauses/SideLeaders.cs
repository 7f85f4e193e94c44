using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Reads whose delegation somebody leads where his name only looks like one of the home country: <c>La délégation sud-coréenne était conduite par Hoang Min Ho</c>, <c>… et celle de la Chine par Cao Gang Li</c>,
/// <c>… et la brunéienne par son homologue Ha Ji Won</c>.
/// </summary>
internal sealed class SideLeaders(WordSets words)
{
    /// <summary>From the state to <c>par</c>: <c>était conduite</c>, <c>a été dirigée conjointement</c>.</summary>
    private const int LedReach = 5;

    /// <summary>From <c>par</c> to the leader's name or office: <c>son</c>.</summary>
    private const int LeaderReach = 3;

    /// <summary>Gives the leaders the state of the delegation that they lead.</summary>
    public void Read(ArticleText text, SentenceWords wordsIn, Sentence sentence, List<Actor> actors, IReadOnlyList<PartnerMention> mentions, PeopleReading people, Dictionary<int, string> told)
    {
        var (tokens, end) = (text.Tokens, sentence.First + sentence.Count);
        if (mentions.Count == 0 || !wordsIn.Holds(sentence, "led"))
        {
            return;
        }

        foreach (var state in mentions.Where(m => !m.IsPlace && m.Kind is MentionKind.Name or MentionKind.Demonym && IsSide(tokens, sentence.First, m)))
        {
            var until = Math.Min(end, state.EndToken + LedReach);
            var agent = Enumerable.Range(state.EndToken, Math.Max(0, until - state.EndToken)).FirstOrDefault(i => words.Has("agent", tokens[i].Folded), -1);
            // "La délégation lao était conduite par X", or "par" right behind the state where another was told as led before.
            if (agent < 0 || agent > state.EndToken && !words.Has("led", tokens[agent - 1].Folded) || agent == state.EndToken && !words.StandsIn("led", tokens, sentence.First, state.FirstToken))
            {
                continue;
            }

            if (actors.Find(a => a.First > agent && a.First - agent <= LeaderReach && a is { IsNamed: true, Person: not null }) is { Person: { } person } leader && leader.Country != state.Code
                && people.People[person].CountryBasis is CountryBasis.None or CountryBasis.NameOrigin or CountryBasis.MainPartner)
            {
                told[person] = state.Code;
                actors[actors.IndexOf(leader)] = leader with { Country = state.Code };
            }
        }
    }

    /// <summary>The state is of a delegation, told by its noun, by <c>celle</c>, or by its adjective alone: <c>la délégation lao</c>, <c>celle du Laos</c>, <c>et la lao</c>.</summary>
    private bool IsSide(TokenList tokens, int first, PartnerMention state)
    {
        var noun = state.FirstToken - 1;
        while (noun > first && (words.Has("of", tokens[noun].Folded) || words.Has("feminine-article", tokens[noun].Folded) && words.Has("of", tokens[noun - 1].Folded)))
        {
            noun--;
        }

        return noun >= first && (words.Has("side-head", tokens[noun].Folded) || words.Has("that-of", tokens[noun].Folded)
            || state.Kind == MentionKind.Demonym && noun > first && words.Has("feminine-article", tokens[noun].Folded) && words.Has("and-or-comma", tokens[noun - 1].Folded));
    }
}
