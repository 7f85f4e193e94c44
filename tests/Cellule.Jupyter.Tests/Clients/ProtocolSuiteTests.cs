using System.Text.RegularExpressions;

namespace Cellule.Jupyter.Tests.Clients;

/// <summary>jupyter_kernel_test as Debian has it, against the built program.</summary>
public sealed partial class ProtocolSuiteTests(InstalledKernel kernel)
{
    private const string Python = "/usr/bin/python3";
    private const string Suite = "/usr/lib/python3/dist-packages/jupyter_kernel_test/__init__.py";

    [Fact]
    public async Task Every_test_of_the_suite_passes_and_none_is_left_out()
    {
        InstalledKernel.Require(Python, Suite);
        var (status, output) = await kernel.RunAsync(Python, [InstalledKernel.ClientFile("kernel_samples.py")], InstalledKernel.FolderOf("suite"));
        Assert.True(status == 0, output);
        Assert.Equal("12", RanTests().Match(output).Groups[1].Value);
        Assert.DoesNotContain("skipped", output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Ran (\d+) tests")]
    private static partial Regex RanTests();
}
