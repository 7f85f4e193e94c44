using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Collects the people of many articles and tells who is one person under many spellings. Collecting merges: parts of a corpus
/// can be collected apart, in any order, and give the same people.
/// </summary>
internal sealed class PersonResolver(string home = "VNM")
{
    private readonly Dictionary<(string Name, string? Country, bool IsSure), PersonSighting> sightings = [];
    private readonly List<(string DocId, string Form, (string, string?, bool) Key)> named = [];

    /// <summary>Adds the people of an article.</summary>
    public void Add(string docId, PeopleReading reading)
    {
        var people = reading.People;
        foreach (var cluster in Enumerable.Range(0, people.Count).GroupBy(i => people[i].RefersTo ?? i))
        {
            var members = cluster.Select(i => people[i]).ToList();
            var strongest = members.Where(m => m.Country is not null).OrderBy(m => m.CountryBasis == CountryBasis.Reference ? CountryBasis.MainPartner : m.CountryBasis).FirstOrDefault();
            var country = strongest?.Country;
            var isSure = strongest is { CountryBasis: not (CountryBasis.MainPartner or CountryBasis.Reference) };

            // The fullest form stands for all of the article's: `M. Choïgou` is who `Sergueï Choïgou` is.
            var name = members.Select(m => PersonName.Of(m.Name)).MaxBy(n => n.Words.Count)!;
            if (name.Words.Count == 0)
            {
                continue;
            }

            var key = (string.Join(' ', name.Words), country, isSure);
            if (!sightings.TryGetValue(key, out var sighting))
            {
                sightings[key] = sighting = new PersonSighting(name, country, isSure);
            }

            foreach (var member in members)
            {
                string[] roles = member.Role is { IsBorrowed: false, Function: not RoleFunction.Guest } role ? [role.Title] : [];
                sighting.Add(member.Name, roles, new Seen(docId, member.Span.Start, 1));
                named.Add((docId, member.Name, key));
            }
        }
    }

    /// <summary>Adds what another resolver has collected.</summary>
    public void Merge(PersonResolver other)
    {
        foreach (var (key, sighting) in other.sightings)
        {
            if (!sightings.TryGetValue(key, out var own))
            {
                sightings[key] = own = new PersonSighting(sighting.Name, sighting.Country, sighting.IsSure);
            }

            own.Take(sighting);
        }

        named.AddRange(other.named);
    }

    /// <summary>Who is who, over everything collected.</summary>
    public PersonDirectory Resolve()
    {
        // In an order of their own, so that the order of collecting does not matter.
        var all = sightings.OrderBy(s => s.Key.Name, StringComparer.Ordinal).ThenBy(s => s.Key.Country, StringComparer.Ordinal).ThenBy(s => s.Key.IsSure).ToList();
        var groups = new PersonMatching(home).Group([.. all.Select(s => s.Value)]);
        var people = groups.Select(Describe).OrderBy(p => p.First).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var idOf = new Dictionary<PersonSighting, string>();
        var resolved = new List<ResolvedPerson>();
        foreach (var (person, members, _) in people)
        {
            var id = Unused(person.PersonId, used);
            resolved.Add(person with { PersonId = id });
            foreach (var member in members)
            {
                idOf[member] = id;
            }
        }

        var ids = new Dictionary<(string, string), string>();
        foreach (var (docId, form, key) in named)
        {
            ids[(docId, form)] = idOf[sightings[key]];
        }

        return new PersonDirectory(resolved, ids);
    }

    private static (ResolvedPerson Person, List<PersonSighting> Members, Seen First) Describe(List<PersonSighting> members)
    {
        var whole = new PersonSighting(members[0].Name, null, false);
        foreach (var member in members)
        {
            whole.Take(member);
        }

        var forms = whole.Forms.OrderBy(f => f.Value).ToList();
        var name = forms.OrderByDescending(f => PersonName.Of(f.Key).Words.Count)
            .ThenByDescending(f => f.Key.Count(c => c > 0x7f))
            .ThenByDescending(f => f.Value.Times)
            .ThenBy(f => f.Value)
            .First().Key;
        var country = members.Where(m => m.Country is not null).OrderByDescending(m => m.IsSure).ThenByDescending(m => m.DocIds.Count).FirstOrDefault()?.Country;
        var id = string.Join('-', PersonName.Of(name).Words) + (country is null ? "" : "-" + country.ToLowerInvariant());
        var person = new ResolvedPerson(
            id, name, [.. forms.Select(f => f.Key)], country,
            [.. whole.Roles.OrderBy(r => r.Value).Select(r => r.Key)],
            [.. whole.DocIds.Order(StringComparer.Ordinal)]);
        return (person, members, forms[0].Value);
    }

    private static string Unused(string id, HashSet<string> used)
    {
        var candidate = id;
        for (var i = 2; !used.Add(candidate); i++)
        {
            candidate = $"{id}-{i}";
        }

        return candidate;
    }
}
