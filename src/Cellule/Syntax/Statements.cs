using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

internal abstract record StatementSyntax(TextSpan Span) : SyntaxNode(Span);

internal sealed record BlockSyntax(TextSpan Span, ImmutableArray<StatementSyntax> Statements, TextSpan CloseBraceSpan) : StatementSyntax(Span);

internal sealed record EmptyStatementSyntax(TextSpan Span) : StatementSyntax(Span);

/// <summary>
/// Any expression in the place of a statement; the binder says CS0201 for one that isn't a call, assignment, … Without semicolon it is
/// the cell's last statement, whose value is shown (<see cref="CompilationUnitSyntax.TrailingExpression"/>).
/// </summary>
internal sealed record ExpressionStatementSyntax(TextSpan Span, ExpressionSyntax Expression, bool HasSemicolon) : StatementSyntax(Span);

/// <summary>
/// <c>int a = 1, b;</c>, <c>const …</c>, <c>using var …</c>, <c>await using var …</c>, <c>ref var r = ref x</c> (type <see cref="RefTypeSyntax"/>).
/// A deconstruction <c>var (a, b) = t</c> is an assignment expression statement over a <see cref="DeclarationExpressionSyntax"/>.
/// </summary>
internal sealed record LocalDeclarationStatementSyntax(TextSpan Span, bool IsConst, bool IsUsing, bool IsAwait, VariableDeclarationSyntax Declaration) : StatementSyntax(Span);

/// <summary>A type and its variables, in a statement, field, <c>for</c>, <c>using</c> or <c>fixed</c>.</summary>
internal sealed record VariableDeclarationSyntax(TextSpan Span, TypeSyntax Type, ImmutableArray<VariableDeclaratorSyntax> Variables) : SyntaxNode(Span);

/// <summary>A bare <c>{ … }</c> on the right is an <see cref="InitializerExpressionSyntax"/> of kind Array.</summary>
internal sealed record VariableDeclaratorSyntax(TextSpan Span, SyntaxToken Identifier, ExpressionSyntax? Initializer) : SyntaxNode(Span);

/// <summary>A function within a block; at the top of a cell it is a <see cref="MethodDeclarationSyntax"/>.</summary>
internal sealed record LocalFunctionStatementSyntax(
    TextSpan Span,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ModifierList Modifiers,
    TypeSyntax ReturnType,
    SyntaxToken Identifier,
    ImmutableArray<TypeParameterSyntax> TypeParameters,
    ParameterListSyntax ParameterList,
    ImmutableArray<TypeParameterConstraintClauseSyntax> Constraints,
    BlockSyntax? Body,
    ExpressionSyntax? ExpressionBody) : StatementSyntax(Span);

internal sealed record LabeledStatementSyntax(TextSpan Span, SyntaxToken Identifier, StatementSyntax Statement) : StatementSyntax(Span);

internal enum GotoKind
{
    Label,
    Case,
    Default,
}

/// <summary><c>goto x;</c> (an identifier name), <c>goto case e;</c>, <c>goto default;</c></summary>
internal sealed record GotoStatementSyntax(TextSpan Span, GotoKind Kind, ExpressionSyntax? Expression) : StatementSyntax(Span);

internal sealed record IfStatementSyntax(TextSpan Span, ExpressionSyntax Condition, StatementSyntax Then, StatementSyntax? Else) : StatementSyntax(Span);

internal sealed record WhileStatementSyntax(TextSpan Span, ExpressionSyntax Condition, StatementSyntax Body) : StatementSyntax(Span);

internal sealed record DoStatementSyntax(TextSpan Span, StatementSyntax Body, ExpressionSyntax Condition) : StatementSyntax(Span);

/// <summary>Either <paramref name="Declaration"/> or <paramref name="Initializers"/> starts it.</summary>
internal sealed record ForStatementSyntax(
    TextSpan Span,
    VariableDeclarationSyntax? Declaration,
    ImmutableArray<ExpressionSyntax> Initializers,
    ExpressionSyntax? Condition,
    ImmutableArray<ExpressionSyntax> Incrementors,
    StatementSyntax Body) : StatementSyntax(Span);

