namespace Entente.Texts;

/// <summary>The words before the lead that name place, date and agency. All spans are of the seed; an empty one says that the part is missing.</summary>
internal sealed record Dateline(TextSpan Span, TextSpan Place, TextSpan Date, TextSpan Agency);
