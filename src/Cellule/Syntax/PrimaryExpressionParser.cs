using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Unary operators, casts, and what an operand starts with and goes on with: calls, members, elements.</summary>
internal sealed partial class Parser
{
    /// <summary>Whether <c>await</c> is an operator here: at the top of a cell and in async functions.</summary>
    private bool _isAsync = true;

    /// <summary>Whether <c>field</c> is a property's own field here.</summary>
    private bool _inPropertyAccessor;

    /// <summary>Whether a token can start an expression.</summary>
    private static bool StartsExpression(TokenKind kind) => kind switch
    {
        TokenKind.Identifier or TokenKind.NumericLiteral or TokenKind.CharacterLiteral or TokenKind.StringLiteral
            or TokenKind.Utf8StringLiteral or TokenKind.InterpolatedString => true,
        TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.Plus or TokenKind.PlusPlus or TokenKind.Minus or TokenKind.MinusMinus
            or TokenKind.Exclamation or TokenKind.Tilde or TokenKind.Caret or TokenKind.Ampersand or TokenKind.Asterisk or TokenKind.DotDot => true,
        TokenKind.BaseKeyword or TokenKind.CheckedKeyword or TokenKind.DefaultKeyword or TokenKind.DelegateKeyword or TokenKind.FalseKeyword
            or TokenKind.NewKeyword or TokenKind.NullKeyword or TokenKind.RefKeyword or TokenKind.SizeOfKeyword or TokenKind.StackAllocKeyword
            or TokenKind.StaticKeyword or TokenKind.ThisKeyword or TokenKind.ThrowKeyword or TokenKind.TrueKeyword or TokenKind.TypeOfKeyword
            or TokenKind.UncheckedKeyword => true,
        _ => KeywordTable.IsPredefinedType(kind) && kind != TokenKind.VoidKeyword,
    };

    private ExpressionSyntax ParseOperand(Precedence precedence)
    {
        if (precedence <= Precedence.Assignment && TryParseLambda() is { } lambda)
        {
            return lambda;
        }

        int start = Current.Span.Start;
        PrefixOperatorKind? prefix = Kind switch
        {
            TokenKind.Plus => PrefixOperatorKind.Plus,
            TokenKind.Minus => PrefixOperatorKind.Minus,
            TokenKind.Exclamation => PrefixOperatorKind.LogicalNot,
            TokenKind.Tilde => PrefixOperatorKind.BitwiseNot,
            TokenKind.PlusPlus => PrefixOperatorKind.Increment,
            TokenKind.MinusMinus => PrefixOperatorKind.Decrement,
            TokenKind.Caret => PrefixOperatorKind.IndexFromEnd,
            TokenKind.Ampersand => PrefixOperatorKind.AddressOf,
            TokenKind.Asterisk => PrefixOperatorKind.Dereference,
            _ => null,
        };
        if (prefix is { } kind)
        {
            return ParsePrefix(kind);
        }

        switch (Kind)
        {
            case TokenKind.ThrowKeyword:
                Next();
                var thrown = ParseExpression(Precedence.Coalescing);
                return new ThrowExpressionSyntax(SpanFrom(start), thrown);
            case TokenKind.RefKeyword:
                Next();
                var referenced = ParseExpression(Precedence.Conditional);
                return new RefExpressionSyntax(SpanFrom(start), referenced);
            case TokenKind.DotDot:
                return ParseRange(null);
            case TokenKind.OpenParen when IsCast():
                return ParseCast();
            case TokenKind.Identifier when IsAwaitOperator():
                Next();
                var awaited = ParseExpression(Precedence.Unary);
                return new AwaitExpressionSyntax(SpanFrom(start), awaited);
            case TokenKind.Identifier when IsQueryStart():
                return ParseQuery();
            default:
                return ParsePostfix(ParsePrimary());
        }
    }

