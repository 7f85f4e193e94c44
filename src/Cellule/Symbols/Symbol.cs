namespace Cellule.Symbols;

/// <summary>Something that a name in a cell can mean.</summary>
internal abstract class Symbol
{
    /// <summary>The name as the source writes it (metadata names of generics without their arity).</summary>
    public abstract string Name { get; }

    /// <summary>The attributes that the cell's source puts on it.</summary>
    public System.Collections.Immutable.ImmutableArray<AttributeData> Attributes { get; set; } = [];

    public override string ToString() => SymbolDisplay.Of(this);
}

/// <summary>A namespace, by its full dotted name. It need not exist: only looking into it tells.</summary>
internal sealed class NamespaceSymbol(string fullName) : Symbol
{
    public string FullName { get; } = fullName;

    public override string Name { get; } = fullName[(fullName.LastIndexOf('.') + 1)..];
}
