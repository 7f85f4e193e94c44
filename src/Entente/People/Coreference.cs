using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>Settles who is who in one article: later names to the first full one, countries left open, offices told without a name.</summary>
internal sealed class Coreference(
    List<PersonMention> people,
    List<RoleMention> roles,
    PartnerReading partners,
    ArticleText article,
    string home)
{
    private readonly List<Referent> referents = [];

    public void Settle()
    {
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
            same.Take(i, people[i]);
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
            referent.Country = main.Count == 1 ? main[0]
                : partners.Mentions.LastOrDefault(m => m.Counts && m.FirstToken < first.FirstToken && IsNear(m, first))?.Code ?? (main.Count > 0 ? main[0] : null);
            referent.Basis = referent.Country is null ? CountryBasis.None : CountryBasis.MainPartner;
        }
    }

    private bool IsNear(PartnerMention mention, PersonMention person) =>
        article.Sentences[person.SentenceIndex].Paragraph - article.Sentences[mention.SentenceIndex].Paragraph <= 1;

    private Referent? Find(RoleMention role)
    {
        Referent? best = null;
        var bestScore = (0, 0);
        foreach (var referent in referents)
        {
            var last = referent.Mentions.Where(m => people[m].FirstToken < role.FirstToken).Select(m => people[m].FirstToken).DefaultIfEmpty(-1).Max();
            if (last < 0 || !Fits(referent, role))
            {
                continue;
            }

            var score = (referent.Functions.Contains(role.Function) ? 1 : 0, last);
            if (score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (referent, score);
            }
        }

        return best;
    }

    private bool Fits(Referent referent, RoleMention role)
    {
        if (role.Country is not null && referent.Country != role.Country)
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
        public int Canonical { get; set; }

        public List<int> Mentions { get; } = [];

        public List<PersonName> Names { get; } = [];

        public HashSet<RoleFunction> Functions { get; } = [];

        public string? Country { get; set; }

        public CountryBasis Basis { get; set; }

        public PersonLevel Level { get; private set; }

        public RoleMention? Role { get; private set; }

        public void Take(int index, PersonMention person)
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

            if (person.Role is not { } role)
            {
                return;
            }

            Functions.Add(role.Function);
            if (role.Title.Length > 0 && (Role is null || role.Level > Role.Level || Role.Function is RoleFunction.Rank or RoleFunction.Counterpart))
            {
                Role = role;
            }
        }
    }
}
