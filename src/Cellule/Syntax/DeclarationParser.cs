using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Types, namespaces, and what declarations share: attributes, modifiers, parameters, type parameters.</summary>
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

    private ImmutableArray<TypeParameterSyntax> ParseTypeParameters()
    {
        if (!Take(TokenKind.LessThan))
        {
            return [];
        }

        var parameters = ImmutableArray.CreateBuilder<TypeParameterSyntax>();
        do
        {
            int start = Current.Span.Start;
            var attributes = ParseAttributeLists();
            var variance = Kind switch
            {
                TokenKind.InKeyword => VarianceKind.In,
                TokenKind.OutKeyword => VarianceKind.Out,
                _ => VarianceKind.None,
            };
            if (variance != VarianceKind.None)
            {
                Next();
            }

            var name = ExpectIdentifier();
            parameters.Add(new TypeParameterSyntax(SpanFrom(start), attributes, variance, name));
        }
        while (Take(TokenKind.Comma));

        Expect(TokenKind.GreaterThan);
        return parameters.ToImmutable();
    }

    private ImmutableArray<TypeParameterConstraintClauseSyntax> ParseConstraints()
    {
        var clauses = ImmutableArray.CreateBuilder<TypeParameterConstraintClauseSyntax>();
        while (IsContextual("where"))
        {
            int start = Next().Span.Start;
            var name = ExpectIdentifier();
            Expect(TokenKind.Colon);
            var constraints = ImmutableArray.CreateBuilder<TypeParameterConstraintSyntax>();
            do
            {
                constraints.Add(ParseConstraint());
            }
            while (Take(TokenKind.Comma));

            clauses.Add(new TypeParameterConstraintClauseSyntax(SpanFrom(start), name, constraints.ToImmutable()));
        }

        return clauses.ToImmutable();
    }

    private TypeParameterConstraintSyntax ParseConstraint()
    {
        int start = Current.Span.Start;
        SpecialConstraintKind kind;
        switch (Kind)
        {
            case TokenKind.ClassKeyword:
                Next();
                kind = Take(TokenKind.Question) ? SpecialConstraintKind.NullableClass : SpecialConstraintKind.Class;
                break;
            case TokenKind.StructKeyword:
                Next();
                kind = SpecialConstraintKind.Struct;
                break;
            case TokenKind.DefaultKeyword:
                Next();
                kind = SpecialConstraintKind.Default;
                break;
            case TokenKind.NewKeyword:
                Next();
                Expect(TokenKind.OpenParen);
                Expect(TokenKind.CloseParen);
                kind = SpecialConstraintKind.New;
                break;
            case TokenKind.Identifier when IsContextual("allows") && PeekKind(1) == TokenKind.RefKeyword:
                Next();
                Next();
                Expect(TokenKind.StructKeyword);
                kind = SpecialConstraintKind.AllowsRefStruct;
                break;
            default:
                var type = ParseType();
                return new TypeConstraintSyntax(SpanFrom(start), type);
        }

        return new SpecialConstraintSyntax(SpanFrom(start), kind);
    }

    private ParameterListSyntax ParseParameterList(TokenKind close, bool areLambdas = false, bool mayOmitNames = false)
    {
        int start = Expect(close == TokenKind.CloseParen ? TokenKind.OpenParen : TokenKind.OpenBracket).Span.Start;
        var parameters = ParseSeparated(close, () => ParseParameter(areLambdas, mayOmitNames));
        Expect(close);
        return new ParameterListSyntax(SpanFrom(start), parameters);
    }

    private ParameterSyntax ParseParameter(bool isLambda, bool mayOmitName)
    {
        int start = Current.Span.Start;
        var attributes = ParseAttributeLists();
        var flags = Modifiers.None;
        var refKind = RefKind.None;
        var modifiers = ImmutableArray.CreateBuilder<SyntaxToken>();
        while (true)
        {
            switch (Kind)
            {
                case TokenKind.ThisKeyword:
                    flags |= Modifiers.This;
                    break;
                case TokenKind.ParamsKeyword:
                    flags |= Modifiers.Params;
                    break;
                case TokenKind.OutKeyword:
                    refKind = RefKind.Out;
                    break;
                case TokenKind.InKeyword:
                    refKind = RefKind.In;
                    break;
                case TokenKind.RefKeyword:
                    refKind = RefKind.Ref;
                    break;
                case TokenKind.ReadOnlyKeyword:
                    refKind = RefKind.RefReadOnly;
                    break;
                case TokenKind.Identifier when IsContextual("scoped") && IsScopedType():
                    flags |= Modifiers.Scoped;
                    break;
                default:
                    goto Named;
            }

            modifiers.Add(Next());
        }

    Named:
        bool isUntyped = isLambda && Kind == TokenKind.Identifier && PeekKind(1) is TokenKind.Comma or TokenKind.CloseParen or TokenKind.EqualsSign;
        var type = isUntyped ? null : ParseType();
        bool isUnnamed = mayOmitName && Kind == TokenKind.CloseParen;
        var identifier = isUnnamed ? Missing(TokenKind.Identifier) : ExpectIdentifier();
        if (!identifier.IsMissing)
        {
            SkipParameterBrackets();
        }

        var value = Take(TokenKind.EqualsSign) ? ParseExpression() : null;
        return new ParameterSyntax(SpanFrom(start), attributes, new ModifierList(flags, modifiers.ToImmutable()), refKind, type, identifier, value);
    }

    /// <summary><c>int a[]</c>: the brackets belong to the type.</summary>
    private void SkipParameterBrackets()
    {
        if (Kind != TokenKind.OpenBracket)
        {
            return;
        }

        if (TryReport(out var span))
        {
            _diagnostics.BracketsAfterParameter(span);
        }

        int close = FindClosing(_position);
        _position = close < _tokens.Length - 1 ? close + 1 : close;
    }

    private ImmutableArray<AttributeListSyntax> ParseAttributeLists()
    {
        if (Kind != TokenKind.OpenBracket)
        {
            return [];
        }

        var lists = ImmutableArray.CreateBuilder<AttributeListSyntax>();
        while (Kind == TokenKind.OpenBracket)
        {
            lists.Add(ParseAttributeList());
        }

        return lists.ToImmutable();
    }

    private AttributeListSyntax ParseAttributeList()
    {
        int start = Next().Span.Start;
        SyntaxToken? target = null;
        if (PeekKind(1) == TokenKind.Colon)
        {
            target = Next();
            Next();
        }

        var attributes = ParseSeparated(TokenKind.CloseBracket, ParseAttribute, allowTrailing: true);
        Expect(TokenKind.CloseBracket);
        return new AttributeListSyntax(SpanFrom(start), target, attributes);
    }

    private AttributeSyntax ParseAttribute()
    {
        int start = Current.Span.Start;
        var name = ParseTypeName();
        ImmutableArray<AttributeArgumentSyntax> arguments = [];
        if (Take(TokenKind.OpenParen))
        {
            arguments = ParseSeparated(TokenKind.CloseParen, () =>
            {
                int argumentStart = Current.Span.Start;
                bool isNamed = Kind == TokenKind.Identifier && PeekKind(1) is TokenKind.EqualsSign or TokenKind.Colon;
                var argumentName = isNamed ? Next() : null;
                bool isProperty = isNamed && Next().Kind == TokenKind.EqualsSign;
                var value = ParseExpression();
                return new AttributeArgumentSyntax(SpanFrom(argumentStart), isProperty ? argumentName : null, isProperty ? null : argumentName, value);
            });
            Expect(TokenKind.CloseParen);
        }

        return new AttributeSyntax(SpanFrom(start), name, arguments);
    }

    private ModifierList ParseModifiers()
    {
        var flags = Modifiers.None;
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        while (PeekModifier() is var modifier && modifier != Modifiers.None)
        {
            if ((flags & modifier) != 0 && TryReportAt(Current.Span))
            {
                _diagnostics.DuplicateModifier(Current.Span, Current.Text);
            }

            flags |= modifier;
            tokens.Add(Next());
        }

        return new ModifierList(flags, tokens.ToImmutable());
    }

    private Modifiers PeekModifier() => Kind switch
    {
        TokenKind.PublicKeyword => Modifiers.Public,
        TokenKind.PrivateKeyword => Modifiers.Private,
        TokenKind.ProtectedKeyword => Modifiers.Protected,
        TokenKind.InternalKeyword => Modifiers.Internal,
        TokenKind.StaticKeyword => Modifiers.Static,
        TokenKind.AbstractKeyword => Modifiers.Abstract,
        TokenKind.SealedKeyword => Modifiers.Sealed,
        TokenKind.VirtualKeyword => Modifiers.Virtual,
        TokenKind.OverrideKeyword => Modifiers.Override,
        TokenKind.NewKeyword => Modifiers.New,
        TokenKind.ReadOnlyKeyword => Modifiers.ReadOnly,
        TokenKind.ConstKeyword => Modifiers.Const,
        TokenKind.VolatileKeyword => Modifiers.Volatile,
        TokenKind.ExternKeyword => Modifiers.Extern,
        TokenKind.UnsafeKeyword => Modifiers.Unsafe,
        TokenKind.FixedKeyword => Modifiers.Fixed,
        TokenKind.RefKeyword when PeekKind(1) == TokenKind.StructKeyword || (TokenAt(_position + 1).IsContextual("partial") && PeekKind(2) == TokenKind.StructKeyword) => Modifiers.Ref,
        TokenKind.Identifier => PeekContextualModifier(),
        _ => Modifiers.None,
    };

    private Modifiers PeekContextualModifier()
    {
        var modifier = Current.Text switch
        {
            "async" => Modifiers.Async,
            "partial" => Modifiers.Partial,
            "required" => Modifiers.Required,
            "file" => Modifiers.File,
            _ => Modifiers.None,
        };

        // A member may also be called or typed so: what follows must go on with a declaration.
        bool goesOn = PeekKind(1) is TokenKind.Identifier or TokenKind.OpenParen or >= TokenKind.AbstractKeyword;
        return goesOn && !(PeekKind(1) == TokenKind.OpenParen && !IsTupleTyped(_position + 1)) ? modifier : Modifiers.None;
    }

    private bool IsTupleTyped(int i) => ScanType(ref i) != TypeScan.NotType && KindAt(i) == TokenKind.Identifier;
}
