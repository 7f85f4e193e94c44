using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>
/// A property that is nothing but its accessors, which are static methods: of a cell's top level, or of the class of an extension block
/// (those of an instance's property take the receiver as their first argument).
/// </summary>
internal sealed class AccessorPropertySymbol(string name, MethodSymbol? getter, MethodSymbol? setter) : PropertySymbol
{
    public override string Name { get; } = name;

    public override TypeSymbol? ContainingType => (Getter ?? Setter)!.ContainingType;

    public override TypeSymbol Type => Getter?.ReturnType ?? Setter!.Parameters[^1].Type;

    public override bool IsStatic => true;

    public override ImmutableArray<ParameterSymbol> Parameters => Getter?.Parameters ?? Setter!.Parameters.RemoveAt(Setter.Parameters.Length - 1);

    public override MethodSymbol? Getter { get; } = getter;

    public override MethodSymbol? Setter { get; } = setter;
}
