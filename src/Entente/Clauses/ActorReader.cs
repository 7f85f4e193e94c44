using Entente.Lexicons;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Joins names, offices and delegations into actors. <c>une délégation du Collège de défense du Bangladesh, emmenée par le général X</c>
/// is one actor with the person X; <c>la délégation russe</c> refers to who leads the visitors of that country.
/// </summary>
internal sealed class ActorReader(WordSets words, string homeCountry)
{
    private readonly LastTwoReader _lastTwo = new(words, homeCountry);
    private readonly ThoseOfSeveral _ofSeveral = new(words);
    private readonly PeersOfStates _peers = new(words);
    private readonly WordIds _groups = words["group"];
    private readonly WordIds _duals = words["dual"];
    private readonly WordIds _delegations = words["delegation"];

    public List<Actor>[] Read(ArticleText text, SentenceWords wordsIn, BySentence<PartnerMention> mentions, BySentence<HomeMention> home, PeopleReading people)
    {
        // Countries that a delegation tells of its leader, where only the look of the name told one.
        var told = new Dictionary<int, string>();
        var bySentence = new List<Actor>[text.Sentences.Count];
        for (var i = 0; i < bySentence.Length; i++)
        {
            bySentence[i] = [];
        }

        var peopleIn = new BySentence<PersonMention>(people.People, static p => p.SentenceIndex, text.Sentences.Count);
        for (var index = 0; index < people.People.Count; index++)
        {
            var mention = people.People[index];
            var first = mention.FirstToken;
            var end = mention.EndToken;
            // Only titles that stand beside the name, not those taken over from an earlier mention.
            if (mention.Role is { } role && role.SentenceIndex == mention.SentenceIndex && Math.Abs(role.FirstToken - mention.EndToken) < 40 && Math.Abs(role.EndToken - mention.FirstToken) < 40)
            {
                first = Math.Min(first, role.ChainFirst);
                end = Math.Max(end, role.ChainEnd);
            }

            // "les ministres X et Y": the title before both is the first one's.
            foreach (var other in peopleIn[mention.SentenceIndex])
            {
                first = other.FirstToken >= first && other.EndToken <= mention.FirstToken ? mention.FirstToken : first;
                end = other.FirstToken >= mention.EndToken && other.EndToken <= end ? mention.EndToken : end;
            }

            first = WithRank(text, text.Sentences[mention.SentenceIndex].First, first);
            bySentence[mention.SentenceIndex].Add(new Actor(first, end, mention.Country, mention.RefersTo ?? index, mention.Level, IsNamed: true));
        }

        foreach (var role in people.Roles.Where(r => !r.IsNamed && !(r.Country is null && IsOfCompany(r))))
        {
            var person = role.Person is { } p ? people.People[p].RefersTo ?? p : (int?)null;
            bySentence[role.SentenceIndex].Add(new Actor(role.FirstToken, role.EndToken, role.Country ?? (person is { } k ? people.People[k].Country : role.Function == RoleFunction.Delegation && IsOfHomePlace(text, text.Sentences[role.SentenceIndex], role.FirstToken) ? homeCountry : null), person, role.Level, IsNamed: false, IsInstitution: IsOfCompany(role)));
        }

        var leaders = new DelegationLeaders(words);
        foreach (var sentence in text.Sentences)
        {
            var actors = bySentence[sentence.Index];
            actors.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
            actors.RemoveAll(a => !a.IsNamed && IsOnlyMember(text, sentence.First, a.First));
            RemoveCovered(actors);
            leaders.ReadOpening(text, sentence, actors);
            TellChiefs(text, actors, people, leaders);
            AddGroups(text, sentence, actors, mentions, home, people, leaders);
            if (_lastTwo.Read(text, wordsIn, sentence, bySentence) is { } pair)
            {
                Insert(actors, pair);
            }

            JoinLeaders(text, actors, people, told, leaders);
            leaders.Read(text, wordsIn, sentence, actors);
        }

        Retell(bySentence, told);
        return bySentence;
    }

    /// <summary><c>des dirigeants du groupe émirien EDGE</c>, <c>des responsables de l'entreprise</c>: no side of the talks between states.</summary>
    private bool IsOfCompany(RoleMention role)
    {
        const int Reach = 3;
        return role is { IsPlural: true, Person: null, Organisation: { } organisation }
            && organisation.Split([' ', '\''], Reach, StringSplitOptions.RemoveEmptyEntries).Any(word => words.Has("company", Folding.Fold(word)));
    }

    /// <summary><c>membre de la délégation</c> is no delegation, <c>les membres de la délégation</c> are.</summary>
    private bool IsOnlyMember(ArticleText text, int first, int at) =>
        at - 3 >= first && words.Has("party-member", text.Tokens[at - 3].Folded) && words.Has("of-one-whole", text.Tokens[at - 2].Folded)
            && !(at - 4 >= first && words.Has("plural-article", text.Tokens[at - 4].Folded));

    // Also as "membres de la délégation", which is one title.
    private bool IsTheDelegation(ArticleText text, Actor actor)
    {
        for (var i = Math.Max(1, actor.First); i < actor.End; i++)
        {
            if (_delegations.Contains(text.Tokens[i].Id))
            {
                return words.Has("definite", text.Tokens[i - 1].Folded);
            }
        }

        return false;
    }

