namespace Entente.People;

/// <summary>A person of the corpus, however often and however spelled.</summary>
/// <param name="PersonId">Stable from run to run.</param>
/// <param name="Name">Fullest form seen.</param>
/// <param name="Variants">Every form seen, in order of first sight.</param>
/// <param name="Country">Home code or partner code; null when nothing tells.</param>
/// <param name="Roles">Titles seen, in order of first sight.</param>
/// <param name="DocIds">Seeds that name the person, in order.</param>
internal sealed record ResolvedPerson(
    string PersonId,
    string Name,
    IReadOnlyList<string> Variants,
    string? Country,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> DocIds);
