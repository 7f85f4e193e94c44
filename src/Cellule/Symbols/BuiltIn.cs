using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>The types that the language's rules name.</summary>
internal static class BuiltIn
{
    private static readonly Type[] TupleTypes =
    [
        typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>),
        typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>), typeof(ValueTuple<,,,,,,,>),
    ];

    public static TypeSymbol None { get; } = new ErrorTypeSymbol("<none>", TypeKind.None);

    public static TypeSymbol Error { get; } = new ErrorTypeSymbol("?");

    public static TypeSymbol Dynamic { get; } = new DynamicTypeSymbol();

    public static TypeSymbol Object { get; } = LoadedTypes.From(typeof(object));

    public static TypeSymbol ValueType { get; } = LoadedTypes.From(typeof(ValueType));

    public static TypeSymbol Enum { get; } = LoadedTypes.From(typeof(Enum));

    public static TypeSymbol Array { get; } = LoadedTypes.From(typeof(Array));

    public static TypeSymbol Delegate { get; } = LoadedTypes.From(typeof(Delegate));

    public static TypeSymbol MulticastDelegate { get; } = LoadedTypes.From(typeof(MulticastDelegate));

    public static TypeSymbol Void { get; } = LoadedTypes.From(typeof(void));

    public static TypeSymbol Boolean { get; } = LoadedTypes.From(typeof(bool));

    public static TypeSymbol Char { get; } = LoadedTypes.From(typeof(char));

    public static TypeSymbol SByte { get; } = LoadedTypes.From(typeof(sbyte));

    public static TypeSymbol Byte { get; } = LoadedTypes.From(typeof(byte));

    public static TypeSymbol Int16 { get; } = LoadedTypes.From(typeof(short));

    public static TypeSymbol UInt16 { get; } = LoadedTypes.From(typeof(ushort));

    public static TypeSymbol Int32 { get; } = LoadedTypes.From(typeof(int));

    public static TypeSymbol UInt32 { get; } = LoadedTypes.From(typeof(uint));

    public static TypeSymbol Int64 { get; } = LoadedTypes.From(typeof(long));

    public static TypeSymbol UInt64 { get; } = LoadedTypes.From(typeof(ulong));

    public static TypeSymbol NativeInt { get; } = LoadedTypes.From(typeof(nint));

    public static TypeSymbol NativeUInt { get; } = LoadedTypes.From(typeof(nuint));

    public static TypeSymbol Single { get; } = LoadedTypes.From(typeof(float));

    public static TypeSymbol Double { get; } = LoadedTypes.From(typeof(double));

    public static TypeSymbol Decimal { get; } = LoadedTypes.From(typeof(decimal));

    public static TypeSymbol String { get; } = LoadedTypes.From(typeof(string));

    public static TypeSymbol Exception => LoadedTypes.From(typeof(Exception));

    public static TypeSymbol Type => LoadedTypes.From(typeof(Type));

    public static TypeSymbol Index => LoadedTypes.From(typeof(Index));

    public static TypeSymbol Range => LoadedTypes.From(typeof(Range));

    public static NamedTypeSymbol NullableOfT { get; } = LoadedTypes.Definition(typeof(Nullable<>));

    public static TypeSymbol Nullable(TypeSymbol underlying) => NullableOfT.Construct(underlying);

    public static bool IsValueTuple(TypeSymbol definition) =>
        definition is LoadedTypeSymbol { IsValueType: true } loaded && System.Array.IndexOf(TupleTypes, loaded.RuntimeType) >= 0;

    /// <summary>The tuple type of these elements; beyond seven they nest in <c>TRest</c> as C# has it.</summary>
    public static TypeSymbol Tuple(ImmutableArray<TypeSymbol> elements, ImmutableArray<string?> names = default)
    {
        if (!names.IsDefault && names.All(n => n is null))
            names = default;
        if (elements.Length < 8)
            return LoadedTypes.Definition(TupleTypes[elements.Length - 1]).Construct(elements, names);
        var rest = Tuple(elements[7..]);
        return LoadedTypes.Definition(TupleTypes[7]).Construct([.. elements[..7], rest], names);
    }

    /// <summary>What a one-dimensional array of <paramref name="element"/> implements.</summary>
    public static ImmutableArray<TypeSymbol> VectorInterfaces(TypeSymbol element) =>
    [
        LoadedTypes.Definition(typeof(IList<>)).Construct(element),
        LoadedTypes.Definition(typeof(ICollection<>)).Construct(element),
        LoadedTypes.Definition(typeof(IEnumerable<>)).Construct(element),
        LoadedTypes.Definition(typeof(IReadOnlyList<>)).Construct(element),
        LoadedTypes.Definition(typeof(IReadOnlyCollection<>)).Construct(element),
        .. Array.AllInterfaces,
    ];
}
