using Cellule.Symbols;

namespace Cellule.Emit;

/// <summary>Which methods of a declared type implement an interface's member by name and signature: the runtime wants them virtual.</summary>
internal static class InterfaceImplementations
{
    public static HashSet<SourceMethodSymbol> Of(SourceTypeSymbol type)
    {
        var result = new HashSet<SourceMethodSymbol>(ReferenceEqualityComparer.Instance);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.AllInterfaces.IsEmpty)
            return result;
        var candidates = TypeDeclarer.MethodsOf(type).Where(m => m is { IsStatic: false, Accessibility: Accessibility.Public }).ToLookup(m => m.Name, StringComparer.Ordinal);
        foreach (var implemented in type.AllInterfaces)
        {
            foreach (var member in MethodsOf(implemented))
            {
                foreach (var candidate in candidates[member.Name])
                {
                    if (Same(candidate, member))
                        result.Add(candidate);
                }
            }
        }

        return result;
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

        return true;
    }
}
