using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>Settles who is who in one article: later names to the first full one, countries left open, offices told without a name.</summary>
internal sealed class Coreference(
    List<PersonMention> people,
    List<RoleMention> roles,
    List<HashSet<RoleFunction>> functions,
    PartnerReading partners,
    ArticleText article,
    string home)
{
    private readonly List<Referent> referents = [];

    public void Settle()
    {
        RaiseCounterparts();
        var referentOf = Gather();
        foreach (var referent in referents)
        {
            SettleCountry(referent);
        }

        for (var i = 0; i < people.Count; i++)
        {
            var referent = referentOf[i];
            var mention = people[i];
            var isOwn = mention.Country is not null && mention.CountryBasis is not CountryBasis.NameOrigin;
            people[i] = mention with
            {
                Role = mention.Role is { Function: not (RoleFunction.Rank or RoleFunction.Counterpart) } ? mention.Role : referent.Role ?? mention.Role,
                Country = isOwn ? mention.Country : referent.Country,
                CountryBasis = isOwn ? mention.CountryBasis : i == referent.Canonical ? referent.Basis : CountryBasis.Reference,
                Level = referent.Level > mention.Level ? referent.Level : mention.Level,
                RefersTo = i == referent.Canonical ? null : referent.Canonical,
            };
        }

        for (var i = 0; i < roles.Count; i++)
        {
            var role = roles[i];
            if (role.Person is { } person)
            {
                roles[i] = role with { Country = role.Country ?? people[person].Country, CountryBasis = role.Country is null ? people[person].CountryBasis : role.CountryBasis };
            }
            else if (role is { IsPlural: false, Function: not RoleFunction.Delegation } && Find(role) is { } found)
            {
                roles[i] = role with
                {
                    Person = found.Canonical,
                    Country = role.Country ?? found.Country,
                    CountryBasis = role.Country is null ? CountryBasis.Reference : role.CountryBasis,
                    Level = found.Level > role.Level ? found.Level : role.Level,
                };
            }
        }
    }

    // `Le ministre A a reçu son homologue B`: B holds the office of whom the sentence named before, unless a title tells another.
    private void RaiseCounterparts()
    {
        for (var i = 1; i < people.Count; i++)
        {
            if (people[i].Role is not { Function: RoleFunction.Counterpart } role)
            {
                continue;
            }

            var model = i - 1;
            while (model >= 0 && (people[model].SentenceIndex < people[i].SentenceIndex - 1 || people[model].Role is null or { Function: RoleFunction.Counterpart } || (people[model].Country == home) == (people[i].Country == home)))
            {
                model--;
            }

            if (model >= 0 && people[model].Role is { Function: not (RoleFunction.Rank or RoleFunction.Party) } office)
            {
                people[i] = people[i] with { Role = role with { Function = office.Function, Level = office.Level }, Level = office.Level };
                functions[i].Add(office.Function);
            }
        }
    }

    private List<Referent> Gather()
    {
        var referentOf = new List<Referent>();
        var names = people.Select(person => PersonName.Of(person.Name)).ToList();

        // Full names first: a surname may stand in the headline, before the name that it belongs to.
        foreach (var i in Enumerable.Range(0, people.Count).OrderBy(i => names[i].Words.Count == 1).ToList())
        {
            var same = referents.Find(referent => referent.Names.Exists(name => name.MayBe(names[i], people[i].Country == home || referent.Country == home)) && Agree(referent.Country, people[i].Country));
            if (same is null)
            {
                same = new Referent { Canonical = i };
                referents.Add(same);
            }

            same.Names.Add(names[i]);
            same.Take(i, people[i], functions[i]);
        }

        for (var i = 0; i < people.Count; i++)
        {
            referentOf.Add(referents.Find(referent => referent.Mentions.Contains(i))!);
        }

        return referentOf;
    }

    private static bool Agree(string? a, string? b) => a is null || b is null || a == b;

    // A foreign name without any country word: the partner of the article, or the one named last before it.
    private void SettleCountry(Referent referent)
    {
        if (referent.Country is not null && referent.Basis != CountryBasis.NameOrigin)
        {
            return;
        }

        if (referent.Country is null)
        {
            var first = people[referent.Mentions.Min()];
            var main = partners.MainPartners;
            var before = partners.Mentions.LastOrDefault(m => m.Counts && m.FirstToken < first.FirstToken && IsNear(m, first));
            referent.Country = before is not null && before.SentenceIndex == first.SentenceIndex ? before.Code
                : main.Count == 1 ? main[0]
                : before?.Code ?? (main.Count > 0 ? main[0] : null);
            referent.Basis = referent.Country is null ? CountryBasis.None : CountryBasis.MainPartner;
        }
    }

    private bool IsNear(PartnerMention mention, PersonMention person) =>
        article.Sentences[person.SentenceIndex].Paragraph - article.Sentences[mention.SentenceIndex].Paragraph <= 1;

    private Referent? Find(RoleMention role)
    {
        Referent? best = null;
        var bestScore = (0, 0);
        var office = role.Function == RoleFunction.Counterpart ? OfficeBefore(role) : role.Function;
        foreach (var referent in referents)
        {
            var last = referent.Mentions.Where(m => people[m].FirstToken < role.FirstToken).Select(m => people[m].FirstToken).DefaultIfEmpty(-1).Max();
            if (last < 0 || !Fits(referent, role))
            {
                continue;
            }

            var score = (SharesHead(referent, role) ? 2 : referent.Functions.Contains(office) ? 1 : 0, last);
            if (score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (referent, score);
            }
        }

        return best;
    }

    // `Le ministre vietnamien a invité son homologue`: the office that the sentence named last before.
    private RoleFunction OfficeBefore(RoleMention role) =>
        roles.LastOrDefault(r => r.SentenceIndex == role.SentenceIndex && r.FirstToken < role.FirstToken && r.Country != role.Country)?.Function ?? role.Function;

    private static bool SharesHead(Referent referent, RoleMention role)
    {
        var title = Folding.Fold(role.Title);
        var space = title.IndexOf(' ', StringComparison.Ordinal);
        var head = space < 0 ? title : title[..space];
        return referent.Titles.Exists(chain => chain.StartsWith(head, StringComparison.Ordinal) || chain.Contains(", " + head, StringComparison.Ordinal));
    }

    private bool Fits(Referent referent, RoleMention role)
    {
        if (role.Country is not null && referent.Country != role.Country)
        {
            return false;
        }

        // `le ministre des Forces armées` without a country is not the minister of defence of before.
        if (role.Country is null && role.Organisation is { } organisation
            && !referent.Titles.Exists(chain => chain.Contains(Folding.Fold(organisation), StringComparison.Ordinal)))
        {
            return false;
        }

        return role.Function switch
        {
            // Whose guest or counterpart is open without a country; the guest is the foreigner.
            RoleFunction.Guest => role.Country is not null || referent.Country != home,
            RoleFunction.Counterpart => role.Country is not null,
            RoleFunction.Rank => referent.Functions.Contains(RoleFunction.Rank),
            RoleFunction.Other => role.Country is not null && role.Country != home && referent.Functions.Contains(RoleFunction.Other),
            _ => referent.Functions.Contains(role.Function),
        };
    }

    private sealed class Referent
    {
        private (int Level, int IsOwn, int Length) roleRank;

        public int Canonical { get; set; }

        public List<int> Mentions { get; } = [];

        public List<PersonName> Names { get; } = [];

        public HashSet<RoleFunction> Functions { get; } = [];

        /// <summary>Title chains, folded.</summary>
        public List<string> Titles { get; } = [];

        public string? Country { get; set; }

        public CountryBasis Basis { get; set; }

        public PersonLevel Level { get; private set; }

        public RoleMention? Role { get; private set; }

        public void Take(int index, PersonMention person, HashSet<RoleFunction> offices)
        {
            Mentions.Add(index);
            if (person.Country is not null && (Country is null || person.CountryBasis < Basis))
            {
                (Country, Basis) = (person.Country, person.CountryBasis);
            }

            if (person.Level > Level)
            {
                Level = person.Level;
            }

            Functions.UnionWith(offices);
            if (person.Role is not { } role)
            {
                return;
            }

            Titles.Add(Folding.Fold(role.Title));
            var rank = ((int)role.Level, offices.Contains(RoleFunction.Counterpart) ? 0 : 1, role.Title.Length);
            if (Role is null || rank.CompareTo(roleRank) > 0)
            {
                (Role, roleRank) = (role, rank);
            }
        }
    }
}
