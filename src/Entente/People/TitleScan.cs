namespace Entente.People;

/// <summary>How far a title has been read, and what it has told so far.</summary>
internal sealed class TitleScan(int headEnd, TitleEntry entry)
{
    public TitleEntry Entry => entry;

    public int HeadEnd { get; } = headEnd;

    public int At { get; set; } = headEnd;

    public bool AfterPreposition { get; set; }

    /// <summary>Only an organisation, a field of government or a country can follow: of high offices, and once an adjective told the country.</summary>
    public bool IsStrict => Basis == CountryBasis.Adjective || entry.Function is RoleFunction.Minister or RoleFunction.DeputyMinister or RoleFunction.HeadOfState
        or RoleFunction.DeputyHeadOfState or RoleFunction.HeadOfGovernment or RoleFunction.DeputyHeadOfGovernment or RoleFunction.Ambassador or RoleFunction.ChiefOfStaff;

    public bool IsPosting { get; set; }

    public bool IsForeign { get; set; }

    /// <summary>The adjective that told the country is that of an organisation (<c>directeur de l'Institut indien</c>).</summary>
    public bool IsOfInstitution { get; set; }

    /// <summary>The title tells a charge, which may be a list.</summary>
    public bool IsCharge { get; set; }

    /// <summary>A small word of the foreign name (<c>of</c>) has come: capitals go on with the organisation, not with a person.</summary>
    public bool HasLink { get; set; }

    public List<Nation> Countries { get; } = [];

    public CountryBasis Basis { get; private set; }

    public void Add(Nation nation, CountryBasis basis)
    {
        if (Countries.Count == 0)
        {
            Basis = basis;
        }

        Countries.Add(nation);
    }

    /// <summary>Takes words into the title; true, so that a step can return it.</summary>
    public bool Take(int count, bool afterPreposition = false)
    {
        At += count;
        AfterPreposition = afterPreposition;
        return true;
    }
}
