using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Collects the people of many articles and tells who is one person under many spellings. Collecting merges: parts of a corpus
/// can be collected apart, in any order, and give the same people.
/// </summary>
internal sealed class PersonResolver(string home = "VNM")
{
    private readonly Dictionary<(string Name, string? Country, bool IsSure), PersonSighting> sightings = [];
    private readonly Dictionary<(string DocId, string Form), PersonSighting> named = [];

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

            var sighting = SightingOf(name, country, isSure);
            foreach (var member in members)
            {
                sighting.Add(member.Name, member.Role is { IsBorrowed: false, Function: not RoleFunction.Guest } role ? role.Title : null, new Seen(docId, member.Span.Start, 1));
                named[(docId, member.Name)] = sighting;
            }
        }
    }

    /// <summary>Adds what another resolver has collected.</summary>
    public void Merge(PersonResolver other)
    {
        foreach (var sighting in other.sightings.Values)
        {
            SightingOf(sighting.Name, sighting.Country, sighting.IsSure).Take(sighting);
        }

        foreach (var (name, sighting) in other.named)
        {
            named[name] = SightingOf(sighting.Name, sighting.Country, sighting.IsSure);
        }
    }

    /// <summary>Who is who, over everything collected.</summary>
    public PersonDirectory Resolve()
    {
        // In an order of their own, so that the order of collecting does not matter.
        var all = sightings.OrderBy(s => s.Key.Name, StringComparer.Ordinal).ThenBy(s => s.Key.Country, StringComparer.Ordinal).ThenBy(s => s.Key.IsSure).ToList();
        var groups = new PersonMatching(home).Group([.. all.Select(s => s.Value)]);
        var people = groups.Select(Describe).OrderBy(p => p.First).ToList();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var personOf = new Dictionary<PersonSighting, ResolvedPerson>(all.Count);
        var resolved = new List<ResolvedPerson>();
        foreach (var (person, members, _) in people)
        {
            var settled = person with { PersonId = Unused(person.PersonId, used) };
            resolved.Add(settled);
            foreach (var member in members)
            {
                personOf[member] = settled;
            }
        }

        return new PersonDirectory(resolved, named, personOf);
    }

    private PersonSighting SightingOf(PersonName name, string? country, bool isSure)
    {
        var key = (string.Join(' ', name.Words), country, isSure);
        if (!sightings.TryGetValue(key, out var sighting))
        {
            sightings[key] = sighting = new PersonSighting(name, country, isSure);
        }

        return sighting;
    }

    private static (ResolvedPerson Person, List<PersonSighting> Members, Seen First) Describe(List<PersonSighting> members)
    {
        var whole = new PersonSighting(members[0].Name, null, false);
        foreach (var member in members)
        {
            whole.Take(member);
        }

        var forms = whole.Forms.InOrder();
        var name = forms.OrderByDescending(f => PersonName.Of(f.Text).Words.Count)
            .ThenByDescending(f => f.Text.Count(c => c > 0x7f))
            .ThenByDescending(f => f.Seen.Times)
            .ThenBy(f => f.Seen)
            .First().Text;
        var country = members.Where(m => m.Country is not null).OrderByDescending(m => m.IsSure).ThenByDescending(m => m.DocIds.Count).FirstOrDefault()?.Country;
        var id = string.Join('-', PersonName.Of(name).Words) + (country is null ? "" : "-" + country.ToLowerInvariant());
        var person = new ResolvedPerson(
            id, name, [.. forms.Select(f => f.Text)], country,
            [.. whole.Roles.InOrder().Select(r => r.Text)],
            [.. whole.DocIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        return (person, members, forms[0].Seen);
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
