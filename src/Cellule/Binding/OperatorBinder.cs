using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Binary operators: which form an operator is, user-defined, lifted, of enums and delegates, and what to say if it is none.</summary>
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
        return TryBinary(op, left, right, span, operatorSpan) ?? ExtensionOperator(op, left, right, span) ?? ReportBinary(op, left, right, span);
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

    private BoundExpression? DelegateBinary(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var type = left.Type.IsDelegate ? left.Type : right.Type;
        if (!type.IsDelegate || !Classify(left, type).Exists || !Classify(right, type).Exists)
            return null;
        return new BoundBinary(span, op == BinaryOperator.Add ? BinaryOperator.CombineDelegates : BinaryOperator.RemoveDelegate, Convert(left, type), Convert(right, type), null, false, false, type);
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
