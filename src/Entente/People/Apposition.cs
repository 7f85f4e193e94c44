namespace Entente.People;

/// <summary>Titles and a name that stand together for one person: <c>le général Phan Van Giang, membre …, ministre de la Défense</c>.</summary>
internal sealed class Apposition
{
    public List<TitleUnit> Titles { get; } = [];

    public NameRun? Name { get; set; }

    /// <summary>A further name under the same plural title (<c>MM. Phan Van Giang et Dutton</c>) shares its titles.</summary>
    public bool IsShared { get; set; }

    /// <summary>Which of the names under a shared title it is: each has the country of its place (<c>les ministres lao et thaïlandais, A et B</c>).</summary>
    public int Place { get; set; }

    /// <summary>The state of the office that the sentence before told without a name, of whoever goes on speaking in this one.</summary>
    public string? SpokenFor { get; set; }

    /// <summary>The title of the highest office, the first of equals.</summary>
    public TitleUnit? Main
    {
        get
        {
            TitleUnit? main = null;
            foreach (var unit in Titles)
            {
                if (unit.Entry.Kind != TitleKind.Address && (main is null || Weight(unit) > Weight(main)))
                {
                    main = unit;
                }
            }

            return main;
        }
    }

    public bool HasPlural => Titles.Exists(static unit => unit.Entry.IsPlural);

    /// <summary>The first country that a title tells, strongest basis first; the home country for a post that only it has.</summary>
    public (string? Code, CountryBasis Basis) Country(string home)
    {
        TitleUnit? told = null;
        foreach (var unit in Titles)
        {
            if (unit.Countries.Count > 0 && (told is null || unit.Basis < told.Basis))
            {
                told = unit;
            }
        }

        // `le président du Comité militaire de l'UE, le général autrichien X`: he sits there for the body, and the adjective tells only whence he comes.
        if (told is { Entry.Kind: TitleKind.Rank or TitleKind.Address } && Titles.Find(static unit => unit is { Entry.Kind: TitleKind.Office, Countries: [{ Kind: Partners.MentionKind.Body }, ..] }) is { } ofBody)
        {
            told = ofBody;
        }

        return told is not null ? (told.Countries[Math.Min(Place, told.Countries.Count - 1)].Code, told.Basis)
            : Titles.Exists(static unit => unit.Entry.IsHome) ? (home, CountryBasis.HomeOffice)
            : SpokenFor is not null ? (SpokenFor, CountryBasis.Reference)
            : (null, CountryBasis.None);
    }

    private static int Weight(TitleUnit unit) => unit.Entry.Kind switch
    {
        TitleKind.Office => 100 + ((int)unit.Entry.Level * 10) + (unit.Entry.Function == RoleFunction.Other ? 0 : 1),
        TitleKind.Counterpart => 50,
        TitleKind.Guest or TitleKind.Delegation => 40,
        TitleKind.Party => 30,
        _ => 10,
    };
}
