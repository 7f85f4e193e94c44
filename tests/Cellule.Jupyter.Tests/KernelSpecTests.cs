using System.Text.Json.Nodes;
using Cellule.Jupyter.Installing;

namespace Cellule.Jupyter.Tests;

/// <summary>Where kernel specs go on each platform, and what is in them.</summary>
public sealed class KernelSpecTests
{
    [Theory]
    [InlineData(nameof(KernelPlatform.Linux), "", "/home/an/.local/share/jupyter/kernels")]
    [InlineData(nameof(KernelPlatform.Linux), "XDG_DATA_HOME=/data", "/data/jupyter/kernels")]
    [InlineData(nameof(KernelPlatform.Linux), "JUPYTER_DATA_DIR=/jup;XDG_DATA_HOME=/data", "/jup/kernels")]
    [InlineData(nameof(KernelPlatform.MacOS), "XDG_DATA_HOME=/data", "/home/an/Library/Jupyter/kernels")]
    [InlineData(nameof(KernelPlatform.Windows), "APPDATA=/roaming", "/roaming/jupyter/kernels")]
    [InlineData(nameof(KernelPlatform.Windows), "", "/home/an/AppData/Roaming/jupyter/kernels")]
    public void The_user_s_folder_is_the_one_that_jupyter_searches(string platform, string variables, string folder) =>
        Assert.Equal(folder, Folders(platform, variables).User);

    [Fact]
    public void Folders_are_searched_in_jupyter_s_order() =>
        Assert.Equal(
            ["/one/kernels", "/two/kernels", "/home/an/.local/share/jupyter/kernels", "/venv/share/jupyter/kernels", "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"],
            Folders(nameof(KernelPlatform.Linux), "JUPYTER_PATH=/one:/two;VIRTUAL_ENV=/venv").All);

    [Fact]
    public void An_installed_kernel_is_whole_replaces_the_older_and_is_removed()
    {
        var prefix = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var folder = KernelSpecs.Install("mine", "Old", ["program"], prefix);
            File.WriteAllText(Path.Combine(folder, "left-over"), "");
            KernelSpecs.Install("mine", "C# (Mine)", ["program", "kernel", "start"], prefix);
            Assert.Equal(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
            Assert.Equal("""["program","kernel","start","{connection_file}"]""", spec["argv"]!.ToJsonString());
            Assert.Equal(("C# (Mine)", "C#", "message"), ((string?)spec["display_name"], (string?)spec["language"], (string?)spec["interrupt_mode"]));
            Assert.Equal(folder, KernelSpecs.Uninstall("mine", prefix));
            Assert.Null(KernelSpecs.Uninstall("mine", prefix));
            Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(folder)!));
        }
        finally
        {
            Directory.Delete(prefix, recursive: true);
        }
    }

    [Theory]
    [InlineData("entente", true)]
    [InlineData("a.b-c_1", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("../up", false)]
    [InlineData("é", false)]
    public void Names_are_those_that_jupyter_takes(string name, bool good) => Assert.Equal(good, KernelSpecs.IsName(name));

    private static KernelSpecFolders Folders(string platform, string variables)
    {
        var given = variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new KernelSpecFolders(Enum.Parse<KernelPlatform>(platform), "/home/an", given.GetValueOrDefault);
    }
}
