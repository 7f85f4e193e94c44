using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Finds the people of an article: titles and names of each sentence → which names are people's → who is who → whom an office
/// told without a name means.
/// </summary>
internal sealed class PeopleReader(string home = "VNM")
{
    private readonly PeopleLexicon lexicon = PeopleLexicon.French;

    public PeopleReading Read(ArticleText article, PartnerReading partners) => Read(article, partners, FindGroups(article, partners));

    /// <summary>The titles and names of each sentence, those together that stand for one person, and the country words beside them.</summary>
    public (NationMap Nations, List<(Sentence Sentence, Apposition Group)> Groups) FindGroups(ArticleText article, PartnerReading partners)
    {
        var nations = new NationMap(partners, home);
        var reader = new AppositionReader(lexicon, nations, article.Tokens);
        var groups = new List<(Sentence Sentence, Apposition Group)>();
        foreach (var sentence in article.Sentences)
        {
            foreach (var group in reader.Read(sentence))
            {
                groups.Add((sentence, group));
            }
        }

        return (nations, groups);
    }

    public PeopleReading Read(ArticleText article, PartnerReading partners, (NationMap Nations, List<(Sentence Sentence, Apposition Group)> Groups) found)
    {
        var (nations, groups) = found;
        var known = new KnownNames(article.Tokens);
        var evidence = new NameEvidence(article.Tokens, lexicon, nations);
        var isPerson = new bool[groups.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Group is { Name: not null } group && evidence.Suffices(group, groups[i].Sentence))
            {
                isPerson[i] = true;
                known.Add(group.Name);
            }
        }

        // `Pour sa part, le ministre italien a salué … Marco Bianchi a souligné …`: whose office the sentence before told without a name.
        for (var i = 1; i < groups.Count; i++)
        {
            if (!isPerson[i] && groups[i].Group is { Name: { } name, Titles.Count: 0 } && OfficeBefore(groups, i) is { } state && evidence.SpeaksOn(name, groups[i].Sentence))
            {
                (isPerson[i], groups[i].Group.SpokenFor) = (true, state);
                known.Add(name);
            }
        }

        // What was named with a title once is known everywhere: `Tô Lâm a prié …`.
        for (var i = 0; i < groups.Count; i++)
        {
            if (!isPerson[i] && groups[i].Group is { Name: not null } group)
            {
                group.Name = known.Within(group.Name);
                isPerson[i] = group.Name is not null;
            }
        }

