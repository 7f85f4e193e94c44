using Entente.Clauses;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>How a sentence tells a visit.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="First">The first token of the noun or verb that tells it.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="Kind">As far as the noun tells it.</param>
/// <param name="Visitor">Who makes it, or the delegation whose head is told elsewhere.</param>
internal sealed record VisitTelling(Sentence Sentence, int First, int End, VisitKind Kind, Actor Visitor)
{
    /// <summary>How far behind it goals may stand, in tokens.</summary>
    public int Reach { get; init; } = VisitGoals.Reach;

    /// <summary>Where it goes, where the reader knows; null to look for it.</summary>
    public IReadOnlyList<string>? Goals { get; init; }

    /// <summary>Told to be another than the one told before: <c>la précédente visite</c>.</summary>
    public bool IsAnother { get; init; }
}
