using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Cellule.Symbols;

namespace Cellule.Binding;

/// <summary>
/// What the assemblies on the process's list of trusted ones declare, read from their metadata without loading them; read
/// once per process, when first needed.
/// </summary>
internal sealed class PlatformIndex
{
    private static readonly Lazy<ImmutableArray<AssemblyNames>> Trusted = new(ReadTrusted);

    private readonly ConcurrentDictionary<Assembly, AssemblyNames> _added = new();

    public bool NamespaceExists(string ns, Assembly[] added) =>
        Likely(ns, added).Any(a => a.HasNamespace(ns)) || Trusted.Value.Any(a => a.HasNamespace(ns));

    /// <summary>The assembly that declares a type by its full metadata name; null when none does.</summary>
    public static Assembly? HomeOf(string ns, string full) => HomeOf(ns, full, Trusted.Value);

    /// <summary>As <see cref="HomeOf(string, string)"/>, among assemblies whose names speak for the namespace.</summary>
    public Assembly? LikelyHomeOf(string ns, string full) => HomeOf(ns, full, Likely(ns, []));

    private static Assembly? HomeOf(string ns, string full, IEnumerable<AssemblyNames> assemblies)
    {
        var name = ns.Length == 0 ? full : full[(ns.Length + 1)..];
        foreach (var assembly in assemblies)
        {
            if (assembly.HasType(ns, name) && assembly.Load() is { } loaded)
                return loaded;
        }

        return null;
    }

    public ImmutableArray<TypeSymbol> ExtensionTypes(string ns, Assembly[] added)
    {
        if (!ns.StartsWith("System.", StringComparison.Ordinal) || ns.Count(c => c == '.') < 2)
            return ExtensionTypes(ns, Likely(ns, added));

        // System.Xml.XPath is at home in System.Private.Xml.Linq, too, and System.Collections.Frozen in System.Collections.Immutable.
        var parent = ns[..ns.LastIndexOf('.')];
        var hidden = "System.Private" + parent["System".Length..];
        var found = ExtensionTypes(ns, Likely(ns, added).Concat(Trusted.Value.Where(a => a.Name == hidden || IsWithin(a.Name, hidden))));
        return found.IsEmpty ? ExtensionTypes(ns, Trusted.Value.Where(a => IsWithin(a.Name, parent))) : found;
    }

    private static ImmutableArray<TypeSymbol> ExtensionTypes(string ns, IEnumerable<AssemblyNames> assemblies)
    {
        var result = ImmutableArray.CreateBuilder<TypeSymbol>();
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.ExtensionTypes(ns))
            {
                if (assembly.Load()?.GetType(ns.Length == 0 ? name : $"{ns}.{name}", false) is { } type && !result.Contains(LoadedTypes.From(type)))
                    result.Add(LoadedTypes.From(type));
            }
        }

        return result.ToImmutable();
    }

    // Reading the metadata of all assemblies costs more than a first cell may: namespaces live in assemblies of their name, of a
    // longer or a shorter one, or in the core library. What a user's program has loaded is always read.
    private IEnumerable<AssemblyNames> Likely(string ns, Assembly[] added)
    {
        foreach (var assembly in added)
            yield return _added.GetOrAdd(assembly, AssemblyNames.Of);
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic).Select(a => a.GetName().Name).ToHashSet(StringComparer.Ordinal);
        foreach (var assembly in Trusted.Value)
        {
            if (IsNamedLike(assembly.Name, ns) || (!assembly.IsPlatform && loaded.Contains(assembly.Name)))
                yield return assembly;
        }
    }

    private static bool IsNamedLike(string assembly, string ns)
    {
        if (assembly == "System.Private.CoreLib")
            return ns.StartsWith("System", StringComparison.Ordinal);
        if (ns == "System")
            return assembly is "System.Memory" or "System.Runtime";
        return assembly == ns || IsWithin(assembly, ns) || IsWithin(ns, assembly) || (ns == "System.Linq" && assembly == "System.Collections.Immutable");
    }

    private static bool IsWithin(string name, string parent) =>
        name.Length > parent.Length && name[parent.Length] == '.' && name.StartsWith(parent, StringComparison.Ordinal) && parent != "System";

    public IEnumerable<(string Name, bool IsNamespace)> MembersOf(string ns, Assembly[] added) => All(added).SelectMany(a => a.MembersOf(ns)).Distinct();

    public IEnumerable<string> NamespacesOf(string typeName, Assembly[] added) => All(added).SelectMany(a => a.NamespacesOf(typeName)).Distinct();

    private IEnumerable<AssemblyNames> All(Assembly[] added)
    {
        foreach (var assembly in added)
            yield return _added.GetOrAdd(assembly, AssemblyNames.Of);
        foreach (var assembly in Trusted.Value)
            yield return assembly;
    }

    private static ImmutableArray<AssemblyNames> ReadTrusted()
    {
        var paths = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES"))?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return [.. paths.Where(p => p.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(p => new AssemblyNames(p))];
    }
}

