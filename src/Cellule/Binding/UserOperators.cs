using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Operators that types declare.</summary>
internal sealed partial class Binder
{
    private static string? OperatorName(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "op_Addition",
        BinaryOperator.Subtract => "op_Subtraction",
        BinaryOperator.Multiply => "op_Multiply",
        BinaryOperator.Divide => "op_Division",
        BinaryOperator.Remainder => "op_Modulus",
        BinaryOperator.ShiftLeft => "op_LeftShift",
        BinaryOperator.ShiftRight => "op_RightShift",
        BinaryOperator.UnsignedShiftRight => "op_UnsignedRightShift",
        BinaryOperator.And or BinaryOperator.AndAlso => "op_BitwiseAnd",
        BinaryOperator.Or or BinaryOperator.OrElse => "op_BitwiseOr",
        BinaryOperator.Xor => "op_ExclusiveOr",
        BinaryOperator.Equal => "op_Equality",
        BinaryOperator.NotEqual => "op_Inequality",
        BinaryOperator.Less => "op_LessThan",
        BinaryOperator.LessOrEqual => "op_LessThanOrEqual",
        BinaryOperator.Greater => "op_GreaterThan",
        BinaryOperator.GreaterOrEqual => "op_GreaterThanOrEqual",
        _ => null,
    };

    // The operators of numbers, bools and enums are the language's own.
    private static bool HasNoOperators(TypeSymbol type) =>
        type.SpecialType is (>= SpecialType.Boolean and <= SpecialType.Decimal) or SpecialType.Object || type.IsNone || type.IsEnum || type is ArrayTypeSymbol;

    private static ImmutableArray<MethodSymbol> Operators(TypeSymbol left, TypeSymbol? right, string name)
    {
        if (HasNoOperators(left) && (right is null || HasNoOperators(right)))
            return [];
        var result = ImmutableArray.CreateBuilder<MethodSymbol>();
        Collect(left);
        if (right is not null && right != left)
            Collect(right);
        return result.ToImmutable();

        void Collect(TypeSymbol type)
        {
            if (HasNoOperators(type))
                return;
            foreach (var part in MemberLookup.Hierarchy(type))
            {
                foreach (var method in part.GetMembers(name).OfType<MethodSymbol>())
                {
                    if (method.IsStatic && !result.Contains(method))
                        result.Add(method);
                }

                // A derived type's operators hide its bases' only when they fit; overload resolution sorts that out.
            }
        }
    }

    private BoundExpression? UserBinary(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (op is BinaryOperator.AndAlso or BinaryOperator.OrElse || OperatorName(op) is not { } name)
            return null;
        var (leftType, rightType) = (left.Type.StripNullable(), right.Type.StripNullable());
        var methods = Operators(leftType, rightType, name);
        if (methods.IsEmpty)
            return null;
        if (_isChecked && Operators(leftType, rightType, name.Replace("op_", "op_Checked", StringComparison.Ordinal)) is { IsEmpty: false } checkedMethods)
            methods = checkedMethods;
        ImmutableArray<Argument> arguments = [Operand(left), Operand(right)];
        if (TryResolve(methods, arguments, [], false, out var failure) is { } chosen)
        {
            var method = (MethodSymbol)chosen.Member;
            return new BoundBinary(span, op, Convert(left, chosen.Parameters[0].Type), Convert(right, chosen.Parameters[1].Type), method, false, _isChecked, method.ReturnType) { ConstrainedTo = ConstrainedReceiver(method, leftType, rightType) };
        }

        if (failure is { Kind: FailureKind.Ambiguous })
        {
            _lastOperatorWasAmbiguous = true;
            return null;
        }

        // Lifted: the same operators over the underlying types, null making null.
        if (!IsNullish(left) && !IsNullish(right))
            return null;
        var (a, b) = (new BoundPlaceholder(left.Span, left.Type.IsNone ? rightType : leftType), new BoundPlaceholder(right.Span, right.Type.IsNone ? leftType : rightType));
        if (TryResolve(methods, [Operand(a), Operand(b)], [], false, out _) is not { } lifted)
            return null;
        var operation = (MethodSymbol)lifted.Member;
        if (!lifted.Parameters[0].Type.IsValueType || !lifted.Parameters[1].Type.IsValueType || !operation.ReturnType.IsValueType)
            return null;
        if (IsEquality(op) && (left.Type.IsNone || right.Type.IsNone))
            return NullComparison(op, left, right, span);
        var result = IsComparison(op) && operation.ReturnType == BuiltIn.Boolean ? BuiltIn.Boolean : BuiltIn.Nullable(operation.ReturnType);
        return new BoundBinary(span, op, Convert(left, BuiltIn.Nullable(lifted.Parameters[0].Type)), Convert(right, BuiltIn.Nullable(lifted.Parameters[1].Type)), operation, true, _isChecked, result);
    }

    private static Argument Operand(BoundExpression expression) => new(expression.Span, expression, RefKind.None, null);

    private static TypeSymbol? ConstrainedReceiver(MethodSymbol method, TypeSymbol left, TypeSymbol? right) =>
        method.IsAbstract || (method.ContainingType!.IsInterface && method.IsVirtual) ? left as TypeParameterSymbol ?? right as TypeParameterSymbol ?? left : null;

    private BoundExpression? UserLogical(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var methods = Operators(left.Type.StripNullable(), right.Type.StripNullable(), OperatorName(op)!);
        if (methods.IsEmpty || TryResolve(methods, [Operand(left), Operand(right)], [], false, out _) is not { } chosen)
            return null;
        var method = (MethodSymbol)chosen.Member;
        var test = MemberLookup.Methods(method.ReturnType, op == BinaryOperator.AndAlso ? "op_False" : "op_True").FirstOrDefault();
        if (test is null)
            return null;
        return new BoundBinary(span, op, Convert(left, chosen.Parameters[0].Type), Convert(right, chosen.Parameters[1].Type), method, false, false, method.ReturnType) { TruthTest = test };
    }

    private BoundExpression? UserUnary(UnaryOperator op, string name, BoundExpression operand, TextSpan span)
    {
        var type = operand.Type.StripNullable();
        var methods = Operators(type, null, name);
        if (methods.IsEmpty)
            return null;
        if (TryResolve(methods, [Operand(operand)], [], false, out _) is { } chosen)
        {
            var method = (MethodSymbol)chosen.Member;
            return new BoundUnary(span, op, Convert(operand, chosen.Parameters[0].Type), method, false, _isChecked, method.ReturnType) { ConstrainedTo = ConstrainedReceiver(method, type, null) };
        }

        if (!operand.Type.IsNullableValue || TryResolve(methods, [Operand(new BoundPlaceholder(operand.Span, type))], [], false, out _) is not { } lifted)
            return null;
        var operation = (MethodSymbol)lifted.Member;
        return operation.ReturnType.IsValueType
            ? new BoundUnary(span, op, Convert(operand, BuiltIn.Nullable(lifted.Parameters[0].Type)), operation, true, _isChecked, BuiltIn.Nullable(operation.ReturnType))
            : null;
    }
}
