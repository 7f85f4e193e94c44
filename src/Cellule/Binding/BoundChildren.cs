namespace Cellule.Binding;

/// <summary>The expressions directly inside an expression, in the order of their evaluation.</summary>
internal static class BoundChildren
{
    public static IEnumerable<BoundExpression> Of(BoundExpression expression) => expression switch
    {
        BoundField e => One(e.Receiver),
        BoundProperty e => [.. One(e.Receiver), .. e.Arguments],
        BoundArrayAccess e => [e.Array, .. e.Indices],
        BoundCall e => [.. One(e.Receiver), .. Ordered(e.Arguments, e.EvaluationOrder)],
        BoundObjectCreation e => [.. Ordered(e.Arguments, e.EvaluationOrder), .. e.Initializer?.Elements ?? []],
        BoundDefaultCreation e => e.Initializer?.Elements ?? [],
        BoundNestedInitializer e => [e.Member, .. e.Initializer.Elements],
        BoundWith e => [e.Receiver, .. e.Initializer.Elements],
        BoundArrayCreation e => [.. e.Dimensions, .. e.HasElements ? e.Elements : []],
        BoundStackAlloc e => [e.Count, .. e.Elements.IsDefault ? [] : e.Elements],
        BoundCollectionExpression e => e.Elements,
        BoundSpread e => [e.Collection],
        BoundUnary e => [e.Operand],
        BoundBinary e => [e.Left, e.Right],
        BoundConditional e => [e.Condition, e.WhenTrue, e.WhenFalse],
        BoundNullCoalescing e => [e.Left, e.WhenNotNull, e.Right],
        BoundConversion e => [e.Operand],
        BoundLiftedConversion e => [e.Operand, e.Inner],
        BoundTupleConversion e => [e.Operand, .. e.Elements],
        BoundTuple e => e.Elements,
        BoundDelegateCreation e => One(e.Receiver),
        BoundIsType e => [e.Operand],
        BoundAs e => [e.Operand],
        BoundIsPattern e => [e.Operand],
        BoundInterpolatedString e => e.Parts.Select(p => p.Value).OfType<BoundExpression>(),
        BoundAwait e => [e.Operand],
        BoundThrowExpression e => [e.Exception],
        BoundSequence e => [.. e.SideEffects, e.Value],
        BoundDynamic e => e.Operands,
        _ => [],
    };

    private static IEnumerable<BoundExpression> One(BoundExpression? expression) => expression is null ? [] : [expression];

    private static IEnumerable<BoundExpression> Ordered(IReadOnlyList<BoundExpression> arguments, System.Collections.Immutable.ImmutableArray<int> order) =>
        order.IsDefault ? arguments : order.Select(i => arguments[i]);
}
