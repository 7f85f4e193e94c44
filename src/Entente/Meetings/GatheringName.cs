namespace Entente.Meetings;

/// <summary>A row of <c>fr/conferences.tsv</c>: a noun or name of a gathering of several states.</summary>
/// <param name="IsNamed">Known by its name alone: <c>Dialogue de Shangri-La</c> is no dialogue of two.</param>
/// <param name="IsSeated">Always held in one place.</param>
/// <param name="HasTown">The last word of its name is the town where it is held: <c>Conférence de Munich</c>.</param>
/// <param name="Body">Whose it is; empty where the name does not tell.</param>
internal sealed record GatheringName(bool IsNamed, bool IsSeated, bool HasTown, string Body);
