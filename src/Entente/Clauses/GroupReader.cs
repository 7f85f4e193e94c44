using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>Reads the actors that are a group: a delegation with who leads it (<c>une délégation conduite par X</c>), <c>les deux ministres</c>, <c>l'hôte</c>, those of several states.</summary>
internal sealed class GroupReader(WordSets words, string homeCountry)
{
    private readonly ThoseOfSeveral _ofSeveral = new(words);
    private readonly PeersOfStates _peers = new(words);
    private readonly WordIds _groups = words["group"];
    private readonly WordIds _duals = words["dual"];
    private readonly WordIds _delegations = words["delegation"];
    private readonly WordIds _missions = words["sent-mission"];
    private readonly WordIds _thatOf = words["that-of"];

    /// <summary>Adds the groups of a sentence to its actors, in order of the text.</summary>
    public void AddTo(ArticleText text, Sentence sentence, List<Actor> actors, BySentence<PartnerMention> mentions, BySentence<HomeMention> home, PeopleReading people, DelegationLeaders leaders)
    {
        var end = sentence.First + sentence.Count;
        var isDelegationTold = false;
        for (var i = sentence.First; i < end; i++)
        {
            var id = text.Tokens[i].Id;
            if (_groups.Contains(id) || _duals.Contains(id))
            {
                AddGroup(text, sentence, i, actors, mentions, home, people, leaders);
            }

            if (_missions.Contains(id) && !actors.Exists(a => i >= a.First && i < a.End) && IsParty(text, sentence, i, actors, mentions))
            {
                Insert(actors, ReadGroup(text, sentence, i, actors, mentions, home, people, leaders));
            }

            // "a travaillé avec celle de la Garde côtière coréenne, que dirige X"
            isDelegationTold |= _delegations.Contains(id);
            if (isDelegationTold && _thatOf.Contains(id) && !actors.Exists(a => i >= a.First && i < a.End))
            {
                Insert(actors, ReadGroup(text, sentence, i, actors, mentions, home, people, leaders));
                _ofSeveral.Read(text, sentence, i, mentions).ForEach(next => Insert(actors, next));
            }

            _peers.AddTo(actors, text, sentence, i, mentions[sentence.Index]);
        }
    }

    private void AddGroup(ArticleText text, Sentence sentence, int i, List<Actor> actors, BySentence<PartnerMention> mentions, BySentence<HomeMention> home, PeopleReading people, DelegationLeaders leaders)
    {
        var word = text.Tokens[i].Folded;
        // "les deux vice-ministres" in three tokens
        var head = i - 2 > sentence.First && text.Tokens[i - 1].Folded == "-" && words.Has("deputy-prefix", text.Tokens[i - 2].Folded) ? i - 2 : i;
        var dual = head > sentence.First && words.Has("number-two", text.Tokens[head - 1].Folded) && words.Has("dual", word);
        var trio = !dual && head > sentence.First && words.Has("number-three", text.Tokens[head - 1].Folded) && words.Has("dual", word);
        if (!dual && !trio && !words.Has("group", word) || actors.Exists(a => i >= a.First && i < a.End && (a.IsNamed || !dual)) || IsOnlyMember(text, sentence.First, i))
        {
            return;
        }

        if (dual || trio)
        {
            actors.RemoveAll(a => i >= a.First && i < a.End);
            Insert(actors, new Actor(head - 1, i + 1, null, null, PersonLevel.Unknown, IsNamed: false, Count: dual ? 2 : 3, IsGroup: true, IsOtherSide: head - 1 > sentence.First && words.Has("plural-possessive", text.Tokens[head - 2].Folded) && words.Has("guests", word)));
            return;
        }

        // "l'amiral X et sa délégation": those with him are no side of their own.
        if (i > sentence.First + 1 && words.Has("singular-possessive", text.Tokens[i - 1].Folded) && words.Has("and", text.Tokens[i - 2].Folded))
        {
            return;
        }

        Insert(actors, ReadGroup(text, sentence, i, actors, mentions, home, people, leaders));
    }

