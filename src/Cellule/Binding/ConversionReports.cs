using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Says why an expression doesn't convert.</summary>
internal sealed partial class Binder
{
    private void ReportNoConversion(BoundExpression expression, TypeSymbol to, TextSpan span)
    {
        switch (expression)
        {
            case BoundLiteral { Type.IsNone: true }:
                if (to is TypeParameterSymbol)
                    _diagnostics.NullToTypeParameter(span, to);
                else
                    _diagnostics.NullToValueType(span, to);
                break;
            case UnboundLambda lambda:
                ReportLambdaConversion(lambda, to, span);
                break;
            case BoundMethodGroup group:
                if (to.DelegateInvoke is { } wanted && ResolveForDelegate(group, [.. wanted.Parameters.Select(p => (p.Type, p.RefKind))]) is { Member: var near })
                    _diagnostics.WrongReturnType(span, near);
                else if (to.IsDelegate)
                    _diagnostics.MethodGroupMismatch(span == group.Span ? group.NameSpan : span, group.Name, to);
                else
                    _diagnostics.MethodGroupToNonDelegate(span == group.Span ? group.NameSpan : span, group.Name, to);
                break;
            case UnboundCollection:
                ReportCollectionConversion((UnboundCollection)expression, to, span);
                break;
            case UnboundConditional conditional:
                Convert(conditional.WhenTrue, to);
                Convert(conditional.WhenFalse, to);
                break;
            case UnboundSwitch @switch:
                foreach (var arm in @switch.Arms)
                    Convert(arm.Value, to);
                break;
            case UnboundTuple tuple when to.StripNullable().TupleElements.Length == tuple.Elements.Length:
                for (var i = 0; i < tuple.Elements.Length; i++)
                    Convert(tuple.Elements[i], to.StripNullable().TupleElements[i].Type);
                break;
            case UnboundTuple { Type.IsNone: true }:
                _diagnostics.NoConversion(span, "(tuple)", to);
                break;
            case UnboundNew:
                _diagnostics.NoTargetType(span, to);
                break;
            case BoundLiteral { Value: double } when to.SpecialType is SpecialType.Single or SpecialType.Decimal:
                _diagnostics.LiteralSuffixMissing(span, to);
                break;
            case BoundLiteral literal when NumericTypes.IsIntegral(literal.Type) && NumericTypes.IsIntegral(to) && to.SpecialType != SpecialType.Char && literal.Type.SpecialType == SpecialType.Int32:
                _diagnostics.ConstantOutOfRange(span, literal.Value, to);
                break;
            case { Type.IsNone: true }:
                _diagnostics.NoConversion(span, "<null>", to);
                break;
            default:
                if (Conversions.Explicit(expression.Type, to).Exists)
                    _diagnostics.ExplicitConversionExists(span, expression.Type, to);
                else
                    _diagnostics.NoConversion(span, expression.Type, to);
                break;
        }
    }

    /// <summary>An expression with a type of its own, or an error.</summary>
    private BoundExpression RequireType(BoundExpression expression)
    {
        expression = Finish(AsValue(expression));
        if (!expression.Type.IsNone)
            return expression;
        ReportNoType(expression);
        return Bad(expression.Span);
    }

    private void ReportNoType(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLiteral:
                _diagnostics.NoTypeForNull(expression.Span);
                break;
            case BoundMethodGroup group:
                _diagnostics.MethodGroupAsValue(group.NameSpan, group.Name);
                break;
            case UnboundLambda lambda:
                ReportLambdaWithoutType(lambda, lambda.SignSpan);
                break;
            case UnboundCollection:
                _diagnostics.CollectionWithoutTarget(expression.Span);
                break;
            case UnboundNew:
                _diagnostics.NewWithoutTarget(expression.Span);
                break;
            case UnboundDefault:
                _diagnostics.DefaultWithoutTarget(expression.Span);
                break;
            case UnboundThrow:
                _diagnostics.ThrowNotAllowed(expression.Span);
                break;
            case UnboundConditional conditional:
                _diagnostics.ConditionalWithoutType(expression.Span, TypeText(conditional.WhenTrue), TypeText(conditional.WhenFalse));
                break;
            case UnboundSwitch unboundSwitch:
                _diagnostics.SwitchWithoutType(unboundSwitch.KeywordSpan);
                break;
            case UnboundTuple tuple:
                foreach (var element in tuple.Elements.Where(e => e.Type.IsNone))
                    ReportNoType(element);
                break;
            case not BoundBad:
                _diagnostics.NoTypeForNull(expression.Span);
                break;
        }
    }

    /// <summary>How a diagnostic names an expression's type.</summary>
    private static string TypeText(BoundExpression expression) => expression switch
    {
        BoundLiteral { Type.IsNone: true } => "<null>",
        UnboundDefault => "default",
        UnboundLambda => "lambda expression",
        BoundMethodGroup => "method group",
        UnboundCollection => "collection expressions",
        UnboundTuple { Type.IsNone: true } tuple => $"({string.Join(", ", tuple.Elements.Select(TypeText))})",
        UnboundNew => "new()",
        UnboundThrow => "<throw expression>",
        _ => SymbolDisplay.Of(expression.Type),
    };
}
