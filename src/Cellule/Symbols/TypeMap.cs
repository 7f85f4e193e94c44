using System.Collections.Immutable;

namespace Cellule.Symbols;

/// <summary>What type parameters stand for.</summary>
internal sealed class TypeMap(ImmutableArray<TypeParameterSymbol> parameters, ImmutableArray<TypeSymbol> arguments)
{
    public static TypeMap Empty { get; } = new([], []);

    public bool IsEmpty => parameters.IsEmpty;

    public TypeSymbol this[TypeParameterSymbol parameter]
    {
        get
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                if (ReferenceEquals(parameters[i], parameter))
                    return arguments[i];
            }

            return parameter;
        }
    }

    /// <summary>This map with more parameters.</summary>
    public TypeMap With(ImmutableArray<TypeParameterSymbol> moreParameters, ImmutableArray<TypeSymbol> moreArguments) =>
        moreParameters.IsEmpty ? this : new(parameters.AddRange(moreParameters), arguments.AddRange(moreArguments));

    public ImmutableArray<TypeSymbol> Substitute(ImmutableArray<TypeSymbol> types)
    {
        if (types.IsEmpty || IsEmpty)
            return types;
        var changed = false;
        var result = ImmutableArray.CreateBuilder<TypeSymbol>(types.Length);
        foreach (var type in types)
        {
            var substituted = type.Substitute(this);
            changed |= !ReferenceEquals(substituted, type);
            result.Add(substituted);
        }

        return changed ? result.MoveToImmutable() : types;
    }
}
