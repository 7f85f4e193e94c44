namespace Entente.Visits;

/// <summary>A noun of visit.</summary>
/// <param name="Kind">Null for a look-alike.</param>
/// <param name="NeedsGoal">It tells a visit only where its goal stands behind it: <c>le passage à Hanoï de X</c>, but <c>le passage en revue</c>.</param>
/// <param name="IsPronoun">It stands for a noun told before: <c>celle du ministre X au Vietnam</c>.</param>
/// <param name="TakesGuest">Of those, one that tells a visit also where a person stands behind it: <c>la venue du Premier ministre X</c>.</param>
internal sealed record VisitNoun(VisitKind? Kind, bool NeedsGoal, bool IsPronoun = false, bool TakesGuest = false)
{
    public static VisitNoun LookAlike { get; } = new(null, NeedsGoal: false);
}
