using Entente.Dates;
using Entente.Tables;

namespace Entente.Visits;

internal enum VisitKind : byte
{
    Other,
    State,
    Official,
    Working,
    Friendship,
    Courtesy,
}

/// <summary>Who travels where, as one article tells it; <paramref name="Person"/> is the visitor's index among the people of the article.</summary>
internal sealed record Visit(
    string Visitor, int Person, string Origin, string Destination, VisitKind Kind, ResolvedDate Date, EvidenceCells Evidence);
