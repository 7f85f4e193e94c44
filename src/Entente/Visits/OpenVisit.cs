using Entente.Texts;

namespace Entente.Visits;

/// <summary>A noun of visit between two tokens, of which its sentence tells nobody who makes it.</summary>
internal sealed record OpenVisit(Sentence Sentence, int First, int End, VisitKind Kind);
