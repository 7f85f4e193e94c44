using Entente.Dates;

namespace Entente.Texts.Layout;

/// <summary>What the look of a seed tells: its sections, and what stands in header, dateline, signature and credits.</summary>
internal sealed record SeedLayout(IReadOnlyList<Section> Sections, PartialDate HeaderDate, TextSpan? Title, Dateline? Dateline, string Agency);
