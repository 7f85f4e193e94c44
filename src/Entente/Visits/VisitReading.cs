using Entente.Texts;

namespace Entente.Visits;

/// <summary>The visits of an article, and the sentences that tell one of somebody whom the article does not name.</summary>
internal sealed record VisitReading(IReadOnlyList<Visit> Visits, IReadOnlyList<TextSpan> Nameless);