/// <summary>The public names of one assembly, by namespace.</summary>
internal sealed class AssemblyNames
{
    private readonly string _path;
    private Assembly? _assembly;
    private Dictionary<string, Namespace>? _namespaces;
    private HashSet<string>? _prefixes;

    public AssemblyNames(string path)
    {
        _path = path;
        Name = Path.GetFileNameWithoutExtension(path);
    }

    public string Name { get; }

    /// <summary>Part of the framework rather than of the program.</summary>
    public bool IsPlatform => Path.GetDirectoryName(_path) == PlatformFolder;

    private static readonly string? PlatformFolder = Path.GetDirectoryName(typeof(object).Assembly.Location);

    public static AssemblyNames Of(Assembly assembly) => new(assembly.Location) { _assembly = assembly };

    public Assembly? Load()
    {
        if (_assembly is not null)
            return _assembly;
        try
        {
            return _assembly = Assembly.Load(new AssemblyName(Name));
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }

    public bool HasNamespace(string ns)
    {
        Read();
        return _namespaces!.ContainsKey(ns) || _prefixes!.Contains(ns);
    }

    public bool HasType(string ns, string name) => Read().TryGetValue(ns, out var found) && found.Types.Contains(name);

    public IEnumerable<string> ExtensionTypes(string ns) => Read().TryGetValue(ns, out var found) ? found.ExtensionTypes : [];

    public IEnumerable<(string Name, bool IsNamespace)> MembersOf(string ns)
    {
        if (Read().TryGetValue(ns, out var found))
        {
            foreach (var type in found.Types)
                yield return (type, false);
        }

        var start = ns.Length == 0 ? "" : ns + ".";
        foreach (var name in _namespaces!.Keys.Concat(_prefixes!))
        {
            if (name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal) && !name.AsSpan(start.Length).Contains('.'))
                yield return (name[start.Length..], true);
        }
    }

    public IEnumerable<string> NamespacesOf(string typeName) => Read().Where(n => n.Value.Types.Contains(typeName)).Select(n => n.Key);

    private Dictionary<string, Namespace> Read()
    {
        if (_namespaces is not null)
            return _namespaces;
        var namespaces = new Dictionary<string, Namespace>(StringComparer.Ordinal);
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        if (_path.Length > 0 && File.Exists(_path))
        {
            try
            {
                using var file = new PEReader(File.OpenRead(_path));
                if (file.HasMetadata)
                    ReadTypes(file.GetMetadataReader(), namespaces);
            }
            catch (Exception e) when (e is BadImageFormatException or IOException or InvalidOperationException)
            {
                // A native library on the list: it has no names.
            }
        }
        else if (_assembly is not null)
        {
            foreach (var type in _assembly.GetExportedTypes().Where(t => !t.IsNested))
                Add(namespaces, type.Namespace ?? "", type.Name, type.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), false));
        }

        foreach (var ns in namespaces.Keys)
        {
            for (var dot = ns.LastIndexOf('.'); dot > 0; dot = ns.LastIndexOf('.', dot - 1))
                prefixes.Add(ns[..dot]);
        }

        _prefixes = prefixes;
        return _namespaces = namespaces;
    }

    private static void ReadTypes(MetadataReader reader, Dictionary<string, Namespace> namespaces)
    {
        // By offset: the platform brings dictionaries over integers compiled.
        var names = new Dictionary<int, string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public)
                continue;
            var offset = reader.GetHeapOffset(type.Namespace);
            if (!names.TryGetValue(offset, out var ns))
                names.Add(offset, ns = reader.GetString(type.Namespace));
            var isStatic = (type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Sealed)) == (TypeAttributes.Abstract | TypeAttributes.Sealed);
            Add(namespaces, ns, reader.GetString(type.Name), isStatic && HasExtensionAttribute(reader, type));
        }
    }

    private static bool HasExtensionAttribute(MetadataReader reader, TypeDefinition type)
    {
        foreach (var handle in type.GetCustomAttributes())
        {
            var constructor = reader.GetCustomAttribute(handle).Constructor;
            var name = constructor.Kind switch
            {
                HandleKind.MemberReference when reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
                    => reader.GetTypeReference((TypeReferenceHandle)parent).Name,
                HandleKind.MethodDefinition => reader.GetTypeDefinition(reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()).Name,
                _ => default,
            };
            if (!name.IsNil && reader.StringComparer.Equals(name, "ExtensionAttribute"))
                return true;
        }

        return false;
    }

    private static void Add(Dictionary<string, Namespace> namespaces, string ns, string name, bool isExtension)
    {
        if (!namespaces.TryGetValue(ns, out var found))
            namespaces.Add(ns, found = new Namespace());
        found.Types.Add(name);
        if (isExtension)
            found.ExtensionTypes.Add(name);
    }

    private sealed class Namespace
    {
        public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

        public List<string> ExtensionTypes { get; } = [];
    }
}
