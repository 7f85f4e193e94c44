using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Members of types, and those that may also stand at the top of a cell.</summary>
internal sealed partial class Parser
{
    /// <summary>Where a member stands: in a type of that name (so that its constructors are known), or at the top of a cell.</summary>
    private sealed record MemberContext(string? TypeName, bool IsTopLevel);

    private readonly record struct FunctionBody(BlockSyntax? Block, ExpressionSyntax? Expression);

    private readonly record struct FunctionRest(
        SyntaxToken Identifier,
        ImmutableArray<TypeParameterSyntax> TypeParameters,
        ParameterListSyntax Parameters,
        ImmutableArray<TypeParameterConstraintClauseSyntax> Constraints,
        FunctionBody Body);

    private MemberDeclarationSyntax ParseMember(MemberContext context)
    {
        if (!TryEnter())
        {
            return new IncompleteMemberSyntax(new TextSpan(PreviousEnd, 0));
        }

        var member = ParseMemberCore(context);
        Leave();
        return member;
    }

    private MemberDeclarationSyntax ParseMemberCore(MemberContext context)
    {
        int start = Current.Span.Start;
        if (Kind == TokenKind.NamespaceKeyword)
        {
            return ParseNamespace();
        }

        var attributes = ParseAttributeLists();
        var modifiers = ParseModifiers();
        switch (Kind)
        {
            case TokenKind.ClassKeyword or TokenKind.StructKeyword or TokenKind.InterfaceKeyword:
                return ParseTypeDeclaration(start, attributes, modifiers);
            case TokenKind.EnumKeyword:
                return ParseEnum(start, attributes, modifiers);
            case TokenKind.DelegateKeyword when PeekKind(1) != TokenKind.Asterisk:
                return ParseDelegate(start, attributes, modifiers);
            case TokenKind.EventKeyword:
                return ParseEvent(start, attributes, modifiers);
            case TokenKind.ImplicitKeyword or TokenKind.ExplicitKeyword:
                return ParseConversion(start, attributes, modifiers);
            case TokenKind.Tilde when PeekKind(1) == TokenKind.Identifier && !context.IsTopLevel:
                return ParseDestructor(start, attributes, modifiers);
            case TokenKind.Identifier when IsRecord(_position):
                return ParseTypeDeclaration(start, attributes, modifiers);
            case TokenKind.Identifier when IsContextual("extension") && PeekKind(1) is TokenKind.OpenParen or TokenKind.LessThan && !context.IsTopLevel:
                return ParseExtensionBlock(start, attributes, modifiers);
            case TokenKind.Identifier when PeekKind(1) == TokenKind.OpenParen && !context.IsTopLevel:
                return ParseConstructor(start, attributes, modifiers, context);
            default:
                return ParseTypedMember(start, attributes, modifiers);
        }
    }

    /// <summary>A member that starts with a type: method, property, indexer, operator, field.</summary>
    private MemberDeclarationSyntax ParseTypedMember(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers)
    {
        int i = _position;
        if (ScanType(ref i) == TypeScan.NotType)
        {
            return SkipInvalidMember(start);
        }

        var type = ParseType();
        var explicitInterface = ParseExplicitInterface();
        if (Kind == TokenKind.OperatorKeyword)
        {
            return ParseOperator(start, attributes, modifiers, type, explicitInterface);
        }

        if (Kind == TokenKind.ThisKeyword)
        {
            return ParseIndexer(start, attributes, modifiers, type, explicitInterface);
        }

        bool isMethod = PeekKind(1) is TokenKind.OpenParen or TokenKind.LessThan;
        if (Kind == TokenKind.Identifier && isMethod)
        {
            var function = ParseFunctionRest(modifiers);
            return new MethodDeclarationSyntax(
                SpanFrom(start),
                attributes,
                modifiers,
                type,
                explicitInterface,
                function.Identifier,
                function.TypeParameters,
                function.Parameters,
                function.Constraints,
                function.Body.Block,
                function.Body.Expression);
        }

        bool isProperty = PeekKind(1) is TokenKind.OpenBrace or TokenKind.EqualsGreaterThan;
        if (Kind == TokenKind.Identifier && isProperty)
        {
            return ParseProperty(start, attributes, modifiers, type, explicitInterface);
        }

        if (Kind != TokenKind.Identifier && !KeywordTable.IsKeyword(Kind))
        {
            return SkipInvalidMember(start);
        }

        var declaration = ParseFieldDeclarators(type);
        Expect(TokenKind.Semicolon);
        return new FieldDeclarationSyntax(SpanFrom(start), attributes, modifiers, declaration);
    }

    private IncompleteMemberSyntax SkipInvalidMember(int start)
    {
        var token = Current;
        bool isModifierOnly = AtEnd || Kind == TokenKind.CloseBrace;
        if (AtEnd ? TryReport(out _) : TryReportAt(token.Span))
        {
            _diagnostics.InvalidMemberToken(AtEnd ? ExpectedSpan() : token.Span, token.Text);
        }

        if (isModifierOnly)
        {
            return new IncompleteMemberSyntax(SpanFrom(start));
        }

        if (StartsStatementInType())
        {
            // A statement in the body of a type is read as one, so that it gives one error rather than many.
            int reported = _lastErrorStart;
            int count = _diagnostics.Count;
            var saved = _firstErrorIsAtEnd;
            ParseStatement();
            _diagnostics.RewindTo(count);
            (_lastErrorStart, _firstErrorIsAtEnd) = (reported, saved);
        }
        else
        {
            Next();
        }

        return new IncompleteMemberSyntax(SpanFrom(start));
    }

