using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>A class, struct, interface, enum or delegate: loaded, declared in the cell, anonymous, or constructed.</summary>
internal abstract class NamedTypeSymbol : TypeSymbol
{
    private ConcurrentDictionary<ConstructionKey, ConstructedTypeSymbol>? _constructed;

    /// <summary>Own and inherited type parameters.</summary>
    public int Arity => TypeParameters.Length;

    /// <summary>
    /// This generic definition with type arguments (those of containing types first). The same arguments and tuple names
    /// give the same object; its own parameters give the definition.
    /// </summary>
    public TypeSymbol Construct(ImmutableArray<TypeSymbol> typeArguments, ImmutableArray<string?> tupleNames = default)
    {
        if (typeArguments.IsEmpty)
            return this;
        if (tupleNames.IsDefault && IsOwnParameters(typeArguments))
            return this;
        _constructed ??= new();
        return _constructed.GetOrAdd(
            new ConstructionKey(typeArguments, tupleNames),
            static (key, definition) => new ConstructedTypeSymbol(definition, key.Arguments, key.TupleNames),
            this);
    }

    public TypeSymbol Construct(params ReadOnlySpan<TypeSymbol> typeArguments) => Construct([.. typeArguments], default);

    // Within its own declaration a generic type is written as its definition.
    public override TypeSymbol Substitute(TypeMap map)
    {
        var own = TypeArguments;
        if (own.IsEmpty || map.IsEmpty)
            return this;
        var arguments = map.Substitute(own);
        return arguments == own ? this : Construct(arguments);
    }

    private bool IsOwnParameters(ImmutableArray<TypeSymbol> arguments)
    {
        var parameters = TypeParameters;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!ReferenceEquals(arguments[i], parameters[i]))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Interning is by reference, so that types that differ only in annotations stay apart. A class: dictionaries over references
    /// are there compiled, those over a struct of ours would be compiled at every start.
    /// </summary>
    private sealed class ConstructionKey(ImmutableArray<TypeSymbol> arguments, ImmutableArray<string?> tupleNames) : IEquatable<ConstructionKey>
    {
        public ImmutableArray<TypeSymbol> Arguments => arguments;

        public ImmutableArray<string?> TupleNames => tupleNames;

        public bool Equals(ConstructionKey? other)
        {
            if (other is null || Arguments.Length != other.Arguments.Length || TupleNames.IsDefault != other.TupleNames.IsDefault)
                return false;
            for (var i = 0; i < Arguments.Length; i++)
            {
                if (!Same(Arguments[i], other.Arguments[i]))
                    return false;
            }

            return TupleNames.IsDefault || TupleNames.SequenceEqual(other.TupleNames, StringComparer.Ordinal);
        }

        // Arrays are not interned, so they compare by their parts.
        private static bool Same(TypeSymbol left, TypeSymbol right) =>
            ReferenceEquals(left, right)
            || (left is ArrayTypeSymbol a && right is ArrayTypeSymbol b && a.Rank == b.Rank && Same(a.ElementType, b.ElementType))
            || (left is PointerTypeSymbol && left == right);

        public override bool Equals(object? obj) => Equals(obj as ConstructionKey);

        public override int GetHashCode()
        {
            var hash = Arguments.Length;
            foreach (var argument in Arguments)
                hash = (hash * 31) + argument.GetHashCode();
            return hash;
        }
    }
}
