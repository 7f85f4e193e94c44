using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>The predefined operators of numbers, booleans and strings: promotion, and folding of constants.</summary>
internal sealed partial class Binder
{
    private static BoundExpression Concat(BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (left is BoundLiteral { Value: string or null } a && right is BoundLiteral { Value: string or null } b)
            return Literal(span, BuiltIn.String, string.Concat((string?)a.Value, (string?)b.Value));
        return new BoundBinary(span, BinaryOperator.Concat, Operand(left), Operand(right), null, false, false, BuiltIn.String);

        BoundExpression Operand(BoundExpression e) => e.Type.IsNone ? Literal(e.Span, BuiltIn.String, null) : e;
    }

    /// <summary>A predefined operator over one operand type, lifted when an operand is nullable.</summary>
    private BoundExpression? Predefined(BinaryOperator op, BoundExpression left, BoundExpression right, TypeSymbol operandType, TypeSymbol resultType, TextSpan span, TypeSymbol? rightType = null)
    {
        rightType ??= operandType;
        var lifted = IsNullish(left) || IsNullish(right);
        var (leftTarget, rightTarget) = lifted ? (BuiltIn.Nullable(operandType), BuiltIn.Nullable(rightType)) : (operandType, rightType);
        if (!Classify(left, leftTarget).Exists || !Classify(right, rightTarget).Exists)
            return null;
        var (a, b) = (Convert(left, leftTarget), Convert(right, rightTarget));
        var result = IsComparison(op) ? BuiltIn.Boolean : lifted ? BuiltIn.Nullable(resultType) : resultType;
        if (a is BoundLiteral x && b is BoundLiteral y && Fold(op, x, y, result, span) is { } folded)
            return folded;
        var method = operandType.SpecialType == SpecialType.Decimal ? DecimalOperator(op) : null;
        return new BoundBinary(span, op, a, b, method, lifted, _isChecked, result);
    }

    private BoundExpression? Fold(BinaryOperator op, BoundLiteral left, BoundLiteral right, TypeSymbol type, TextSpan span)
    {
        try
        {
            return ConstantFolding.Binary(op, left.Value, right.Value, _uncheckedDepth == 0) is { } value ? Literal(span, type, value) : null;
        }
        catch (DivideByZeroException)
        {
            _diagnostics.ConstantDivisionByZero(span);
            return new BoundBad(span, type);
        }
        catch (OverflowException)
        {
            _diagnostics.ConstantOverflow(span);
            return new BoundBad(span, type);
        }
    }

    private static MethodSymbol DecimalOperator(BinaryOperator op) => WellKnown(typeof(decimal), OperatorName(op)!, BuiltIn.Decimal, BuiltIn.Decimal);

    /// <summary>The type that both operands are promoted to; null when they aren't numbers.</summary>
    private TypeSymbol? Promote(BinaryOperator op, BoundExpression left, BoundExpression right)
    {
        var (a, b) = (left.Type.StripNullable().SpecialType, right.Type.StripNullable().SpecialType);
        if (left.Type.IsNone)
            a = b;
        if (right.Type.IsNone)
            b = a;
        if (!NumericTypes.IsNumeric(a) || !NumericTypes.IsNumeric(b))
            return null;
        var bitwise = op is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor;
        if (a == SpecialType.Decimal || b == SpecialType.Decimal)
            return bitwise || a is SpecialType.Single or SpecialType.Double || b is SpecialType.Single or SpecialType.Double ? null : BuiltIn.Decimal;
        if (a == SpecialType.Double || b == SpecialType.Double)
            return bitwise ? null : BuiltIn.Double;
        if (a == SpecialType.Single || b == SpecialType.Single)
            return bitwise ? null : BuiltIn.Single;
        foreach (var type in (TypeSymbol[])[BuiltIn.Int32, BuiltIn.UInt32, BuiltIn.NativeInt, BuiltIn.NativeUInt, BuiltIn.Int64, BuiltIn.UInt64])
        {
            if (Fits(left, a, type) && Fits(right, b, type) && (type.SpecialType is not (SpecialType.NativeInt or SpecialType.NativeUInt) || a == type.SpecialType || b == type.SpecialType))
                return type;
        }

        _lastOperatorWasAmbiguous = !bitwise;
        return null;
    }

    private static bool Fits(BoundExpression operand, SpecialType own, TypeSymbol target) =>
        own == target.SpecialType || NumericTypes.IsImplicit(own, target.SpecialType) || (operand is BoundLiteral literal && ConstantFits(literal, target));

    private BoundExpression? Shift(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var type = PromoteOne(left.Type.StripNullable());
        if (type is null || !NumericTypes.IsIntegral(type) || !Classify(right, IsNullish(right) ? BuiltIn.Nullable(BuiltIn.Int32) : BuiltIn.Int32).Exists)
            return null;
        return Predefined(op, left, right, type, type, span, BuiltIn.Int32);
    }

    /// <summary>Unary promotion: small integers become int.</summary>
    private static TypeSymbol? PromoteOne(TypeSymbol type) => type.SpecialType switch
    {
        SpecialType.SByte or SpecialType.Byte or SpecialType.Int16 or SpecialType.UInt16 or SpecialType.Char => BuiltIn.Int32,
        >= SpecialType.Int32 and <= SpecialType.Decimal => type.Canonical,
        _ => null,
    };

    private BoundExpression? Logical(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (!Classify(left, BuiltIn.Boolean).Exists || !Classify(right, BuiltIn.Boolean).Exists || left.Type.IsNone || right.Type.IsNone && right is not UnboundThrow)
            return null;
        var (a, b) = (Convert(left, BuiltIn.Boolean), Convert(right, BuiltIn.Boolean));
        if (a is BoundLiteral x && b is BoundLiteral y && ConstantFolding.Binary(op, x.Value, y.Value, true) is { } value)
            return Literal(span, BuiltIn.Boolean, value);
        return new BoundBinary(span, op, a, b, null, false, false, BuiltIn.Boolean);
    }
}
