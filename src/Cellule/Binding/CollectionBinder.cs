using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Binding;

/// <summary>Collection expressions: what they may become and how it is built.</summary>
internal sealed partial class Binder
{
    /// <summary>What these promise can't be changed: the collection behind them can't either.</summary>
    private static readonly Type[] ReadOnlyInterfaces = [typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>)];

    private static readonly Type[] ListInterfaces =
        [.. ReadOnlyInterfaces, typeof(ICollection<>), typeof(IList<>)];

    /// <summary>The element type of what a collection expression or params can build, or of what can be enumerated; null for others.</summary>
    private static TypeSymbol? CollectionElement(TypeSymbol type)
    {
        if (type is ArrayTypeSymbol array)
            return array.IsVector ? array.ElementType : null;
        if (IsSpan(type))
            return type.TypeArguments[0];
        if (type.IsString)
            return BuiltIn.Char;
        if (type.TypeArguments.Length == 1 && type.OriginalDefinition == LoadedTypes.From(typeof(IEnumerable<>)))
            return type.TypeArguments[0];
        foreach (var candidate in type.AllInterfaces)
        {
            if (candidate.OriginalDefinition == LoadedTypes.From(typeof(IEnumerable<>)))
                return candidate.TypeArguments[0];
        }

        if (type.TypeKind is TypeKind.Class or TypeKind.Struct && type.AllInterfaces.Contains(LoadedTypes.From(typeof(System.Collections.IEnumerable))))
            return BuiltIn.Object;
        return BuilderOf(type) is not null && type.TypeArguments.Length == 1 ? type.TypeArguments[0] : null;
    }

    private static bool IsListInterface(TypeSymbol type) =>
        type.IsInterface && type.TypeArguments.Length == 1 && type.OriginalDefinition.RuntimeType is { } runtime && Array.IndexOf(ListInterfaces, runtime) >= 0;

    private static bool IsReadOnlyInterface(TypeSymbol type) =>
        type.IsInterface && type.TypeArguments.Length == 1 && type.OriginalDefinition.RuntimeType is { } runtime && Array.IndexOf(ReadOnlyInterfaces, runtime) >= 0;

    private static MethodSymbol? BuilderOf(TypeSymbol type)
    {
        if (type.OriginalDefinition.Attributes.FirstOrDefault(a => a.RuntimeType == typeof(System.Runtime.CompilerServices.CollectionBuilderAttribute)) is { Arguments: [{ Value: TypeSymbol own }, { Value: string method }] })
            return BuilderMethod(own, method, type);
        if (type.OriginalDefinition.RuntimeType is not { } runtime || runtime.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.Name == "CollectionBuilderAttribute") is not { } attribute)
            return null;
        var (builder, name) = ((Type)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!);
        return BuilderMethod(LoadedTypes.From(builder), name, type);
    }

    private static MethodSymbol? BuilderMethod(TypeSymbol builder, string name, TypeSymbol type)
    {
        return builder.GetMembers(name).OfType<MethodSymbol>()
            .FirstOrDefault(m => m.Parameters.Length == 1 && IsReadOnlySpan(m.Parameters[0].Type) && m.TypeParameters.Length == type.TypeArguments.Length);
    }

    private Conversion ClassifyCollection(UnboundCollection collection, TypeSymbol to)
    {
        var target = to.StripNullable();
        if (target.IsString || target.IsError || CollectionElement(target) is not { } element || KindFor(target) is null)
            return Conversion.No;
        foreach (var (value, isSpread) in collection.Elements)
        {
            if (isSpread)
            {
                if (CollectionElement(value.Type) is { } spread && !Classify(new BoundPlaceholder(value.Span, spread), element).Exists)
                    return Conversion.No;
            }
            else if (!Classify(value, element).Exists && !(KindFor(target) == CollectionKind.Adding && element.IsObject))
            {
                return Conversion.No;
            }
        }

        return Conversion.Of(ConversionKind.CollectionExpression);
    }

    private static CollectionKind? KindFor(TypeSymbol type)
    {
        if (type is ArrayTypeSymbol)
            return CollectionKind.Array;
        if (IsSpan(type))
            return CollectionKind.Span;
        if (IsReadOnlyInterface(type))
            return CollectionKind.Builder;
        if (IsListInterface(type) || type.OriginalDefinition == LoadedTypes.From(typeof(List<>)))
            return CollectionKind.List;
        if (BuilderOf(type) is not null)
            return CollectionKind.Builder;
        var creatable = type.TypeKind is TypeKind.Class or TypeKind.Struct && !type.IsAbstract && (type.IsValueType || type.Constructors.Any(c => !c.IsStatic && c.Parameters.All(p => p.IsOptional)));
        return creatable && MemberLookup.Methods(type, "Add").Any() ? CollectionKind.Adding : null;
    }

    private BoundExpression ConvertCollection(UnboundCollection collection, TypeSymbol to)
    {
        if (to.IsNullableValue)
            return new BoundConversion(collection.Span, ConvertCollection(collection, to.StripNullable()), ConversionKind.NullableWrap, to);
        var span = collection.Span;
        var kind = KindFor(to)!.Value;
        var element = CollectionElement(to)!;
        if (kind == CollectionKind.Adding)
            return AddingCollection(collection, to, element);
        var elements = Elements(collection, element);
        if (elements.Any(e => e.HasError))
            return new BoundBad(span, to);
        switch (kind)
        {
            case CollectionKind.Array:
                return collection.Elements.Any(e => e.IsSpread)
                    ? new BoundCollectionExpression(span, kind, element, elements, to)
                    : new BoundArrayCreation(span, (ArrayTypeSymbol)to, [Literal(span, BuiltIn.Int32, elements.Length)], elements);
            case CollectionKind.List:
                var list = LoadedTypes.Definition(typeof(List<>)).Construct(element);
                var made = new BoundCollectionExpression(span, kind, element, elements, list);
                return list == to ? made : new BoundConversion(span, made, ConversionKind.Reference, to);
        }

        var collected = new BoundPlaceholder(span, element.MakeArray());
        BoundExpression creation;
        if (kind == CollectionKind.Span)
        {
            var constructor = to.Constructors.First(c => c.Parameters.Length == 1 && c.Parameters[0].Type is ArrayTypeSymbol);
            creation = new BoundObjectCreation(span, to, constructor, [collected], default, null);
        }
        else if (IsReadOnlyInterface(to))
        {
            var wrap = LoadedTypes.From(typeof(Array)).GetMembers(nameof(Array.AsReadOnly)).OfType<MethodSymbol>().First().Construct([element]);
            creation = Convert(Call(span, null, wrap, collected), to);
        }
        else
        {
            var builder = BuilderOf(to)!.Construct(to.TypeArguments);
            creation = Convert(Call(span, null, builder, Convert(collected, builder.Parameters[0].Type)), to);
        }

        return new BoundCollectionExpression(span, kind, element, elements, to) { Collected = collected, Creation = creation };
    }

    private ImmutableArray<BoundExpression> Elements(UnboundCollection collection, TypeSymbol element) =>
        [.. collection.Elements.Select(e => e.IsSpread ? Spread(e.Value, element) : Convert(e.Value, element))];

    private BoundExpression Spread(BoundExpression value, TypeSymbol? element)
    {
        var (collection, enumeration) = Enumerate(value, value.Span, false);
        if (enumeration is null)
            return Bad(value.Span);
        var converted = element is null ? enumeration.Current : Convert(enumeration.Current, element);
        return converted.HasError ? Bad(value.Span) : new BoundSpread(value.Span, collection, enumeration, converted);
    }

    private BoundExpression AddingCollection(UnboundCollection collection, TypeSymbol to, TypeSymbol element)
    {
        var span = collection.Span;
        var target = new BoundPlaceholder(span, to);
        var creation = Create(to, [], null, span, span);
        if (collection.Elements.IsEmpty)
            return creation;
        var item = new BoundPlaceholder(span, element);
        var add = TryInvoke(target, "Add", span, item);
        if (add is null)
        {
            _diagnostics.CollectionMismatch(span, to);
            return new BoundBad(span, to);
        }

        var elements = Elements(collection, element);
        return elements.Any(e => e.HasError)
            ? new BoundBad(span, to)
            : new BoundCollectionExpression(span, CollectionKind.Adding, element, elements, to) { Creation = creation, Target = target, Element = item, Add = add };
    }

    private void ReportCollectionConversion(UnboundCollection collection, TypeSymbol to, TextSpan span)
    {
        var target = to.StripNullable();
        if (KindFor(target) is null || CollectionElement(target) is not { } element)
        {
            _diagnostics.CollectionMismatch(span, to);
            return;
        }

        foreach (var (value, isSpread) in collection.Elements)
        {
            if (!isSpread)
                Convert(value, element);
            else
                Spread(value, element);
        }
    }
}
