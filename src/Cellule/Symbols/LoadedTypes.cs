using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Cellule.Symbols;

/// <summary>Symbols of types that the runtime has loaded, each made when first asked for.</summary>
internal static class LoadedTypes
{
    private static readonly ConcurrentDictionary<Type, TypeSymbol> Known = new();

    public static TypeSymbol From(Type type) => Known.TryGetValue(type, out var known) ? known : Known.GetOrAdd(type, Make);

    /// <summary>The definition's symbol of a generic or plain named type.</summary>
    public static NamedTypeSymbol Definition(Type type) => (NamedTypeSymbol)From(type);

    /// <summary>The type with the annotations that its attributes give: tuple names and <c>dynamic</c>.</summary>
    public static TypeSymbol From(Type type, ICustomAttributeProvider annotations)
    {
        var symbol = From(type);
        return MayBeAnnotated(type) ? TypeAnnotations.Apply(symbol, annotations) : symbol;
    }

    private static bool MayBeAnnotated(Type type) =>
        type == typeof(object)
        || (type.IsArray && MayBeAnnotated(type.GetElementType()!))
        || (type.IsGenericType && ((type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)) || type.GetGenericArguments().Any(MayBeAnnotated)));

    private static TypeSymbol Make(Type type)
    {
        if (type.IsArray)
            return From(type.GetElementType()!).MakeArray(type.GetArrayRank());
        if (type.IsByRef)
            return From(type.GetElementType()!);
        if (type.IsPointer || type.IsFunctionPointer)
            return new PointerTypeSymbol(type);
        if (type.IsGenericParameter)
            return new LoadedTypeParameterSymbol(type);
        if (type.IsConstructedGenericType)
            return Definition(type.GetGenericTypeDefinition()).Construct([.. type.GetGenericArguments().Select(From)]);
        return new LoadedTypeSymbol(type);
    }
}

/// <summary>Reads tuple names and <c>dynamic</c> back from the attributes that compilers leave.</summary>
internal static class TypeAnnotations
{
    public static TypeSymbol Apply(TypeSymbol type, ICustomAttributeProvider provider)
    {
        string?[]? names = null;
        bool[]? dynamics = null;
        foreach (var attribute in provider.GetCustomAttributes(false))
        {
            if (attribute is TupleElementNamesAttribute tuple)
                names = [.. tuple.TransformNames];
            else if (attribute is DynamicAttribute dynamic)
                dynamics = [.. dynamic.TransformFlags];
        }

        if (dynamics is not null)
        {
            var position = 0;
            type = WithDynamic(type, dynamics, ref position);
        }

        if (names is null)
            return type;
        var next = 0;
        return WithNames(type, names, ref next);
    }

    // Flags come in the order of a pre-order walk over the type, one for each type in it.
    private static TypeSymbol WithDynamic(TypeSymbol type, bool[] flags, ref int position)
    {
        var isDynamic = position < flags.Length && flags[position];
        position++;
        switch (type)
        {
            case ArrayTypeSymbol array:
                return WithDynamic(array.ElementType, flags, ref position).MakeArray(array.Rank);
            case ConstructedTypeSymbol constructed:
                var arguments = ImmutableArray.CreateBuilder<TypeSymbol>();
                foreach (var argument in constructed.TypeArguments)
                    arguments.Add(WithDynamic(argument, flags, ref position));
                return ((NamedTypeSymbol)constructed.OriginalDefinition).Construct(arguments.ToImmutable(), constructed.TupleNames);
            default:
                return isDynamic && type.IsObject ? BuiltIn.Dynamic : type;
        }
    }

    // Names come tuple by tuple, an outer tuple's before those of the tuples inside it.
    private static TypeSymbol WithNames(TypeSymbol type, string?[] names, ref int next)
    {
        switch (type)
        {
            case ArrayTypeSymbol array:
                return WithNames(array.ElementType, names, ref next).MakeArray(array.Rank);
            case ConstructedTypeSymbol { IsTuple: true } tuple:
                var count = tuple.TupleElements.Length;
                var own = ImmutableArray.CreateBuilder<string?>(count);
                for (var i = 0; i < count; i++)
                    own.Add(next < names.Length ? names[next++] : null);
                var elements = ImmutableArray.CreateBuilder<TypeSymbol>(count);
                foreach (var element in tuple.TupleElements)
                    elements.Add(WithNames(element.Type, names, ref next));
                return BuiltIn.Tuple(elements.MoveToImmutable(), own.MoveToImmutable());
            case ConstructedTypeSymbol constructed:
                var arguments = ImmutableArray.CreateBuilder<TypeSymbol>();
                foreach (var argument in constructed.TypeArguments)
                    arguments.Add(WithNames(argument, names, ref next));
                return ((NamedTypeSymbol)constructed.OriginalDefinition).Construct(arguments.ToImmutable());
            default:
                return type;
        }
    }
}