        return new Assembly(article, partners, nations, home).Build(groups, isPerson);
    }

    /// <summary>The other state whose one office, told without a name, is the group right before, in the sentence before; null where it is none such.</summary>
    private string? OfficeBefore(List<(Sentence Sentence, Apposition Group)> groups, int at) =>
        groups[at - 1] is { Group: { Name: null, Main: { Entry: { Kind: TitleKind.Office, IsPlural: false } } } office, Sentence: var before } && before.Index == groups[at].Sentence.Index - 1
            && before.Section == SectionKind.Body && office.Country(home).Code is { } state && state != home ? state : null;

    /// <summary>Turns groups into mentions, and settles countries and references.</summary>
    private sealed class Assembly(ArticleText article, PartnerReading partners, NationMap nations, string home)
    {
        private static readonly CommandCue s_command = new(PeopleLexicon.French.Words);
        private static readonly WordEndings s_infinitives = WordSets.French.EndingsOf("infinitive-ending");

        private readonly List<PersonMention> people = [];
        private readonly List<RoleMention> roles = [];

        /// <summary>Every office of each person's own mention; the role of a mention is only the highest.</summary>
        private readonly List<RoleFunctions> functions = [];
        private readonly List<PersonName> names = [];

        public PeopleReading Build(List<(Sentence Sentence, Apposition Group)> groups, bool[] isPerson)
        {
            for (var i = 0; i < groups.Count; i++)
            {
                var (sentence, group) = groups[i];
                var (country, basis) = group.Country(home);
                if (isPerson[i])
                {
                    (country, basis) = country is null && i > 0 && isPerson[i - 1] && IsNextOfList(groups[i - 1], groups[i]) ? (people[^1].Country, CountryBasis.Reference) : (country, basis);
                    AddPerson(sentence, group, group.Name!, country, basis);
                }
                else
                {
                    AddRoles(sentence, group);
                }
            }

            var coreference = new Coreference(people, names, roles, functions, partners, article, home);
            coreference.Settle();
            return new PeopleReading(people, roles) { Bystanders = coreference.Aside };
        }

        /// <summary>
        /// <c>Wang Yi, ministre chinois des Affaires étrangères, Dong Jun, ministre de la Défense, et …</c>: who follows in a list, with an office of no country, is of the same state,
        /// though the name might be of the home country.
        /// </summary>
        private bool IsNextOfList((Sentence Sentence, Apposition Group) before, (Sentence Sentence, Apposition Group) next)
        {
            const int Short = 2;
            return before.Sentence == next.Sentence && next.Group is { Name: { Words: Short } name, IsShared: false, Titles: [{ } title, ..] } && title.First > name.First
                && before.Group.Titles is [.., { } last] && last.First > before.Group.Name!.First && last.End == name.First - 1 && article.Tokens[last.End].Text == ","
                && before.Group.Country(home) is { Code: { } country, Basis: CountryBasis.Adjective or CountryBasis.Complement } && country != home;
        }

        /// <summary><c>Nguyen Van Hai, directeur du Fonds russo-vietnamien</c>: an office of both states tells nobody's country.</summary>
        private bool IsOfBoth(Nation nation)
        {
            var tokens = article.Tokens;
            return nation.End + 1 < tokens.Count && tokens[nation.End].Text == "-" && nations.TryGet(nation.End + 1, out var behind) && nations.IsHome(behind)
                || nation.First > 1 && tokens[nation.First - 1].Text == "-" && nations.TryGet(nation.First - 2, out var before) && nations.IsHome(before);
        }

        private void AddPerson(Sentence sentence, Apposition group, NameRun name, string? country, CountryBasis basis)
        {
            if ((country is null || country != home && name.IsHomeName && group.Titles.Exists(unit => unit.Countries is [var first, ..] && first.Code == country && IsOfBoth(first))) && (name.IsHomeName || IsHomeSyllable(name)))
            {
                (country, basis) = (home, CountryBasis.NameOrigin);
            }

            if (country is null && CountryAfter(name, sentence) is { } told)
            {
                (country, basis) = (told, CountryBasis.Complement);
            }

            var offices = default(RoleFunctions);
            foreach (var unit in group.Titles)
            {
                if (unit.Entry.Kind != TitleKind.Address && !unit.IsFormer)
                {
                    offices = offices.With(unit.Entry.Function);
                }
            }

            var isInCommand = s_command.Tells(article.Tokens, sentence, group.Titles.Select(t => t.First).Append(name.First).Min(), name.End);
            functions.Add(isInCommand ? offices.With(RoleFunction.Commander) : offices);
            names.Add(PersonName.Of(article.Tokens, name));
            RoleMention? role = null;
            if (group.Main is { } main)
            {
                role = Role(sentence, group, main, country, basis) with { Person = people.Count, IsNamed = true, IsPlural = false, ChainFirst = group.IsShared ? main.First : Math.Min(main.First, group.Titles[0].First), ChainEnd = group.IsShared ? main.End : Math.Max(main.End, group.Titles[^1].End) };

                // At home a secretary general of nothing is the Party's.
                if (country == home && main.Entry.Function == RoleFunction.HeadOfBody && main.End == main.HeadEnd)
                {
                    role = role with { Function = RoleFunction.PartyLeader, Level = PersonLevel.HeadOfState };
                }

                if (!group.IsShared)
                {
                    roles.Add(role);
                }
            }

            var span = new TextSpan(article.Tokens[name.First].Start, article.Tokens[name.End - 1].End);
            people.Add(new PersonMention(
                name.First, name.End - name.First, span, sentence.Index, NameText(name), role, country, basis,
                role?.Level ?? PersonLevel.Unknown, IsSurnameOnly: name.Words == 1, RefersTo: null)
            {
                IsInCommand = isInCommand,
            });
        }

        // `le général Giang`, when the article has no fuller name.
        private bool IsHomeSyllable(NameRun name) =>
            name.Words == 1 && PeopleLexicon.French.IsFamilyName(article.Tokens[name.First], out var isRare) && !isRare;

        // `Marc Knapper (États-Unis)`, `M. Ömer Yilmaz, de la délégation turque`.
        private string? CountryAfter(NameRun name, Sentence sentence)
        {
            const int Reach = 7;
            var tokens = article.Tokens;
            var at = name.End;
            var end = Math.Min(sentence.First + sentence.Count, at + Reach);
            if (at + 1 < end && tokens[at].Folded == "(" && nations.TryGet(at + 1, out var inside))
            {
                return inside.Code;
            }

            at += at < end && tokens[at].Folded == "," ? 1 : 0;
            if (PeopleLexicon.French.NameCues.TryMatchAt(tokens, at, sentence.First + sentence.Count, out var cue) && cue.Value == NameCue.Leads)
            {
                return NationWithin(cue.Next, Math.Min(sentence.First + sentence.Count, cue.Next + Reach));
            }

            if (at + 1 < end && PeopleLexicon.French.Words.Has("on-side", tokens[at].Folded) && nations.TryGet(at + 1, out var side))
            {
                return side.Code;
            }

            // "a remercié X d'avoir aidé le Vietnam": what he has done, and not whose he is.
            if (at >= end || !PeopleLexicon.French.Words.Has("of", tokens[at].Folded) || at + 1 < end && s_infinitives.Has(tokens[at + 1].Folded) && !tokens[at + 1].IsCapitalized)
            {
                return null;
            }

            return NationWithin(at, end);
        }

        private string? NationWithin(int at, int end)
        {
            for (; at < end && article.Tokens[at].Kind != TokenKind.Punctuation; at++)
            {
                if (nations.TryGet(at, out var nation))
                {
                    return nation.Code;
                }
            }

            return null;
        }

        private void AddRoles(Sentence sentence, Apposition group)
        {
            if (group.Main is not { } main || main.Entry.Kind is TitleKind.Party || (main.Entry.Kind == TitleKind.Rank && main.Countries.Count == 0 && !IsRankOfOne(sentence, main)))
            {
                return;
            }

            var (country, basis) = group.Country(home);
            if (country is null && (main.Entry.Function is RoleFunction.Other || main.Entry.Function is RoleFunction.Rank && main.Entry.Kind != TitleKind.Rank))
            {
                return;
            }

            var role = Role(sentence, group, main, country, basis);
            if (main.Countries.Count <= 1)
            {
                roles.Add(role);
                return;
            }

            // The first of several spans the head and its country, the others their country.
            for (var i = 0; i < main.Countries.Count; i++)
            {
                var nation = main.Countries[i];
                var first = i == 0 ? main.First : nation.First;
                roles.Add(role with
                {
                    FirstToken = first,
                    TokenCount = nation.End - first,
                    Span = new TextSpan(article.Tokens[first].Start, article.Tokens[nation.End - 1].End),
                    Country = nation.Code,
                    IsPlural = false,
                });
            }
        }

        /// <summary><c>Le contre-amiral a ensuite été reçu</c>: with its article, and no name that was not read behind it.</summary>
        private bool IsRankOfOne(Sentence sentence, TitleUnit rank) =>
            !rank.Entry.IsPlural && rank.First > sentence.First && PeopleLexicon.French.Words.Has("singular-article", article.Tokens[rank.First - 1].Folded)
                && rank.End < sentence.First + sentence.Count && !article.Tokens[rank.End].IsCapitalized && !PeopleLexicon.French.Words.Has("of-one", article.Tokens[rank.End].Folded);

        private RoleMention Role(Sentence sentence, Apposition group, TitleUnit main, string? country, CountryBasis basis)
        {
            var tokens = article.Tokens;
            var title = "";
            var level = PersonLevel.Unknown;
            foreach (var unit in group.Titles)
            {
                level = unit.Entry.Level > level ? unit.Entry.Level : level;
                if (unit.Entry.Kind != TitleKind.Address)
                {
                    title = title.Length == 0 ? Text(unit.First, unit.End) : title + ", " + Text(unit.First, unit.End);
                }
            }

            return new RoleMention(
                main.First, main.End - main.First, new TextSpan(tokens[main.First].Start, tokens[main.End - 1].End), sentence.Index,
                title, main.Entry.Function, main.End > main.HeadEnd ? Text(main.HeadEnd, main.End) : null,
                country, basis, level, Person: null, IsNamed: false, main.Entry.IsPlural)
            {
                IsBorrowed = main.Entry.Kind == TitleKind.Counterpart || main.Entry.IsPlural || main.IsFurther,
            };
        }

        // White space of any kind and length, also a repaired glue, is one space.
        private string Text(int first, int end)
        {
            if (IsPlain(first, end))
            {
                return article.Raw[article.Tokens[first].Start..article.Tokens[end - 1].End];
            }

            var text = new System.Text.StringBuilder();
            for (var i = first; i < end; i++)
            {
                var token = article.Tokens[i];
                if (i > first && token.SpaceBefore)
                {
                    text.Append(' ');
                }

                text.Append(token.Text);
            }

            return text.ToString();
        }

        private bool IsPlain(int first, int end)
        {
            for (var i = first + 1; i < end; i++)
            {
                var token = article.Tokens[i];
                var gap = token.Start - article.Tokens[i - 1].End;
                if (gap != (token.SpaceBefore ? 1 : 0) || (gap == 1 && article.Raw[token.Start - 1] != ' '))
                {
                    return false;
                }
            }

            return true;
        }

        private string NameText(NameRun name) => Text(name.First, name.End);
    }
}
