using System.Runtime.InteropServices;

namespace Cellule.Jupyter.Installing;

/// <summary>How a client starts this very program again.</summary>
public static class KernelCommandLine
{
    /// <summary>
    /// The words before the arguments. A program beside its assembly is started through <c>dotnet</c>, by full path, because
    /// a client may have neither <c>PATH</c> nor <c>DOTNET_ROOT</c>; an installed tool through its own command, which stays
    /// right when the tool is updated.
    /// </summary>
    public static IReadOnlyList<string> OfThisProgram(string assemblyName)
    {
        var program = Environment.ProcessPath ?? "dotnet";
        var assembly = Path.Combine(AppContext.BaseDirectory, assemblyName + ".dll");
        var startedByHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        if (!File.Exists(assembly))
        {
            return [program];
        }

        if (startedByHost)
        {
            return [program, assembly];
        }

        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        var isBeside = Path.GetDirectoryName(program) == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        return isBeside && File.Exists(host) ? [host, assembly] : [program];
    }
}