    private ExpressionSyntax ParsePrefix(PrefixOperatorKind kind)
    {
        var operatorToken = Next();
        var literal = Current;
        var operand = ParseExpression(Precedence.Unary);
        var span = SpanFrom(operatorToken.Span.Start);

        // -2147483648 is an int although 2147483648 is none; the same for long.
        if (kind == PrefixOperatorKind.Minus && operand is LiteralExpressionSyntax && operand.Span == literal.Span && char.IsAsciiDigit(literal.Text[^1])
            && !literal.Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && !literal.Text.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
        {
            switch (literal.Value)
            {
                case 2147483648u:
                    return new LiteralExpressionSyntax(span, int.MinValue);
                case 9223372036854775808ul:
                    return new LiteralExpressionSyntax(span, long.MinValue);
                default:
                    break;
            }
        }
        else if (kind == PrefixOperatorKind.Minus && operand is LiteralExpressionSyntax { Value: 9223372036854775808ul } && operand.Span == literal.Span
            && literal.Text[^1] is 'L' or 'l' && literal.Text.Length > 2 && char.IsAsciiDigit(literal.Text[^2]) && !literal.Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return new LiteralExpressionSyntax(span, long.MinValue);
        }

        return new PrefixUnaryExpressionSyntax(span, kind, operatorToken.Span, operand);
    }

    /// <summary>
    /// Where it isn't an operator, <c>await</c> is a name; but 'await x' is none in any place, and reading it as the operator lets the
    /// binder say what is wrong with it there.
    /// </summary>
    private bool IsAwaitOperator()
    {
        if (!IsContextual("await"))
        {
            return false;
        }

        var next = PeekKind(1);
        return _isAsync
            ? StartsExpression(next) && next is not (TokenKind.Plus or TokenKind.Minus or TokenKind.Ampersand or TokenKind.Asterisk or TokenKind.DotDot)
            : next is TokenKind.Identifier or TokenKind.NewKeyword or TokenKind.ThisKeyword or TokenKind.NumericLiteral or TokenKind.StringLiteral;
    }

    private bool IsCast()
    {
        int i = _position + 1;
        var scan = ScanType(ref i);
        if (scan == TypeScan.NotType || KindAt(i) != TokenKind.CloseParen)
        {
            return false;
        }

        var next = TokenAt(i + 1);
        switch (scan)
        {
            case TypeScan.Definite or TypeScan.Nullable or TypeScan.Pointer:
                return StartsExpression(next.Kind) && !IsOperatorWord(next, TokenAt(i + 2));
            default:
                return CanFollowCast(next) && !IsOperatorWord(next, TokenAt(i + 2));
        }
    }

    /// <summary>What makes <c>(x)</c> a cast: only what can't go on with a parenthesized expression (C# 12.9.7).</summary>
    private static bool CanFollowCast(SyntaxToken next) => next.Kind is TokenKind.Identifier or TokenKind.NumericLiteral or TokenKind.CharacterLiteral
        or TokenKind.StringLiteral or TokenKind.Utf8StringLiteral or TokenKind.InterpolatedString or TokenKind.OpenParen or TokenKind.Tilde
        or TokenKind.Exclamation
        || (StartsExpression(next.Kind) && KeywordTable.IsKeyword(next.Kind));

    private bool IsOperatorWord(SyntaxToken word, SyntaxToken after) => word.Kind == TokenKind.Identifier
        && (IsQueryWord(word) || (word.Text == "with" && after.Kind == TokenKind.OpenBrace) || (_inPattern && IsOneOf(word, "and", "or", "when")));

    private CastExpressionSyntax ParseCast()
    {
        int start = Next().Span.Start;
        var type = ParseType();
        Expect(TokenKind.CloseParen);
        var operand = ParseExpression(Precedence.Unary);
        return new CastExpressionSyntax(SpanFrom(start), type, operand);
    }

    private ExpressionSyntax ParsePrimary()
    {
        var token = Current;
        int start = token.Span.Start;
        if (KeywordTable.IsPredefinedType(Kind) && Kind != TokenKind.VoidKeyword)
        {
            Next();
            return new PredefinedTypeSyntax(token.Span, token.Kind);
        }

        switch (Kind)
        {
            case TokenKind.Identifier when !IsQueryWord(token):
                return ParseNameExpression();
            case TokenKind.NumericLiteral or TokenKind.CharacterLiteral or TokenKind.StringLiteral:
                Next();
                return new LiteralExpressionSyntax(token.Span, token.Value);
            case TokenKind.Utf8StringLiteral:
                Next();
                return new Utf8StringLiteralExpressionSyntax(token.Span, (string)token.Value!);
            case TokenKind.InterpolatedString:
                return ParseInterpolatedString();
            case TokenKind.TrueKeyword or TokenKind.FalseKeyword:
                Next();
                return new LiteralExpressionSyntax(token.Span, token.Kind == TokenKind.TrueKeyword);
            case TokenKind.NullKeyword:
                Next();
                return new LiteralExpressionSyntax(token.Span, null);
            case TokenKind.ThisKeyword:
                Next();
                return new ThisExpressionSyntax(token.Span);
            case TokenKind.BaseKeyword:
                Next();
                return new BaseExpressionSyntax(token.Span);
            case TokenKind.OpenParen:
                return ParseParenthesized();
            case TokenKind.OpenBracket:
                return ParseCollection();
            case TokenKind.NewKeyword:
                return ParseNew();
            case TokenKind.StackAllocKeyword:
                return ParseStackAlloc();
            case TokenKind.DefaultKeyword when PeekKind(1) != TokenKind.OpenParen:
                Next();
                return new DefaultLiteralExpressionSyntax(token.Span);
            case TokenKind.DefaultKeyword:
                var defaulted = ParseParenthesizedType();
                return new DefaultExpressionSyntax(SpanFrom(start), defaulted);
            case TokenKind.TypeOfKeyword:
                var type = ParseParenthesizedType();
                return new TypeOfExpressionSyntax(SpanFrom(start), type);
            case TokenKind.SizeOfKeyword:
                var measured = ParseParenthesizedType();
                return new SizeOfExpressionSyntax(SpanFrom(start), measured);
            case TokenKind.CheckedKeyword or TokenKind.UncheckedKeyword:
                return ParseChecked();
            case TokenKind.DelegateKeyword:
                return ParseAnonymousMethod();
            default:
                return MissingExpression();
        }
    }

    private ExpressionSyntax ParseNameExpression()
    {
        int start = Current.Span.Start;
        if (IsContextual("nameof") && PeekKind(1) == TokenKind.OpenParen && PeekKind(2) != TokenKind.CloseParen)
        {
            Next();
            Next();
            var named = IsUnboundTypeAhead() ? ParseType() : ParseExpression();
            Expect(TokenKind.CloseParen);
            return new NameOfExpressionSyntax(SpanFrom(start), named);
        }

        if (_inPropertyAccessor && IsContextual("field"))
        {
            return new FieldExpressionSyntax(Next().Span);
        }

        if (IsContextual("var") && PeekKind(1) == TokenKind.OpenParen && IsDeconstructingVar())
        {
            var type = ParseIdentifierName();
            var designation = ParseDesignation();
            return new DeclarationExpressionSyntax(SpanFrom(start), type, designation);
        }

        if (PeekKind(1) == TokenKind.ColonColon)
        {
            var alias = ParseIdentifierName();
            Next();
            var name = ParseSimpleName();
            return new AliasQualifiedNameSyntax(SpanFrom(start), alias, name);
        }

        return ParseSimpleName();
    }

    /// <summary><c>var (a, b) = …</c>, or inside a tuple or <c>foreach</c>: not a call of a method named var.</summary>
    private bool IsDeconstructingVar()
    {
        int close = FindClosing(_position + 1);
        return KindAt(close + 1) is TokenKind.EqualsSign or TokenKind.InKeyword or TokenKind.Comma or TokenKind.CloseParen;
    }

    /// <summary><c>nameof(List&lt;&gt;)</c>, which is no expression.</summary>
    private bool IsUnboundTypeAhead()
    {
        int i = _position;
        while (KindAt(i) is TokenKind.Identifier or TokenKind.Dot or TokenKind.ColonColon)
        {
            i++;
        }

        return KindAt(i) == TokenKind.LessThan && KindAt(i + 1) is TokenKind.GreaterThan or TokenKind.Comma;
    }

    private SimpleNameSyntax ParseSimpleName()
    {
        var identifier = ExpectIdentifier();
        return !identifier.IsMissing && StartsTypeArguments(_position)
            ? ParseTypeArguments(identifier)
            : new IdentifierNameSyntax(identifier.Span, identifier);
    }

    private ExpressionSyntax ParsePostfix(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (Kind)
            {
                case TokenKind.PlusPlus or TokenKind.MinusMinus:
                    var step = Next();
                    var kind = step.Kind == TokenKind.PlusPlus ? PostfixOperatorKind.Increment : PostfixOperatorKind.Decrement;
                    expression = new PostfixUnaryExpressionSyntax(SpanFrom(expression), expression, kind, step.Span);
                    break;
                case TokenKind.Question when IsConditionalAccess():
                    Next();
                    var whenNotNull = ParseAccessChain(ParseBinding());
                    expression = new ConditionalAccessExpressionSyntax(SpanFrom(expression), expression, whenNotNull);
                    break;
                default:
                    var accessed = ParseAccess(expression);
                    if (ReferenceEquals(accessed, expression))
                    {
                        return expression;
                    }

                    expression = accessed;
                    break;
            }
        }
    }

