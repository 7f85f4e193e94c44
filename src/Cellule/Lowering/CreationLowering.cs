using System.Collections.Immutable;
using Cellule.Binding;
using Cellule.Lowering.Ir;
using Cellule.Symbols;

namespace Cellule.Lowering;

/// <content>New objects, arrays, tuples and their initializers; <c>with</c>.</content>
internal sealed partial class Lowerer
{
    private IrExpression Creation(BoundObjectCreation node)
    {
        var prologue = new List<IrStatement>();
        var arguments = Arguments(node.Constructor, node.Arguments, node.EvaluationOrder, prologue);
        var created = new IrNew(node.Constructor, node.Type, arguments);
        return Make.Sequence(prologue, Initialized(created, node.Initializer));
    }

    private IrExpression DefaultCreation(BoundDefaultCreation node)
    {
        IrExpression created = node.Type is TypeParameterSymbol
            ? Make.Static(WellKnown.Method(typeof(Activator), nameof(Activator.CreateInstance), []).Construct([node.Type]))
            : new IrDefault(node.Type);
        return Initialized(created, node.Initializer);
    }

    private IrExpression Initialized(IrExpression created, BoundInitializer? initializer)
    {
        if (initializer is null)
            return created;
        var statements = new List<IrStatement>();
        var target = Keep(created, statements);
        Initialize(initializer, target, statements);
        return Make.Sequence(statements, target);
    }

    private void Initialize(BoundInitializer initializer, IrExpression target, List<IrStatement> statements)
    {
        _placeholders[initializer.Target] = target;
        foreach (var element in initializer.Elements)
            statements.Add(Make.Do(Lower(element)));
    }

    private IrExpression NestedInitializer(BoundNestedInitializer node)
    {
        var statements = new List<IrStatement>();
        var member = Lower(node.Member);
        var target = member.Type.IsReferenceType ? Keep(member, statements) : StablePlace(member, statements);
        Initialize(node.Initializer, target, statements);
        return Make.Sequence(statements, Make.Nothing);
    }

    private IrExpression With(BoundWith node)
    {
        var receiver = Lower(node.Receiver);
        if (node.CloneMethod is { } clone)
        {
            var copy = Make.Call(receiver, clone);
            return Initialized(copy.Type == node.Type ? copy : new IrConvert(copy, node.Type, IrConversionKind.Cast), node.Initializer);
        }

        if (node.Type.IsValueType)
            return Initialized(receiver, node.Initializer);
        return AnonymousWith(node, receiver);
    }

    /// <summary>An anonymous object can't be changed: a new one from the old properties, some replaced.</summary>
    private IrExpression AnonymousWith(BoundWith node, IrExpression receiver)
    {
        var statements = new List<IrStatement>();
        var source = Keep(receiver, statements);
        var replaced = new Dictionary<string, IrExpression>(StringComparer.Ordinal);
        foreach (var element in node.Initializer.Elements)
        {
            if (element is BoundAssignment { Left: BoundProperty { Property: var property }, Right: var value })
                replaced[property.Name] = Keep(Lower(value), statements);
        }

        var constructor = node.Type.Constructors[0];
        var arguments = constructor.Parameters.Select(p => replaced.TryGetValue(p.Name, out var value) ? value : Make.Member(source, p.Name));
        return Make.Sequence(statements, new IrNew(constructor, node.Type, [.. arguments]));
    }

    private IrExpression ArrayCreation(BoundArrayCreation node)
    {
        if (!node.HasElements)
            return new IrNewArray(node.ArrayType, Lower(node.Dimensions));
        if (node.ArrayType.IsVector)
            return new IrArrayInit(node.ArrayType, Lower(node.Elements));

        // Row by row: the last index runs fastest.
        var statements = new List<IrStatement>();
        var array = Keep(new IrNewArray(node.ArrayType, Lower(node.Dimensions)), statements);
        var lengths = node.Dimensions.Select(d => d is BoundLiteral { Value: int length } ? length : 0).ToArray();
        for (var i = 0; i < node.Elements.Length; i++)
        {
            var indices = new IrExpression[lengths.Length];
            var rest = i;
            for (var d = lengths.Length - 1; d >= 0; d--)
            {
                indices[d] = Make.Int(rest % lengths[d]);
                rest /= lengths[d];
            }

            statements.Add(Make.Set(new IrElement(array, [.. indices], node.ArrayType.ElementType), Lower(node.Elements[i])));
        }

        return Make.Sequence(statements, array);
    }

