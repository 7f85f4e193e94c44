using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Loops.</summary>
internal sealed partial class Parser
{
    private WhileStatementSyntax ParseWhile()
    {
        int start = Next().Span.Start;
        var condition = ParseCondition();
        var body = ParseEmbedded();
        return new WhileStatementSyntax(SpanFrom(start), condition, body);
    }

    private DoStatementSyntax ParseDo()
    {
        int start = Next().Span.Start;
        var body = ParseEmbedded();
        Expect(TokenKind.WhileKeyword);
        var condition = ParseCondition();
        Expect(TokenKind.Semicolon);
        return new DoStatementSyntax(SpanFrom(start), body, condition);
    }

    private ForStatementSyntax ParseFor()
    {
        int start = Next().Span.Start;
        Expect(TokenKind.OpenParen);
        VariableDeclarationSyntax? declaration = null;
        ImmutableArray<ExpressionSyntax> initializers = [];
        if (IsLocalDeclaration(_position))
        {
            declaration = ParseVariableDeclaration();
        }
        else
        {
            initializers = ParseSeparated(TokenKind.Semicolon, ParseExpression);
        }

        Expect(TokenKind.Semicolon);
        var condition = Kind == TokenKind.Semicolon ? null : ParseExpression();
        Expect(TokenKind.Semicolon);
        var incrementors = ParseSeparated(TokenKind.CloseParen, ParseExpression);
        Expect(TokenKind.CloseParen);
        var body = ParseEmbedded();
        return new ForStatementSyntax(SpanFrom(start), declaration, initializers, condition, incrementors, body);
    }

    private StatementSyntax ParseForEach(int start, bool isAwait)
    {
        Next();
        Expect(TokenKind.OpenParen);
        int i = _position;
        bool isTyped = ScanType(ref i) != TypeScan.NotType && KindAt(i) == TokenKind.Identifier;
        if (!isTyped && !IsForEachDeconstruction())
        {
            return ParseMalformedForEach(start, isAwait);
        }

        TypeSyntax? type = null;
        SyntaxToken? identifier = null;
        ExpressionSyntax? variable = null;
        if (isTyped)
        {
            type = ParseType();
            identifier = ExpectIdentifier();
        }
        else
        {
            variable = ParseExpression();
        }

        Expect(TokenKind.InKeyword);
        var expression = ParseExpression();
        Expect(TokenKind.CloseParen);
        var body = ParseEmbedded();
        return variable is null
            ? new ForEachStatementSyntax(SpanFrom(start), isAwait, type!, identifier!, expression, body)
            : new ForEachVariableStatementSyntax(SpanFrom(start), isAwait, variable, expression, body);
    }

    private bool IsForEachDeconstruction() => Kind == TokenKind.OpenParen || (IsContextual("var") && PeekKind(1) == TokenKind.OpenParen);

    private ForEachStatementSyntax ParseMalformedForEach(int start, bool isAwait)
    {
        var type = Kind == TokenKind.InKeyword ? new IdentifierNameSyntax(new TextSpan(PreviousEnd, 0), Missing(TokenKind.Identifier)) : ParseType();
        if (TryReport(out var span))
        {
            _diagnostics.ForEachNeedsTypeAndIdentifier(span);
        }

        Expect(TokenKind.InKeyword);
        var expression = ParseExpression();
        Expect(TokenKind.CloseParen);
        var body = ParseEmbedded();
        return new ForEachStatementSyntax(SpanFrom(start), isAwait, type, Missing(TokenKind.Identifier), expression, body);
    }
}
