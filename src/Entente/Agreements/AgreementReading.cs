using Entente.Texts;

namespace Entente.Agreements;

/// <summary>The instruments of an article, and the sentences that name one without telling how far it has come.</summary>
internal sealed record AgreementReading(IReadOnlyList<Agreement> Agreements, IReadOnlyList<TextSpan> Unsettled);
