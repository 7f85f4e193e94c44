using System.Diagnostics;
using System.Reflection;
using System.Text;

[assembly: AssemblyFixture(typeof(Cellule.Jupyter.Tests.Clients.InstalledKernel))]

namespace Cellule.Jupyter.Tests.Clients;

/// <summary>
/// The built program, installed as a kernel into a folder of its own, for tests with real clients. A client that is not on
/// this machine skips its test, but not in CI.
/// </summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("cellule-kernel-").FullName;

    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The folder of the kernel spec.</summary>
    public string SpecFolder => Path.Combine(_folder, "share", "jupyter", "kernels", "entente");

    /// <summary>The program's assembly, built with the tests.</summary>
    public static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(RepositoryRoot, "src", "Entente.Cli", "bin", output.Parent!.Name, output.Name, "Entente.Cli.dll");
        }
    }

    /// <summary>The folder that holds a test's own files.</summary>
    public static string FolderOf(string test) => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"cellule-{test}-{Guid.NewGuid():N}")).FullName;

    public static string ClientFile(string name) => Path.Combine(RepositoryRoot, "tests", "Cellule.Jupyter.Tests", "Clients", name);

    public async ValueTask InitializeAsync()
    {
        var (status, output) = await RunAsync("dotnet", [Program, "kernel", "install", "--prefix", _folder], _folder);
        Assert.True(status == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Skips the test where a program is missing; in CI it fails.</summary>
    public static void Require(params string[] paths)
    {
        foreach (var path in paths.Where(path => !File.Exists(path)))
        {
            Missing($"{path} is not installed");
        }
    }

    public static void Missing(string what)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", what);
        Assert.Skip(what);
    }

    /// <summary>The environment in which clients find the kernel and nothing of the user's own.</summary>
    public Dictionary<string, string> Environ() => new(StringComparer.Ordinal)
    {
        ["JUPYTER_PATH"] = Path.Combine(_folder, "share", "jupyter"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(_folder, "data"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(_folder, "config"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(_folder, "runtime"),
        ["IPYTHONDIR"] = Path.Combine(_folder, "ipython"),
        ["PYTHONWARNINGS"] = "ignore",
    };

    /// <summary>Starts a program that stays, with its output to a file in <paramref name="folder"/>.</summary>
    public Process Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in Environ())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end; its status, and what it wrote.</summary>
    public async Task<(int Status, string Output)> RunAsync(string program, IEnumerable<string> arguments, string folder)
    {
        using var process = Start(program, arguments, folder);
        var output = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            output.AppendLine("it did not end in time");
            return (-1, output.ToString());
        }

        return (process.ExitCode, output.ToString());
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Entente.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("the repository's root is not above the tests");
    }
}
