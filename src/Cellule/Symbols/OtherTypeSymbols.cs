using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>An array type; <c>int[][]</c> is an array of arrays.</summary>
internal sealed class ArrayTypeSymbol : TypeSymbol
{
    private Type? _runtimeType;
    private TypeSymbol? _canonical;

    internal ArrayTypeSymbol(TypeSymbol elementType, int rank)
    {
        ElementType = elementType;
        Rank = rank;
    }

    public TypeSymbol ElementType { get; }

    public int Rank { get; }

    public bool IsVector => Rank == 1;

    public override string Name => "";

    public override TypeKind TypeKind => TypeKind.Array;

    public override TypeSymbol BaseType => BuiltIn.Array;

    public override bool IsSealed => true;

    public override ImmutableArray<TypeSymbol> AllInterfaces =>
        IsVector ? BuiltIn.VectorInterfaces(ElementType) : BuiltIn.Array.AllInterfaces;

    public override Type? RuntimeType => _runtimeType ??=
        ElementType.RuntimeType is { } element ? (IsVector ? element.MakeArrayType() : element.MakeArrayType(Rank)) : null;

    public override TypeSymbol Canonical => _canonical ??=
        ReferenceEquals(ElementType.Canonical, ElementType) ? this : ElementType.Canonical.MakeArray(Rank);

    public override TypeSymbol Substitute(TypeMap map)
    {
        var element = ElementType.Substitute(map);
        return ReferenceEquals(element, ElementType) ? this : element.MakeArray(Rank);
    }

    protected override bool SameCanonical(TypeSymbol other) =>
        other is ArrayTypeSymbol array && array.Rank == Rank && ElementType == array.ElementType;

    protected override int CanonicalHash() => (ElementType.GetHashCode() * 31) + Rank;
}

/// <summary>A pointer or function pointer of a loaded signature: a cell can't use it and is told so.</summary>
internal sealed class PointerTypeSymbol(Type type) : TypeSymbol
{
    public override string Name { get; } = type.Name;

    public override TypeKind TypeKind => TypeKind.Pointer;

    public override Type RuntimeType => type;

    public override bool IsValueType => true;

    protected override bool SameCanonical(TypeSymbol other) => other is PointerTypeSymbol pointer && pointer.RuntimeType == type;

    protected override int CanonicalHash() => type.GetHashCode();
}

/// <summary><c>dynamic</c>: object with late binding.</summary>
internal sealed class DynamicTypeSymbol : TypeSymbol
{
    public override string Name => "dynamic";

    public override TypeKind TypeKind => TypeKind.Dynamic;

    public override TypeSymbol Canonical => BuiltIn.Object;

    public override Type RuntimeType => typeof(object);
}

/// <summary>A type that could not be found, or the absence of a type (<see cref="TypeKind.None"/>).</summary>
internal sealed class ErrorTypeSymbol(string name, TypeKind kind = TypeKind.Error) : TypeSymbol
{
    public override string Name { get; } = name;

    public override TypeKind TypeKind => kind;
}
