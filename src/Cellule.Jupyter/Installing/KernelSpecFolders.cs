namespace Cellule.Jupyter.Installing;

/// <summary>
/// Where Jupyter's clients and VS Code look for kernels: the folders of Jupyter's own rules, in their order.
/// The environment is asked through <paramref name="variable"/>, so that each platform's rules can be tested on any.
/// </summary>
internal sealed class KernelSpecFolders(KernelPlatform platform, string home, Func<string, string?> variable)
{
    private static readonly string[] EnvironmentVariables = ["VIRTUAL_ENV", "CONDA_PREFIX"];

    /// <summary>The folders of the machine and user that run this.</summary>
    public static KernelSpecFolders OfThisMachine { get; } = new(
        OperatingSystem.IsWindows() ? KernelPlatform.Windows : OperatingSystem.IsMacOS() ? KernelPlatform.MacOS : KernelPlatform.Linux,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Environment.GetEnvironmentVariable);

    /// <summary>The user's own kernels.</summary>
    public string User => Kernels(Given("JUPYTER_DATA_DIR") ?? platform switch
    {
        KernelPlatform.Windows => Path.Combine(Given("APPDATA") ?? Path.Combine(home, "AppData", "Roaming"), "jupyter"),
        KernelPlatform.MacOS => Path.Combine(home, "Library", "Jupyter"),
        _ => Path.Combine(Given("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"),
    });

    /// <summary>The kernels of a Python environment or another tree of its own.</summary>
    public static string Prefix(string prefix) => Kernels(Path.Combine(Path.GetFullPath(prefix), "share", "jupyter"));

    /// <summary>Every folder that is searched, the one that wins first.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            var separator = platform == KernelPlatform.Windows ? ';' : ':';
            var named = (Given("JUPYTER_PATH") ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries).Select(Kernels);
            var environments = EnvironmentVariables.Select(Given).OfType<string>().Select(Prefix);
            string[] shared = platform == KernelPlatform.Windows
                ? [Kernels(Path.Combine(Given("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter"))]
                : ["/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"];
            return [.. named.Append(User).Concat(environments).Concat(shared).Distinct(StringComparer.Ordinal)];
        }
    }

    private static string Kernels(string data) => Path.Combine(data, "kernels");

    private string? Given(string name) => variable(name) is { Length: > 0 } value ? value : null;
}

/// <summary>The platforms whose folders differ.</summary>
internal enum KernelPlatform
{
    Linux,
    MacOS,
    Windows,
}
