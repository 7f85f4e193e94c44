using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Statements by their first word, blocks, and jumps. Branches, loops, guarded blocks and declarations have files of their own.</summary>
internal sealed partial class Parser
{
    private StatementSyntax ParseStatement(bool isTopLevel = false)
    {
        if (!TryEnter())
        {
            return new EmptyStatementSyntax(new TextSpan(PreviousEnd, 0));
        }

        var statement = ParseStatementCore(isTopLevel);
        Leave();
        return statement;
    }

    private StatementSyntax ParseStatementCore(bool isTopLevel)
    {
        switch (Kind)
        {
            case TokenKind.OpenBrace:
                return ParseBlock();
            case TokenKind.Semicolon:
                return new EmptyStatementSyntax(Next().Span);
            case TokenKind.IfKeyword:
                return ParseIf();
            case TokenKind.WhileKeyword:
                return ParseWhile();
            case TokenKind.DoKeyword:
                return ParseDo();
            case TokenKind.ForKeyword:
                return ParseFor();
            case TokenKind.ForEachKeyword:
                return ParseForEach(Current.Span.Start, isAwait: false);
            case TokenKind.SwitchKeyword:
                return ParseSwitch();
            case TokenKind.TryKeyword or TokenKind.CatchKeyword or TokenKind.FinallyKeyword:
                return ParseTry();
            case TokenKind.UsingKeyword:
                return ParseUsing(Current.Span.Start, isAwait: false);
            case TokenKind.LockKeyword:
                return ParseLock();
            case TokenKind.ReturnKeyword:
                return ParseReturn();
            case TokenKind.ThrowKeyword:
                return ParseThrow();
            case TokenKind.BreakKeyword:
                return new BreakStatementSyntax(default) { Span = TakeWithSemicolon() };
            case TokenKind.ContinueKeyword:
                return new ContinueStatementSyntax(default) { Span = TakeWithSemicolon() };
            case TokenKind.GotoKeyword:
                return ParseGoto();
            case TokenKind.CheckedKeyword or TokenKind.UncheckedKeyword when PeekKind(1) == TokenKind.OpenBrace:
                var check = Next();
                var checkedBlock = ParseBlock();
                return new CheckedStatementSyntax(SpanFrom(check.Span.Start), check.Kind == TokenKind.CheckedKeyword, checkedBlock);
            case TokenKind.UnsafeKeyword when PeekKind(1) == TokenKind.OpenBrace:
                var unsafeKeyword = Next();
                var unsafeBlock = ParseBlock();
                return new UnsafeStatementSyntax(SpanFrom(unsafeKeyword.Span.Start), unsafeKeyword.Span, unsafeBlock);
            case TokenKind.FixedKeyword:
                return ParseFixed();
            case TokenKind.ConstKeyword:
                return ParseLocalDeclaration(Current.Span.Start, isUsing: false, isAwait: false);
            case TokenKind.ElseKeyword:
                return ParseStrayElse();
            case TokenKind.Identifier:
                return ParseContextualStatement(isTopLevel);
            default:
                return ParseDeclarationOrExpression(isTopLevel);
        }
    }

    private StatementSyntax ParseContextualStatement(bool isTopLevel)
    {
        int start = Current.Span.Start;
        var next = PeekKind(1);
        switch (Current.Text)
        {
            case "yield" when next is TokenKind.ReturnKeyword or TokenKind.BreakKeyword:
                Next();
                bool isBreak = Next().Kind == TokenKind.BreakKeyword;
                var yielded = isBreak ? null : ParseExpression();
                Expect(TokenKind.Semicolon);
                return new YieldStatementSyntax(SpanFrom(start), yielded);
            case "await" when next == TokenKind.ForEachKeyword:
                Next();
                return ParseForEach(start, isAwait: true);
            case "await" when next == TokenKind.UsingKeyword:
                Next();
                return ParseUsing(start, isAwait: true);
            default:
                break;
        }

        if (next == TokenKind.Colon)
        {
            var label = Next();
            Next();
            var labeled = Kind is TokenKind.CloseBrace or TokenKind.EndOfFile ? new EmptyStatementSyntax(new TextSpan(PreviousEnd, 0)) : ParseStatement();
            return new LabeledStatementSyntax(SpanFrom(start), label, labeled);
        }

        return ParseDeclarationOrExpression(isTopLevel);
    }

    private StatementSyntax ParseDeclarationOrExpression(bool isTopLevel)
    {
        if (!isTopLevel)
        {
            int i = AfterAttributes(_position);
            bool isDeclared = i > _position ? !IsLambda() && (IsFunction(i) || IsLocalDeclaration(i)) : IsFunction(i);
            if (isDeclared && IsFunction(i))
            {
                return ParseLocalFunction();
            }
        }

        if (IsLocalDeclaration(_position))
        {
            return ParseLocalDeclaration(Current.Span.Start, isUsing: false, isAwait: false);
        }

        return ParseExpressionStatement(isTopLevel);
    }

