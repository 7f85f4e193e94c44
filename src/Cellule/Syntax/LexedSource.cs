using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>
/// What the lexer hands to the parser. <paramref name="EndsInsideToken"/>: a comment, a verbatim or raw string or an <c>#if</c> is
/// still open at the end, so that more lines could make it whole.
/// </summary>
internal sealed record LexedSource(ImmutableArray<SyntaxToken> Tokens, ImmutableArray<DirectiveSyntax> Directives, bool EndsInsideToken);
