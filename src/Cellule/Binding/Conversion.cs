using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>Whether and how an expression or type converts; <see cref="Kind"/> None means that it doesn't.</summary>
internal sealed record Conversion(ConversionKind Kind, bool IsImplicit)
{
    public static Conversion No { get; } = new(ConversionKind.None, false);

    public static Conversion Identity { get; } = new(ConversionKind.Identity, true);

    public static Conversion ImplicitNumeric { get; } = new(ConversionKind.Numeric, true);

    public static Conversion ImplicitReference { get; } = new(ConversionKind.Reference, true);

    public static Conversion Boxing { get; } = new(ConversionKind.Boxing, true);

    public static Conversion Of(ConversionKind kind) => new(kind, true);

    public static Conversion Explicit(ConversionKind kind) => new(kind, false);

    public bool Exists => Kind != ConversionKind.None;

    /// <summary>Of a user-defined conversion: the operator, and the conversions before and after it.</summary>
    public MethodSymbol? Method { get; init; }

    public Conversion? Before { get; init; }

    public Conversion? After { get; init; }

    /// <summary>Of a lifted conversion, a nullable wrap or unwrap: the conversion of the underlying value.</summary>
    public Conversion? Inner { get; init; }

    /// <summary>Of a tuple conversion: one for each element.</summary>
    public ImmutableArray<Conversion> Elements { get; init; } = [];

    /// <summary>Several user-defined conversions fit equally.</summary>
    public bool IsAmbiguous { get; init; }
}
