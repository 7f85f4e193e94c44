using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Base of types. Where a type is required, dotted names are <see cref="QualifiedNameSyntax"/>; in expressions they are member accesses.</summary>
internal abstract record TypeSyntax(TextSpan Span) : ExpressionSyntax(Span)
{
    /// <summary>Whether this is written <c>var</c> (a type of that name would still win).</summary>
    public bool IsVar => this is IdentifierNameSyntax { Identifier: { Text: "var" } };
}

/// <summary><c>int</c>, <c>string</c>, <c>object</c>, <c>void</c>, …</summary>
internal sealed record PredefinedTypeSyntax(TextSpan Span, TokenKind Keyword) : TypeSyntax(Span);

internal abstract record NameSyntax(TextSpan Span) : TypeSyntax(Span);

internal abstract record SimpleNameSyntax(TextSpan Span, SyntaxToken Identifier) : NameSyntax(Span)
{
    /// <summary>The name without <c>@</c>; empty when it is missing.</summary>
    public string Name => Identifier.ValueText;
}

/// <summary>A name alone: a variable, type, namespace, or the contextual types <c>var</c>, <c>dynamic</c>, <c>nint</c>, <c>nuint</c>.</summary>
internal sealed record IdentifierNameSyntax(TextSpan Span, SyntaxToken Identifier) : SimpleNameSyntax(Span, Identifier);

/// <summary><c>List&lt;int&gt;</c>; unbound <c>Dictionary&lt;,&gt;</c> has <see cref="OmittedTypeArgumentSyntax"/> arguments.</summary>
internal sealed record GenericNameSyntax(TextSpan Span, SyntaxToken Identifier, ImmutableArray<TypeSyntax> TypeArguments, TextSpan TypeArgumentsSpan) : SimpleNameSyntax(Span, Identifier);

internal sealed record QualifiedNameSyntax(TextSpan Span, NameSyntax Left, SimpleNameSyntax Right) : NameSyntax(Span);

/// <summary><c>global::System</c>.</summary>
internal sealed record AliasQualifiedNameSyntax(TextSpan Span, IdentifierNameSyntax Alias, SimpleNameSyntax Name) : NameSyntax(Span);

/// <summary><c>int[][,]</c>: the first specifier is the outermost array.</summary>
internal sealed record ArrayTypeSyntax(TextSpan Span, TypeSyntax ElementType, ImmutableArray<ArrayRankSpecifierSyntax> RankSpecifiers) : TypeSyntax(Span);

/// <summary><c>[,]</c> or, in a creation, <c>[2, 3]</c>: <paramref name="Sizes"/> is empty or has <paramref name="Rank"/> elements.</summary>
internal sealed record ArrayRankSpecifierSyntax(TextSpan Span, int Rank, ImmutableArray<ExpressionSyntax> Sizes) : SyntaxNode(Span);

internal sealed record NullableTypeSyntax(TextSpan Span, TypeSyntax ElementType) : TypeSyntax(Span);

internal sealed record TupleTypeSyntax(TextSpan Span, ImmutableArray<TupleElementSyntax> Elements) : TypeSyntax(Span);

internal sealed record TupleElementSyntax(TextSpan Span, TypeSyntax Type, SyntaxToken? Identifier) : SyntaxNode(Span);

/// <summary><c>ref T</c>, <c>ref readonly T</c>: of a local, a return type, a field of a ref struct.</summary>
internal sealed record RefTypeSyntax(TextSpan Span, bool IsReadOnly, TypeSyntax Type) : TypeSyntax(Span);

/// <summary><c>scoped T</c>.</summary>
internal sealed record ScopedTypeSyntax(TextSpan Span, TypeSyntax Type) : TypeSyntax(Span);

internal sealed record PointerTypeSyntax(TextSpan Span, TypeSyntax ElementType) : TypeSyntax(Span);

/// <summary><c>delegate*&lt;int, void&gt;</c>; known only to be refused by name.</summary>
internal sealed record FunctionPointerTypeSyntax(TextSpan Span) : TypeSyntax(Span);

/// <summary>The nothing between the commas of <c>Dictionary&lt;,&gt;</c>.</summary>
internal sealed record OmittedTypeArgumentSyntax(TextSpan Span) : TypeSyntax(Span);
