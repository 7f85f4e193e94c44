using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>What an operand starts with: literals, names, parentheses, collections, interpolated strings.</summary>
internal sealed partial class Parser
{
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
