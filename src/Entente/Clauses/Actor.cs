using Entente.People;

namespace Entente.Clauses;

/// <summary>
/// Somebody who can meet: a named person, an office, or a delegation, as one stretch of a sentence from the title to the name.
/// </summary>
/// <param name="First">First token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Country">Home code or partner code; null when nothing tells.</param>
/// <param name="Person">Index of the fullest mention of the person in <see cref="PeopleReading.People"/>; null for an office or group that nobody is known to hold.</param>
/// <param name="Level">Of the office.</param>
/// <param name="IsNamed">A name stands in it.</param>
/// <param name="Count">2 for <c>les deux ministres</c>, who are one of each side; 1 otherwise.</param>
/// <param name="IsOtherSide"><c>ses deux hôtes</c>: both of the side that is not the subject's.</param>
/// <param name="IsInstitution"><c>le ministère cubain de l'Intérieur</c>: nobody in person.</param>
/// <param name="IsGroup">A delegation or a plural; no single person unless <paramref name="Person"/> leads it.</param>
internal sealed record Actor(int First, int End, string? Country, int? Person, PersonLevel Level, bool IsNamed, int Count = 1, bool IsGroup = false, bool IsOtherSide = false, bool IsInstitution = false)
{
    /// <summary>Told of without being there: <c>la visite du président X</c>, <c>une lettre du ministre X</c>.</summary>
    public bool IsAside { get; init; }

    /// <summary>A pair that the sentence before names: <c>Ces derniers ont signé</c>, <c>tous deux se sont entendus</c>.</summary>
    public bool IsOfTwoTold { get; init; }
}
