namespace Entente.Texts;

/// <summary>What a stretch of a seed is; only <see cref="Title"/> and <see cref="Body"/> are the article proper.</summary>
internal enum SectionKind : byte
{
    Header,
    Title,
    Body,
    Caption,
    Credit,
    Link,
    Teaser,
    Signature,
    Footer,
    Repeat,
}

/// <summary>A section; a seed's sections cover it in order, without gap or overlap.</summary>
internal sealed record Section(SectionKind Kind, TextSpan Span);
