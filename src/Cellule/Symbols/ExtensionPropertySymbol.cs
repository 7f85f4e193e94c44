using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>
/// A property that an extension block adds to a type: its accessors are static methods of the block's class; those of an instance's
/// property take the receiver as their first argument.
/// </summary>
internal sealed class ExtensionPropertySymbol(string name, MethodSymbol? getter, MethodSymbol? setter) : PropertySymbol
{
    public override string Name { get; } = name;

    public override TypeSymbol? ContainingType => (Getter ?? Setter)!.ContainingType;

    public override TypeSymbol Type => Getter?.ReturnType ?? Setter!.Parameters[^1].Type;

    public override bool IsStatic => true;

    public override ImmutableArray<ParameterSymbol> Parameters => Getter?.Parameters ?? Setter!.Parameters.RemoveAt(Setter.Parameters.Length - 1);

    public override MethodSymbol? Getter { get; } = getter;

    public override MethodSymbol? Setter { get; } = setter;
}
