using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content><c>using</c> and <c>lock</c>.</content>
internal sealed partial class Lowerer
{
    private IrStatement Using(BoundUsing node)
    {
        var variable = Lower(node.Variable);
        var dispose = Lower(node.Dispose);
        if (node.AwaitDispose is { } awaitDispose)
            dispose = Await(dispose, awaitDispose, awaitDispose.GetResult.Type);
        return new IrBlock(
            Variables(node.Locals),
            [
                Make.Set(variable, Lower(node.Resource)),
                new IrTry(IrBlock.Of(Statement(node.Body)), [], IrBlock.Of(UnlessNull(variable, Make.Do(dispose)))),
            ]);
    }

    private IrStatement Lock(BoundLock node)
    {
        var statements = new List<IrStatement>();
        var value = Keep(Lower(node.Operand), statements);
        _placeholders[node.Value] = value;
        if (node.EnterScope is { } enter)
        {
            var scope = Keep(Lower(enter), statements);
            statements.Add(new IrTry(IrBlock.Of(Statement(node.Body)), [], IrBlock.Of(Make.Do(Make.Member(scope, "Dispose")))));
            return new IrBlock([], [.. statements]);
        }

        var taken = Temporary(BuiltIn.Boolean);
        var end = new IrLabel("unlocked");
        statements.Add(Make.Set(taken, Make.False));
        statements.Add(new IrTry(
            IrBlock.Of(
                Make.Do(Make.Static(WellKnown.Method(typeof(Monitor), nameof(Monitor.Enter), typeof(object), typeof(bool)), Make.Box(value), new IrAddress(new IrLocal(taken)))),
                Statement(node.Body)),
            [],
            IrBlock.Of(
                new IrGotoIf(new IrLocal(taken), false, end),
                Make.Do(Make.Static(WellKnown.Method(typeof(Monitor), nameof(Monitor.Exit), typeof(object)), Make.Box(value))),
                new IrMark(end))));
        return new IrBlock([], [.. statements]);
    }
}
