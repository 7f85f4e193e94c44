using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Statements. Loops and the like each have their method; declarations are in <c>LocalDeclarationParser.cs</c>.</summary>
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

    private IfStatementSyntax ParseIf()
    {
        int start = Next().Span.Start;
        var condition = ParseCondition();
        var then = ParseEmbedded();
        var otherwise = Take(TokenKind.ElseKeyword) ? ParseEmbedded() : null;
        return new IfStatementSyntax(SpanFrom(start), condition, then, otherwise);
    }

    private StatementSyntax ParseStrayElse()
    {
        if (TryReportAt(Current.Span))
        {
            _diagnostics.InvalidExpressionTerm(Current.Span, Current.Text);
        }

        Next();
        return ParseEmbedded();
    }

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

    private SwitchStatementSyntax ParseSwitch()
    {
        int start = Next().Span.Start;
        ExpressionSyntax governing;
        if (Kind == TokenKind.OpenParen)
        {
            governing = ParseParenthesized();
            governing = governing is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : governing;
        }
        else
        {
            governing = ParseCondition();
        }

        Expect(TokenKind.OpenBrace);
        var sections = ImmutableArray.CreateBuilder<SwitchSectionSyntax>();
        while (!AtEnd && Kind != TokenKind.CloseBrace)
        {
            int before = _position;
            if (Kind is not (TokenKind.CaseKeyword or TokenKind.DefaultKeyword))
            {
                if (TryReport(out var span))
                {
                    _diagnostics.CaseExpected(span);
                }

                // A word that only a declaration starts with: the brace was forgotten.
                if (IsTypeInBlock())
                {
                    break;
                }

                ParseStatement();
            }
            else
            {
                sections.Add(ParseSwitchSection());
            }

            if (_position == before)
            {
                Next();
            }
        }

        Expect(TokenKind.CloseBrace);
        return new SwitchStatementSyntax(SpanFrom(start), governing, sections.ToImmutable());
    }

    private SwitchSectionSyntax ParseSwitchSection()
    {
        int start = Current.Span.Start;
        var labels = ImmutableArray.CreateBuilder<SwitchLabelSyntax>();
        while (Kind is TokenKind.CaseKeyword or TokenKind.DefaultKeyword)
        {
            int labelStart = Current.Span.Start;
            bool isCase = Next().Kind == TokenKind.CaseKeyword;
            var pattern = isCase ? ParsePattern() : null;
            var when = isCase && TakeContextual("when") ? ParseExpression() : null;
            Expect(TokenKind.Colon);
            labels.Add(new SwitchLabelSyntax(SpanFrom(labelStart), pattern, when));
        }

        var statements = ParseStatements(kind => kind is TokenKind.CloseBrace or TokenKind.CaseKeyword
            || (kind == TokenKind.DefaultKeyword && PeekKind(1) == TokenKind.Colon));
        return new SwitchSectionSyntax(SpanFrom(start), labels.ToImmutable(), statements);
    }

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
