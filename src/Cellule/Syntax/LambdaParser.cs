using System.Collections.Immutable;
using Cellule.Text;

namespace Cellule.Syntax;

/// <summary>Lambdas in all their forms and anonymous methods.</summary>
internal sealed partial class Parser
{
    private LambdaExpressionSyntax? TryParseLambda() => IsLambda() ? ParseLambda() : null;

    private bool IsLambda()
    {
        int i = _position;
        switch (KindAt(i))
        {
            case TokenKind.OpenBracket:
                while (KindAt(i) == TokenKind.OpenBracket)
                {
                    i = FindClosing(i) + 1;
                }

                break;
            case TokenKind.Identifier or TokenKind.OpenParen or TokenKind.StaticKeyword or TokenKind.RefKeyword:
                break;
            case var kind when KeywordTable.IsPredefinedType(kind):
                break;
            default:
                return false;
        }

        // 'async =>' is a parameter named so.
        while ((KindAt(i) == TokenKind.StaticKeyword || TokenAt(i).IsContextual("async")) && KindAt(i + 1) != TokenKind.EqualsGreaterThan)
        {
            if (KindAt(i) == TokenKind.Identifier && KindAt(i + 1) == TokenKind.OpenParen && KindAt(FindClosing(i + 1) + 1) != TokenKind.EqualsGreaterThan)
            {
                return false;
            }

            i++;
        }

        if (KindAt(i) == TokenKind.Identifier && KindAt(i + 1) == TokenKind.EqualsGreaterThan)
        {
            return true;
        }

        if (KindAt(i) == TokenKind.OpenParen && KindAt(FindClosing(i) + 1) == TokenKind.EqualsGreaterThan)
        {
            return true;
        }

        // With a return type: int (x) => x
        return ScanType(ref i) != TypeScan.NotType && KindAt(i) == TokenKind.OpenParen && KindAt(FindClosing(i) + 1) == TokenKind.EqualsGreaterThan;
    }

    private LambdaExpressionSyntax ParseLambda()
    {
        int start = Current.Span.Start;
        var attributes = ParseAttributeLists();
        var modifiers = ParseLambdaModifiers();
        TypeSyntax? returnType = null;
        ParameterListSyntax parameters;
        if (Kind == TokenKind.Identifier && PeekKind(1) == TokenKind.EqualsGreaterThan)
        {
            var name = Next();
            parameters = new ParameterListSyntax(name.Span, [new ParameterSyntax(name.Span, [], ModifierList.Empty, RefKind.None, null, name, null)]);
        }
        else
        {
            bool hasReturnType = Kind != TokenKind.OpenParen || KindAt(FindClosing(_position) + 1) != TokenKind.EqualsGreaterThan;
            returnType = hasReturnType ? ParseType() : null;
            parameters = ParseParameterList(TokenKind.CloseParen, areLambdas: true);
        }

        var arrow = Expect(TokenKind.EqualsGreaterThan);
        var saved = (_isAsync, _inPattern);
        (_isAsync, _inPattern) = (modifiers.Has(Modifiers.Async), false);
        BlockSyntax? block = null;
        ExpressionSyntax? expression = null;
        if (Kind == TokenKind.OpenBrace)
        {
            block = ParseBlock();
        }
        else
        {
            expression = ParseExpression();
        }

        (_isAsync, _inPattern) = saved;
        return new LambdaExpressionSyntax(SpanFrom(start), attributes, modifiers, returnType, parameters, arrow.Span, expression, block);
    }

    private ModifierList ParseLambdaModifiers()
    {
        var flags = Modifiers.None;
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        while ((Kind == TokenKind.StaticKeyword || IsContextual("async")) && PeekKind(1) != TokenKind.EqualsGreaterThan)
        {
            flags |= Kind == TokenKind.StaticKeyword ? Modifiers.Static : Modifiers.Async;
            tokens.Add(Next());
        }

        return new ModifierList(flags, tokens.ToImmutable());
    }

    private bool IsAnonymousMethod(int i)
    {
        while (KindAt(i) == TokenKind.StaticKeyword || TokenAt(i).IsContextual("async"))
        {
            i++;
        }

        return KindAt(i) == TokenKind.DelegateKeyword && KindAt(i + 1) is TokenKind.OpenParen or TokenKind.OpenBrace;
    }

    private AnonymousMethodExpressionSyntax ParseAnonymousMethod()
    {
        int start = Current.Span.Start;
        var modifiers = ParseLambdaModifiers();
        Expect(TokenKind.DelegateKeyword);
        var parameters = Kind == TokenKind.OpenParen ? ParseParameterList(TokenKind.CloseParen) : null;
        var saved = (_isAsync, _inPattern);
        (_isAsync, _inPattern) = (modifiers.Has(Modifiers.Async), false);
        var block = ParseBlock();
        (_isAsync, _inPattern) = saved;
        return new AnonymousMethodExpressionSyntax(SpanFrom(start), modifiers, parameters, block);
    }
}
