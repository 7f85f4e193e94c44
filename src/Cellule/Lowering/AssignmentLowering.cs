using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>Assignments in all forms: simple, compound, coalescing, deconstruction.</content>
internal sealed partial class Lowerer
{
    private IrExpression Assignment(BoundAssignment node)
    {
        if (node.IsRef)
            return new IrBindReference(Lower(node.Left), new IrAddress(Lower(node.Right)));
        if (node.Left is BoundProperty { Property: var property } target && property.RefKind == RefKind.None)
        {
            var prologue = new List<IrStatement>();
            var (receiver, arguments) = PropertyParts(target, prologue, stable: false);
            return Make.Sequence(prologue, SetProperty(target, receiver, arguments, Lower(node.Right)));
        }

        if (node.Left is BoundDiscard)
            return Lower(node.Right);
        if (node.Left is BoundSequence { Value: BoundProperty } sequence)
            return Make.Sequence(sequence.SideEffects.Select(e => Make.Do(Lower(e))), Assignment(node with { Left = sequence.Value }));
        return new IrAssign(Lower(node.Left), Lower(node.Right));
    }

    /// <summary>Calls the setter; the value is what was set.</summary>
    private IrExpression SetProperty(BoundProperty target, IrExpression? receiver, ImmutableArray<IrExpression> arguments, IrExpression value)
    {
        var setter = target.Property.Setter;
        if (setter is null)
        {
            // In a constructor, an automatic property without setter is its field.
            var backing = (FieldSymbol?)(target.Property.OriginalDefinition as SourcePropertySymbol)?.BackingField
                ?? throw new InvalidOperationException($"{target.Property.Name} can't be set.");
            return new IrAssign(new IrField(receiver, OfType(backing, target.Property.ContainingType!)), value);
        }

        var kept = Temporary(value.Type);
        return Make.Sequence(
            [
                Make.Do(new IrCall(receiver, setter, [.. arguments, new IrAssign(new IrLocal(kept), value)], !target.NonVirtual)),
            ],
            new IrLocal(kept));
    }

    private static FieldSymbol OfType(FieldSymbol definition, TypeSymbol containingType) =>
        ReferenceEquals(containingType, definition.ContainingType)
            ? definition
            : containingType.GetMembers(definition.Name).OfType<FieldSymbol>().First();

    private (IrExpression? Receiver, ImmutableArray<IrExpression> Arguments) PropertyParts(BoundProperty target, List<IrStatement> prologue, bool stable)
    {
        var receiver = target.Receiver is null ? null : Lower(target.Receiver);
        if (receiver is not null && (stable || !target.EvaluationOrder.IsDefaultOrEmpty))
            receiver = StableReceiver(receiver, prologue);
        var accessor = target.Property.Getter ?? target.Property.Setter;
        if (accessor is null || target.Arguments.IsDefaultOrEmpty)
            return (receiver, []);
        var arguments = Arguments(accessor, target.Arguments, target.EvaluationOrder, prologue);
        return (receiver, stable ? [.. arguments.Select(a => a is IrConstant or IrAddress ? a : Keep(a, prologue))] : arguments);
    }

    private IrExpression CompoundAssignment(BoundCompoundAssignment node)
    {
        var prologue = new List<IrStatement>();
        var (read, write) = Access(node.Target, prologue);
        if (node.ResultIsOldValue)
        {
            var old = Keep(read, prologue);
            _placeholders[node.Current] = old;
            prologue.Add(Make.Do(write(Lower(node.NewValue))));
            return Make.Sequence(prologue, old);
        }

        _placeholders[node.Current] = read;
        return Make.Sequence(prologue, write(Lower(node.NewValue)));
    }