    private ExpressionStatementSyntax ParseExpressionStatement(bool isTopLevel)
    {
        int start = Current.Span.Start;
        var expression = ParseExpression();
        bool isTrailing = isTopLevel && AtEnd && expression is not MissingExpressionSyntax;
        bool hasSemicolon = !isTrailing && !Expect(TokenKind.Semicolon).IsMissing;
        return new ExpressionStatementSyntax(SpanFrom(start), expression, hasSemicolon || !isTrailing);
    }

    private int AfterAttributes(int i)
    {
        while (KindAt(i) == TokenKind.OpenBracket)
        {
            i = FindClosing(i) + 1;
        }

        return i;
    }

    private BlockSyntax ParseBlock()
    {
        int start = Current.Span.Start;
        if (!TryEnter())
        {
            return new BlockSyntax(new TextSpan(start, 0), [], new TextSpan(start, 0));
        }

        Expect(TokenKind.OpenBrace);
        var saved = (_inPattern, _queryDepth);
        (_inPattern, _queryDepth) = (false, 0);
        var statements = ParseStatements(static kind => kind == TokenKind.CloseBrace);
        (_inPattern, _queryDepth) = saved;
        var close = Expect(TokenKind.CloseBrace);
        Leave();
        return new BlockSyntax(SpanFrom(start), statements, close.Span);
    }

    private ImmutableArray<StatementSyntax> ParseStatements(Func<TokenKind, bool> isEnd)
    {
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        while (!AtEnd && !isEnd(Kind))
        {
            if (IsTypeInBlock())
            {
                // Reported where it stands, so that a forgotten brace before a type doesn't swallow it.
                break;
            }

            int before = _position;
            statements.Add(ParseStatement());
            if (_position == before)
            {
                Next();
            }
        }

        return statements.ToImmutable();
    }

    private bool IsTypeInBlock() => Kind is TokenKind.ClassKeyword or TokenKind.InterfaceKeyword or TokenKind.EnumKeyword or TokenKind.StructKeyword
        or TokenKind.NamespaceKeyword or TokenKind.PublicKeyword or TokenKind.PrivateKeyword or TokenKind.ProtectedKeyword or TokenKind.InternalKeyword;

    /// <summary>The body of <c>if</c>, a loop, …: a statement that declares nothing.</summary>
    private StatementSyntax ParseEmbedded()
    {
        if (Kind is TokenKind.CloseBrace or TokenKind.EndOfFile)
        {
            var missing = MissingExpression();
            Expect(TokenKind.Semicolon);
            return new ExpressionStatementSyntax(missing.Span, missing, HasSemicolon: true);
        }

        var statement = ParseStatement();
        if (statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax && TryReportAt(statement.Span))
        {
            _diagnostics.StatementNotEmbedded(statement.Span);
        }

        return statement;
    }

    private ExpressionSyntax ParseCondition()
    {
        Expect(TokenKind.OpenParen);
        var condition = ParseExpression();
        Expect(TokenKind.CloseParen);
        return condition;
    }

    private TextSpan TakeWithSemicolon()
    {
        int start = Next().Span.Start;
        Expect(TokenKind.Semicolon);
        return SpanFrom(start);
    }

    private ReturnStatementSyntax ParseReturn()
    {
        int start = Next().Span.Start;
        var value = Kind == TokenKind.Semicolon ? null : ParseExpression();
        Expect(TokenKind.Semicolon);
        return new ReturnStatementSyntax(SpanFrom(start), value);
    }

    private ThrowStatementSyntax ParseThrow()
    {
        int start = Next().Span.Start;
        var thrown = Kind == TokenKind.Semicolon ? null : ParseExpression();
        Expect(TokenKind.Semicolon);
        return new ThrowStatementSyntax(SpanFrom(start), thrown);
    }

    private GotoStatementSyntax ParseGoto()
    {
        int start = Next().Span.Start;
        var kind = GotoKind.Label;
        ExpressionSyntax? target = null;
        if (Take(TokenKind.CaseKeyword))
        {
            kind = GotoKind.Case;
            target = ParseExpression();
        }
        else if (Take(TokenKind.DefaultKeyword))
        {
            kind = GotoKind.Default;
        }
        else
        {
            target = ParseIdentifierName();
        }

        Expect(TokenKind.Semicolon);
        return new GotoStatementSyntax(SpanFrom(start), kind, target);
    }
}
