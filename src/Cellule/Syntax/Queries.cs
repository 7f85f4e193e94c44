using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary><c>from … body</c>.</summary>
internal sealed record QueryExpressionSyntax(TextSpan Span, FromClauseSyntax FromClause, QueryBodySyntax Body) : ExpressionSyntax(Span);

/// <summary>Clauses, the closing <c>select</c> or <c>group</c>, and the body that <c>into</c> goes on with.</summary>
internal sealed record QueryBodySyntax(TextSpan Span, ImmutableArray<QueryClauseSyntax> Clauses, SelectOrGroupClauseSyntax SelectOrGroup, QueryContinuationSyntax? Continuation) : SyntaxNode(Span);

internal sealed record QueryContinuationSyntax(TextSpan Span, SyntaxToken Identifier, QueryBodySyntax Body) : SyntaxNode(Span);

internal abstract record QueryClauseSyntax(TextSpan Span) : SyntaxNode(Span);

internal sealed record FromClauseSyntax(TextSpan Span, TypeSyntax? Type, SyntaxToken Identifier, ExpressionSyntax Expression) : QueryClauseSyntax(Span);

internal sealed record LetClauseSyntax(TextSpan Span, SyntaxToken Identifier, ExpressionSyntax Expression) : QueryClauseSyntax(Span);

internal sealed record WhereClauseSyntax(TextSpan Span, ExpressionSyntax Condition) : QueryClauseSyntax(Span);

/// <summary><c>join x in xs on a equals b into g</c>; <paramref name="Into"/> makes it a group join.</summary>
internal sealed record JoinClauseSyntax(
    TextSpan Span,
    TypeSyntax? Type,
    SyntaxToken Identifier,
    ExpressionSyntax InExpression,
    ExpressionSyntax LeftExpression,
    ExpressionSyntax RightExpression,
    SyntaxToken? Into) : QueryClauseSyntax(Span);

internal sealed record OrderByClauseSyntax(TextSpan Span, ImmutableArray<OrderingSyntax> Orderings) : QueryClauseSyntax(Span);

internal sealed record OrderingSyntax(TextSpan Span, ExpressionSyntax Expression, bool IsDescending) : SyntaxNode(Span);

internal abstract record SelectOrGroupClauseSyntax(TextSpan Span) : SyntaxNode(Span);

internal sealed record SelectClauseSyntax(TextSpan Span, ExpressionSyntax Expression) : SelectOrGroupClauseSyntax(Span);

internal sealed record GroupClauseSyntax(TextSpan Span, ExpressionSyntax GroupExpression, ExpressionSyntax ByExpression) : SelectOrGroupClauseSyntax(Span);
