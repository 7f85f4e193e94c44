using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>
/// A whole cell. <paramref name="Usings"/> may stand anywhere in it and hold for all of it; <paramref name="Members"/> are statements
/// (<see cref="GlobalStatementSyntax"/>), functions (<see cref="MethodDeclarationSyntax"/>), variables with modifiers, and types, in the order of the source.
/// </summary>
internal sealed record CompilationUnitSyntax(
    TextSpan Span,
    ImmutableArray<DirectiveSyntax> Directives,
    ImmutableArray<UsingDirectiveSyntax> Usings,
    ImmutableArray<AttributeListSyntax> AttributeLists,
    ImmutableArray<MemberDeclarationSyntax> Members) : SyntaxNode(Span)
{
    /// <summary>The last statement, when it is an expression without semicolon: its value is the cell's. Any expression may stand here.</summary>
    public ExpressionSyntax? TrailingExpression =>
        Members.Length > 0 && Members[^1] is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { HasSemicolon: false, Expression: var expression } }
            ? expression
            : null;
}

/// <summary>
/// <c>using N;</c>, <c>using static T;</c> (<paramref name="IsStatic"/>), <c>using A = T;</c> (<paramref name="Alias"/>), <c>global using …</c>,
/// <c>extern alias</c> is not one. The target is a <see cref="NameSyntax"/> unless there is an alias.
/// </summary>
internal sealed record UsingDirectiveSyntax(TextSpan Span, bool IsGlobal, bool IsStatic, bool IsUnsafe, SyntaxToken? Alias, TypeSyntax Target) : SyntaxNode(Span);
