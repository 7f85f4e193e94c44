using Entente.Dates;
using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>
/// A sentence of the title, the body or a caption: <paramref name="Count"/> tokens from <paramref name="First"/> on in
/// <see cref="ArticleText.Tokens"/>. <paramref name="Paragraph"/> counts the paragraphs of the seed from 0.
/// </summary>
internal sealed record Sentence(int Index, int First, int Count, TextSpan Span, SectionKind Section, int Paragraph);

/// <summary>A change made for reading: <paramref name="Repaired"/> is <c>vietnamienne et</c> for <c>vietnamienneet</c>.</summary>
internal sealed record Repair(TextSpan Span, string Surface, string Repaired);

/// <summary>
/// An article after the text stage: everything later reads tokens and sentences, never <see cref="Raw"/> by itself.
/// Tokens cover the title, the body and the captions, in order of the seed; captions are kept because one may confirm
/// a detail, and <see cref="Sentence.Section"/> tells them apart.
/// </summary>
internal sealed record ArticleText(
    string DocId,
    string File,
    string Raw,
    string Language,
    IReadOnlyList<Section> Sections,
    TokenList Tokens,
    List<Sentence> Sentences,
    IReadOnlyList<Repair> Repairs)
{
    private PhraseOpenings? _openings;

    /// <summary>Where phrases of lexicons may begin in it.</summary>
    public PhraseOpenings Openings => _openings ??= PhraseOpenings.In(Tokens, Sentences);

    /// <summary>What the header says: the date of the article as far as it goes; empty without a header.</summary>
    public PartialDate HeaderDate { get; init; }

    /// <summary>The agency of the dateline, the signature or a credit: <c>VNA</c>, <c>VNA/CVN</c>; empty if none is named.</summary>
    public string Agency { get; init; } = "";

    /// <summary>The headline; null when the seed has none.</summary>
    public TextSpan? Title { get; init; }

    /// <summary>The dateline (<c>Hanoï, 15 avril (VNA) –</c>) of the body; null without one. Its place and date say where and when the article was sent.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>What could not be read, or should be checked, so far.</summary>
    public IReadOnlyList<ReadingWarning> Warnings { get; init; } = [];
}
