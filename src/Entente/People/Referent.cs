using Entente.Texts;

namespace Entente.People;

/// <summary>Somebody of whom an article speaks: the names and offices of all mentions of one person.</summary>
internal sealed class Referent
{
    /// <summary>Title chains as written, but for the first <see cref="folded"/>: they are folded when an office first asks.</summary>
    private readonly List<string> titles = [];

    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    private int folded;

    private (int Level, int IsOwn, int Length) roleRank;

    public int Canonical { get; set; }

    public List<int> Mentions { get; } = [];

    private List<PersonName> Names { get; } = [];

    public RoleFunctions Functions { get; private set; }

    public string? Country { get; set; }

    public CountryBasis Basis { get; set; }

    public PersonLevel Level { get; private set; }

    public RoleMention? Role { get; private set; }

    /// <summary>A verb tells that he commands something: <c>X commande un équipage</c>.</summary>
    public bool IsInCommand { get; private set; }

    /// <summary>Whether one of the titles begins with a word.</summary>
    public bool HoldsTitle(string head)
    {
        FoldTitles();
        foreach (var chain in titles)
        {
            for (var at = chain.IndexOf(head, StringComparison.Ordinal); at >= 0; at = chain.IndexOf(head, at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || (at >= 2 && chain[at - 2] == ','))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public bool HoldsOffice(string organisation)
    {
        FoldTitles();
        foreach (var chain in titles)
        {
            if (chain.Contains(organisation, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void FoldTitles()
    {
        for (; folded < titles.Count; folded++)
        {
            titles[folded] = Folding.Fold(titles[folded]);
        }
    }

    /// <summary>Adds a form of the name, if it is a new one.</summary>
    public void Add(PersonName name)
    {
        foreach (var own in Names)
        {
            if (own.Words.Count == name.Words.Count && own.Words.SequenceEqual(name.Words))
            {
                return;
            }
        }

        Names.Add(name);
    }

    /// <summary>Whether a name of two words, as many foreign ones are and few of the home country, is one of the forms.</summary>
    public bool IsNamed(PersonName name)
    {
        foreach (var own in Names)
        {
            if (own.Words.Count == 2 && own.Words.SequenceEqual(name.Words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the forms of the name has a word just as it is.</summary>
    public bool HoldsWord(string word) => Names.Exists(own => own.Words.Contains(word, StringComparer.Ordinal));

    public bool MayBe(PersonName name, bool isHome)
    {
        foreach (var own in Names)
        {
            if (own.MayBe(name, isHome))
            {
                return true;
            }
        }

        return false;
    }

    public void Take(int index, PersonMention person, RoleFunctions offices)
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

        Functions = Functions.With(offices);
        IsInCommand |= person.IsInCommand;
        if (person.Role is not { } role)
        {
            return;
        }

        if (told.Add(role.Title))
        {
            titles.Add(role.Title);
        }

        var rank = ((int)role.Level, offices.Contains(RoleFunction.Counterpart) ? 0 : 1, role.Title.Length);
        if (Role is null || rank.CompareTo(roleRank) > 0)
        {
            (Role, roleRank) = (role, rank);
        }
    }
}
