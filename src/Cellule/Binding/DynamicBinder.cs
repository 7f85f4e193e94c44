using System.Collections.Immutable;
using System.Linq.Expressions;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Operations on <c>dynamic</c>: bound when they run.</summary>
internal sealed partial class Binder
{
    private BoundExpression Dynamic(TextSpan span, DynamicOperationKind kind, string? name, ImmutableArray<BoundExpression> first, ImmutableArray<Argument> arguments, TypeSymbol type, ImmutableArray<TypeSymbol> typeArguments = default)
    {
        var operands = ImmutableArray.CreateBuilder<BoundExpression>();
        var flags = ImmutableArray.CreateBuilder<BoundDynamicArgument>();
        foreach (var operand in first)
        {
            operands.Add(operand);
            flags.Add(FlagsOf(operand, null, Symbols.RefKind.None) with { IsStaticType = operand is BoundTypeOf });
        }

        foreach (var argument in arguments)
        {
            switch (argument.Expression)
            {
                case UnboundLambda:
                    _diagnostics.DynamicLambda(argument.Span);
                    return Bad(span);
                case BoundMethodGroup:
                    _diagnostics.DynamicMethodGroup(argument.Span);
                    return Bad(span);
                case UnboundOutVariable:
                    _diagnostics.UnsupportedOne(argument.Span, "An out variable as argument of a dynamic call");
                    return Bad(span);
            }

            var value = RequireTypeOrNull(argument.Expression);
            if (value.HasError)
                return Bad(span);
            operands.Add(value);
            flags.Add(FlagsOf(value, argument.Name, argument.RefKind));
        }

        return new BoundDynamic(span, kind, name, typeArguments.IsDefault ? [] : typeArguments, operands.ToImmutable(), flags.ToImmutable(), default, _isChecked, type);
    }

    private static BoundDynamicArgument FlagsOf(BoundExpression operand, string? name, RefKind kind) =>
        new(!operand.Type.IsDynamic && operand is not BoundLiteral { Value: null }, operand is BoundLiteral, name, kind, false);

    /// <summary>Stands for the class that the cell's top-level methods are emitted into.</summary>
    public SourceTypeSymbol CellClass { get; } = new("<Cell>", TypeKind.Class, null);

    private BoundExpression InvokeDynamically(BoundMethodGroup group, ImmutableArray<Argument> arguments, TextSpan span)
    {
        // When only one method can be meant and its result doesn't depend on the argument, a static call with a conversion is the same.
        var fitting = group.Methods.Where(m => m.Parameters.Length >= arguments.Length).ToList();
        if (fitting.Count == 1 && !fitting[0].IsGeneric)
        {
            var site = new CallSite(span, group.NameSpan, group.Name, CallKind.Method, group.Receiver?.Type);
            return Resolve([fitting[0]], arguments, group.TypeArguments, site) is { } chosen ? CallInstanceOrStatic(group, chosen, arguments, span) : Bad(span);
        }

        var receiver = group.Receiver ?? (group.Methods[0].ContainingType is { } type && !type.IsError ? new BoundTypeOf(span, BuiltIn.Type, type) : null);
        if (receiver is null && group.Methods.All(m => m.MethodKind == MethodKind.TopLevel))
            receiver = new BoundTypeOf(span, BuiltIn.Type, CellClass);
        if (receiver is null)
        {
            var chosen = Resolve(group.Methods, arguments, group.TypeArguments, new CallSite(span, group.NameSpan, group.Name, CallKind.Method, null));
            return chosen is null ? Bad(span) : CallInstanceOrStatic(group, chosen, arguments, span);
        }

        if (group.Methods.All(m => m.IsStatic) && receiver is not BoundTypeOf)
            receiver = new BoundTypeOf(span, BuiltIn.Type, group.Methods[0].ContainingType!);
        return Dynamic(span, DynamicOperationKind.InvokeMember, group.Name, [receiver], arguments, BuiltIn.Dynamic, group.TypeArguments);
    }

