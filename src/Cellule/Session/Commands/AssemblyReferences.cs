using System.Reflection;
using Cellule.Binding;

namespace Cellule.Session.Commands;

/// <summary><c>#r</c>: an assembly by path or name, or a package that this installation already has.</summary>
internal sealed class AssemblyReferences(TypeIndex types, string? baseDirectory)
{
    /// <summary>Null when the reference holds, else why it doesn't.</summary>
    public string? Add(string target)
    {
        var scheme = target.IndexOf(':', StringComparison.Ordinal);
        if (scheme > 1)
        {
            var name = target[(scheme + 1)..].Split(',')[0].Trim();
            return !target.StartsWith("nuget", StringComparison.OrdinalIgnoreCase)
                ? $"#r \"{target}\": only paths and nuget packages can be referenced."
                : Load(name) ? null : $"The package '{name}' is not there, and cells don't download packages. What the application brings can be referenced.";
        }

        var path = Path.GetFullPath(target, baseDirectory ?? Environment.CurrentDirectory);
        if (!File.Exists(path))
            return Load(Path.GetFileNameWithoutExtension(target)) ? null : $"The assembly '{target}' could not be found.";
        try
        {
            types.Add(Assembly.LoadFrom(path));
            return null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return $"'{target}' could not be loaded: {e.Message}";
        }
    }

    private bool Load(string name)
    {
        try
        {
            types.Add(Assembly.Load(new AssemblyName(name)));
            return true;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return false;
        }
    }
}