    private Actor ReadGroup(ArticleText text, Sentence sentence, int i, List<Actor> actors, BySentence<PartnerMention> mentions, BySentence<HomeMention> home, PeopleReading people, DelegationLeaders leaders)
    {
        var end = sentence.First + sentence.Count;
        var country = CountryNear(text, sentence, i, mentions, home);
        var level = PersonLevel.Other;
        // "conduite par", "emmenée par", "de M. X": its leader is the next named actor.
        var leader = actors.Find(a => a.First > i && a.First - i < 45 && a.IsNamed && LedBy(text, i, a.First));
        if (leader is not null)
        {
            actors.Remove(leader);
            leaders.Add(leader with { Country = leader.Country ?? country });
            return new Actor(i, leader.End, leader.Country ?? country, leader.Person, leader.Level, IsNamed: true, IsGroup: true);
        }

        // "la délégation": who leads it; else, as for "l'hôte" and "le visiteur", the last person of that side, the foreign one when no side is told.
        int? person = null;
        if (_delegations.Contains(text.Tokens[i].Id) && leaders.Of(country, homeCountry, i) is { } head)
        {
            (person, country, level) = (head.Person, country ?? head.Country, head.Level);
        }
        else if (country is not null && country != homeCountry && i > sentence.First && words.Has("definite", text.Tokens[i - 1].Folded) && _delegations.Contains(text.Tokens[i].Id) && FirstOf(text, people, country, i) is { } first)
        {
            (person, level) = (first, people.People[first].Level);
        }
        else if (country == homeCountry && !_delegations.Contains(text.Tokens[i].Id) && (leaders.Of(country, homeCountry, i)?.Person ?? FirstOf(text, people, country, i)) is { } guest)
        {
            // "Au Sri Lanka, l'hôte vietnamien a été reçu": who travels, and not whoever of his was named last.
            (person, level) = (guest, people.People[guest].Level);
        }
        else if (i > sentence.First && words.Has("known-one", text.Tokens[i - 1].Folded))
        {
            for (var k = people.People.Count - 1; k >= 0; k--)
            {
                var candidate = people.People[k];
                if (candidate.FirstToken < i && candidate.Country is { } c && !people.Bystanders.Contains(candidate.RefersTo ?? k) && (country is null ? c != homeCountry : c == country)
                    && text.Sentences[candidate.SentenceIndex].Section != SectionKind.Caption)
                {
                    person = candidate.RefersTo ?? k;
                    country ??= c;
                    level = people.People[person.Value].Level;
                    break;
                }
            }
        }

        var last = i + 1;
        while (last < end && last < i + 3 && (mentions[sentence.Index].Any(m => m.FirstToken <= last && last < m.EndToken) || home[sentence.Index].Any(m => m.FirstToken <= last && last < m.EndToken)))
        {
            last++;
        }

        return new Actor(i, last, country, person, level, IsNamed: false, IsGroup: true);
    }

    /// <summary><c>une mission mongole</c>, <c>une mission de l'état-major, conduite par X</c> is a delegation; a mission that is carried out is none.</summary>
    private bool IsParty(ArticleText text, Sentence sentence, int i, List<Actor> actors, BySentence<PartnerMention> mentions)
    {
        const int NationReach = 2;
        const int LeaderReach = 30;
        return i > sentence.First && words.Has("party-article", text.Tokens[i - 1].Folded)
            && (mentions[sentence.Index].Any(m => m.Kind is MentionKind.Demonym or MentionKind.Body && m.FirstToken > i && m.FirstToken - i <= NationReach && !text.Tokens[m.FirstToken].IsCapitalized)
                || actors.Exists(a => a.First > i && a.First - i < LeaderReach && a.IsNamed && LedBy(text, i, a.First)));
    }

