namespace Entente.Partners;

/// <summary>What words of the gazetteer name.</summary>
/// <param name="Codes">The states or bodies named together; empty for a phrase that names none (<c>café turc</c>).</param>
/// <param name="Others">States that the same words may name too (<c>coréen</c>), read when the article names only them.</param>
/// <param name="Kind">By name, adjective, capital, or as a body.</param>
/// <param name="Traits">What the rules ask about the words.</param>
internal sealed record GazetteerEntry(IReadOnlyList<string> Codes, IReadOnlyList<string> Others, MentionKind Kind, GazetteerTraits Traits);

[Flags]
internal enum GazetteerTraits : byte
{
    None = 0,

    /// <summary>State and city share the name (<c>Singapour</c>).</summary>
    City = 1,

    /// <summary>Also the name of a language (<c>anglais</c>).</summary>
    Language = 2,

    /// <summary>First half of a compound (<c>nippo-</c>): read only before the adjective of another state.</summary>
    Combining = 4,

    /// <summary>A province of a state (<c>Yunnan</c>): stands for it only where the sentence does not name it.</summary>
    Province = 8,
}
