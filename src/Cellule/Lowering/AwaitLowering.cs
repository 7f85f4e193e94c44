using System.Runtime.CompilerServices;
using Cellule.Binding;
using Cellule.Emit.Support;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>
/// <c>await</c>. A cell's own statements run on a thread that is theirs and that nobody else waits for, so there they block;
/// inside functions an <see cref="IrAwait"/> is left for the state machine pass.
/// </content>
internal sealed partial class Lowerer
{
    private IrExpression Await(IrExpression operand, BoundAwaitInfo info, TypeSymbol type)
    {
        var statements = new List<IrStatement>();
        _placeholders[info.Awaitable] = operand.Type.IsReferenceType ? operand : Keep(operand, statements);
        var getAwaiter = Lower(info.GetAwaiter);
        if (!_scope.BlocksOnAwait)
        {
            _placeholders[info.Awaiter] = new IrLocal(Temporary(getAwaiter.Type));
            var isCompleted = MethodOf(info.IsCompleted);
            var getResult = MethodOf(info.GetResult);
            return Make.Sequence(statements, new IrAwait(getAwaiter, isCompleted, getResult, info.GetResult.Type));
        }

        var awaiter = Keep(getAwaiter, statements);
        _placeholders[info.Awaiter] = awaiter;
        var done = new IrLabel("completed");
        statements.Add(new IrGotoIf(Lower(info.IsCompleted), true, done));
        statements.Add(Make.Do(Make.Static(
            WellKnown.Method(typeof(BlockingAwait), nameof(BlockingAwait.Wait)),
            new IrConvert(awaiter, LoadedTypes.From(typeof(INotifyCompletion)), awaiter.Type.IsReferenceType ? IrConversionKind.None : IrConversionKind.Box))));
        statements.Add(new IrMark(done));
        return Make.Sequence(statements, Lower(info.GetResult));
    }

    private static MethodSymbol MethodOf(BoundExpression member) => member switch
    {
        BoundCall call => call.Method,
        BoundProperty property => property.Property.Getter!,
        BoundConversion conversion => MethodOf(conversion.Operand),
        _ => throw new InvalidOperationException("An awaiter's member is a call or a property."),
    };
}