    /// <summary>Whether words between a group and a person tell that he leads it: <c>conduite par</c>, <c>que dirige</c>.</summary>
    public bool LedBy(ArticleText text, int group, int leader)
    {
        // "conduite par son chef, le général de corps d'armée X"
        const int LeaderReach = 8;
        for (var j = group + 1; j < leader; j++)
        {
            // "La délégation a eu une séance de travail avec la Délégation aux affaires stratégiques, dirigée par X": the nearer one's.
            if (_delegations.Contains(text.Tokens[j].Id))
            {
                return false;
            }

            // "la délégation a eu une séance de travail avec la Direction politique, dirigée par X", "a eu droit à une cérémonie d'accueil, présidée par X"
            if (words.Has("with", text.Tokens[j].Folded) || words.Has("ceremony-event", text.Tokens[j].Folded))
            {
                return false;
            }

            // "la délégation vietnamienne et celle du ministère, dirigée par X": the other one.
            if (words.Has("that-of", text.Tokens[j].Folded))
            {
                return false;
            }

            if (words.Has("led", text.Tokens[j].Folded) && words.Has("agent", text.Tokens[Math.Min(j + 1, text.Tokens.Count - 1)].Folded)
                || words.Has("leading", text.Tokens[j].Folded) && words.Has("that", text.Tokens[j - 1].Folded))
            {
                return leader - j <= LeaderReach;
            }
        }

        return false;
    }

    /// <summary>The country of a group: the first one named after it within a few words (<c>délégation du ministère bulgare</c>).</summary>
    private string? CountryNear(ArticleText text, Sentence sentence, int i, BySentence<PartnerMention> mentions, BySentence<HomeMention> homeMentions)
    {
        var reach = Math.Min(i + 8, sentence.First + sentence.Count);
        var foreign = mentions[sentence.Index].FirstOrDefault(m => m.FirstToken > i && m.FirstToken < reach && !m.IsPlace);
        var home = homeMentions[sentence.Index].FirstOrDefault(m => m.FirstToken > i && m.FirstToken < reach && !m.IsPlace);
        return (foreign, home) switch
        {
            (null, null) => IsOfHomePlace(text, sentence, i) ? homeCountry : null,
            (null, _) => homeCountry,
            (_, null) => foreign.Code,
            _ => foreign.FirstToken < home.FirstToken ? foreign.Code : homeCountry,
        };
    }

    /// <summary><c>une délégation d'anciens combattants de la province de Nam Dinh</c></summary>
    public bool IsOfHomePlace(ArticleText text, Sentence sentence, int group)
    {
        const int Reach = 14;
        for (var i = group + 1; i + 1 < Math.Min(group + Reach, sentence.First + sentence.Count) && text.Tokens[i].Kind == TokenKind.Word; i++)
        {
            // "une délégation d'officiers de la Région militaire n°4"
            if (words.Has("home-region", text.Tokens[i].Folded) && words.Has("of-army", text.Tokens[i + 1].Folded))
            {
                return true;
            }

            if (words.Has("of", text.Tokens[i].Folded) && PeopleLexicon.French.HomePlaces.TryMatchAt(text.Tokens, i + 1, sentence.First + sentence.Count, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who came is named first, those whom he met or brought along after him.</summary>
    public static int? FirstOf(ArticleText text, PeopleReading people, string country, int before)
    {
        for (var i = 0; i < people.People.Count && people.People[i].FirstToken < before; i++)
        {
            var person = people.People[i];
            if (person.Country == country && text.Sentences[person.SentenceIndex].Section == SectionKind.Body && !people.Bystanders.Contains(person.RefersTo ?? i))
            {
                return person.RefersTo ?? i;
            }
        }

        return null;
    }

    /// <summary><c>membre de la délégation</c> is no delegation, <c>les membres de la délégation</c> are.</summary>
    public bool IsOnlyMember(ArticleText text, int first, int at) =>
        at - 3 >= first && words.Has("party-member", text.Tokens[at - 3].Folded) && words.Has("of-one-whole", text.Tokens[at - 2].Folded)
            && !(at - 4 >= first && words.Has("plural-article", text.Tokens[at - 4].Folded));

    /// <summary>Puts an actor where it stands in the text.</summary>
    public static void Insert(List<Actor> actors, Actor actor)
    {
        var at = actors.FindIndex(a => a.First > actor.First);
        actors.Insert(at < 0 ? actors.Count : at, actor);
    }
}