    /// <summary><c>les visiteurs</c>: the delegation that has come.</summary>
    private bool AreTheVisitors(ArticleText text, Actor actor) =>
        actor.First > 0 && words.Has("visitors", text.Tokens[actor.First].Folded) && words.Has("definite", text.Tokens[actor.First - 1].Folded);

    /// <summary><c>la délégation vietnamienne</c>, <c>le chef de la délégation</c> are who leads it, not who was named last.</summary>
    private void TellChiefs(ArticleText text, List<Actor> actors, PeopleReading people, DelegationLeaders leaders)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            var isChief = !actors[i].IsNamed && leaders.IsChief(text, actors[i].First, actors[i].End);
            if (actors[i].IsNamed || !isChief && !IsTheDelegation(text, actors[i]) && !AreTheVisitors(text, actors[i]))
            {
                continue;
            }

            if (leaders.Of(actors[i].Country, homeCountry, actors[i].First) is { } leader)
            {
                actors[i] = actors[i] with { Person = leader.Person, Country = actors[i].Country ?? leader.Country, Level = leader.Level };
            }
            else if (actors[i].Country is { } country && (isChief || country != homeCountry) && FirstOf(text, people, country, actors[i].First) is { } head)
            {
                actors[i] = actors[i] with { Person = head, Level = people.People[head].Level };
            }
        }
    }

    /// <summary>Who came is named first, those whom he met or brought along after him.</summary>
    private static int? FirstOf(ArticleText text, PeopleReading people, string country, int before)
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

    /// <summary>The rank before a name is part of the actor: <c>général de corps d'armée Phan Van Giang</c>.</summary>
    private int WithRank(ArticleText text, int first, int at)
    {
        var start = at;
        for (var i = at - 1; i >= first && i >= at - 9 && words.Has("rank", text.Tokens[i].Folded); i--)
        {
            start = words.Has("rank-head", text.Tokens[i].Folded) ? i : start;
        }

        return start;
    }

    private static void RemoveCovered(List<Actor> actors)
    {
        for (var i = actors.Count - 1; i > 0; i--)
        {
            for (var j = i - 1; j >= 0; j--)
            {
                if (actors[i].First < actors[j].End)
                {
                    // The same words read as an office and within a longer title: the named one stays.
                    if (actors[i].IsNamed && !actors[j].IsNamed)
                    {
                        actors[j] = actors[i];
                    }

                    actors.RemoveAt(i);
                    break;
                }
            }
        }
    }

    /// <summary><c>une délégation militaire chinoise conduite par le général X</c> is one actor: the person X, of the delegation's country.</summary>
    private void JoinLeaders(ArticleText text, List<Actor> actors, PeopleReading people, Dictionary<int, string> told, DelegationLeaders leaders)
    {
        for (var i = 0; i + 1 < actors.Count; i++)
        {
            var (group, leader) = (actors[i], actors[i + 1]);
            if (group.IsNamed || !leader.IsNamed || !(words.Has("group", text.Tokens[group.First].Folded) || words.Has("that-of", text.Tokens[group.First].Folded)) || !LedBy(text, group.End - 1, leader.First))
            {
                continue;
            }

            var country = leader.Country;
            if (group.Country is { } own && own != country && leader.Person is { } person && people.People[person].CountryBasis is CountryBasis.None or CountryBasis.NameOrigin or CountryBasis.MainPartner)
            {
                country = own;
                told[person] = own;
            }

            actors[i] = leader with { First = group.First, Country = country, IsGroup = true };
            leaders.Add(actors[i]);
            actors.RemoveAt(i + 1);
        }
    }

    private static void Retell(List<Actor>[] bySentence, Dictionary<int, string> told)
    {
        foreach (var actors in bySentence)
        {
            for (var i = 0; i < actors.Count; i++)
            {
                if (actors[i].Person is { } person && told.TryGetValue(person, out var country))
                {
                    actors[i] = actors[i] with { Country = country };
                }
            }
        }
    }

    private void AddGroups(ArticleText text, Sentence sentence, List<Actor> actors, BySentence<PartnerMention> mentions, BySentence<HomeMention> home, PeopleReading people, DelegationLeaders leaders)
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

            // "a travaillé avec celle de la Garde côtière coréenne, que dirige X"
            isDelegationTold |= _delegations.Contains(id);
            if (isDelegationTold && words.Has("that-of", text.Tokens[i].Folded) && !actors.Exists(a => i >= a.First && i < a.End))
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

    private bool LedBy(ArticleText text, int group, int leader)
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
    private bool IsOfHomePlace(ArticleText text, Sentence sentence, int group)
    {
        const int Reach = 14;
        for (var i = group + 1; i + 1 < Math.Min(group + Reach, sentence.First + sentence.Count) && text.Tokens[i].Kind == TokenKind.Word; i++)
        {
            if (words.Has("of", text.Tokens[i].Folded) && PeopleLexicon.French.HomePlaces.TryMatchAt(text.Tokens, i + 1, sentence.First + sentence.Count, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static void Insert(List<Actor> actors, Actor actor)
    {
        var at = actors.FindIndex(a => a.First > actor.First);
        actors.Insert(at < 0 ? actors.Count : at, actor);
    }
}
