using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>Which methods of a declared type implement an interface's member by name and signature: the runtime wants them virtual.</summary>
internal static class InterfaceImplementations
{
    /// <summary>A base class of the cell may implement what only a derived class promises.</summary>
    public static IEnumerable<SourceMethodSymbol> Of(SourceTypeSymbol type)
    {
        for (TypeSymbol? current = type; current?.OriginalDefinition is SourceTypeSymbol source; current = source.BaseType)
        {
            foreach (var (method, _) in Pairs(type, source, isStatic: false))
                yield return method;
        }
    }

    /// <summary>Static members, which implement an interface's only when that is said for each.</summary>
    public static IEnumerable<(SourceMethodSymbol Method, MethodSymbol Implemented)> OfStatics(SourceTypeSymbol type) => Pairs(type, type, isStatic: true);

    private static IEnumerable<(SourceMethodSymbol Method, MethodSymbol Implemented)> Pairs(SourceTypeSymbol type, SourceTypeSymbol declaring, bool isStatic)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.AllInterfaces.IsEmpty)
            yield break;
        var candidates = TypeDeclarer.MethodsOf(declaring)
            .Where(m => m.IsStatic == isStatic && m is { Accessibility: Accessibility.Public, ExplicitImplementation: null })
            .ToLookup(m => m.Name, StringComparer.Ordinal);
        foreach (var member in type.AllInterfaces.SelectMany(MethodsOf).Where(m => m.IsStatic == isStatic && (!isStatic || m.IsVirtual || m.IsAbstract)))
        {
            foreach (var candidate in candidates[member.Name].Where(c => Same(c, member)))
                yield return (candidate, member);
        }
    }

    private static IEnumerable<MethodSymbol> MethodsOf(TypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case MethodSymbol method:
                    yield return method;
                    break;
                case PropertySymbol property:
                    if (property.Getter is { } getter)
                        yield return getter;
                    if (property.Setter is { } setter)
                        yield return setter;
                    break;
                case EventSymbol @event:
                    if (@event.Adder is { } adder)
                        yield return adder;
                    if (@event.Remover is { } remover)
                        yield return remover;
                    break;
            }
        }
    }

    private static bool Same(MethodSymbol candidate, MethodSymbol member)
    {
        if (candidate.Parameters.Length != member.Parameters.Length || candidate.TypeParameters.Length != member.TypeParameters.Length)
            return false;
        var map = TypeMap.Empty.With(member.TypeParameters, [.. candidate.TypeParameters]);
        for (var i = 0; i < candidate.Parameters.Length; i++)
        {
            if (candidate.Parameters[i].Type != member.Parameters[i].Type.Substitute(map))
                return false;
        }

        return member.ReturnType.Substitute(map) == candidate.ReturnType || !candidate.IsStatic;
    }
}
