namespace Cellule.Syntax;

/// <summary>Prefix operators and casts around an operand.</summary>
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
}
