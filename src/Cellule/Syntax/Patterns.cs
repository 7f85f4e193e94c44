using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

internal abstract record PatternSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>_</c>.</summary>
internal sealed record DiscardPatternSyntax(TextSpan Span) : PatternSyntax(Span);

/// <summary>A constant, or a plain or dotted name that may turn out to be a type (the binder tries the type first).</summary>
internal sealed record ConstantPatternSyntax(TextSpan Span, ExpressionSyntax Expression) : PatternSyntax(Span);

/// <summary>A type that can't be read as an expression: <c>int</c>, <c>List&lt;int&gt;</c>, <c>int[]</c>.</summary>
internal sealed record TypePatternSyntax(TextSpan Span, TypeSyntax Type) : PatternSyntax(Span);

/// <summary><c>Type name</c>.</summary>
internal sealed record DeclarationPatternSyntax(TextSpan Span, TypeSyntax Type, VariableDesignationSyntax Designation) : PatternSyntax(Span);

/// <summary><c>var x</c>, <c>var (x, y)</c>, <c>var _</c>.</summary>
internal sealed record VarPatternSyntax(TextSpan Span, VariableDesignationSyntax Designation) : PatternSyntax(Span);

/// <summary><c>&lt; 3</c>; the operator is one of the four orderings (or, wrongly, an equality).</summary>
internal sealed record RelationalPatternSyntax(TextSpan Span, BinaryOperatorKind Operator, ExpressionSyntax Expression) : PatternSyntax(Span);

internal sealed record NotPatternSyntax(TextSpan Span, PatternSyntax Pattern) : PatternSyntax(Span);

/// <summary><c>a and b</c> or <c>a or b</c>.</summary>
internal sealed record BinaryPatternSyntax(TextSpan Span, PatternSyntax Left, bool IsAnd, PatternSyntax Right) : PatternSyntax(Span);

internal sealed record ParenthesizedPatternSyntax(TextSpan Span, PatternSyntax Pattern) : PatternSyntax(Span);

/// <summary>
/// <c>Type(sub, …) { Name: sub, … } name</c>, every part optional: <paramref name="Positional"/> and <paramref name="Properties"/> are
/// null when their brackets are not there; <c>{ }</c> has empty properties.
/// </summary>
internal sealed record RecursivePatternSyntax(
    TextSpan Span,
    TypeSyntax? Type,
    ImmutableArray<SubpatternSyntax>? Positional,
    ImmutableArray<SubpatternSyntax>? Properties,
    VariableDesignationSyntax? Designation) : PatternSyntax(Span);

/// <summary><c>Name: pattern</c>; the name is null (positional), an <see cref="IdentifierNameSyntax"/> or member accesses (<c>A.B: pattern</c>).</summary>
internal sealed record SubpatternSyntax(TextSpan Span, ExpressionSyntax? Name, PatternSyntax Pattern) : SyntaxNode(Span);

/// <summary><c>[a, .., b] name</c>.</summary>
internal sealed record ListPatternSyntax(TextSpan Span, ImmutableArray<PatternSyntax> Patterns, VariableDesignationSyntax? Designation) : PatternSyntax(Span);

/// <summary><c>..</c> or <c>..pattern</c> in a list pattern.</summary>
internal sealed record SlicePatternSyntax(TextSpan Span, PatternSyntax? Pattern) : PatternSyntax(Span);

/// <summary>What a declaration expression or pattern names.</summary>
internal abstract record VariableDesignationSyntax(TextSpan Span) : SyntaxNode(Span);

internal sealed record SingleVariableDesignationSyntax(TextSpan Span, SyntaxToken Identifier) : VariableDesignationSyntax(Span);

/// <summary><c>_</c>.</summary>
internal sealed record DiscardDesignationSyntax(TextSpan Span) : VariableDesignationSyntax(Span);

/// <summary><c>(a, (b, _))</c>.</summary>
internal sealed record ParenthesizedVariableDesignationSyntax(TextSpan Span, ImmutableArray<VariableDesignationSyntax> Variables) : VariableDesignationSyntax(Span);
