using Cellule.Symbols;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Unary operators, increments and decrements.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindPrefix(PrefixUnaryExpressionSyntax syntax)
    {
        switch (syntax.Operator)
        {
            case PrefixOperatorKind.Increment or PrefixOperatorKind.Decrement:
                return Increment(BindExpression(syntax.Operand), syntax.Operator == PrefixOperatorKind.Increment, false, syntax.Span);
            case PrefixOperatorKind.IndexFromEnd:
                return BindIndexFromEnd(syntax);
            case PrefixOperatorKind.Dereference:
                if (!RequireTypeOrNull(BindValue(syntax.Operand)).HasError)
                    _diagnostics.DereferenceOfValue(syntax.Span);
                return Bad(syntax.Span);
            case PrefixOperatorKind.AddressOf:
                _diagnostics.Unsupported(syntax.Span, "Pointers");
                return Bad(syntax.Span);
        }

        var operand = BindTyped(syntax.Operand);
        if (operand.HasError)
            return Bad(syntax.Span);
        var (op, name, text) = syntax.Operator switch
        {
            PrefixOperatorKind.Plus => (UnaryOperator.Plus, "op_UnaryPlus", "+"),
            PrefixOperatorKind.Minus => (UnaryOperator.Negate, "op_UnaryNegation", "-"),
            PrefixOperatorKind.LogicalNot => (UnaryOperator.LogicalNot, "op_LogicalNot", "!"),
            _ => (UnaryOperator.BitwiseNot, "op_OnesComplement", "~"),
        };
        if (operand.Type.IsDynamic)
            return DynamicUnary(op, operand, syntax.Span);
        if (Unary(op, name, operand, syntax.Span) is { } result)
            return result;
        _diagnostics.BadUnary(syntax.Span, text, TypeText(operand));
        return Bad(syntax.Span);
    }

    private BoundExpression? Unary(UnaryOperator op, string name, BoundExpression operand, TextSpan span)
    {
        if (UserUnary(op, name, operand, span) is { } user)
            return user;
        var type = operand.Type.StripNullable();
        TypeSymbol? target;
        if (op == UnaryOperator.LogicalNot)
        {
            target = type.SpecialType == SpecialType.Boolean ? type : Classify(operand, BuiltIn.Boolean).Exists ? BuiltIn.Boolean : null;
        }
        else if (type.IsEnum && op == UnaryOperator.BitwiseNot)
        {
            var underlying = PromoteOne(type.EnumUnderlyingType!)!;
            var number = Cast(operand, operand.Type.IsNullableValue ? BuiltIn.Nullable(underlying) : underlying, span);
            _uncheckedDepth++;
            var complement = Unary(op, name, number, span)!;
            var result = Cast(complement, operand.Type, span);
            _uncheckedDepth--;
            return result;
        }
        else
        {
            target = PromoteOne(type);
            if (target?.SpecialType == SpecialType.UInt32 && op == UnaryOperator.Negate)
                target = BuiltIn.Int64;
            if (target is null || (op == UnaryOperator.BitwiseNot && !NumericTypes.IsIntegral(target)) || (op == UnaryOperator.Negate && target.SpecialType is SpecialType.UInt64 or SpecialType.NativeUInt))
                return null;
        }

        if (target is null)
            return null;
        var lifted = operand.Type.IsNullableValue;
        var value = Convert(operand, lifted ? BuiltIn.Nullable(target) : target);
        if (value is BoundLiteral literal)
        {
            try
            {
                if (ConstantFolding.Unary(op, literal.Value, _uncheckedDepth == 0) is { } folded)
                    return Literal(span, target, folded);
            }
            catch (OverflowException)
            {
                _diagnostics.ConstantOverflow(span);
                return new BoundBad(span, target);
            }
        }

        if (op == UnaryOperator.Plus)
            return value with { Span = span };
        var method = target.SpecialType == SpecialType.Decimal ? WellKnown(typeof(decimal), name, BuiltIn.Decimal) : null;
        return new BoundUnary(span, op, value, method, lifted, _isChecked, value.Type);
    }

    private BoundExpression BindPostfix(PostfixUnaryExpressionSyntax syntax)
    {
        if (syntax.Operator == PostfixOperatorKind.NullForgiving)
            return BindExpression(syntax.Operand);
        return Increment(BindExpression(syntax.Operand), syntax.Operator == PostfixOperatorKind.Increment, true, syntax.Span);
    }

    private BoundExpression Increment(BoundExpression target, bool isIncrement, bool isPostfix, TextSpan span)
    {
        if (target is BoundColorColor color)
            target = color.Value;
        if (target.HasError)
            return Bad(span);
        if (target is not (BoundTypeExpression or BoundNamespace) && !IsAssignableForm(target))
        {
            _diagnostics.IncrementNotVariable(target.Span);
            return Bad(span);
        }

        if (target is BoundDynamic dynamicTarget && dynamicTarget.Kind is DynamicOperationKind.GetMember or DynamicOperationKind.GetIndex)
            return DynamicUpdate(dynamicTarget, value => DynamicUnary(isIncrement ? UnaryOperator.Increment : UnaryOperator.Decrement, value, span), span, isPostfix);
        target = AsValue(target);
        if (!target.HasError && InPlace(target, isIncrement ? "op_IncrementAssignment" : "op_DecrementAssignment") is { } inPlace)
            return inPlace;
        if (target.HasError || !CheckAssignable(target, target.Span))
            return Bad(span);
        var current = new BoundPlaceholder(target.Span, target.Type);
        var value = Incremented(current, isIncrement, span);
        if (value is null)
        {
            _diagnostics.BadUnary(span, isIncrement ? "++" : "--", TypeText(target));
            return Bad(span);
        }

        return new BoundCompoundAssignment(span, target, current, value, isPostfix);
    }

    private BoundExpression? Incremented(BoundPlaceholder current, bool isIncrement, TextSpan span)
    {
        if (current.Type.IsDynamic)
            return DynamicUnary(isIncrement ? UnaryOperator.Increment : UnaryOperator.Decrement, current, span);
        if (UserUnary(isIncrement ? UnaryOperator.Increment : UnaryOperator.Decrement, isIncrement ? "op_Increment" : "op_Decrement", current, span) is { } user)
            return Convert(user, current.Type);
        var type = current.Type.StripNullable();
        if (!type.IsEnum && !NumericTypes.IsNumeric(type))
            return null;
        var one = type.SpecialType switch
        {
            SpecialType.Decimal => Literal(span, BuiltIn.Decimal, 1m),
            SpecialType.Double => Literal(span, BuiltIn.Double, 1d),
            SpecialType.Single => Literal(span, BuiltIn.Single, 1f),
            _ => Literal(span, BuiltIn.Int32, 1),
        };
        var sum = TryBinary(isIncrement ? BinaryOperator.Add : BinaryOperator.Subtract, current, one, span, span);
        return sum is null ? null : Apply(sum, ClassifyExplicit(sum, current.Type), current.Type, true);
    }
}