    /// <summary>On the heap: a cell's stack is not the place for buffers, and the span behaves alike.</summary>
    private IrExpression StackAlloc(BoundStackAlloc node)
    {
        var array = node.ElementType.MakeArray();
        IrExpression created = node.Elements.IsDefaultOrEmpty
            ? new IrNewArray(array, [Lower(node.Count)])
            : new IrArrayInit(array, Lower(node.Elements));
        return SpanOver(created, node.Type);
    }

    private static IrExpression SpanOver(IrExpression array, TypeSymbol span) =>
        new IrNew(span.Constructors.First(c => c.Parameters is [{ Type: ArrayTypeSymbol }]), span, [array]);

    private static IrExpression NewTuple(TypeSymbol type, ImmutableArray<IrExpression> elements)
    {
        var constructor = type.Constructors.First(c => c.Parameters.Length == Math.Min(elements.Length, 8));
        if (elements.Length < 8)
            return new IrNew(constructor, type, elements);
        return new IrNew(constructor, type, [.. elements[..7], NewTuple(type.TypeArguments[7], elements[7..])]);
    }

    private IrExpression TupleConversion(BoundTupleConversion node)
    {
        var statements = new List<IrStatement>();
        _placeholders[node.Value] = Keep(Lower(node.Operand), statements);
        return Make.Sequence(statements, NewTuple(node.Type, Lower(node.Elements)));
    }

    private IrExpression Collection(BoundCollectionExpression node)
    {
        var statements = new List<IrStatement>();
        if (node.Kind == CollectionKind.Adding)
        {
            var target = Keep(Lower(node.Creation!), statements);
            _placeholders[node.Target!] = target;
            foreach (var element in node.Elements)
            {
                AddElement(element, statements, value =>
                {
                    var adds = new List<IrStatement>();
                    _placeholders[node.Element!] = Keep(value, adds);
                    adds.Add(Make.Do(Lower(node.Add!)));
                    return new IrBlock([], [.. adds]);
                });
            }

            return Make.Sequence(statements, target);
        }

        var array = node.ElementType.MakeArray();
        if (node.Kind != CollectionKind.List && !node.Elements.Any(e => e is BoundSpread))
            return Finish(node, new IrArrayInit(array, Lower(node.Elements)), statements);

        var listType = LoadedTypes.Definition(typeof(List<>)).Construct(node.ElementType);
        var list = Keep(new IrNew(listType.Constructors.First(c => c.Parameters.IsEmpty), listType, []), statements);
        foreach (var element in node.Elements)
            AddElement(element, statements, value => Make.Do(Make.Member(list, "Add", value)));
        return node.Kind == CollectionKind.List
            ? Make.Sequence(statements, node.Type == listType ? list : new IrConvert(list, node.Type, IrConversionKind.None))
            : Finish(node, Make.Member(list, "ToArray"), statements);
    }

    private IrExpression Finish(BoundCollectionExpression node, IrExpression array, List<IrStatement> statements)
    {
        if (node.Creation is null)
            return Make.Sequence(statements, array);
        _placeholders[node.Collected!] = Keep(array, statements);
        return Make.Sequence(statements, Lower(node.Creation));
    }

    private void AddElement(BoundExpression element, List<IrStatement> statements, Func<IrExpression, IrStatement> add)
    {
        if (element is BoundSpread spread)
            statements.Add(Enumerate(Lower(spread.Collection), spread.Enumeration, spread.Enumeration.Current, () => add(Lower(spread.Value))));
        else
            statements.Add(add(Lower(element)));
    }
}
