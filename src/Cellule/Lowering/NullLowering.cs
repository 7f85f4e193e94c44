using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content><c>?.</c> and <c>??</c>.</content>
internal sealed partial class Lowerer
{
    private IrExpression Coalescing(BoundNullCoalescing node)
    {
        var statements = new List<IrStatement>();
        var left = Keep(Lower(node.Left), statements);
        var (test, value) = NotNull(left, node.LeftValue.Type);
        _placeholders[node.LeftValue] = value;
        return Make.Sequence(statements, new IrConditional(test, Lower(node.WhenNotNull), Lower(node.Right), node.Type));
    }

    private IrExpression ConditionalAccess(BoundConditionalAccess node)
    {
        var statements = new List<IrStatement>();
        var lowered = Lower(node.Receiver);
        var receiver = lowered is IrLocal or IrThis ? lowered : Keep(lowered, statements);
        var (test, value) = NotNull(receiver, node.ReceiverValue.Type);

        // The unwrapped value may be called on: it wants a place of its own.
        if (value is IrCall)
        {
            var unwrapped = Temporary(value.Type);
            test = Make.And(test, Make.Sequence([Make.Set(unwrapped, value)], Make.True));
            value = new IrLocal(unwrapped);
        }

        _placeholders[node.ReceiverValue] = value;
        var access = Lower(node.WhenNotNull);
        if (node.Type.IsVoid)
            return Make.Sequence(statements, new IrConditional(test, new IrDiscard(access, node.Type), Make.Nothing, node.Type));

        // A T result of a T? chain is wrapped here when the binder has left it bare.
        if (node.Type.IsNullableValue && access.Type == node.Type.TypeArguments[0])
            access = Make.Wrap(access, node.Type);
        IrExpression none = node.Type.IsReferenceType ? Make.Null(node.Type) : new IrDefault(node.Type);
        return Make.Sequence(statements, new IrConditional(test, access, none, node.Type));
    }

    /// <summary>Whether a kept value isn't null, and the value as <paramref name="type"/> then.</summary>
    private static (IrExpression Test, IrExpression Value) NotNull(IrExpression kept, TypeSymbol type)
    {
        if (kept.Type.IsNullableValue)
            return (Make.HasValue(kept), type.IsNullableValue ? kept : Make.ValueOrDefault(kept));
        if (kept.Type.IsValueType)
            return (Make.True, kept);
        return (Make.IsNotNull(kept), kept);
    }
}
