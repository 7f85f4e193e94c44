using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Everything that starts with <c>new</c> or <c>stackalloc</c>, and the braces after it.</summary>
internal sealed partial class Parser
{
    private ExpressionSyntax ParseNew()
    {
        int start = Next().Span.Start;
        switch (Kind)
        {
            case TokenKind.OpenBrace:
                return ParseAnonymousObject(start);
            case TokenKind.OpenBracket when IsRankSpecifier(_position):
                int rank = ParseRankSpecifiers()[0].Rank;
                var elements = ParseArrayInitializer();
                return new ImplicitArrayCreationExpressionSyntax(SpanFrom(start), rank, elements);
            case TokenKind.OpenParen when !IsTupleTypeCreation():
                var arguments = ParseArgumentList();
                var initializer = Kind == TokenKind.OpenBrace ? ParseInitializer() : null;
                return new ImplicitObjectCreationExpressionSyntax(SpanFrom(start), arguments, initializer);
            default:
                return ParseNewOfType(start);
        }
    }

    /// <summary><c>new (int, string)[3]</c>, not <c>new(a, b)</c>.</summary>
    private bool IsTupleTypeCreation()
    {
        int i = _position;
        return ScanTupleType(ref i, 0) != TypeScan.NotType && KindAt(i) is TokenKind.Question or TokenKind.OpenBracket or TokenKind.OpenParen;
    }

    private ExpressionSyntax ParseNewOfType(int start)
    {
        var type = ParseType(TypeContext.Creation);
        if (Kind == TokenKind.OpenBracket)
        {
            return ParseArrayCreation(start, type);
        }

        var arguments = Kind == TokenKind.OpenParen ? ParseArgumentList() : null;
        var initializer = Kind == TokenKind.OpenBrace ? ParseInitializer() : null;
        if (arguments is null && initializer is null && TryReport(out var span))
        {
            _diagnostics.NewNeedsBrackets(span);
        }

        return new ObjectCreationExpressionSyntax(SpanFrom(start), type, arguments, initializer);
    }

    private ArrayCreationExpressionSyntax ParseArrayCreation(int start, TypeSyntax elementType)
    {
        var ranks = ImmutableArray.CreateBuilder<ArrayRankSpecifierSyntax>();
        if (IsRankSpecifier(_position))
        {
            ranks.AddRange(ParseRankSpecifiers());
        }
        else
        {
            int open = Next().Span.Start;
            var sizes = ParseSeparated(TokenKind.CloseBracket, ParseExpression);
            Expect(TokenKind.CloseBracket);
            ranks.Add(new ArrayRankSpecifierSyntax(SpanFrom(open), sizes.Length, sizes));
            ranks.AddRange(ParseRankSpecifiers());
        }

        var type = new ArrayTypeSyntax(SpanFrom(elementType), elementType, ranks.ToImmutable());
        var initializer = Kind == TokenKind.OpenBrace ? ParseArrayInitializer() : null;
        if (initializer is null && ranks[0].Sizes.IsEmpty && TryReportAt(ranks[0].Span))
        {
            _diagnostics.ArrayNeedsSize(ranks[0].Span);
        }

        return new ArrayCreationExpressionSyntax(SpanFrom(start), type, initializer);
    }

    private StackAllocExpressionSyntax ParseStackAlloc()
    {
        int start = Next().Span.Start;
        TypeSyntax? type = null;
        if (Kind == TokenKind.OpenBracket)
        {
            ParseRankSpecifiers();
        }
        else
        {
            type = ParseType(TypeContext.Creation);
            if (Kind == TokenKind.OpenBracket)
            {
                int open = Next().Span.Start;
                var sizes = ParseSeparated(TokenKind.CloseBracket, ParseExpression);
                Expect(TokenKind.CloseBracket);
                type = new ArrayTypeSyntax(SpanFrom(type), type, [new ArrayRankSpecifierSyntax(SpanFrom(open), 1, sizes)]);
            }
        }

        var initializer = Kind == TokenKind.OpenBrace ? ParseArrayInitializer() : null;
        return new StackAllocExpressionSyntax(SpanFrom(start), type, initializer);
    }

