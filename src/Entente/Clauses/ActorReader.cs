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
    private readonly RespectiveLeaders _respective = new(words);
    private readonly SideLeaders _sides = new(words);
    private readonly GroupReader _groups = new(words, homeCountry);
    private readonly PeersAtGathering _peersThere = new(words);
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
            bySentence[role.SentenceIndex].Add(new Actor(role.FirstToken, IsOfCompany(role) ? PastName(text, role.EndToken) : role.EndToken, role.Country ?? (person is { } k ? people.People[k].Country : role.Function == RoleFunction.Delegation && _groups.IsOfHomePlace(text, text.Sentences[role.SentenceIndex], role.FirstToken) ? homeCountry : null), person, role.Level, IsNamed: false, IsInstitution: IsOfCompany(role)));
        }

        var leaders = new DelegationLeaders(words);
        foreach (var sentence in text.Sentences)
        {
            var actors = bySentence[sentence.Index];
            actors.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
            actors.RemoveAll(a => !a.IsNamed && _groups.IsOnlyMember(text, sentence.First, a.First));
            RemoveCovered(actors);
            leaders.ReadOpening(text, sentence, actors);
            TellChiefs(text, actors, people, leaders);
            _respective.Read(text, wordsIn, sentence, actors, mentions[sentence.Index], people, told);
            _sides.Read(text, wordsIn, sentence, actors, mentions[sentence.Index], people, told);
            _groups.AddTo(text, sentence, actors, mentions, home, people, leaders);
            _peersThere.AddTo(actors, text, sentence, mentions[sentence.Index], home[sentence.Index]);
            if (_lastTwo.Read(text, wordsIn, sentence, bySentence) is { } pair)
            {
                GroupReader.Insert(actors, pair);
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

    /// <summary><c>des représentants du groupe chilien Codelco et l'ambassadeur X</c>: its name stands behind the company.</summary>
    private static int PastName(ArticleText text, int end)
    {
        while (end < text.Tokens.Count && text.Tokens[end] is { Kind: TokenKind.Word, IsCapitalized: true })
        {
            end++;
        }

        return end;
    }

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
            else if (actors[i].Country is { } country && (isChief || country != homeCountry) && GroupReader.FirstOf(text, people, country, actors[i].First) is { } head)
            {
                actors[i] = actors[i] with { Person = head, Level = people.People[head].Level };
            }
        }
    }

    /// <summary>The rank before a name is part of the actor: <c>général de corps d'armée Phan Van Giang</c>.</summary>
    private int WithRank(ArticleText text, int first, int at)
    {
        var start = at;
        // "le général en chef X"
        for (var i = at - 1; i >= first && i >= at - 9 && (words.Has("rank", text.Tokens[i].Folded) || i > first && words.Has("rank-tail", text.Tokens[i].Folded)); i--)
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
            if (group.IsNamed || !leader.IsNamed || !(words.Has("group", text.Tokens[group.First].Folded) || words.Has("that-of", text.Tokens[group.First].Folded)) || !_groups.LedBy(text, group.End - 1, leader.First))
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
}
