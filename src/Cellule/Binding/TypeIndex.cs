using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>
/// Finds loaded and loadable types by namespace and name without listing what assemblies hold. Order: assemblies added by the
/// session, the core library, those already loaded, the platform's facades, assemblies named like the namespace, then (once, when
/// nothing else knows the name) the metadata of every assembly that the process could load.
/// </summary>
internal sealed class TypeIndex
{
    private readonly ConcurrentDictionary<string, TypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _namespaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<TypeSymbol>> _extensionTypes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ExtensionKey, ImmutableArray<MethodSymbol>> _extensions = new();
    private readonly List<Assembly> _added = [];
    private readonly Lazy<PlatformIndex> _platform = new(() => new PlatformIndex());

    /// <summary>Makes an assembly's types known (<c>#r</c>); its names win over the platform's.</summary>
    public void Add(Assembly assembly)
    {
        lock (_added)
        {
            if (_added.Contains(assembly))
                return;
            _added.Add(assembly);
        }

        _types.Clear();
        _namespaces.Clear();
        _extensionTypes.Clear();
        _extensions.Clear();
    }

    /// <summary>The type <c>ns.name`arity</c>, or null; looked for where a namespace of that name would be.</summary>
    public TypeSymbol? Find(string ns, string name, int arity) => _types.GetOrAdd(FullName(ns, name, arity), FindFull, ns);

    /// <summary>As <see cref="Find"/>, and then in the metadata of everything that could be loaded, which costs once.</summary>
    public TypeSymbol? FindAnywhere(string ns, string name, int arity)
    {
        if (Find(ns, name, arity) is { } found)
            return found;
        var full = FullName(ns, name, arity);
        if (PlatformIndex.HomeOf(ns, full) is not { } home || Visible(home.GetType(full, false)) is not { } deep)
            return null;
        _types[full] = deep;
        return deep;
    }

    private static string FullName(string ns, string name, int arity)
    {
        var full = ns.Length == 0 ? name : $"{ns}.{name}";
        return arity == 0 ? full : full + "`" + arity.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public bool NamespaceExists(string ns) => _namespaces.GetOrAdd(ns, FindNamespace);

    /// <summary>Extension methods of that name in the static classes of a namespace.</summary>
    public ImmutableArray<MethodSymbol> Extensions(string ns, string name) => _extensions.GetOrAdd(new ExtensionKey(ns, name), key =>
        [.. ExtensionTypes(key.Namespace).SelectMany(t => t.GetMembers(key.Name)).OfType<MethodSymbol>().Where(m => m.IsExtension)]);

    /// <summary>A class, since the platform brings dictionaries over references compiled, others not.</summary>
    private sealed record ExtensionKey(string Namespace, string Name);

    /// <summary>The static classes of a namespace that declare extension methods.</summary>
    public ImmutableArray<TypeSymbol> ExtensionTypes(string ns) => _extensionTypes.GetOrAdd(ns, n => _platform.Value.ExtensionTypes(n, Added()));

    /// <summary>Names of types and of child namespaces directly in a namespace, for completion.</summary>
    public IEnumerable<(string Name, bool IsNamespace)> MembersOf(string ns) => _platform.Value.MembersOf(ns, Added());

    /// <summary>Namespaces that have a public type of this name: for 'are you missing a using'.</summary>
    public IEnumerable<string> NamespacesOf(string typeName) => _platform.Value.NamespacesOf(typeName, Added());

    private Assembly[] Added()
    {
        lock (_added)
            return [.. _added];
    }

    private TypeSymbol? FindFull(string full, string ns)
    {
        foreach (var assembly in Added())
        {
            if (Visible(assembly.GetType(full, false)) is { } added)
                return added;
        }

        if (Visible(typeof(object).Assembly.GetType(full, false)) is { } core)
            return core;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (!assembly.IsDynamic && Visible(assembly.GetType(full, false)) is { } loaded)
                return loaded;
        }

        // The platform's own namespaces only: probing costs, and nothing of a user's own is there.
        if (ns.StartsWith("System", StringComparison.Ordinal) && PlatformFacade.Find(full) is { } facade)
            return Visible(facade);
        return _platform.Value.LikelyHomeOf(ns, full) is { } home ? Visible(home.GetType(full, false)) : null;
    }

    private static TypeSymbol? Visible(Type? type) => type is { IsVisible: true } ? LoadedTypes.From(type) : null;

    private bool FindNamespace(string ns) => _platform.Value.NamespaceExists(ns, Added());
}

/// <summary>The facades that forward the platform's common types to where they are: a look-up there loads no more than it must.</summary>
internal static class PlatformFacade
{
    private static readonly Lazy<Assembly?> NetStandard = new(() =>
    {
        try
        {
            return Assembly.Load("netstandard");
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    });

    public static Type? Find(string fullName) => NetStandard.Value?.GetType(fullName, false);
}