    private static BoundExpression DynamicAssign(BoundDynamic target, BoundExpression value, TextSpan span)
    {
        if (value.HasError)
            return Bad(span);
        var kind = target.Kind == DynamicOperationKind.GetMember ? DynamicOperationKind.SetMember : DynamicOperationKind.SetIndex;
        return target with { Span = span, Kind = kind, Operands = target.Operands.Add(value), Flags = target.Flags.Add(FlagsOf(value, null, Symbols.RefKind.None)) };
    }

    /// <summary>Reads a dynamic member or element, computes from it and stores it again; what leads to it is evaluated once.</summary>
    private static BoundSequence DynamicUpdate(BoundDynamic target, Func<BoundExpression, BoundExpression> compute, TextSpan span, bool resultIsOld = false)
    {
        var locals = target.Operands.Select(o => Temporary(o.Type)).ToImmutableArray();
        ImmutableArray<BoundExpression> effects = [.. target.Operands.Select((o, i) => new BoundAssignment(o.Span, new BoundLocal(o.Span, locals[i]), o))];
        var kept = target with { Operands = [.. locals.Select((l, i) => new BoundLocal(target.Operands[i].Span, l))] };
        if (!resultIsOld)
            return new BoundSequence(span, locals, effects, DynamicAssign(kept, compute(kept), span));
        var old = new BoundLocal(span, Temporary(BuiltIn.Dynamic));
        return new BoundSequence(span, locals.Add(old.Local), [.. effects, new BoundAssignment(span, old, kept), DynamicAssign(kept, compute(old), span)], old);
    }

    private BoundDynamic DynamicBinary(BinaryOperator op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        var type = op switch
        {
            BinaryOperator.Add or BinaryOperator.Concat => ExpressionType.Add,
            BinaryOperator.Subtract => ExpressionType.Subtract,
            BinaryOperator.Multiply => ExpressionType.Multiply,
            BinaryOperator.Divide => ExpressionType.Divide,
            BinaryOperator.Remainder => ExpressionType.Modulo,
            BinaryOperator.ShiftLeft => ExpressionType.LeftShift,
            BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight => ExpressionType.RightShift,
            BinaryOperator.And or BinaryOperator.AndAlso => ExpressionType.And,
            BinaryOperator.Or or BinaryOperator.OrElse => ExpressionType.Or,
            BinaryOperator.Xor => ExpressionType.ExclusiveOr,
            BinaryOperator.Equal => ExpressionType.Equal,
            BinaryOperator.NotEqual => ExpressionType.NotEqual,
            BinaryOperator.Less => ExpressionType.LessThan,
            BinaryOperator.LessOrEqual => ExpressionType.LessThanOrEqual,
            BinaryOperator.Greater => ExpressionType.GreaterThan,
            _ => ExpressionType.GreaterThanOrEqual,
        };
        if (left.Type.IsNone)
            left = Literal(left.Span, BuiltIn.Object, null);
        if (right.Type.IsNone)
            right = Literal(right.Span, BuiltIn.Object, null);
        return new BoundDynamic(span, DynamicOperationKind.Binary, null, [], [left, right], [FlagsOf(left, null, RefKind.None), FlagsOf(right, null, RefKind.None)], type, _isChecked, BuiltIn.Dynamic);
    }

    private BoundDynamic DynamicUnary(UnaryOperator op, BoundExpression operand, TextSpan span)
    {
        var type = op switch
        {
            UnaryOperator.Plus => ExpressionType.UnaryPlus,
            UnaryOperator.Negate => ExpressionType.Negate,
            UnaryOperator.LogicalNot => ExpressionType.Not,
            UnaryOperator.Increment => ExpressionType.Increment,
            UnaryOperator.Decrement => ExpressionType.Decrement,
            _ => ExpressionType.OnesComplement,
        };
        return new BoundDynamic(span, DynamicOperationKind.Unary, null, [], [operand], [default], type, _isChecked, BuiltIn.Dynamic);
    }
}
