namespace Entente.Visits;

/// <summary>What words say of a visit that they take for granted.</summary>
internal enum VisitAllusion : byte
{
    /// <summary>A look-alike.</summary>
    None,

    /// <summary><c>cette visite</c>, <c>la cérémonie d'accueil</c></summary>
    Allusion,

    /// <summary>Somebody has left home, for a gathering as a rule: <c>à son arrivée</c>, <c>sa participation</c>, <c>avant de regagner Hanoï</c>.</summary>
    Abroad,
}
