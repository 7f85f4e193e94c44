using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Calls, properties, delegates and lambdas.</content>
internal sealed partial class Lowerer
{
    private IrExpression Call(BoundCall node)
    {
        var prologue = new List<IrStatement>();
        var receiver = Receiver(node.Receiver, node.Method, prologue);
        if (!node.EvaluationOrder.IsDefaultOrEmpty && receiver is not null)
            receiver = StableReceiver(receiver, prologue);
        var arguments = Arguments(node.Method, node.Arguments, node.EvaluationOrder, prologue);
        return Make.Sequence(prologue, new IrCall(receiver, node.Method, arguments, !node.NonVirtual) { ConstrainedTo = node.ConstrainedTo });
    }

    /// <summary>What a member is called on. A struct in a place that must not change is called on as a copy, unless the member promises not to change it.</summary>
    private IrExpression? Receiver(BoundExpression? receiver, MethodSymbol method, List<IrStatement> prologue)
    {
        if (receiver is null)
            return null;
        var lowered = Lower(receiver);
        return receiver.Type is { IsValueType: true } and not TypeParameterSymbol && IsReadOnlyPlace(receiver) && !method.IsReadOnly ? Keep(lowered, prologue) : lowered;
    }

    private bool IsReadOnlyPlace(BoundExpression place) => place switch
    {
        BoundParameter { Parameter.RefKind: RefKind.In } => true,
        BoundThis => _scope.IsReadOnly,
        BoundField { Field.IsReadOnly: true, Receiver: BoundThis or null } own => !(_scope.IsConstructor && own.Field.ContainingType?.OriginalDefinition == _scope.Owner),
        BoundField { Field.IsReadOnly: true } => true,
        BoundField { Receiver: { Type.IsValueType: true } outer } => IsReadOnlyPlace(outer),
        _ => false,
    };

    private ImmutableArray<IrExpression> Arguments(MethodSymbol method, ImmutableArray<BoundExpression> arguments, ImmutableArray<int> order, List<IrStatement> prologue)
    {
        var lowered = new IrExpression[arguments.Length];
        if (order.IsDefaultOrEmpty)
        {
            for (var i = 0; i < lowered.Length; i++)
                lowered[i] = Argument(method.Parameters[i], arguments[i]);
            return [.. lowered];
        }

        foreach (var i in order)
        {
            lowered[i] = Argument(method.Parameters[i], arguments[i]);
            if (lowered[i] is not (IrAddress or IrConstant or IrDefault))
                lowered[i] = Keep(lowered[i], prologue);
        }

        for (var i = 0; i < lowered.Length; i++)
            lowered[i] ??= Argument(method.Parameters[i], arguments[i]);
        return [.. lowered];
    }

    private IrExpression Argument(ParameterSymbol parameter, BoundExpression argument) =>
        parameter.RefKind == RefKind.None ? Lower(argument) : new IrAddress(Lower(argument));

    private IrExpression Getter(BoundProperty node)
    {
        var prologue = new List<IrStatement>();
        var getter = node.Property.Getter!;
        var receiver = Receiver(node.Receiver, getter, prologue);
        if (!node.EvaluationOrder.IsDefaultOrEmpty && receiver is not null)
            receiver = StableReceiver(receiver, prologue);
        var arguments = Arguments(getter, node.Arguments, node.EvaluationOrder, prologue);
        IrExpression call = new IrCall(receiver, getter, arguments, !node.NonVirtual) { ConstrainedTo = node.ConstrainedTo };
        if (getter.ReturnRefKind != RefKind.None)
            call = new IrDereference(call);
        return Make.Sequence(prologue, call);
    }

    private IrExpression DelegateCreation(BoundDelegateCreation node)
    {
        var receiver = node.Receiver is null ? null : Lower(node.Receiver);
        if (receiver is not null && !receiver.Type.IsReferenceType)
            receiver = Make.Box(receiver);
        return new IrNewDelegate(receiver, node.Method, !node.NonVirtual, node.Type);
    }

    private IrExpression Lambda(BoundLambda node) =>
        new IrLambda(Function(node.Symbol, node.Body, "lambda", _scope.ThisType), node.Type);

    /// <summary>A receiver that can be evaluated again: a variable, or a place whose parts are kept.</summary>
    private IrExpression StableReceiver(IrExpression receiver, List<IrStatement> prologue) =>
        receiver.Type.IsReferenceType && receiver.Type is not TypeParameterSymbol
            ? receiver is IrThis ? receiver : Keep(receiver, prologue)
            : StablePlace(receiver, prologue);

    /// <summary>The same place (or a copy of what is none) such that evaluating it twice has the effects of once.</summary>
    private IrExpression StablePlace(IrExpression place, List<IrStatement> prologue)
    {
        switch (place)
        {
            case IrLocal or IrThis or IrConstant or IrDefault or IrField { Receiver: null }:
                return place;
            case IrField { Receiver: { } receiver } field:
                return new IrField(StableReceiver(receiver, prologue), field.Field);
            case IrElement element:
                var array = Keep(element.Array, prologue);
                return new IrElement(array, [.. element.Indices.Select(i => i is IrConstant ? i : Keep(i, prologue))], element.Type);
            case IrDereference dereference:
                var reference = Temporary(place.Type, isByRef: true);
                prologue.Add(Make.Do(new IrBindReference(new IrLocal(reference), dereference.Reference)));
                return new IrLocal(reference);
            case IrSequence sequence:
                prologue.AddRange(sequence.Statements);
                return StablePlace(sequence.Value, prologue);
            case IrConditional conditional:
                var chosen = Temporary(place.Type, isByRef: true);
                prologue.Add(Make.Do(new IrBindReference(new IrLocal(chosen), new IrAddress(conditional))));
                return new IrLocal(chosen);
            default:
                return Keep(place, prologue);
        }
    }
}
