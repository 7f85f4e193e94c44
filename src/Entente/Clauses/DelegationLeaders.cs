using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Who leads the delegation of each country, as far as an article has told it: <c>une délégation conduite par X</c>, <c>X, à la tête d'une délégation</c>,
/// <c>sous la conduite de X, une délégation</c>, <c>X, chef de la délégation</c>. A later <c>la délégation vietnamienne</c> is led by X, whoever was named since.
/// </summary>
internal sealed class DelegationLeaders(WordSets words)
{
    /// <summary>Between <c>à la tête</c> and the noun: <c>d'une importante</c>.</summary>
    private const int HeadReach = 5;

    /// <summary>The key of a leader whose country no word has told so far.</summary>
    private const string Unknown = "";

    /// <summary>The delegation that the article is about: the first that it tells.</summary>
    private Actor? _first;

    private readonly Dictionary<string, Actor> _leaders = new(StringComparer.Ordinal);
    private readonly WordIds _delegations = words["delegation"];
    private readonly WordIds _heads = words["at-the-head"];
    private readonly WordIds _conducts = words["under-conduct"];

    public void Add(Actor leader)
    {
        if (leader.Person is not null)
        {
            _first ??= leader;
            _leaders[leader.Country ?? Unknown] = leader;
        }
    }

    /// <summary><c>Conduite par le général X, la délégation vietnamienne a …</c>: who leads is told first.</summary>
    public void ReadOpening(ArticleText text, Sentence sentence, List<Actor> actors)
    {
        var end = sentence.First + sentence.Count;
        if (sentence.Count > 2 && words.Has("led", text.Tokens[sentence.First].Folded) && words.Has("agent", text.Tokens[sentence.First + 1].Folded)
            && actors.Find(a => a is { IsNamed: true, Person: not null }) is { } leader && leader.First - sentence.First <= HeadReach && Delegation(text, leader.End, end))
        {
            Add(leader);
        }
    }

    /// <summary>Takes in what a sentence tells of leaders; its actors are in order.</summary>
    public void Read(ArticleText text, SentenceWords wordsIn, Sentence sentence, List<Actor> actors)
    {
        if (wordsIn.Holds(sentence, "delegation") || wordsIn.Holds(sentence, "at-the-head") || wordsIn.Holds(sentence, "under-conduct"))
        {
            ReadWords(text, sentence, actors);
        }

        foreach (var actor in actors)
        {
            if (actor is { IsNamed: true, IsGroup: false, Person: not null } && IsChief(text, actor.First, actor.End))
            {
                Add(actor);
            }
        }
    }

    private void ReadWords(ArticleText text, Sentence sentence, List<Actor> actors)
    {
        var end = sentence.First + sentence.Count;
        for (var i = sentence.First + 1; i < end; i++)
        {
            var id = text.Tokens[i].Id;
            if (_heads.Contains(id) && Delegation(text, i + 1, Math.Min(i + HeadReach, end)) && actors.FindLast(a => a.End <= i && a is { IsNamed: true, Person: not null }) is { } head)
            {
                Add(head);
            }
            else if (_delegations.Contains(id) && IsLedByPronoun(text, i, end) && LeaderBefore(text, i, actors) is { } told)
            {
                Add(told);
            }
            else if (_conducts.Contains(id) && words.Has("feminine-article", text.Tokens[i - 1].Folded) && actors.Find(a => a.First > i && a.First - i <= HeadReach && a is { IsNamed: true, Person: not null }) is { } conducting
                && Delegation(text, conducting.End, end))
            {
                Add(conducting);
            }
        }
    }

    /// <summary>The leader of a country's delegation, or, where no country is told, of the delegation told first, else of the only one that is not <paramref name="homeCountry"/>'s; told before a token.</summary>
    public Actor? Of(string? country, string homeCountry, int before)
    {
        var leader = country is not null
            ? _leaders.GetValueOrDefault(country) ?? _leaders.GetValueOrDefault(Unknown)
            : _leaders.Count == 1 ? _leaders.Values.First()
            : _first is { Country: not null } first ? _leaders[first.Country]
            : _leaders.Count(l => l.Key != homeCountry) == 1 ? _leaders.First(l => l.Key != homeCountry).Value : null;
        return leader is not null && leader.First < before ? leader : null;
    }

    /// <summary><c>chef de la délégation vietnamienne</c></summary>
    public bool IsChief(ArticleText text, int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (words.Has("delegation-chief", text.Tokens[i].Folded) && words.Has("of", text.Tokens[i + 1].Folded) && Delegation(text, i + 2, Math.Min(i + 4, end)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>le ministre X et la délégation de haut rang qu'il conduisait</c></summary>
    private bool IsLedByPronoun(ArticleText text, int delegation, int end)
    {
        const int Reach = 8;
        for (var i = delegation + 1; i + 2 < Math.Min(end, delegation + Reach); i++)
        {
            if (words.Has("that", text.Tokens[i].Folded) && words.Has("subject-pronoun", text.Tokens[i + 1].Folded))
            {
                return words.Has("leading", text.Tokens[i + 2].Folded);
            }
        }

        return false;
    }

    /// <summary>
    /// Whom <c>la délégation qu'il conduisait</c> stands for: the one joined to it (<c>le ministre X et la délégation</c>), else the subject of the sentence (<c>X l'a dit à Y, lors d'une rencontre
    /// avec la délégation</c>).
    /// </summary>
    private Actor? LeaderBefore(ArticleText text, int delegation, List<Actor> actors)
    {
        const int Joint = 4;
        var before = actors.FindAll(a => a.End <= delegation && a is { IsNamed: true, Person: not null });
        return before.Count == 0 ? null
            : delegation - before[^1].End <= Joint && words.StandsIn("joining-verbs", text.Tokens, before[^1].End, delegation) ? before[^1] : before[0];
    }

    private bool Delegation(ArticleText text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_delegations.Contains(text.Tokens[i].Id))
            {
                return true;
            }
        }

        return false;
    }
}
