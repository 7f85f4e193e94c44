using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>
/// What the binder knew where a cursor stands. Completion writes <see cref="Marker"/> for the name under the cursor and has the whole
/// cell bound, errors and all: lambdas, queries, patterns and blocks then have their meaning from where it always comes from. Overload
/// resolution may bind the place several times, so several answers are kept.
/// </summary>
internal sealed class CursorProbe
{
    /// <summary>A name that no source has: it starts with a letter that no keyboard has.</summary>
    public const string Marker = "\u01C0cursor";

    /// <summary>Left of the dot: values, types and namespaces, sound ones only.</summary>
    public List<BoundExpression> Receivers { get; } = [];

    /// <summary>The names in force, innermost first; null when no simple name stands at the cursor.</summary>
    public ImmutableArray<Symbol>? Names { get; private set; }

    /// <summary>The type whose member the cursor is in: its private members can be named.</summary>
    public NamedTypeSymbol? EnclosingType { get; set; }

    /// <summary>The usings in force, those of the cell included.</summary>
    public Imports? Imports { get; set; }

    /// <summary>A type is to be named: no value may stand there.</summary>
    public bool IsType { get; private set; }

    /// <summary>Types that the value at the cursor is converted to or compared with.</summary>
    public List<TypeSymbol> Expected { get; } = [];

    /// <summary>Methods whose argument the cursor is at, with the number of parameters that the receiver fills.</summary>
    public List<(MethodSymbol Method, int Skipped)> Called { get; } = [];

    /// <summary>The object whose members an initializer or a pattern names at the cursor, and those it has named.</summary>
    public (TypeSymbol Type, ImmutableArray<string> Taken)? Initialized { get; set; }

    /// <summary>Whether the place has been reached with something known of it.</summary>
    public bool IsReached => Receivers.Count > 0 || Names is not null || Initialized is not null;

    /// <summary>Keeps the last names that have types: a lambda may be bound before its parameters' types are known.</summary>
    public void Note(ImmutableArray<Symbol> names, bool isType)
    {
        if (Names is not null && names.Any(name => name is ParameterSymbol { Type.IsError: true }))
            return;
        Names = names;
        IsType = isType;
    }
}
