using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Types and names.</summary>
internal sealed partial class Parser
{
    /// <summary>Where a type stands decides whether a <c>?</c> after it belongs to it.</summary>
    private enum TypeContext
    {
        Declaration,

        /// <summary>After <c>is</c>, <c>as</c> or in a pattern: an expression that starts after <c>?</c> makes it a conditional.</summary>
        Operand,

        /// <summary>After <c>new</c>: brackets with sizes are not the type's own.</summary>
        Creation,
    }

    private TypeSyntax ParseType(TypeContext context = TypeContext.Declaration)
    {
        int start = Current.Span.Start;
        if (!TryEnter())
        {
            return MissingType();
        }

        var type = ParseUnderlyingType(context);
        while (true)
        {
            if (Kind == TokenKind.Question && type is not NullableTypeSyntax && TakesQuestion(context))
            {
                Next();
                type = new NullableTypeSyntax(SpanFrom(start), type);
            }
            else if (Kind == TokenKind.Asterisk && TakesAsterisk(context))
            {
                Next();
                type = new PointerTypeSyntax(SpanFrom(start), type);
            }
            else if (Kind == TokenKind.OpenBracket && IsRankSpecifier(_position) && (context != TypeContext.Creation || IsNullableElement(FindClosing(_position) + 1)))
            {
                type = new ArrayTypeSyntax(default, type, ParseRankSpecifiers()) { Span = SpanFrom(start) };
            }
            else
            {
                Leave();
                return type;
            }
        }
    }

    private bool TakesQuestion(TypeContext context)
    {
        switch (context)
        {
            case TypeContext.Operand:
                return !StartsExpression(PeekKind(1)) || (PeekKind(1) == TokenKind.OpenBracket && IsRankSpecifier(_position + 1));
            case TypeContext.Creation:
                return PeekKind(1) is TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace;
            default:
                return true;
        }
    }

    private bool TakesAsterisk(TypeContext context) => context != TypeContext.Operand || !StartsExpression(PeekKind(1));

    // new int[]?[3] has elements of type int[]?.
    private bool IsNullableElement(int i) => KindAt(i) == TokenKind.Question && KindAt(i + 1) == TokenKind.OpenBracket;

    private bool IsRankSpecifier(int i)
    {
        do
        {
            i++;
        }
        while (KindAt(i) == TokenKind.Comma);

        return KindAt(i) == TokenKind.CloseBracket;
    }

    private ImmutableArray<ArrayRankSpecifierSyntax> ParseRankSpecifiers()
    {
        var ranks = ImmutableArray.CreateBuilder<ArrayRankSpecifierSyntax>();
        while (Kind == TokenKind.OpenBracket && IsRankSpecifier(_position))
        {
            int start = Next().Span.Start;
            int rank = 1;
            while (Take(TokenKind.Comma))
            {
                rank++;
            }

            Expect(TokenKind.CloseBracket);
            ranks.Add(new ArrayRankSpecifierSyntax(SpanFrom(start), rank, []));
        }

        return ranks.ToImmutable();
    }

    private TypeSyntax ParseUnderlyingType(TypeContext context)
    {
        int start = Current.Span.Start;
        if (KeywordTable.IsPredefinedType(Kind))
        {
            var keyword = Next();
            return new PredefinedTypeSyntax(keyword.Span, keyword.Kind);
        }

        switch (Kind)
        {
            case TokenKind.Identifier when IsContextual("scoped") && PeekKind(1) is TokenKind.Identifier or TokenKind.RefKeyword && IsScopedType():
                Next();
                var scoped = ParseType(context);
                return new ScopedTypeSyntax(SpanFrom(start), scoped);
            case TokenKind.Identifier:
                return ParseTypeName();
            case TokenKind.OpenParen:
                return ParseTupleType();
            case TokenKind.RefKeyword:
                Next();
                bool isReadOnly = Take(TokenKind.ReadOnlyKeyword);
                var type = ParseType(context);
                return new RefTypeSyntax(SpanFrom(start), isReadOnly, type);
            case TokenKind.DelegateKeyword when PeekKind(1) == TokenKind.Asterisk:
                int i = _position;
                ScanFunctionPointer(ref i);
                _position = Math.Min(i, _tokens.Length - 1);
                return new FunctionPointerTypeSyntax(SpanFrom(start));
            default:
                return MissingType();
        }
    }

    /// <summary><c>scoped</c> is a word of its own only before a type and a name.</summary>
    private bool IsScopedType()
    {
        int i = _position + 1;
        return ScanType(ref i) != TypeScan.NotType && KindAt(i) == TokenKind.Identifier;
    }

    private IdentifierNameSyntax MissingType()
    {
        if (TryReport(out var span))
        {
            _diagnostics.TypeExpected(span);
        }

        return new IdentifierNameSyntax(new TextSpan(PreviousEnd, 0), Missing(TokenKind.Identifier));
    }

    private TupleTypeSyntax ParseTupleType()
    {
        int start = Next().Span.Start;
        var elements = ParseSeparated(TokenKind.CloseParen, () =>
        {
            int elementStart = Current.Span.Start;
            var type = ParseType();
            var name = Kind == TokenKind.Identifier ? Next() : null;
            return new TupleElementSyntax(SpanFrom(elementStart), type, name);
        });
        Expect(TokenKind.CloseParen);
        var span = SpanFrom(start);
        if (elements.Length < 2 && TryReportAt(span))
        {
            _diagnostics.TupleTooShort(span);
        }

        return new TupleTypeSyntax(span, elements);
    }

    /// <summary>A name where a type is required: type arguments need no guessing.</summary>
    private NameSyntax ParseTypeName()
    {
        int start = Current.Span.Start;
        NameSyntax name;
        if (PeekKind(1) == TokenKind.ColonColon)
        {
            var alias = ParseIdentifierName();
            Next();
            var simple = ParseSimpleTypeName();
            name = new AliasQualifiedNameSyntax(SpanFrom(start), alias, simple);
        }
        else
        {
            name = ParseSimpleTypeName();
        }

        while (Kind == TokenKind.Dot)
        {
            Next();
            var right = ParseSimpleTypeName();
            name = new QualifiedNameSyntax(SpanFrom(start), name, right);
        }

        return name;
    }

    private IdentifierNameSyntax ParseIdentifierName()
    {
        var identifier = ExpectIdentifier();
        return new IdentifierNameSyntax(identifier.Span, identifier);
    }

    private SimpleNameSyntax ParseSimpleTypeName()
    {
        var identifier = ExpectIdentifier();
        return Kind == TokenKind.LessThan && !identifier.IsMissing
            ? ParseTypeArguments(identifier)
            : new IdentifierNameSyntax(identifier.Span, identifier);
    }

    private GenericNameSyntax ParseTypeArguments(SyntaxToken identifier)
    {
        int start = Next().Span.Start;
        var arguments = ImmutableArray.CreateBuilder<TypeSyntax>();
        do
        {
            // typeof(Dictionary<,>)
            arguments.Add(Kind is TokenKind.Comma or TokenKind.GreaterThan
                ? new OmittedTypeArgumentSyntax(new TextSpan(Current.Span.Start, 0))
                : ParseType());
        }
        while (Take(TokenKind.Comma));

        Expect(TokenKind.GreaterThan);
        return new GenericNameSyntax(SpanFrom(identifier.Span.Start), identifier, arguments.ToImmutable(), SpanFrom(start));
    }
}