    /// <summary>The chain after <c>?</c> takes members, calls and elements, and further <c>?</c> inside it.</summary>
    private ExpressionSyntax ParseAccessChain(ExpressionSyntax expression)
    {
        if (!TryEnter())
        {
            return expression;
        }

        while (true)
        {
            if (Kind == TokenKind.Question && IsConditionalAccess())
            {
                Next();
                var rest = ParseAccessChain(ParseBinding());
                Leave();
                return new ConditionalAccessExpressionSyntax(SpanFrom(expression), expression, rest);
            }

            var accessed = ParseAccess(expression);
            if (ReferenceEquals(accessed, expression))
            {
                Leave();
                return expression;
            }

            expression = accessed;
        }
    }

    /// <summary>One more <c>.Name</c>, <c>(…)</c>, <c>[…]</c>, <c>-&gt;Name</c> or <c>!</c>; the same expression when none follows.</summary>
    private ExpressionSyntax ParseAccess(ExpressionSyntax expression)
    {
        switch (Kind)
        {
            case TokenKind.Dot:
                Next();
                var name = ParseMemberName();
                return new MemberAccessExpressionSyntax(SpanFrom(expression), expression, name);
            case TokenKind.OpenParen:
                var arguments = ParseArgumentList();
                return new InvocationExpressionSyntax(SpanFrom(expression), expression, arguments);
            case TokenKind.OpenBracket:
                var indices = ParseArgumentList();
                return new ElementAccessExpressionSyntax(SpanFrom(expression), expression, indices);
            case TokenKind.Arrow:
                Next();
                var member = ParseMemberName();
                return new PointerMemberAccessExpressionSyntax(SpanFrom(expression), expression, member);
            case TokenKind.Exclamation:
                var forgiving = Next();
                return new PostfixUnaryExpressionSyntax(SpanFrom(expression), expression, PostfixOperatorKind.NullForgiving, forgiving.Span);
            default:
                return expression;
        }
    }