    private AnonymousObjectCreationExpressionSyntax ParseAnonymousObject(int start)
    {
        Next();
        var members = ParseSeparated(
            TokenKind.CloseBrace,
            () =>
            {
                int memberStart = Current.Span.Start;
                SyntaxToken? name = null;
                if (Kind == TokenKind.Identifier && PeekKind(1) == TokenKind.EqualsSign)
                {
                    name = Next();
                    Next();
                }

                var value = ParseExpression();
                return new AnonymousObjectMemberSyntax(SpanFrom(memberStart), name, value);
            },
            allowTrailing: true);
        Expect(TokenKind.CloseBrace);
        return new AnonymousObjectCreationExpressionSyntax(SpanFrom(start), members);
    }

    /// <summary>Braces after <c>new T</c> or <c>with</c>, or for a member within them; the first element tells members from elements.</summary>
    private InitializerExpressionSyntax ParseInitializer(bool isWith = false)
    {
        if (!TryEnter())
        {
            return new InitializerExpressionSyntax(SpanFrom(PreviousEnd), InitializerKind.Collection, []);
        }

        int start = Expect(TokenKind.OpenBrace).Span.Start;
        bool isObject = isWith || IsMemberInitializer();
        var expressions = ParseSeparated<ExpressionSyntax>(TokenKind.CloseBrace, isObject ? ParseMemberInitializer : ParseElementInitializer, allowTrailing: true);
        Expect(TokenKind.CloseBrace);
        Leave();
        return new InitializerExpressionSyntax(SpanFrom(start), isObject ? InitializerKind.Object : InitializerKind.Collection, expressions);
    }

    private bool IsMemberInitializer() => Kind switch
    {
        TokenKind.Identifier => PeekKind(1) == TokenKind.EqualsSign,
        TokenKind.OpenBracket => KindAt(FindClosing(_position) + 1) == TokenKind.EqualsSign,
        _ => false,
    };

    private ExpressionSyntax ParseMemberInitializer()
    {
        int start = Current.Span.Start;
        ExpressionSyntax left;
        if (Kind == TokenKind.OpenBracket)
        {
            var arguments = ParseArgumentList();
            left = new ImplicitElementAccessSyntax(arguments.Span, arguments);
        }
        else if (Kind == TokenKind.Identifier && PeekKind(1) == TokenKind.EqualsSign)
        {
            left = ParseIdentifierName();
        }
        else
        {
            // Not a member: read as what it is, the binder says that it doesn't belong here.
            return ParseElementInitializer();
        }

        var equals = Expect(TokenKind.EqualsSign);
        var right = Kind == TokenKind.OpenBrace ? ParseInitializer() : ParseExpression();
        return new AssignmentExpressionSyntax(SpanFrom(start), left, null, equals.Span, right);
    }

    private ExpressionSyntax ParseElementInitializer()
    {
        if (Kind != TokenKind.OpenBrace)
        {
            return ParseExpression();
        }

        int start = Next().Span.Start;
        var arguments = ParseSeparated(TokenKind.CloseBrace, ParseExpression, allowTrailing: true);
        Expect(TokenKind.CloseBrace);
        return new InitializerExpressionSyntax(SpanFrom(start), InitializerKind.ComplexElement, arguments);
    }

    private InitializerExpressionSyntax ParseArrayInitializer()
    {
        if (!TryEnter())
        {
            return new InitializerExpressionSyntax(SpanFrom(PreviousEnd), InitializerKind.Array, []);
        }

        int start = Expect(TokenKind.OpenBrace).Span.Start;
        var elements = ParseSeparated(
            TokenKind.CloseBrace,
            () => Kind == TokenKind.OpenBrace ? ParseArrayInitializer() : ParseExpression(),
            allowTrailing: true);
        Expect(TokenKind.CloseBrace);
        Leave();
        return new InitializerExpressionSyntax(SpanFrom(start), InitializerKind.Array, elements);
    }
}
