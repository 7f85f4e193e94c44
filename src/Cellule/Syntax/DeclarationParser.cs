using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>Types and namespaces.</summary>
internal sealed partial class Parser
{
    private NamespaceDeclarationSyntax ParseNamespace()
    {
        var keyword = Next();
        var name = ParseTypeName();
        bool isFileScoped = Kind == TokenKind.Semicolon;
        if (isFileScoped)
        {
            Next();
        }
        else
        {
            Expect(TokenKind.OpenBrace);
        }

        var usings = ImmutableArray.CreateBuilder<UsingDirectiveSyntax>();
        var members = ImmutableArray.CreateBuilder<MemberDeclarationSyntax>();
        while (!AtEnd && (isFileScoped || Kind != TokenKind.CloseBrace))
        {
            int before = _position;
            if (IsUsingDirective())
            {
                usings.Add(ParseUsingDirective());
            }
            else
            {
                members.Add(ParseGlobalMember());
            }

            if (_position == before)
            {
                Next();
            }
        }

        if (!isFileScoped)
        {
            Expect(TokenKind.CloseBrace);
            Take(TokenKind.Semicolon);
        }

        return new NamespaceDeclarationSyntax(SpanFrom(keyword.Span.Start), keyword.Span, name, isFileScoped, usings.ToImmutable(), members.ToImmutable());
    }

    private TypeDeclarationSyntax ParseTypeDeclaration(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers)
    {
        var kind = Next().Kind switch
        {
            TokenKind.ClassKeyword => TypeDeclarationKind.Class,
            TokenKind.StructKeyword => TypeDeclarationKind.Struct,
            TokenKind.InterfaceKeyword => TypeDeclarationKind.Interface,
            _ => TypeDeclarationKind.Record,
        };
        if (kind == TypeDeclarationKind.Record)
        {
            kind = Kind == TokenKind.StructKeyword ? TypeDeclarationKind.RecordStruct : kind;
            if (Kind is TokenKind.StructKeyword or TokenKind.ClassKeyword)
            {
                Next();
            }
        }

        var identifier = ExpectIdentifier();
        var typeParameters = ParseTypeParameters();
        var parameters = Kind == TokenKind.OpenParen ? ParseParameterList(TokenKind.CloseParen) : null;
        ImmutableArray<BaseTypeSyntax> bases = Take(TokenKind.Colon) ? ParseBaseTypes() : [];
        var constraints = ParseConstraints();
        ImmutableArray<MemberDeclarationSyntax> members = [];
        if (Kind != TokenKind.Semicolon)
        {
            members = ParseMembers(new MemberContext(identifier.ValueText, IsTopLevel: false));
        }

        Take(TokenKind.Semicolon);
        return new TypeDeclarationSyntax(SpanFrom(start), attributes, modifiers, kind, identifier, typeParameters, parameters, bases, constraints, members);
    }

    private ImmutableArray<MemberDeclarationSyntax> ParseMembers(MemberContext context)
    {
        var members = ImmutableArray.CreateBuilder<MemberDeclarationSyntax>();
        if (Expect(TokenKind.OpenBrace).IsMissing && Kind is TokenKind.EndOfFile or TokenKind.CloseBrace)
        {
            Take(TokenKind.CloseBrace);
            return [];
        }

        if (!TryEnter())
        {
            return [];
        }

        var saved = (_isAsync, _inPropertyAccessor, _inPattern, _queryDepth);
        (_isAsync, _inPropertyAccessor, _inPattern, _queryDepth) = (false, false, false, 0);
        while (!AtEnd && Kind != TokenKind.CloseBrace)
        {
            int before = _position;
            members.Add(ParseMember(context));
            if (_position == before)
            {
                Next();
            }
        }

        (_isAsync, _inPropertyAccessor, _inPattern, _queryDepth) = saved;
        Leave();
        Expect(TokenKind.CloseBrace);
        return members.ToImmutable();
    }

    private ImmutableArray<BaseTypeSyntax> ParseBaseTypes()
    {
        var bases = ImmutableArray.CreateBuilder<BaseTypeSyntax>();
        do
        {
            int start = Current.Span.Start;
            var type = ParseType();
            var arguments = Kind == TokenKind.OpenParen ? ParseArgumentList() : null;
            bases.Add(new BaseTypeSyntax(SpanFrom(start), type, arguments));
        }
        while (Take(TokenKind.Comma));

        return bases.ToImmutable();
    }

    private EnumDeclarationSyntax ParseEnum(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers)
    {
        Next();
        var identifier = ExpectIdentifier();
        var underlying = Take(TokenKind.Colon) ? ParseType() : null;
        Expect(TokenKind.OpenBrace);
        var members = ParseSeparated(
            TokenKind.CloseBrace,
            () =>
            {
                int memberStart = Current.Span.Start;
                var memberAttributes = ParseAttributeLists();
                var name = ExpectIdentifier();
                var value = Take(TokenKind.EqualsSign) ? ParseExpression() : null;
                return new EnumMemberSyntax(SpanFrom(memberStart), memberAttributes, name, value);
            },
            allowTrailing: true);
        Expect(TokenKind.CloseBrace);
        Take(TokenKind.Semicolon);
        return new EnumDeclarationSyntax(SpanFrom(start), attributes, modifiers, identifier, underlying, members);
    }

    private DelegateDeclarationSyntax ParseDelegate(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers)
    {
        Next();
        var returnType = ParseType();
        var identifier = ExpectIdentifier();
        var typeParameters = ParseTypeParameters();
        var parameters = ParseParameterList(TokenKind.CloseParen);
        var constraints = ParseConstraints();
        Expect(TokenKind.Semicolon);
        return new DelegateDeclarationSyntax(SpanFrom(start), attributes, modifiers, returnType, identifier, typeParameters, parameters, constraints);
    }

    private ExtensionBlockDeclarationSyntax ParseExtensionBlock(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers)
    {
        var keyword = Next();
        var typeParameters = ParseTypeParameters();
        var parameters = ParseParameterList(TokenKind.CloseParen, mayOmitNames: true);
        var constraints = ParseConstraints();
        var members = ParseMembers(new MemberContext(TypeName: null, IsTopLevel: false));
        Take(TokenKind.Semicolon);
        return new ExtensionBlockDeclarationSyntax(SpanFrom(start), attributes, modifiers, keyword.Span, typeParameters, parameters, constraints, members);
    }

    private bool IsTupleTyped(int i) => ScanType(ref i) != TypeScan.NotType && KindAt(i) == TokenKind.Identifier;
}
