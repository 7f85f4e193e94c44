using System.Collections.Immutable;

namespace Cellule.Syntax;

/// <summary>Declarations of operators and conversions.</summary>
internal sealed partial class Parser
{
    private ConversionOperatorDeclarationSyntax ParseConversion(int start, ImmutableArray<AttributeListSyntax> attributes, ModifierList modifiers)
    {
        bool isImplicit = Next().Kind == TokenKind.ImplicitKeyword;
        var explicitInterface = ParseExplicitInterface();
        Expect(TokenKind.OperatorKeyword);
        bool isChecked = Take(TokenKind.CheckedKeyword);
        var type = ParseType();
        var parameters = ParseParameterList(TokenKind.CloseParen);
        var body = ParseFunctionBody(isAsync: false);
        return new ConversionOperatorDeclarationSyntax(SpanFrom(start), attributes, modifiers, isImplicit, explicitInterface, isChecked, type, parameters, body.Block, body.Expression);
    }

    private OperatorDeclarationSyntax ParseOperator(
        int start,
        ImmutableArray<AttributeListSyntax> attributes,
        ModifierList modifiers,
        TypeSyntax returnType,
        NameSyntax? explicitInterface)
    {
        Next();
        bool isChecked = Take(TokenKind.CheckedKeyword);
        int operatorStart = Current.Span.Start;
        string text = "";
        if (IsOverloadable(Kind))
        {
            text = Next().Text;

            // '>>', '>>>', '>>=', …: as many as touch.
            while (text[0] == '>' && Kind is TokenKind.GreaterThan or TokenKind.GreaterThanEquals && Adjacent(_position - 1))
            {
                text += Next().Text;
            }
        }
        else if (TryReport(out var span))
        {
            _diagnostics.OperatorNotOverloadable(span);
        }

        var operatorSpan = SpanFrom(operatorStart);
        var parameters = ParseParameterList(TokenKind.CloseParen);
        var body = ParseFunctionBody(isAsync: false);
        return new OperatorDeclarationSyntax(
            SpanFrom(start), attributes, modifiers, returnType, explicitInterface, text, operatorSpan, isChecked, parameters, body.Block, body.Expression);
    }

    private static bool IsOverloadable(TokenKind kind) => kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Asterisk or TokenKind.Slash or TokenKind.Percent
        or TokenKind.Ampersand or TokenKind.Bar or TokenKind.Caret or TokenKind.Exclamation or TokenKind.Tilde or TokenKind.PlusPlus or TokenKind.MinusMinus
        or TokenKind.EqualsEquals or TokenKind.ExclamationEquals or TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.LessThanEquals
        or TokenKind.GreaterThanEquals or TokenKind.LessThanLessThan or TokenKind.TrueKeyword or TokenKind.FalseKeyword
        or TokenKind.PlusEquals or TokenKind.MinusEquals or TokenKind.AsteriskEquals or TokenKind.SlashEquals or TokenKind.PercentEquals
        or TokenKind.AmpersandEquals or TokenKind.BarEquals or TokenKind.CaretEquals or TokenKind.LessThanLessThanEquals;
}
