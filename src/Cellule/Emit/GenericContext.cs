using System.Collections.Immutable;
using System.Reflection.Emit;
using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>Which runtime types the type parameters denote in the method being emitted.</summary>
internal sealed class GenericContext
{
    private readonly Dictionary<TypeParameterSymbol, Type> _actual = new(ReferenceEqualityComparer.Instance);

    public static GenericContext Empty { get; } = new();

    public Type? Find(TypeParameterSymbol parameter) => _actual.GetValueOrDefault(parameter);

    public GenericContext With(ImmutableArray<TypeParameterSymbol> parameters, Type[] actual)
    {
        if (parameters.IsEmpty)
            return this;
        var result = new GenericContext();
        foreach (var (parameter, type) in _actual)
            result._actual.Add(parameter, type);
        for (var i = 0; i < parameters.Length; i++)
            result._actual[parameters[i]] = actual[i];
        return result;
    }
}

internal static class BuilderTypes
{
    /// <summary>Whether an unfinished type takes part in <paramref name="type"/>: then reflection can't be asked about its members.</summary>
    public static bool ContainsBuilders(this Type type)
    {
        if (type is TypeBuilder or GenericTypeParameterBuilder or EnumBuilder)
            return true;
        if (type.HasElementType)
            return type.GetElementType()!.ContainsBuilders();
        if (!type.IsGenericType)
            return false;
        if (!type.IsGenericTypeDefinition && type.GetGenericTypeDefinition() is TypeBuilder)
            return true;
        return type.GetGenericArguments().Any(ContainsBuilders);
    }
}