/// <summary><c>foreach (T x in xs)</c>, also <c>await foreach</c>.</summary>
internal sealed record ForEachStatementSyntax(TextSpan Span, bool IsAwait, TypeSyntax Type, SyntaxToken Identifier, ExpressionSyntax Expression, StatementSyntax Body) : StatementSyntax(Span);

/// <summary><c>foreach (var (a, b) in xs)</c>: <paramref name="Variable"/> is a declaration expression or a tuple of them.</summary>
internal sealed record ForEachVariableStatementSyntax(TextSpan Span, bool IsAwait, ExpressionSyntax Variable, ExpressionSyntax Expression, StatementSyntax Body) : StatementSyntax(Span);

internal sealed record BreakStatementSyntax(TextSpan Span) : StatementSyntax(Span);

internal sealed record ContinueStatementSyntax(TextSpan Span) : StatementSyntax(Span);

internal sealed record ReturnStatementSyntax(TextSpan Span, ExpressionSyntax? Expression) : StatementSyntax(Span);

/// <summary><c>throw e;</c> or, rethrowing, <c>throw;</c></summary>
internal sealed record ThrowStatementSyntax(TextSpan Span, ExpressionSyntax? Expression) : StatementSyntax(Span);

/// <summary><c>yield return e;</c>; <c>yield break;</c> has no expression.</summary>
internal sealed record YieldStatementSyntax(TextSpan Span, ExpressionSyntax? Expression) : StatementSyntax(Span)
{
    public bool IsBreak => Expression is null;
}

internal sealed record TryStatementSyntax(TextSpan Span, BlockSyntax Block, ImmutableArray<CatchClauseSyntax> Catches, BlockSyntax? Finally) : StatementSyntax(Span);

/// <summary><c>catch (Type name) when (filter) { … }</c>, every part but the block optional.</summary>
internal sealed record CatchClauseSyntax(TextSpan Span, TypeSyntax? Type, SyntaxToken? Identifier, ExpressionSyntax? Filter, BlockSyntax Block) : SyntaxNode(Span);

/// <summary><c>using (var x = …) …</c> or <c>using (e) …</c>, also with <c>await</c>.</summary>
internal sealed record UsingStatementSyntax(TextSpan Span, bool IsAwait, VariableDeclarationSyntax? Declaration, ExpressionSyntax? Expression, StatementSyntax Body) : StatementSyntax(Span);

internal sealed record LockStatementSyntax(TextSpan Span, ExpressionSyntax Expression, StatementSyntax Body) : StatementSyntax(Span);

internal sealed record CheckedStatementSyntax(TextSpan Span, bool IsChecked, BlockSyntax Block) : StatementSyntax(Span);

internal sealed record UnsafeStatementSyntax(TextSpan Span, TextSpan KeywordSpan, BlockSyntax Block) : StatementSyntax(Span);

internal sealed record FixedStatementSyntax(TextSpan Span, TextSpan KeywordSpan, VariableDeclarationSyntax Declaration, StatementSyntax Body) : StatementSyntax(Span);

internal sealed record SwitchStatementSyntax(TextSpan Span, ExpressionSyntax Expression, ImmutableArray<SwitchSectionSyntax> Sections) : StatementSyntax(Span);

internal sealed record SwitchSectionSyntax(TextSpan Span, ImmutableArray<SwitchLabelSyntax> Labels, ImmutableArray<StatementSyntax> Statements) : SyntaxNode(Span);

/// <summary><c>case pattern when condition:</c>; <c>default:</c> has no pattern. A constant case is a <see cref="ConstantPatternSyntax"/>.</summary>
internal sealed record SwitchLabelSyntax(TextSpan Span, PatternSyntax? Pattern, ExpressionSyntax? When) : SyntaxNode(Span)
{
    public bool IsDefault => Pattern is null;
}
