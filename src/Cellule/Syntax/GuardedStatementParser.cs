using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Statements that guard a block: try, using, lock, fixed.</summary>
internal sealed partial class Parser
{
    private TryStatementSyntax ParseTry()
    {
        int start = Current.Span.Start;
        BlockSyntax block;
        if (Take(TokenKind.TryKeyword))
        {
            block = ParseBlock();
        }
        else
        {
            if (TryReportAt(Current.Span))
            {
                _diagnostics.TokenExpected(Current.Span, "try");
            }

            block = new BlockSyntax(new TextSpan(start, 0), [], new TextSpan(start, 0));
        }

        var catches = ImmutableArray.CreateBuilder<CatchClauseSyntax>();
        while (Kind == TokenKind.CatchKeyword)
        {
            catches.Add(ParseCatch());
        }

        var final = Take(TokenKind.FinallyKeyword) ? ParseBlock() : null;
        if (catches.Count == 0 && final is null && TryReport(out _))
        {
            _diagnostics.CatchOrFinallyExpected(block.CloseBraceSpan);
        }

        return new TryStatementSyntax(SpanFrom(start), block, catches.ToImmutable(), final);
    }

    private CatchClauseSyntax ParseCatch()
    {
        int start = Next().Span.Start;
        TypeSyntax? type = null;
        SyntaxToken? identifier = null;
        if (Take(TokenKind.OpenParen))
        {
            type = ParseType();
            identifier = Kind == TokenKind.Identifier ? Next() : null;
            Expect(TokenKind.CloseParen);
        }

        var filter = TakeContextual("when") ? ParseCondition() : null;
        var block = ParseBlock();
        return new CatchClauseSyntax(SpanFrom(start), type, identifier, filter, block);
    }

    private StatementSyntax ParseUsing(int start, bool isAwait)
    {
        if (PeekKind(1) != TokenKind.OpenParen || IsUsingOfTuple())
        {
            Next();
            return ParseLocalDeclaration(start, isUsing: true, isAwait);
        }

        Next();
        Next();
        VariableDeclarationSyntax? declaration = null;
        ExpressionSyntax? expression = null;
        if (IsLocalDeclaration(_position))
        {
            declaration = ParseVariableDeclaration();
        }
        else
        {
            expression = ParseExpression();
        }

        Expect(TokenKind.CloseParen);
        var body = ParseEmbedded();
        return new UsingStatementSyntax(SpanFrom(start), isAwait, declaration, expression, body);
    }

    /// <summary><c>using (int, int) x = …;</c>: wrong in the end, but a declaration.</summary>
    private bool IsUsingOfTuple()
    {
        int i = _position + 1;
        return ScanType(ref i) == TypeScan.Tuple && KindAt(i) == TokenKind.Identifier && KindAt(i + 1) == TokenKind.EqualsSign;
    }

    private LockStatementSyntax ParseLock()
    {
        int start = Next().Span.Start;
        var locked = ParseCondition();
        var body = ParseEmbedded();
        return new LockStatementSyntax(SpanFrom(start), locked, body);
    }

    private FixedStatementSyntax ParseFixed()
    {
        var keyword = Next();
        Expect(TokenKind.OpenParen);
        var declaration = ParseVariableDeclaration();
        Expect(TokenKind.CloseParen);
        var body = ParseEmbedded();
        return new FixedStatementSyntax(SpanFrom(keyword.Span.Start), keyword.Span, declaration, body);
    }
}
