namespace Entente.People;

/// <summary>One person as some seeds name him: every mention with the same folded name and country is one sighting.</summary>
internal sealed class PersonSighting(PersonName name, string? country, bool isSure)
{
    public PersonName Name => name;

    public string? Country => country;

    /// <summary>The country is told by a word, not inferred from the article's partner.</summary>
    public bool IsSure => isSure;

    /// <summary>Forms as written, each with where it was first seen.</summary>
    public Dictionary<string, Seen> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>Titles, each with where it was first seen.</summary>
    public Dictionary<string, Seen> Roles { get; } = new(StringComparer.Ordinal);

    public HashSet<string> DocIds { get; } = new(StringComparer.Ordinal);

    public void Add(string form, IEnumerable<string> roles, Seen seen)
    {
        Keep(Forms, form, seen);
        foreach (var role in roles)
        {
            Keep(Roles, role, seen);
        }

        DocIds.Add(seen.DocId);
    }

    public void Take(PersonSighting other)
    {
        foreach (var (form, seen) in other.Forms)
        {
            Keep(Forms, form, seen);
        }

        foreach (var (role, seen) in other.Roles)
        {
            Keep(Roles, role, seen);
        }

        DocIds.UnionWith(other.DocIds);
    }

    private static void Keep(Dictionary<string, Seen> all, string text, Seen seen)
    {
        if (!all.TryGetValue(text, out var first))
        {
            all[text] = seen;
        }
        else
        {
            all[text] = (seen.CompareTo(first) < 0 ? seen : first) with { Times = first.Times + seen.Times };
        }
    }
}

/// <summary>Where something was first seen, and how often; ordered by seed and place in it.</summary>
internal readonly record struct Seen(string DocId, int Position, int Times) : IComparable<Seen>
{
    public int CompareTo(Seen other) =>
        string.CompareOrdinal(DocId, other.DocId) is var order && order != 0 ? order : Position.CompareTo(other.Position);
}
