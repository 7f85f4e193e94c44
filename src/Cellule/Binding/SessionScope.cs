using System.Collections.Immutable;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>
/// What earlier cells left for later ones: variables, methods, types, usings. A later declaration hides an earlier one of its name.
/// Binding a cell doesn't change it; <see cref="Commit"/> does, once the cell has been emitted.
/// </summary>
internal sealed class SessionScope
{
    private readonly Dictionary<string, CellVariableSymbol> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<MethodSymbol>> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertySymbol> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, int Arity), NamedTypeSymbol> _types = [];
    private readonly List<string> _variableOrder = [];

    public SessionScope(TypeIndex types)
    {
        Types = types;
        Imports = Imports.Default;
    }

    /// <summary>The loaded types by name.</summary>
    public TypeIndex Types { get; }

    /// <summary>Usings in force.</summary>
    public Imports Imports { get; private set; }

    public AnonymousTypes AnonymousTypes { get; } = new();

    public AnonymousDelegates AnonymousDelegates { get; } = new();

    /// <summary>Variables in the order of their declaration.</summary>
    public IEnumerable<CellVariableSymbol> Variables => _variableOrder.Select(n => _variables[n]);

    public IEnumerable<PropertySymbol> Properties => _properties.Values;

    public IEnumerable<MethodSymbol> Methods => _methods.Values.SelectMany(m => m);

    public IEnumerable<NamedTypeSymbol> DeclaredTypes => _types.Values;

    public CellVariableSymbol? FindVariable(string name) => _variables.GetValueOrDefault(name);

    public PropertySymbol? FindProperty(string name) => _properties.GetValueOrDefault(name);

    public ImmutableArray<MethodSymbol> FindMethods(string name) => _methods.TryGetValue(name, out var found) ? found : [];

    /// <summary>Those that none of <paramref name="later"/> replaces.</summary>
    public IEnumerable<MethodSymbol> FindMethods(string name, IReadOnlyCollection<MethodSymbol> later) =>
        FindMethods(name).Where(old => !later.Any(l => MemberLookup.SameSignature(l, old)));

    public NamedTypeSymbol? FindType(string name, int arity) => _types.GetValueOrDefault((name, arity));

    /// <summary>Makes <paramref name="type"/>'s public static methods callable by name in every cell: <c>display</c>, <c>HTML</c>, …</summary>
    public void ImportStatic(Type type) => Imports = Imports.WithStatic(LoadedTypes.From(type));

    public void ImportNamespace(string name) => Imports = Imports.WithNamespace(name);

    /// <summary>Adds what an emitted cell declares. Source types must have their runtime types by now.</summary>
    public void Commit(BoundCell cell, Imports imports)
    {
        Imports = imports;
        foreach (var type in cell.Types)
        {
            _types[(type.Name, type.Arity)] = (NamedTypeSymbol)FinishedTypes.Of(type);
            Forget(type.Name);
        }

        foreach (var variable in cell.Variables)
        {
            Forget(variable.Name);
            variable.DeclaredType = FinishedTypes.Of(variable.DeclaredType);
            _variables[variable.Name] = variable;
            _variableOrder.Add(variable.Name);
        }

        foreach (var property in cell.Properties)
        {
            Forget(property.Name);
            _properties[property.Name] = new AccessorPropertySymbol(property.Name, FinishedTypes.Of(property.Getter), FinishedTypes.Of(property.Setter));
        }

        var accessors = cell.Properties.SelectMany(p => new[] { p.Getter, p.Setter }).ToHashSet();
        foreach (var group in cell.Methods.Where(m => !accessors.Contains(m.Method)).GroupBy(m => m.Method.Name, StringComparer.Ordinal))
        {
            if (_variables.Remove(group.Key))
                _variableOrder.Remove(group.Key);
            _properties.Remove(group.Key);
            var fresh = group.Select(m => FinishedTypes.Of(m.Method)).ToList();
            _methods[group.Key] = [.. fresh, .. FindMethods(group.Key, fresh)];
        }
    }

    private void Forget(string name)
    {
        if (_variables.Remove(name))
            _variableOrder.Remove(name);
        _properties.Remove(name);
        _methods.Remove(name);
    }
}

/// <summary>Turns symbols of an emitted cell into those of the loaded types that it became.</summary>
internal static class FinishedTypes
{
    public static TypeSymbol Of(TypeSymbol type)
    {
        switch (type)
        {
            case SourceTypeSymbol { RuntimeType: { } runtime }:
                return LoadedTypes.From(runtime);
            case ArrayTypeSymbol array:
                return Of(array.ElementType).MakeArray(array.Rank);
            case ConstructedTypeSymbol constructed:
                return ((NamedTypeSymbol)Of(constructed.OriginalDefinition)).Construct([.. constructed.TypeArguments.Select(Of)], constructed.TupleNames);
            default:
                return type;
        }
    }

    public static MethodSymbol? Of(MethodSymbol? accessor) => accessor is SourceMethodSymbol source ? Of(source) : accessor;

    /// <summary>The loaded method that a top-level method became.</summary>
    public static MethodSymbol Of(SourceMethodSymbol method) =>
        method.RuntimeMethod is { } runtime ? new LoadedMethodSymbol(runtime, LoadedTypes.From(runtime.DeclaringType!)) : method;
}

/// <summary>Usings: namespaces, static types and aliases, immutable.</summary>
internal sealed record Imports(ImmutableArray<string> Namespaces, ImmutableArray<TypeSymbol> Statics, ImmutableDictionary<string, Symbol> Aliases)
{
    /// <summary>What every cell has from the start.</summary>
    public static Imports Default { get; } = new(
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"],
        [],
        ImmutableDictionary.Create<string, Symbol>(StringComparer.Ordinal));

    public Imports WithNamespace(string name) => Namespaces.Contains(name) ? this : this with { Namespaces = Namespaces.Add(name) };

    public Imports WithStatic(TypeSymbol type) => Statics.Contains(type) ? this : this with { Statics = Statics.Add(type) };

    public Imports WithAlias(string name, Symbol target) => this with { Aliases = Aliases.SetItem(name, target) };
}
