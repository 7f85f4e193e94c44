using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Operators, plain, user-defined and lifted.</content>
internal sealed partial class Lowerer
{
    private IrExpression Unary(BoundUnary node)
    {
        var operand = Lower(node.Operand);
        if (!node.IsLifted)
            return UnaryOn(node, operand);
        var statements = new List<IrStatement>();
        var kept = Keep(operand, statements);
        var result = UnaryOn(node, Make.ValueOrDefault(kept));
        return Make.Sequence(statements, new IrConditional(Make.HasValue(kept), Make.Wrap(result, node.Type), new IrDefault(node.Type), node.Type));
    }

    private static IrExpression UnaryOn(BoundUnary node, IrExpression operand)
    {
        if (node.Method is { } method)
            return Operator(method, node.ConstrainedTo, operand);
        return node.Operator switch
        {
            UnaryOperator.Negate => new IrUnary(IrUnaryKind.Negate, operand, node.IsChecked),
            UnaryOperator.LogicalNot => Make.Not(operand),
            UnaryOperator.BitwiseNot => new IrUnary(IrUnaryKind.Complement, operand),
            _ => operand,
        };
    }

    private static IrExpression Operator(MethodSymbol method, TypeSymbol? through, params ImmutableArray<IrExpression> operands)
    {
        // Operators may take their operands by `in`.
        ImmutableArray<IrExpression> arguments =
            [.. operands.Select((o, i) => method.Parameters[i].RefKind == RefKind.None ? o : new IrAddress(o))];
        return new IrCall(null, method, arguments, false) { ConstrainedTo = through };
    }

    private IrExpression Binary(BoundBinary node)
    {
        switch (node.Operator)
        {
            case BinaryOperator.Concat:
                return Concat(node);
            case BinaryOperator.CombineDelegates or BinaryOperator.RemoveDelegate:
                var name = node.Operator == BinaryOperator.CombineDelegates ? nameof(Delegate.Combine) : nameof(Delegate.Remove);
                var combined = Make.Static(WellKnown.Method(typeof(Delegate), name, typeof(Delegate), typeof(Delegate)), Lower(node.Left), Lower(node.Right));
                return new IrConvert(combined, node.Type, IrConversionKind.Cast);
            case BinaryOperator.AndAlso or BinaryOperator.OrElse:
                return ShortCircuit(node);
        }

        var left = Lower(node.Left);
        var right = Lower(node.Right);
        return node.IsLifted ? LiftedBinary(node, left, right) : BinaryOn(node, left, right);
    }

    private IrExpression ShortCircuit(BoundBinary node)
    {
        var isAnd = node.Operator == BinaryOperator.AndAlso;
        if (node.Method is not { } method)
        {
            var (a, b) = (Lower(node.Left), Lower(node.Right));
            return isAnd ? Make.And(a, b) : Make.Or(a, b);
        }

        var statements = new List<IrStatement>();
        var left = Keep(Lower(node.Left), statements);
        var decided = Operator(node.TruthTest!, node.ConstrainedTo, left);
        return Make.Sequence(statements, new IrConditional(decided, left, Operator(method, node.ConstrainedTo, left, Lower(node.Right)), node.Type));
    }

    private static IrExpression BinaryOn(BoundBinary node, IrExpression left, IrExpression right)
    {
        if (node.Method is { } method)
            return Operator(method, node.ConstrainedTo, left, right);
        var result = node.Type.IsNullableValue ? node.Type.TypeArguments[0] : node.Type;
        return new IrBinary(Kind(node.Operator), left, right, result, node.IsChecked);
    }

    private static IrBinaryKind Kind(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => IrBinaryKind.Add,
        BinaryOperator.Subtract => IrBinaryKind.Subtract,
        BinaryOperator.Multiply => IrBinaryKind.Multiply,
        BinaryOperator.Divide => IrBinaryKind.Divide,
        BinaryOperator.Remainder => IrBinaryKind.Remainder,
        BinaryOperator.ShiftLeft => IrBinaryKind.ShiftLeft,
        BinaryOperator.ShiftRight => IrBinaryKind.ShiftRight,
        BinaryOperator.UnsignedShiftRight => IrBinaryKind.ShiftRightUnsigned,
        BinaryOperator.And => IrBinaryKind.And,
        BinaryOperator.Or => IrBinaryKind.Or,
        BinaryOperator.Xor => IrBinaryKind.Xor,
        BinaryOperator.Equal => IrBinaryKind.Equal,
        BinaryOperator.NotEqual => IrBinaryKind.NotEqual,
        BinaryOperator.Less => IrBinaryKind.Less,
        BinaryOperator.LessOrEqual => IrBinaryKind.LessOrEqual,
        BinaryOperator.Greater => IrBinaryKind.Greater,
        BinaryOperator.GreaterOrEqual => IrBinaryKind.GreaterOrEqual,
        _ => throw new InvalidOperationException($"{op} is no arithmetic."),
    };

    private IrExpression LiftedBinary(BoundBinary node, IrExpression left, IrExpression right)
    {
        var statements = new List<IrStatement>();
        var a = Keep(left, statements);
        var b = Keep(right, statements);
        if (node.Method is null && node.Operator is BinaryOperator.And or BinaryOperator.Or && a.Type.StripNullable().SpecialType == SpecialType.Boolean)
            return Make.Sequence(statements, ThreeValued(node, a, b));
        var value = BinaryOn(node, Make.ValueOrDefault(a), Make.ValueOrDefault(b));
        var both = new IrBinary(IrBinaryKind.And, Make.HasValue(a), Make.HasValue(b), BuiltIn.Boolean);
        switch (node.Operator)
        {
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                var same = Make.Equal(Make.HasValue(a), Make.HasValue(b));
                var bothNull = node.Operator == BinaryOperator.Equal ? Make.True : Make.False;
                return Make.Sequence(
                    statements,
                    new IrConditional(
                        same,
                        new IrConditional(Make.HasValue(a), value, bothNull, BuiltIn.Boolean),
                        node.Operator == BinaryOperator.Equal ? Make.False : Make.True,
                        BuiltIn.Boolean));
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return Make.Sequence(statements, Make.And(both, value));
            default:
                return Make.Sequence(statements, new IrConditional(both, Make.Wrap(value, node.Type), new IrDefault(node.Type), node.Type));
        }
    }

    // false & null is false, true | null is true; otherwise null when either is.
    private static IrExpression ThreeValued(BoundBinary node, IrExpression a, IrExpression b)
    {
        var decisive = node.Operator == BinaryOperator.Or;
        IrExpression Decided(IrExpression x) => Make.And(Make.HasValue(x), Make.Equal(Make.ValueOrDefault(x), new IrConstant(decisive, BuiltIn.Boolean)));
        IrExpression some = Make.Wrap(new IrConstant(decisive, BuiltIn.Boolean), node.Type);
        IrExpression other = Make.Wrap(new IrConstant(!decisive, BuiltIn.Boolean), node.Type);
        return new IrConditional(
            Make.Or(Decided(a), Decided(b)),
            some,
            new IrConditional(Make.And(Make.HasValue(a), Make.HasValue(b)), other, new IrDefault(node.Type), node.Type),
            node.Type);
    }
}
