namespace Entente.People;

/// <summary>Rank of an encounter by its highest person; the order of the members is from low to high.</summary>
internal enum PersonLevel : byte
{
    Unknown,
    Other,
    Ambassador,
    ChiefOfStaff,
    DeputyMinister,
    Minister,
    HeadOfGovernment,
    HeadOfState,
}
