using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Conditional expressions and conditional access.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindConditional(ConditionalExpressionSyntax syntax)
    {
        var condition = BindCondition(syntax.Condition);
        if (syntax.WhenTrue is RefExpressionSyntax left && syntax.WhenFalse is RefExpressionSyntax right)
        {
            var (first, second) = (BindTyped(left.Expression), BindTyped(right.Expression));
            return new BoundConditional(syntax.Span, condition, first, second, first.Type, true);
        }

        var (whenTrue, whenFalse) = (BindValue(syntax.WhenTrue), BindValue(syntax.WhenFalse));
        return Conditional(syntax.Span, condition, whenTrue, whenFalse);
    }

    private BoundExpression Conditional(TextSpan span, BoundExpression condition, BoundExpression whenTrue, BoundExpression whenFalse)
    {
        if (condition.HasError || whenTrue.HasError || whenFalse.HasError)
            return new BoundBad(span, whenTrue.HasError ? BuiltIn.Error : whenTrue.Type.IsNone ? BuiltIn.Error : whenTrue.Type);
        var type = BestOfTwo(whenTrue, whenFalse);
        if (type is null)
            return new UnboundConditional(span, condition, whenTrue, whenFalse);
        var (left, right) = (Convert(whenTrue, type), Convert(whenFalse, type));
        if (condition is BoundLiteral { Value: bool value } && left is BoundLiteral && right is BoundLiteral)
            return (value ? left : right) with { Span = span };
        return new BoundConditional(span, condition, left, right, type);
    }

    private TypeSymbol? BestOfTwo(BoundExpression left, BoundExpression right)
    {
        var (leftType, rightType) = (NaturalTypeOf(left), NaturalTypeOf(right));
        if (leftType is not null && leftType == rightType)
            return leftType.IsTuple && !ReferenceEquals(leftType, rightType) ? leftType.Canonical : leftType;
        if (leftType is { IsVoid: true } || rightType is { IsVoid: true })
            return null;
        var toRight = rightType is not null && Classify(left, rightType).Exists;
        var toLeft = leftType is not null && Classify(right, leftType).Exists;
        if (toRight && toLeft)
        {
            if (left is BoundLiteral && right is not BoundLiteral)
                return leftType is null || Conversions.Implicit(rightType!, leftType).Kind != ConversionKind.Numeric ? rightType : leftType;
            if (right is BoundLiteral && left is not BoundLiteral)
                return rightType is null || Conversions.Implicit(leftType!, rightType).Kind != ConversionKind.Numeric ? leftType : rightType;
            return BetterTarget(leftType!, rightType!) >= 0 ? rightType : leftType;
        }

        return toRight ? rightType : toLeft ? leftType : null;
    }

    private BoundExpression? _conditionalReceiver;

    private BoundExpression BindConditionalAccess(ConditionalAccessExpressionSyntax syntax)
    {
        var receiver = BindTyped(syntax.Expression);
        if (receiver.HasError)
            return Bad(syntax.Span);
        var type = receiver.Type;
        if (type is { IsValueType: true, IsNullableValue: false } || type.IsVoid)
        {
            _diagnostics.ConditionalAccessOnValue(new TextSpan(syntax.Expression.Span.End, 1), type);
            return Bad(syntax.Span);
        }

        var value = new BoundPlaceholder(receiver.Span, type.StripNullable());
        var saved = _conditionalReceiver;
        _conditionalReceiver = value;
        var whenNotNull = BindExpression(syntax.WhenNotNull);
        _conditionalReceiver = saved;
        whenNotNull = whenNotNull is BoundMethodGroup ? RequireType(whenNotNull) : Finish(AsValue(whenNotNull));
        if (whenNotNull.HasError)
            return Bad(syntax.Span);
        var result = whenNotNull.Type;
        if (result is { IsValueType: true, IsNullableValue: false, IsVoid: false } && !result.IsRefLike)
        {
            result = BuiltIn.Nullable(result);
            whenNotNull = new BoundConversion(whenNotNull.Span, whenNotNull, ConversionKind.NullableWrap, result);
        }

        return new BoundConditionalAccess(syntax.Span, receiver, value, whenNotNull, result);
    }
}
