using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Binary operators: numeric promotion, strings, enums, delegates, equality, user-defined and lifted forms.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindBinary(BinaryExpressionSyntax syntax)
    {
        // Long chains of + lean to the left: a loop instead of recursion.
        var chain = new Stack<BinaryExpressionSyntax>();
        ExpressionSyntax current = syntax;
        while (current is BinaryExpressionSyntax { Operator: not BinaryOperatorKind.Coalesce and not BinaryOperatorKind.ConditionalAnd and not BinaryOperatorKind.ConditionalOr } binary)
        {
            chain.Push(binary);
            current = binary.Left;
        }

        if (chain.Count == 0)
            return BindShortCircuit(syntax);
        var left = BindValue(current);
        while (chain.TryPop(out var next))
            left = Binary(ToOperator(next.Operator), left, BindOperand(next.Right, left), next.Span, next.OperatorSpan);
        return left;
    }

    private BoundExpression BindShortCircuit(BinaryExpressionSyntax syntax)
    {
        if (syntax.Operator == BinaryOperatorKind.Coalesce)
            return Coalesce(BindValue(syntax.Left), BindValue(syntax.Right), syntax.Span);
        var chain = new Stack<BinaryExpressionSyntax>();
        ExpressionSyntax current = syntax;
        while (current is BinaryExpressionSyntax binary && binary.Operator == syntax.Operator)
        {
            chain.Push(binary);
            current = binary.Left;
        }

        var left = BindValue(current);
        while (chain.TryPop(out var next))
            left = Binary(ToOperator(next.Operator), left, BindOperand(next.Right, left), next.Span, next.OperatorSpan);
        return left;
    }

    private BoundExpression BindOperand(ExpressionSyntax syntax, BoundExpression left)
    {
        if (Probe is not null)
            NoteExpected(syntax, left.Type);
        return BindValue(syntax);
    }

    private static BinaryOperator ToOperator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
        BinaryOperatorKind.Divide => BinaryOperator.Divide,
        BinaryOperatorKind.Remainder => BinaryOperator.Remainder,
        BinaryOperatorKind.Add => BinaryOperator.Add,
        BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
        BinaryOperatorKind.LeftShift => BinaryOperator.ShiftLeft,
        BinaryOperatorKind.RightShift => BinaryOperator.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => BinaryOperator.UnsignedShiftRight,
        BinaryOperatorKind.LessThan => BinaryOperator.Less,
        BinaryOperatorKind.GreaterThan => BinaryOperator.Greater,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperatorKind.Equal => BinaryOperator.Equal,
        BinaryOperatorKind.NotEqual => BinaryOperator.NotEqual,
        BinaryOperatorKind.And => BinaryOperator.And,
        BinaryOperatorKind.ExclusiveOr => BinaryOperator.Xor,
        BinaryOperatorKind.Or => BinaryOperator.Or,
        BinaryOperatorKind.ConditionalAnd => BinaryOperator.AndAlso,
        BinaryOperatorKind.ConditionalOr => BinaryOperator.OrElse,
        _ => throw new InvalidOperationException(kind.ToString()),
    };

    private BoundExpression Binary(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span, TextSpan operatorSpan)
    {
        if (left.HasError || right.HasError)
            return new BoundBad(span, IsComparison(op) ? BuiltIn.Boolean : BuiltIn.Error);
        if (left is UnboundDefault && !right.Type.IsNone)
            left = Convert(left, right.Type);
        if (right is UnboundDefault && !left.Type.IsNone)
            right = Convert(right, left.Type);
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual && TupleEquality(op, left, right, span) is { } byElement)
            return byElement;
        (left, right) = (WithNaturalType(left, right), WithNaturalType(right, left));
        if (left.HasError || right.HasError)
            return new BoundBad(span, BuiltIn.Error);
        if (left.Type.IsDynamic || right.Type.IsDynamic)
            return DynamicBinary(op, left, right, span);
        return TryBinary(op, left, right, span, operatorSpan) ?? ReportBinary(op, left, right, span);
    }

    // Method groups and lambdas take the other operand's delegate type (handler += Method), or their own.
    private BoundExpression WithNaturalType(BoundExpression expression, BoundExpression other) => expression switch
    {
        BoundMethodGroup or UnboundLambda when other.Type.IsDelegate => Convert(expression, other.Type),
        BoundMethodGroup or UnboundLambda => RequireType(expression),
        UnboundNew or UnboundCollection when !other.Type.IsNone => Convert(expression, other.Type),
        BoundLiteral { Type.IsNone: true } => expression,
        { Type.IsNone: true } => RequireType(expression),
        _ => Finish(expression),
    };

    private BoundBad ReportBinary(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (_lastOperatorWasAmbiguous || (left.Type.IsNone && right.Type.IsNone))
            _diagnostics.AmbiguousBinary(span, Text(op), TypeText(left), TypeText(right));
        else
            _diagnostics.BadBinary(span, Text(op), TypeText(left), TypeText(right));
        _lastOperatorWasAmbiguous = false;
        return new BoundBad(span, IsComparison(op) ? BuiltIn.Boolean : BuiltIn.Error);
    }

    private bool _lastOperatorWasAmbiguous;

    private static bool IsComparison(BinaryOperator op) => op is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    private static bool IsEquality(BinaryOperator op) => op is BinaryOperator.Equal or BinaryOperator.NotEqual;

    private BoundExpression? TryBinary(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span, TextSpan operatorSpan)
    {
        if (UserBinary(op, left, right, span) is { } user)
            return user;
        if (op is BinaryOperator.AndAlso or BinaryOperator.OrElse)
            return UserLogical(op, left, right, span) ?? Logical(op, left, right, span);
        if (op == BinaryOperator.Add && (left.Type.IsString || right.Type.IsString) && !left.Type.IsVoid && !right.Type.IsVoid && !left.Type.IsRefLike && !right.Type.IsRefLike)
            return Concat(left, right, span);
        if (left.Type.IsVoid || right.Type.IsVoid)
            return null;
        var (leftType, rightType) = (left.Type.StripNullable(), right.Type.StripNullable());
        if (leftType.IsNone && rightType.IsNone)
            return IsEquality(op) ? Literal(span, BuiltIn.Boolean, op == BinaryOperator.Equal) : null;
        if (IsEquality(op) && NullComparison(op, left, right, span) is { } nullTest)
            return nullTest;
        if (leftType.IsEnum || rightType.IsEnum)
            return EnumBinary(op, left, right, span);
        if (leftType.SpecialType == SpecialType.Boolean || rightType.SpecialType == SpecialType.Boolean)
            return op is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor || IsEquality(op) ? Predefined(op, left, right, BuiltIn.Boolean, BuiltIn.Boolean, span) : null;
        if (op is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight)
            return Shift(op, left, right, span);
        if (Promote(op, left, right) is { } promoted)
            return Predefined(op, left, right, promoted, promoted, span);
        if (op is BinaryOperator.Add or BinaryOperator.Subtract && DelegateBinary(op, left, right, span) is { } combined)
            return combined;
        return IsEquality(op) ? ReferenceEquality(op, left, right, span) : null;
    }

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

    private static bool IsNullish(BoundExpression expression) => expression.Type.IsNullableValue || expression.Type.IsNone;

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

    private static BoundExpression? NullComparison(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var isNull = left.Type.IsNone ? left : right.Type.IsNone ? right : null;
        if (isNull is null)
            return null;
        var operand = ReferenceEquals(isNull, left) ? right : left;
        if (operand.Type.IsNullableValue)
        {
            var hasValue = PropertyOf(span, operand, (PropertySymbol)operand.Type.GetMembers("HasValue")[0]);
            return op == BinaryOperator.NotEqual ? hasValue : new BoundUnary(span, UnaryOperator.LogicalNot, hasValue, null, false, false, BuiltIn.Boolean);
        }

        if (operand.Type.IsValueType)
            return operand.Type.TypeKind == TypeKind.Pointer || operand.Type.IsRefLike || UserDefinesEquality(operand.Type) ? null : NeverNull(op, operand, span);
        var value = operand.Type is TypeParameterSymbol ? new BoundConversion(operand.Span, operand, ConversionKind.Boxing, BuiltIn.Object) : operand;
        return new BoundBinary(span, op, value, Literal(isNull.Span, value.Type, null), null, false, false, BuiltIn.Boolean);
    }

    private static bool UserDefinesEquality(TypeSymbol type) => type.TypeKind == TypeKind.Struct && type.SpecialType == SpecialType.None && type.GetMembers("op_Equality").IsEmpty;

    // int == null is allowed and false: compared as int?.
    private static BoundBinary NeverNull(BinaryOperator op, BoundExpression operand, TextSpan span)
    {
        var type = BuiltIn.Nullable(operand.Type);
        var value = new BoundConversion(operand.Span, operand, ConversionKind.NullableWrap, type);
        var hasValue = PropertyOf(span, value, (PropertySymbol)type.GetMembers("HasValue")[0]);
        return new BoundBinary(span, op, hasValue, Literal(span, BuiltIn.Boolean, false), null, false, false, BuiltIn.Boolean);
    }

    private BoundExpression? EnumBinary(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var (leftType, rightType) = (left.Type.StripNullable(), right.Type.StripNullable());
        var enumType = leftType.IsEnum ? leftType : rightType;
        var underlying = enumType.EnumUnderlyingType!;
        var bothEnum = (leftType == enumType || Zero(left)) && (rightType == enumType || Zero(right));
        switch (op)
        {
            case BinaryOperator.Add when leftType.IsEnum != rightType.IsEnum && IsNumber(leftType.IsEnum ? right : left):
                return OverUnderlying(enumType);
            case BinaryOperator.Subtract when leftType.IsEnum && leftType == rightType:
                return OverUnderlying(underlying);
            case BinaryOperator.Subtract when leftType.IsEnum && !rightType.IsEnum && IsNumber(right):
                return OverUnderlying(enumType);
            case BinaryOperator.Subtract when rightType.IsEnum && !leftType.IsEnum && IsNumber(left):
                return OverUnderlying(enumType);
            case BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor when bothEnum:
                return OverUnderlying(enumType);
            case >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual when bothEnum:
                return OverUnderlying(BuiltIn.Boolean);
            default:
                return null;
        }

        bool Zero(BoundExpression e) => e.Type.IsNone || (e is BoundLiteral literal && !literal.Type.IsEnum && ConstantFits(literal, enumType));

        bool IsNumber(BoundExpression e) => Classify(e, IsNullish(e) ? BuiltIn.Nullable(underlying) : underlying).Exists;

        BoundExpression? OverUnderlying(TypeSymbol result)
        {
            // Computed as numbers; small underlying types are promoted to int for it.
            var operand = PromoteOne(underlying) ?? underlying;
            var lifted = IsNullish(left) || IsNullish(right);
            var target = lifted ? BuiltIn.Nullable(operand) : operand;
            if (Predefined(op, Number(left), Number(right), operand, operand, span) is not { } computed)
                return null;
            if (IsComparison(op))
                return computed;
            return Cast(computed, lifted ? BuiltIn.Nullable(result) : result, span);

            BoundExpression Number(BoundExpression e) => e.Type.IsNone ? e : Apply(e, ClassifyExplicit(e, e.Type.IsNullableValue ? target : operand), e.Type.IsNullableValue ? target : operand, true);
        }
    }

    private BoundExpression? Logical(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (!Classify(left, BuiltIn.Boolean).Exists || !Classify(right, BuiltIn.Boolean).Exists || left.Type.IsNone || right.Type.IsNone && right is not UnboundThrow)
            return null;
        var (a, b) = (Convert(left, BuiltIn.Boolean), Convert(right, BuiltIn.Boolean));
        if (a is BoundLiteral x && b is BoundLiteral y && ConstantFolding.Binary(op, x.Value, y.Value, true) is { } value)
            return Literal(span, BuiltIn.Boolean, value);
        return new BoundBinary(span, op, a, b, null, false, false, BuiltIn.Boolean);
    }

    private BoundExpression? DelegateBinary(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var type = left.Type.IsDelegate ? left.Type : right.Type;
        if (!type.IsDelegate || !Classify(left, type).Exists || !Classify(right, type).Exists)
            return null;
        return new BoundBinary(span, op == BinaryOperator.Add ? BinaryOperator.CombineDelegates : BinaryOperator.RemoveDelegate, Convert(left, type), Convert(right, type), null, false, false, type);
    }

    private static BoundExpression? ReferenceEquality(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var (a, b) = (left.Type, right.Type);
        if (a.IsValueType || b.IsValueType || a.TypeKind == TypeKind.Pointer || b.TypeKind == TypeKind.Pointer)
            return null;
        if (a is TypeParameterSymbol { IsReferenceType: false } || b is TypeParameterSymbol { IsReferenceType: false })
            return null;
        if (!Conversions.StandardExplicit(a, b).Exists && !Conversions.StandardExplicit(b, a).Exists)
            return null;
        return new BoundBinary(span, op, AsObject(left), AsObject(right), null, false, false, BuiltIn.Boolean);

        static BoundExpression AsObject(BoundExpression e) => e.Type.IsObject ? e : new BoundConversion(e.Span, e, e.Type is TypeParameterSymbol ? ConversionKind.Boxing : ConversionKind.Reference, BuiltIn.Object);
    }

    private BoundExpression? TupleEquality(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var (leftElements, rightElements) = (Elements(left), Elements(right));
        if (leftElements == 0 || rightElements == 0)
            return null;
        if (leftElements != rightElements)
        {
            _diagnostics.TupleTypesDiffer(span, leftElements, rightElements);
            return new BoundBad(span, BuiltIn.Boolean);
        }

        var locals = ImmutableArray.CreateBuilder<LocalSymbol>();
        var effects = ImmutableArray.CreateBuilder<BoundExpression>();
        var (a, b) = (Split(left), Split(right));
        BoundExpression? result = null;
        for (var i = 0; i < leftElements; i++)
        {
            var element = Binary(op, a[i], b[i], span, span);
            if (element.HasError)
                return element;
            result = result is null ? element : new BoundBinary(span, op == BinaryOperator.Equal ? BinaryOperator.AndAlso : BinaryOperator.OrElse, result, element, null, false, false, BuiltIn.Boolean);
        }

        return new BoundSequence(span, locals.ToImmutable(), effects.ToImmutable(), result!);

        static int Elements(BoundExpression e) => e is UnboundTuple tuple ? tuple.Elements.Length : e.Type.IsTuple && e.Type.TupleElements.Length > 1 ? e.Type.TupleElements.Length : 0;

        // Every element is evaluated once, in order, before anything is compared.
        BoundExpression[] Split(BoundExpression e)
        {
            if (e is UnboundTuple tuple)
                return [.. tuple.Elements.Select(x => x is BoundLiteral or { Type.IsNone: true } or UnboundTuple ? x : Spill(Finish(x)))];
            var whole = Spill(e);
            return [.. Enumerable.Range(0, e.Type.TupleElements.Length).Select(i => TupleElementOf(e.Span, whole, i))];
        }

        BoundExpression Spill(BoundExpression e)
        {
            var local = Temporary(e.Type);
            locals.Add(local);
            var use = new BoundLocal(e.Span, local);
            effects.Add(new BoundAssignment(e.Span, use, e));
            return use;
        }
    }

    private BoundExpression Coalesce(BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (left.HasError || right.HasError)
            return new BoundBad(span, left.HasError ? BuiltIn.Error : left.Type.StripNullable());
        left = left is BoundLiteral { Type.IsNone: true } ? left : RequireType(left);
        if (left.HasError)
            return Bad(span);
        if (left.Type.IsNone && right is BoundLiteral { Type.IsNone: true })
        {
            _diagnostics.BadBinary(span, "??", TypeText(left), TypeText(right));
            return Bad(span);
        }

        if (left.Type.IsNone)
            return RequireTypeOrNull(right);
        if (left.Type is { IsValueType: true, IsNullableValue: false } || left.Type.IsVoid)
        {
            _diagnostics.BadBinary(span, "??", TypeText(left), TypeText(right));
            return Bad(span);
        }

        var underlying = left.Type.StripNullable();
        if (left.Type.IsNullableValue && !right.Type.IsNone && Classify(right, underlying).Exists)
        {
            var value = new BoundPlaceholder(left.Span, underlying);
            return new BoundNullCoalescing(span, left, value, value, Convert(right, underlying), underlying);
        }

        if (left.Type.IsNullableValue && right is UnboundThrow or UnboundDefault)
        {
            var value = new BoundPlaceholder(left.Span, underlying);
            return new BoundNullCoalescing(span, left, value, value, Convert(right, underlying), underlying);
        }

        if (Classify(right, left.Type).Exists)
        {
            var value = new BoundPlaceholder(left.Span, left.Type);
            return new BoundNullCoalescing(span, left, value, value, Convert(right, left.Type), left.Type);
        }

        right = RequireTypeOrNull(right);
        var own = new BoundPlaceholder(left.Span, underlying);
        if (!right.HasError && Classify(own, right.Type).Exists)
            return new BoundNullCoalescing(span, left, own, Convert(own, right.Type), right, right.Type);
        if (!right.HasError)
            _diagnostics.BadBinary(span, "??", TypeText(left), TypeText(right));
        return Bad(span);
    }

    private static string Text(BinaryOperator op) => op switch
    {
        BinaryOperator.Add or BinaryOperator.Concat or BinaryOperator.CombineDelegates => "+",
        BinaryOperator.Subtract or BinaryOperator.RemoveDelegate => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.UnsignedShiftRight => ">>>",
        BinaryOperator.And => "&",
        BinaryOperator.Or => "|",
        BinaryOperator.Xor => "^",
        BinaryOperator.AndAlso => "&&",
        BinaryOperator.OrElse => "||",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        _ => op.ToString(),
    };
}
