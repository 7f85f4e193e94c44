using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>Which extension methods a name can mean.</summary>
internal sealed partial class Binder
{
    /// <summary>Extension methods of a name, scope by scope outwards: the cell's and session's own first, then those of the usings.</summary>
    private IEnumerable<ImmutableArray<MethodSymbol>> ExtensionScopes(string name)
    {
        var own = OwnExtensions(name);
        if (!own.IsEmpty)
            yield return own;
        var imported = ImmutableArray.CreateBuilder<MethodSymbol>();
        foreach (var ns in _imports.Namespaces)
            imported.AddRange(_session.Types.Extensions(ns, name));
        foreach (var type in _imports.Statics)
            imported.AddRange(type.GetMembers(name).OfType<MethodSymbol>().Where(m => m.IsExtension && !imported.Contains(m)));
        if (imported.Count > 0)
            yield return imported.ToImmutable();
    }

    private ImmutableArray<MethodSymbol> OwnExtensions(string name)
    {
        var result = ImmutableArray.CreateBuilder<MethodSymbol>();
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.IsCell && scope.FindFunctions(name) is { } functions)
                result.AddRange(functions.Where(m => m.IsExtension));
        }

        result.AddRange(_session.FindMethods(name, [.. result]).Where(m => m.RuntimeMember?.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), false) == true || m.IsExtension));
        foreach (var type in CellTypes.Values.Cast<TypeSymbol>().Concat(_session.DeclaredTypes))
        {
            if (type.IsStatic)
                result.AddRange(type.GetMembers(name).OfType<MethodSymbol>().Where(m => m.IsExtension));
        }

        return result.ToImmutable();
    }

    private bool HasExtension(string name) => ExtensionScopes(name).Any();
}