    /// <summary>Reading and writing of a target whose receiver and indices are evaluated once, in <paramref name="prologue"/>.</summary>
    private (IrExpression Read, Func<IrExpression, IrExpression> Write) Access(BoundExpression target, List<IrStatement> prologue)
    {
        if (target is BoundSequence sequence)
        {
            prologue.AddRange(sequence.SideEffects.Select(e => Make.Do(Lower(e))));
            return Access(sequence.Value, prologue);
        }

        if (target is BoundProperty { Property: var property } access && property.RefKind == RefKind.None)
        {
            var (receiver, arguments) = PropertyParts(access, prologue, stable: true);
            IrExpression read = property.Getter is { } getter
                ? new IrCall(receiver, getter, arguments, !access.NonVirtual)
                : new IrDefault(property.Type);
            return (read, value => SetProperty(access, receiver, arguments, value));
        }

        var place = StablePlace(Lower(target), prologue);
        return (place, value => new IrAssign(place, value));
    }

    private IrExpression CoalescingAssignment(BoundNullCoalescingAssignment node)
    {
        var prologue = new List<IrStatement>();
        var (read, write) = Access(node.Target, prologue);
        var current = Temporary(read.Type);
        prologue.Add(Make.Set(current, read));
        var nullable = node.Target.Type.IsNullableValue;
        var test = nullable ? Make.HasValue(new IrLocal(current)) : Make.IsNotNull(new IrLocal(current));
        var value = Lower(node.Value);
        if (!nullable || node.Type.IsNullableValue)
            return Make.Sequence(prologue, new IrConditional(test, new IrLocal(current), write(value), node.Type));

        // The target is a T?, the value and the result are a T.
        var kept = Temporary(node.Type);
        var assigned = Make.Sequence(
            [Make.Set(kept, value), Make.Do(write(Make.Wrap(new IrLocal(kept), node.Target.Type)))],
            new IrLocal(kept));
        return Make.Sequence(prologue, new IrConditional(test, Make.ValueOrDefault(new IrLocal(current)), assigned, node.Type));
    }

    private IrExpression Deconstruction(BoundDeconstruction node)
    {
        var statements = new List<IrStatement>();
        var writes = new Dictionary<BoundDeconstructionTarget, Func<IrExpression, IrExpression>>(ReferenceEqualityComparer.Instance);
        PrepareTargets(node.Step, statements, writes);
        _placeholders[node.Step.Input] = Keep(Lower(node.Operand), statements);
        var assignments = new List<IrStatement>();
        var results = new List<IrExpression>();
        Split(node.Step, statements, assignments, results, writes);
        statements.AddRange(assignments);
        return node.Type.IsVoid
            ? Make.Sequence(statements, Make.Nothing)
            : Make.Sequence(statements, NewTuple(node.Type, [.. results]));
    }

    private void PrepareTargets(
        BoundDeconstructionStep step,
        List<IrStatement> statements,
        Dictionary<BoundDeconstructionTarget, Func<IrExpression, IrExpression>> writes)
    {
        foreach (var target in step.Targets)
        {
            if (target.Nested is { } nested)
                PrepareTargets(nested, statements, writes);
            else if (target.Target is not (null or BoundDiscard))
                writes[target] = Access(target.Target, statements).Write;
        }
    }

    private void Split(
        BoundDeconstructionStep step,
        List<IrStatement> statements,
        List<IrStatement> assignments,
        List<IrExpression> results,
        Dictionary<BoundDeconstructionTarget, Func<IrExpression, IrExpression>> writes)
    {
        if (step.Call is { } call)
        {
            foreach (var part in step.Parts)
                _placeholders[part] = new IrLocal(Temporary(part.Type));
            statements.Add(Make.Do(Lower(call)));
        }
        else
        {
            for (var i = 0; i < step.Parts.Length; i++)
                _placeholders[step.Parts[i]] = Keep(Lower(step.PartValues[i]), statements);
        }

        foreach (var target in step.Targets)
        {
            if (target.Nested is { } nested)
            {
                var own = new List<IrExpression>();
                Split(nested, statements, assignments, own, writes);
                if (own.Count > 0)
                    results.Add(NewTuple(BuiltIn.Tuple([.. own.Select(r => r.Type)]), [.. own]));
            }
            else if (target.Value is { } value)
            {
                var converted = Keep(Lower(value), statements);
                results.Add(converted);
                if (writes.TryGetValue(target, out var write))
                    assignments.Add(Make.Do(write(converted)));
            }
        }
    }
}
