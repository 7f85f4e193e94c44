namespace Entente.Visits;

/// <summary>A noun of visit.</summary>
/// <param name="Kind">Null for a look-alike.</param>
/// <param name="NeedsGoal">It tells a visit only where its goal stands behind it: <c>le passage à Hanoï de X</c>, but <c>le passage en revue</c>.</param>
/// <param name="IsPronoun">It stands for a noun told before: <c>celle du ministre X au Vietnam</c>.</param>
internal sealed record VisitNoun(VisitKind? Kind, bool NeedsGoal, bool IsPronoun = false)
{
    public static VisitNoun LookAlike { get; } = new(null, NeedsGoal: false);
}
