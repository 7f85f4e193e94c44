using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cellule.Jupyter.Installing;

/// <summary>Kernel specs on disk: a folder each, with <c>kernel.json</c> and logos.</summary>
public static partial class KernelSpecs
{
    private const string SpecFile = "kernel.json";
    private const string LogoPrefix = "Cellule.Jupyter.Logos.";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Jupyter takes letters, digits, dot, dash and underscore, and lowers them.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>
    /// Writes a kernel spec for the user, or under <paramref name="prefix"/>; one of the same name is replaced whole.
    /// Returns its folder.
    /// </summary>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public static string Install(string name, string displayName, IReadOnlyList<string> command, string? prefix)
    {
        var kernels = prefix is null ? KernelSpecFolders.OfThisMachine.User : KernelSpecFolders.Prefix(prefix);
        var folder = Path.Combine(kernels, name);

        // Written beside and moved, so that a client never finds half a kernel.
        var beside = Path.Combine(kernels, $".{name}.{Environment.ProcessId}");
        Directory.CreateDirectory(beside);
        try
        {
            File.WriteAllText(Path.Combine(beside, SpecFile), Spec(displayName, command).ToJsonString(Layout) + "\n");
            WriteLogos(beside);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(beside, folder);
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }

        return folder;
    }

    /// <summary>Deletes the kernel spec from where <see cref="Install"/> put it; null when there is none, else its folder.</summary>
    public static string? Uninstall(string name, string? prefix)
    {
        var folder = Path.Combine(prefix is null ? KernelSpecFolders.OfThisMachine.User : KernelSpecFolders.Prefix(prefix), name);
        if (!File.Exists(Path.Combine(folder, SpecFile)))
        {
            return null;
        }

        Directory.Delete(folder, recursive: true);
        return folder;
    }

    /// <summary>The kernels that Jupyter finds here, each name once; what can't be read shows no display name.</summary>
    public static IReadOnlyList<(string Name, string DisplayName, string Folder)> List()
    {
        var found = new SortedDictionary<string, (string, string, string)>(StringComparer.Ordinal);
        foreach (var spec in KernelSpecFolders.OfThisMachine.All.Where(Directory.Exists).SelectMany(Directory.GetDirectories)
            .Select(folder => Path.Combine(folder, SpecFile)).Where(File.Exists))
        {
            var folder = Path.GetDirectoryName(spec)!;
            var name = Path.GetFileName(folder);
            found.TryAdd(name, (name, DisplayName(spec), folder));
        }

        return [.. found.Values];
    }

    internal static JsonObject Spec(string displayName, IReadOnlyList<string> command)
    {
        // Hexadecimal, 4 MiB: a notebook's cells allocate little, and would fill several times as much before the first collection.
        // The runtime takes this from the environment alone.
        var environment = new JsonObject { ["DOTNET_GCgen0size"] = "400000" };

        // A client started from a desktop may not have what this shell has.
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            environment["DOTNET_ROOT"] = root;
        }

        return new JsonObject
        {
            ["argv"] = new JsonArray([.. command.Select(word => (JsonNode)word), "{connection_file}"]),
            ["display_name"] = displayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = environment,
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
    }

    private static string DisplayName(string spec)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(spec)) is JsonObject json && json["display_name"] is JsonValue name && name.TryGetValue<string>(out var text)
                ? text
                : "";
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void WriteLogos(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(LogoPrefix, StringComparison.Ordinal)))
        {
            using var logo = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(folder, name[LogoPrefix.Length..]));
            logo.CopyTo(file);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
