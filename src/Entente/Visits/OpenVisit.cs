using Entente.People;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// A noun of visit between two tokens, of which its sentence tells nobody by name who makes it; <paramref name="Origin"/> is whence, where an office without a name tells that
/// (<c>la visite du président vietnamien</c>).
/// </summary>
internal sealed record OpenVisit(Sentence Sentence, int First, int End, VisitKind Kind, string? Origin)
{
    /// <summary>The level of the office that makes it.</summary>
    public PersonLevel Office { get; init; }

    /// <summary>The office alone is told to make it: nobody is looked for, it only bars others.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Whether somebody of that level can have made it: <c>la visite au Vietnam du ministre italien</c> is not that of the attaché who is received.</summary>
    public bool MayBeOf(PersonLevel level) => !IsTaken && !IsOfOther(level);

    /// <summary>Its office is of another level.</summary>
    public bool IsOfOther(PersonLevel level) => Office > PersonLevel.Other && level != Office;
}
