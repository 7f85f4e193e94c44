using System.Text.Json;

namespace Cellule.Jupyter.Tests.Clients;

/// <summary>JupyterLab's kernel connection over npm's zeromq: the two packages on which VS Code's Jupyter extension stands.</summary>
public sealed class NodeClientTests(InstalledKernel kernel)
{
    [Fact]
    public async Task The_kernel_connection_of_jupyterlab_drives_the_kernel()
    {
        var node = Find("node") ?? Find("nodejs");
        var npm = Find("npm");
        if (node is null || npm is null)
        {
            InstalledKernel.Missing("node and npm are not installed");
        }

        var folder = InstalledKernel.FolderOf("node");
        File.Copy(InstalledKernel.ClientFile("package.json"), Path.Combine(folder, "package.json"));
        var (installed, log) = await kernel.RunAsync(npm!, ["install", "--no-audit", "--no-fund", "--ignore-scripts"], folder);
        if (installed != 0)
        {
            InstalledKernel.Missing($"npm could not install zeromq and @jupyterlab/services: {log}");
        }

        var samples = Path.Combine(folder, "samples.json");
        await File.WriteAllTextAsync(samples, JsonSerializer.Serialize(new
        {
            value = "6 * 7",
            valueText = "42",
            print = "Console.WriteLine(\"hello\");",
            printed = "hello\n",
            error = "throw new InvalidOperationException();",
            complete = "Console.Wri",
            completion = "WriteLine",
            inspect = "Console.WriteLine",
            incomplete = "if (true) {",
            loop = "while (true) { }",
        }), TestContext.Current.CancellationToken);
        var (status, output) = await kernel.RunAsync(
            node!, [InstalledKernel.ClientFile("raw-kernel-client.mjs"), kernel.SpecFolder, folder, samples], folder);
        Directory.Delete(folder, recursive: true);
        Assert.True(status == 0, output);
        Assert.Contains("ok shutdown", output, StringComparison.Ordinal);
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
