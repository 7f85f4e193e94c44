using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>
/// A token. <paramref name="Text"/> is as written; <paramref name="Value"/> is the constant of a literal (typed as C# types it) or
/// an identifier's name without <c>@</c> and escapes; interpolated strings carry their pieces. <paramref name="FullStart"/> is where
/// the white space, comments and directives before the token start, so that a source is the concatenation of its tokens' full texts.
/// </summary>
internal sealed record SyntaxToken(TokenKind Kind, TextSpan Span, int FullStart, string Text, object? Value = null)
{
    /// <summary>True when the source doesn't have the token and the parser made it up to go on.</summary>
    public bool IsMissing { get; init; }

    /// <summary>For an identifier its name; else the text.</summary>
    public string ValueText => Kind == TokenKind.Identifier && Value is string name ? name : Text;

    /// <summary>Whether this is the contextual keyword <paramref name="word"/>: an identifier so written, without <c>@</c>.</summary>
    public bool IsContextual(string word) => Kind == TokenKind.Identifier && Text == word;
}