    /// <summary>A member's name. A dot at the end of a line whose next line starts a declaration has none: <c>x.</c> ⏎ <c>var y = 1;</c></summary>
    private SimpleNameSyntax ParseMemberName()
    {
        bool startsDeclaration = Kind == TokenKind.Identifier && PeekKind(1) == TokenKind.Identifier && ExpectedSpan().Length == 0;
        if (startsDeclaration && TryReport(out var span))
        {
            _diagnostics.IdentifierExpected(span);
        }

        return startsDeclaration
            ? new IdentifierNameSyntax(new TextSpan(PreviousEnd, 0), Missing(TokenKind.Identifier))
            : ParseSimpleName();
    }

    /// <summary><c>a?[i]</c> is an access; <c>a ? [i] : [j]</c> chooses between collections.</summary>
    private bool IsConditionalAccess() => PeekKind(1) switch
    {
        TokenKind.Dot => true,
        TokenKind.OpenBracket => (Adjacent(_position) && Adjacent(_position - 1)) || KindAt(FindClosing(_position + 1) + 1) != TokenKind.Colon,
        _ => false,
    };

    private ExpressionSyntax ParseBinding()
    {
        int start = Current.Span.Start;
        if (Kind == TokenKind.OpenBracket)
        {
            var arguments = ParseArgumentList();
            return new ElementBindingExpressionSyntax(arguments.Span, arguments);
        }

        Next();
        var name = ParseSimpleName();
        return new MemberBindingExpressionSyntax(SpanFrom(start), name);
    }

    private ArgumentListSyntax ParseArgumentList()
    {
        var open = Next();
        var close = open.Kind == TokenKind.OpenParen ? TokenKind.CloseParen : TokenKind.CloseBracket;
        var saved = _inPattern;
        _inPattern = false;
        var arguments = ParseSeparated(close, ParseArgument);
        _inPattern = saved;
        Expect(close);
        return new ArgumentListSyntax(SpanFrom(open.Span.Start), arguments);
    }

    private ArgumentSyntax ParseArgument()
    {
        int start = Current.Span.Start;
        SyntaxToken? name = null;
        if (Kind == TokenKind.Identifier && PeekKind(1) == TokenKind.Colon)
        {
            name = Next();
            Next();
        }

        RefKind refKind = Kind switch
        {
            TokenKind.RefKeyword => RefKind.Ref,
            TokenKind.OutKeyword => RefKind.Out,
            TokenKind.InKeyword => RefKind.In,
            _ => RefKind.None,
        };
        if (refKind != RefKind.None)
        {
            Next();
        }

        var expression = TryParseDeclarationExpression() ?? ParseExpression();
        return new ArgumentSyntax(SpanFrom(start), name, refKind, expression);
    }

