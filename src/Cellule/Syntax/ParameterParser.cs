using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>What follows the name of a declaration: parameters, type parameters and their constraints.</summary>
internal sealed partial class Parser
{
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
}
