namespace Entente.People;

/// <summary>What office a title names. Ranks (<c>général d'armée</c>) and party posts alone are <see cref="Rank"/> and <see cref="Party"/>.</summary>
internal enum RoleFunction : byte
{
    Other,
    Rank,
    Party,
    PartyLeader,
    HeadOfState,
    DeputyHeadOfState,
    HeadOfGovernment,
    DeputyHeadOfGovernment,
    SpeakerOfParliament,
    Minister,
    DeputyMinister,
    ChiefOfStaff,
    DeputyChiefOfStaff,
    Ambassador,
    DefenceAttache,
    HeadOfBody,
    Commander,
    Director,

    /// <summary><c>son homologue russe</c>: the office of the other side, until coreference settles it.</summary>
    Counterpart,

    /// <summary><c>l'hôte biélorusse</c>, <c>le visiteur</c>: somebody of the other side.</summary>
    Guest,

    /// <summary><c>la délégation russe</c>: no single person.</summary>
    Delegation,
}
