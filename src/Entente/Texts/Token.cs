namespace Entente.Texts;

internal enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,
}

/// <summary>
/// A word, number or punctuation mark of a seed. Words are split at apostrophes (the elided article keeps its own:
/// <c>l'</c> + <c>entretien</c>; <c>aujourd'hui</c> stays whole) and at hyphens, which are tokens of their own. A glued word
/// is as many tokens as it is words (<c>vietnamienneet</c> → <c>vietnamienne</c> + <c>et</c>): a repair never changes an offset.
/// </summary>
/// <param name="Start">UTF-16 offset into the seed.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Kind">Word, number or punctuation.</param>
/// <param name="Form">How it is written; shared between equal tokens.</param>
/// <param name="SpaceBefore">White space, a line start, or a repaired glue stands before it.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, WordForm Form, bool SpaceBefore)
{
    /// <summary>As it stands in the seed, accents as part of their letters and without invisible characters.</summary>
    public string Text => Form.Text;

    /// <summary>
    /// Lower case, without diacritics, <c>đ</c> as <c>d</c>, <c>œ</c> as <c>oe</c>, apostrophes as <c>'</c>, every dash as <c>-</c>,
    /// every quotation mark as <c>"</c>, <c>…</c> as <c>...</c>; one string for all equal forms.
    /// </summary>
    public string Folded => Form.Folded;

    /// <summary>Number of the folded form in the <see cref="Vocabulary"/>; -1 for a form that no lexicon has and that was not kept.</summary>
    public int Id { get; } = Form.Id;

    public TextSpan Span => new(Start, End);

    public int Length => End - Start;

    public bool IsCapitalized { get; } = Kind == TokenKind.Word && Form.IsCapitalized;
}
