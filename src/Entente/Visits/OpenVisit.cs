using Entente.Texts;

namespace Entente.Visits;

/// <summary>A noun of visit between two tokens, of which its sentence tells nobody who makes it; <paramref name="Origin"/> is whence, where an office without a name tells that (<c>la visite du président vietnamien</c>).</summary>
internal sealed record OpenVisit(Sentence Sentence, int First, int End, VisitKind Kind, string? Origin);
