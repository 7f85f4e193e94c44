using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>A piece of an interpolated string as the lexer leaves it in <see cref="SyntaxToken.Value"/>; the parser reads the holes.</summary>
internal abstract record InterpolatedPart(TextSpan Span);

internal sealed record InterpolatedText(TextSpan Span, string Value) : InterpolatedPart(Span);

/// <summary><paramref name="Tokens"/> are what stands between <c>{</c> and <c>:</c> or <c>}</c>, closed by an end-of-file token.</summary>
internal sealed record InterpolatedHole(TextSpan Span, ImmutableArray<SyntaxToken> Tokens, string? Format) : InterpolatedPart(Span);
