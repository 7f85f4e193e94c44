using Entente.Texts;

namespace Entente.Partners;

/// <summary>How a mention names its state or body.</summary>
internal enum MentionKind : byte
{
    /// <summary><c>la Turquie</c>, <c>RDP Lao</c>, <c>Vietnam - Turquie</c>.</summary>
    Name,

    /// <summary><c>turc</c>, <c>turques</c>, the <c>nippo-</c> of <c>nippo-vietnamien</c>.</summary>
    Demonym,

    /// <summary><c>Ankara</c>.</summary>
    Capital,

    /// <summary><c>ASEAN</c>, <c>Union européenne</c>.</summary>
    Body,
}

/// <summary>
/// Words of an article that name a partner. The two Koreas of <c>les deux Corées</c> are two mentions with one span.
/// </summary>
/// <param name="Code">ISO 3166-1 alpha-3, or the code of a body.</param>
/// <param name="Kind">By name, adjective, capital, or as a body.</param>
/// <param name="FirstToken">Index of its first token in the article.</param>
/// <param name="TokenCount">Number of tokens.</param>
/// <param name="Span">Offsets into the seed; the elided or plain article is not part of it.</param>
/// <param name="SentenceIndex">Index of its sentence.</param>
/// <param name="IsPlace">
/// Named only as a place (<c>à Singapour</c>, a capital that is a venue) or within a proper name that is not the partner's own
/// (<c>Centre tropical Vietnam - Russie</c>): by itself no sign that the partner acts.
/// </param>
/// <param name="Counts">
/// Makes its code one of the article's partners: a venue does not, the <c>Russie</c> of the Centre tropical does.
/// </param>
internal sealed record PartnerMention(
    string Code,
    MentionKind Kind,
    int FirstToken,
    int TokenCount,
    TextSpan Span,
    int SentenceIndex,
    bool IsPlace,
    bool Counts)
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}

/// <summary>Words that name the home country: <c>Vietnam</c>, <c>vietnamienne</c>, <c>Hanoï</c>. Fields as for a partner.</summary>
internal sealed record HomeMention(
    MentionKind Kind,
    int FirstToken,
    int TokenCount,
    TextSpan Span,
    int SentenceIndex,
    bool IsPlace)
{
    /// <summary>Index after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
