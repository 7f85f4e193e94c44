using System.Collections.Immutable;
using System.Reflection;
using Cellule.Symbols;

namespace Cellule.Lowering.Ir;

/// <summary>
/// A class that lowering adds: the variables that closures share, or the state of an iterator or async function. Its type
/// parameters are the very symbols of the code it serves, so that code moved into it needs no substitution: which runtime type
/// such a symbol denotes is the emitting context's affair.
/// </summary>
internal sealed class FrameTypeSymbol(string name, TypeSymbol baseType, ImmutableArray<TypeParameterSymbol> typeParameters) : TypeSymbol
{
    private readonly List<FrameFieldSymbol> _fields = [];

    public override string Name { get; } = name;

    public override TypeKind TypeKind => TypeKind.Class;

    public override TypeSymbol BaseType { get; } = baseType;

    public override ImmutableArray<TypeParameterSymbol> TypeParameters { get; } = typeParameters;

    public override ImmutableArray<TypeSymbol> TypeArguments => [.. TypeParameters];

    public IReadOnlyList<FrameFieldSymbol> Fields => _fields;

    /// <summary>The parameterless constructor.</summary>
    public MethodSymbol Constructor => field ??= new FrameMethodSymbol(".ctor", this, [], BuiltIn.Void, [], isStatic: false, MethodKind.Constructor);

    public FrameFieldSymbol AddField(string fieldName, TypeSymbol type, bool isStatic = false)
    {
        var added = new FrameFieldSymbol(fieldName, type, this, isStatic);
        _fields.Add(added);
        return added;
    }
}

internal sealed class FrameFieldSymbol(string name, TypeSymbol type, FrameTypeSymbol containingType, bool isStatic) : FieldSymbol
{
    public override bool IsStatic { get; } = isStatic;

    public override string Name { get; } = name;

    public override TypeSymbol Type { get; } = type;

    public override TypeSymbol ContainingType { get; } = containingType;
}

/// <summary>A method that lowering adds to a frame, to a declared type, or (containing type null) to the cell's class.</summary>
internal sealed class FrameMethodSymbol(
    string name,
    TypeSymbol? containingType,
    ImmutableArray<ParameterSymbol> parameters,
    TypeSymbol returnType,
    ImmutableArray<TypeParameterSymbol> typeParameters,
    bool isStatic,
    MethodKind kind = MethodKind.Ordinary) : MethodSymbol
{
    public override string Name { get; } = name;

    public override TypeSymbol? ContainingType { get; } = containingType;

    public override MethodKind MethodKind { get; } = kind;

    public override ImmutableArray<ParameterSymbol> Parameters { get; } = parameters;

    public override TypeSymbol ReturnType { get; } = returnType;

    public override RefKind ReturnRefKind => ReturnsByRef ? RefKind.Ref : RefKind.None;

    public bool ReturnsByRef { get; init; }

    public override ImmutableArray<TypeParameterSymbol> TypeParameters { get; } = typeParameters;

    public override ImmutableArray<TypeSymbol> TypeArguments => [.. TypeParameters];

    public override bool IsStatic { get; } = isStatic;

    /// <summary>The base class's abstract method that this one implements.</summary>
    public MethodInfo? Overrides { get; init; }

    public override bool IsVirtual => Overrides is not null;
}

/// <summary>Members that lowering itself calls.</summary>
internal static class WellKnown
{
    /// <summary>A static method of the support library or the platform, which isn't overloaded.</summary>
    public static MethodSymbol Method(Type type, string name) => (MethodSymbol)LoadedTypes.From(type).GetMembers(name)[0];

    /// <summary>The overload with these parameter types.</summary>
    public static MethodSymbol Method(Type type, string name, params Type[] parameters)
    {
        foreach (var member in LoadedTypes.From(type).GetMembers(name))
        {
            if (member is MethodSymbol method && method.Parameters.Length == parameters.Length
                && method.Parameters.Select((p, i) => p.Type == LoadedTypes.From(parameters[i])).All(same => same))
                return method;
        }

        throw new InvalidOperationException($"{type}.{name} is not there.");
    }

    /// <summary>A member of a type that may be constructed over a cell's own types.</summary>
    public static MethodSymbol Member(TypeSymbol type, string name, int parameterCount = 0)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (member is MethodSymbol method && method.Parameters.Length == parameterCount)
                return method;
            if (member is PropertySymbol { Getter: { } getter } && parameterCount == 0)
                return getter;
        }

        throw new InvalidOperationException($"{type}.{name} is not there.");
    }

    public static FieldSymbol Field(TypeSymbol type, string name) => (FieldSymbol)type.GetMembers(name).First(m => m is FieldSymbol);
}