    private bool StartsStatementInType() => Kind is TokenKind.IfKeyword or TokenKind.ForKeyword or TokenKind.ForEachKeyword or TokenKind.WhileKeyword
        or TokenKind.DoKeyword or TokenKind.SwitchKeyword or TokenKind.TryKeyword or TokenKind.ReturnKeyword or TokenKind.ThrowKeyword
        or TokenKind.LockKeyword or TokenKind.OpenBrace or TokenKind.BreakKeyword or TokenKind.ContinueKeyword;

    private NameSyntax? ParseExplicitInterface()
    {
        NameSyntax? name = null;
        int start = Current.Span.Start;
        while (Kind == TokenKind.Identifier && IsFollowedByDot())
        {
            if (PeekKind(1) == TokenKind.ColonColon)
            {
                var alias = ParseIdentifierName();
                Next();
                var simple = ParseSimpleTypeName();
                name = new AliasQualifiedNameSyntax(SpanFrom(start), alias, simple);
            }
            else
            {
                var part = ParseSimpleTypeName();
                name = name is null ? part : new QualifiedNameSyntax(SpanFrom(start), name, part);
            }

            Expect(TokenKind.Dot);
        }

        return name;
    }

    private bool IsFollowedByDot()
    {
        int i = _position + 1;
        if (KindAt(i) == TokenKind.ColonColon)
        {
            return true;
        }

        return KindAt(i) == TokenKind.LessThan
            ? ScanTypeArguments(ref i, 0, out _) && KindAt(i) == TokenKind.Dot
            : KindAt(i) == TokenKind.Dot;
    }

    private VariableDeclarationSyntax ParseFieldDeclarators(TypeSyntax type)
    {
        var variables = ImmutableArray.CreateBuilder<VariableDeclaratorSyntax>();
        do
        {
            variables.Add(ParseDeclarator());
        }
        while (Take(TokenKind.Comma));

        return new VariableDeclarationSyntax(SpanFrom(type), type, variables.ToImmutable());
    }

    /// <summary>Everything of a function after its return type.</summary>
    private FunctionRest ParseFunctionRest(ModifierList modifiers)
    {
        var identifier = ExpectIdentifier();
        var typeParameters = ParseTypeParameters();
        var parameters = ParseParameterList(TokenKind.CloseParen);
        var constraints = ParseConstraints();
        var body = ParseFunctionBody(modifiers.Has(Modifiers.Async));
        return new FunctionRest(identifier, typeParameters, parameters, constraints, body);
    }

    private FunctionBody ParseFunctionBody(bool isAsync, bool isAccessor = false)
    {
        var saved = (_isAsync, _inPropertyAccessor);
        (_isAsync, _inPropertyAccessor) = (isAsync, isAccessor);
        var body = default(FunctionBody);
        if (Kind == TokenKind.OpenBrace)
        {
            body = new FunctionBody(ParseBlock(), null);
        }
        else if (Take(TokenKind.EqualsGreaterThan))
        {
            body = new FunctionBody(null, ParseExpression());
            Expect(TokenKind.Semicolon);
        }
        else if (!Take(TokenKind.Semicolon) && TryReport(out var span))
        {
            if (isAccessor)
            {
                _diagnostics.AccessorBodyExpected(span);
            }
            else
            {
                _diagnostics.SemicolonExpected(span);
            }
        }

        (_isAsync, _inPropertyAccessor) = saved;
        return body;
    }

    private ConstructorDeclarationSyntax ParseConstructor(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers, MemberContext context)
    {
        var identifier = Next();
        if (identifier.ValueText != context.TypeName && TryReportAt(identifier.Span))
        {
            _diagnostics.MethodNeedsReturnType(identifier.Span);
        }

        var parameters = ParseParameterList(TokenKind.CloseParen);
        ConstructorInitializerSyntax? initializer = null;
        if (Kind == TokenKind.Colon)
        {
            int initializerStart = Next().Span.Start;
            bool isBase = Kind == TokenKind.BaseKeyword;
            if (!isBase)
            {
                Expect(TokenKind.ThisKeyword);
            }
            else
            {
                Next();
            }

            var arguments = Kind == TokenKind.OpenParen ? ParseArgumentList() : new ArgumentListSyntax(Expect(TokenKind.OpenParen).Span, []);
            initializer = new ConstructorInitializerSyntax(SpanFrom(initializerStart), isBase, arguments);
        }

        var body = ParseFunctionBody(isAsync: false);
        return new ConstructorDeclarationSyntax(SpanFrom(start), attributes, modifiers, identifier, parameters, initializer, body.Block, body.Expression);
    }

    private DestructorDeclarationSyntax ParseDestructor(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers)
    {
        Next();
        var identifier = ExpectIdentifier();
        ParseParameterList(TokenKind.CloseParen);
        var body = ParseFunctionBody(isAsync: false);
        return new DestructorDeclarationSyntax(SpanFrom(start), attributes, modifiers, identifier, body.Block, body.Expression);
    }
}
