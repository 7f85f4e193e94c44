using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>What an operand goes on with: members, elements, calls and their arguments, conditional access.</summary>
internal sealed partial class Parser
{
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
}
