using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>Members of a type by name, through its bases, with C#'s hiding; cached in the type.</summary>
internal static class MemberLookup
{
    /// <summary>Every member of that name, most derived first; overridden methods are represented by their overrides.</summary>
    public static ImmutableArray<MemberSymbol> Find(TypeSymbol type, string name)
    {
        if (type is SourceTypeSymbol or ConstructedTypeSymbol { OriginalDefinition: SourceTypeSymbol })
            return Search(type, name);
        return type.LookupCache.TryGetValue(name, out var found) ? found : type.LookupCache.GetOrAdd(name, Search(type, name));
    }

    public static IEnumerable<MethodSymbol> Methods(TypeSymbol type, string name) => Find(type, name).OfType<MethodSymbol>();

    public static ImmutableArray<PropertySymbol> Indexers(TypeSymbol type)
    {
        var result = new List<PropertySymbol>();
        foreach (var part in Hierarchy(type))
        {
            if (part.IndexerName is { } name)
            {
                foreach (var property in part.GetMembers(name).OfType<PropertySymbol>())
                {
                    if (property.IsIndexer && !result.Exists(p => SameParameters(p.Parameters, property.Parameters)))
                        result.Add(property);
                }
            }
        }

        return [.. result];
    }

    public static TypeSymbol? NestedType(TypeSymbol type, string name, int arity)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetNestedType(name, arity) is { } nested)
                return nested;
        }

        return null;
    }

    /// <summary>The type and what its members are inherited from.</summary>
    public static IEnumerable<TypeSymbol> Hierarchy(TypeSymbol type)
    {
        if (type.IsInterface)
        {
            yield return type;
            foreach (var inherited in type.AllInterfaces)
                yield return inherited;
            yield return BuiltIn.Object;
            yield break;
        }

        if (type is TypeParameterSymbol parameter)
        {
            foreach (var part in Hierarchy(parameter.BaseType))
                yield return part;
            foreach (var inherited in parameter.AllInterfaces)
                yield return inherited;
            yield break;
        }

        for (var current = type.IsDynamic ? BuiltIn.Object : type; current is not null; current = current.BaseType)
            yield return current;
    }

    private static ImmutableArray<MemberSymbol> Search(TypeSymbol type, string name)
    {
        ImmutableArray<MemberSymbol> first = default;
        List<MemberSymbol>? more = null;
        foreach (var part in Hierarchy(type))
        {
            var declared = part.GetMembers(name);
            if (declared.IsEmpty)
                continue;
            if (first.IsDefault)
            {
                if (IsHiddenByType(type, part, name))
                    break;
                first = declared;
                continue;
            }

            more ??= [.. first];
            foreach (var member in declared)
            {
                if (!IsHidden(member, more, type))
                    more.Add(member);
            }
        }

        return more is not null ? [.. more] : first.IsDefault ? [] : first;
    }

    /// <summary>A nested type of that name stands between the type and the part of its hierarchy.</summary>
    private static bool IsHiddenByType(TypeSymbol type, TypeSymbol part, string name)
    {
        for (var current = type; current is not null && !ReferenceEquals(current, part); current = current.BaseType)
        {
            if (current is NamedTypeSymbol { TypeKind: TypeKind.Class } && current.GetNestedType(name, 0) is not null)
                return true;
        }

        return false;
    }

    private static bool IsHidden(MemberSymbol member, List<MemberSymbol> found, TypeSymbol type)
    {
        foreach (var other in found)
        {
            if (other.Accessibility == Accessibility.Private)
                continue;
            if (member is MethodSymbol method)
            {
                if (other is not MethodSymbol otherMethod)
                    return true;

                // Two unrelated interfaces both count; within a class the derived one hides.
                if (SameSignature(otherMethod, method) && (!type.IsInterface || Derives(otherMethod.ContainingType!, method.ContainingType!)))
                    return true;
            }
            else if (member is PropertySymbol { IsIndexer: true } indexer && other is PropertySymbol { IsIndexer: true } otherIndexer)
            {
                if (SameParameters(indexer.Parameters, otherIndexer.Parameters))
                    return true;
            }
            else if (!type.IsInterface || Derives(other.ContainingType!, member.ContainingType!))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Derives(TypeSymbol derived, TypeSymbol from) => derived == from || derived.AllInterfaces.Contains(from) || from.IsObject;

    /// <summary>Whether one hides the other: names, return types and names of type parameters don't count.</summary>
    public static bool SameSignature(MethodSymbol left, MethodSymbol right)
    {
        if (left.TypeParameters.Length != right.TypeParameters.Length || left.Parameters.Length != right.Parameters.Length)
            return false;
        if (left.TypeParameters.Length == 0)
            return SameParameters(left.Parameters, right.Parameters);
        return SameParameters(left.Parameters, right.Construct([.. left.TypeParameters]).Parameters);
    }

    public static bool SameParameters(ImmutableArray<ParameterSymbol> left, ImmutableArray<ParameterSymbol> right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].Type != right[i].Type || (left[i].RefKind == RefKind.None) != (right[i].RefKind == RefKind.None))
                return false;
        }

        return true;
    }
}
