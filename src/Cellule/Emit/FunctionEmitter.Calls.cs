using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <content>Calls.</content>
internal sealed partial class FunctionEmitter
{
    /// <summary>Leaves what the method returns; of a ref-returning one the pointer.</summary>
    private void Call(IrCall node)
    {
        var method = _handles.Method(node.Method, _context);
        if (node.Receiver is null)
        {
            Arguments(node.Arguments);
            if (node.ConstrainedTo is { } through)
                _il.Emit(OpCodes.Constrained, TypeOf(through));
            CallMethod(OpCodes.Call, method);
            return;
        }

        var type = node.Receiver.Type;
        if (type.IsReferenceType && type is not TypeParameterSymbol)
        {
            Value(node.Receiver);
            Arguments(node.Arguments);
            CallMethod(node.IsVirtual ? OpCodes.Callvirt : OpCodes.Call, method);
            return;
        }

        Address(node.Receiver);
        Arguments(node.Arguments);
        if (type.IsValueType && type is not TypeParameterSymbol && node.Method.ContainingType is { IsValueType: true })
        {
            CallMethod(OpCodes.Call, method);
            return;
        }

        _il.Emit(OpCodes.Constrained, TypeOf(type));
        CallMethod(OpCodes.Callvirt, method);
    }

    private void CallMethod(OpCode code, MethodBase method)
    {
        if (method is ConstructorInfo constructor)
            _il.Emit(OpCodes.Call, constructor);
        else
            _il.Emit(code, (MethodInfo)method);
    }

    private void Arguments(ImmutableArray<IrExpression> arguments)
    {
        foreach (var argument in arguments)
            Value(argument);
    }
}
