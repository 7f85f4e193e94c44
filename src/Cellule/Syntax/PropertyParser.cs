using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>Properties, indexers and events with their accessors.</summary>
internal sealed partial class Parser
{
    private PropertyDeclarationSyntax ParseProperty(
        int start,
        ImmutableArray<AttributeListSyntax> attributes,
        ModifierList modifiers,
        TypeSyntax type,
        NameSyntax? explicitInterface)
    {
        var identifier = ExpectIdentifier();
        var (accessors, expression) = ParseAccessorsOrExpression();
        ExpressionSyntax? initializer = null;
        if (expression is null && Take(TokenKind.EqualsSign))
        {
            initializer = Kind == TokenKind.OpenBrace ? ParseArrayInitializer() : ParseExpression();
            Expect(TokenKind.Semicolon);
        }

        return new PropertyDeclarationSyntax(SpanFrom(start), attributes, modifiers, type, explicitInterface, identifier, accessors, expression, initializer);
    }

    private IndexerDeclarationSyntax ParseIndexer(
        int start,
        ImmutableArray<AttributeListSyntax> attributes,
        ModifierList modifiers,
        TypeSyntax type,
        NameSyntax? explicitInterface)
    {
        var thisToken = Next();
        var parameters = ParseParameterList(TokenKind.CloseBracket);
        var (accessors, expression) = ParseAccessorsOrExpression();
        return new IndexerDeclarationSyntax(SpanFrom(start), attributes, modifiers, type, explicitInterface, thisToken.Span, parameters, accessors, expression);
    }

    private (ImmutableArray<AccessorDeclarationSyntax> Accessors, ExpressionSyntax? Expression) ParseAccessorsOrExpression()
    {
        if (Kind == TokenKind.EqualsGreaterThan)
        {
            return ([], ParseFunctionBody(isAsync: false, isAccessor: true).Expression);
        }

        Expect(TokenKind.OpenBrace);
        var accessors = ImmutableArray.CreateBuilder<AccessorDeclarationSyntax>();
        while (!AtEnd && Kind != TokenKind.CloseBrace)
        {
            int before = _position;
            if (ParseAccessor() is { } accessor)
            {
                accessors.Add(accessor);
            }

            if (_position == before)
            {
                break;
            }
        }

        Expect(TokenKind.CloseBrace);
        return (accessors.ToImmutable(), null);
    }

    private AccessorDeclarationSyntax? ParseAccessor()
    {
        int start = Current.Span.Start;
        var attributes = ParseAttributeLists();
        var modifiers = ParseModifiers();
        AccessorKind? kind = Kind == TokenKind.Identifier
            ? Current.Text switch
            {
                "get" => AccessorKind.Get,
                "set" => AccessorKind.Set,
                "init" => AccessorKind.Init,
                "add" => AccessorKind.Add,
                "remove" => AccessorKind.Remove,
                _ => null,
            }
            : null;
        if (kind is null)
        {
            if (TryReport(out var span))
            {
                _diagnostics.AccessorExpected(span);
            }

            if (Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile))
            {
                Next();
            }

            return null;
        }

        Next();
        var body = ParseFunctionBody(isAsync: false, isAccessor: kind is AccessorKind.Get or AccessorKind.Set or AccessorKind.Init);
        return new AccessorDeclarationSyntax(SpanFrom(start), attributes, modifiers, kind.Value, body.Block, body.Expression);
    }

    private MemberDeclarationSyntax ParseEvent(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers)
    {
        Next();
        var type = ParseType();
        var explicitInterface = ParseExplicitInterface();
        if (PeekKind(1) == TokenKind.OpenBrace)
        {
            var identifier = ExpectIdentifier();
            var (accessors, _) = ParseAccessorsOrExpression();
            return new EventDeclarationSyntax(SpanFrom(start), attributes, modifiers, type, explicitInterface, identifier, accessors);
        }

        var declaration = ParseFieldDeclarators(type);
        Expect(TokenKind.Semicolon);
        return new EventFieldDeclarationSyntax(SpanFrom(start), attributes, modifiers, declaration);
    }
}