    /// <summary><c>int x</c>, <c>var x</c>, <c>var (x, y)</c> as an argument or tuple element.</summary>
    private DeclarationExpressionSyntax? TryParseDeclarationExpression()
    {
        int i = _position;
        if (IsAwaitOperator() || ScanType(ref i) is TypeScan.NotType or TypeScan.Pointer)
        {
            return null;
        }

        bool isDeclaration = KindAt(i) == TokenKind.Identifier && KindAt(i + 1) is TokenKind.Comma or TokenKind.CloseParen or TokenKind.CloseBracket;
        if (!isDeclaration || IsQueryWord(TokenAt(i)))
        {
            return null;
        }

        int start = Current.Span.Start;
        var type = ParseType();
        var designation = ParseDesignation();
        return new DeclarationExpressionSyntax(SpanFrom(start), type, designation);
    }

    private ExpressionSyntax ParseParenthesized()
    {
        int start = Next().Span.Start;
        var saved = _inPattern;
        _inPattern = false;
        var elements = ParseSeparated(TokenKind.CloseParen, ParseArgument);
        _inPattern = saved;
        if (elements.IsEmpty)
        {
            var missing = MissingExpression();
            Expect(TokenKind.CloseParen);
            return new ParenthesizedExpressionSyntax(SpanFrom(start), missing);
        }

        Expect(TokenKind.CloseParen);
        var span = SpanFrom(start);
        if (elements.Length > 1)
        {
            return new TupleExpressionSyntax(span, elements);
        }

        if ((elements[0].Name is not null || elements[0].Expression is DeclarationExpressionSyntax) && TryReportAt(span))
        {
            _diagnostics.TupleTooShort(span);
        }

        return new ParenthesizedExpressionSyntax(span, elements[0].Expression);
    }

    private CollectionExpressionSyntax ParseCollection()
    {
        int start = Next().Span.Start;
        var elements = ParseSeparated<CollectionElementSyntax>(
            TokenKind.CloseBracket,
            () =>
            {
                int elementStart = Current.Span.Start;
                bool isSpread = Take(TokenKind.DotDot);
                var expression = ParseExpression();
                return isSpread
                    ? new SpreadElementSyntax(SpanFrom(elementStart), expression)
                    : new ExpressionElementSyntax(SpanFrom(elementStart), expression);
            },
            allowTrailing: true);
        Expect(TokenKind.CloseBracket);
        return new CollectionExpressionSyntax(SpanFrom(start), elements);
    }

    private TypeSyntax ParseParenthesizedType()
    {
        Next();
        Expect(TokenKind.OpenParen);
        var type = ParseType();
        Expect(TokenKind.CloseParen);
        return type;
    }

    private CheckedExpressionSyntax ParseChecked()
    {
        var keyword = Next();
        Expect(TokenKind.OpenParen);
        var expression = ParseExpression();
        Expect(TokenKind.CloseParen);
        return new CheckedExpressionSyntax(SpanFrom(keyword.Span.Start), keyword.Kind == TokenKind.CheckedKeyword, expression);
    }

    private InterpolatedStringExpressionSyntax ParseInterpolatedString()
    {
        var token = Next();
        var contents = ImmutableArray.CreateBuilder<InterpolatedStringContentSyntax>();
        foreach (var part in (ImmutableArray<InterpolatedPart>)token.Value!)
        {
            contents.Add(part switch
            {
                InterpolatedHole hole => ParseHole(hole),
                InterpolatedText text => new InterpolatedStringTextSyntax(text.Span, text.Value),
                _ => throw new InvalidOperationException("An interpolated string has only text and holes."),
            });
        }

        return new InterpolatedStringExpressionSyntax(token.Span, contents.ToImmutable());
    }

    private InterpolationSyntax ParseHole(InterpolatedHole hole)
    {
        var saved = (_tokens, _position, _inHole, _inPattern);
        (_tokens, _position, _inHole, _inPattern) = (hole.Tokens, 0, true, false);
        var expression = ParseExpression();
        var alignment = Take(TokenKind.Comma) ? ParseExpression() : null;
        if (!AtEnd && TryReport(out var span))
        {
            _diagnostics.TokenExpected(span, "}");
        }

        (_tokens, _position, _inHole, _inPattern) = saved;
        return new InterpolationSyntax(hole.Span, expression, alignment, hole.Format);
    }
}
