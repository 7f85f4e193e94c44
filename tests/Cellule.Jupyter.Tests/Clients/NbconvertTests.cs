using System.Text.Json.Nodes;

namespace Cellule.Jupyter.Tests.Clients;

/// <summary>Debian's <c>jupyter nbconvert --execute</c>, which runs notebooks through nbclient.</summary>
public sealed class NbconvertTests(InstalledKernel kernel)
{
    private const string Jupyter = "/usr/bin/jupyter";

    [Fact]
    public async Task A_notebook_is_executed_whole()
    {
        InstalledKernel.Require(Jupyter, "/usr/bin/jupyter-nbconvert");
        var (status, output, cells) = await ExecuteAsync(["var x = 20;", "x + 22", "Console.WriteLine($\"x is {x}\");", "display(HTML(\"<b>x</b>\"));"]);
        Assert.True(status == 0, output);
        Assert.Equal("42", (string?)cells![1]!["outputs"]![0]!["data"]!["text/plain"]!.AsArray()[0]);
        Assert.Equal("x is 20\n", (string?)cells[2]!["outputs"]![0]!["text"]!.AsArray()[0]);
        Assert.Equal("<b>x</b>", (string?)cells[3]!["outputs"]![0]!["data"]!["text/html"]!.AsArray()[0]);
    }

    [Fact]
    public async Task A_failing_cell_fails_the_run_and_names_the_error()
    {
        InstalledKernel.Require(Jupyter, "/usr/bin/jupyter-nbconvert");
        var (status, output, _) = await ExecuteAsync(["1", "throw new InvalidOperationException(\"on purpose\");", "3"]);
        Assert.NotEqual(0, status);
        Assert.Contains("InvalidOperationException", output, StringComparison.Ordinal);
        Assert.Contains("on purpose", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_that_throws_and_a_recursion_without_end_take_nothing_with_them()
    {
        InstalledKernel.Require(Jupyter, "/usr/bin/jupyter-nbconvert");
        var (status, output, cells) = await ExecuteAsync(
            [
                "var kept = 41;",
                "new System.Threading.Thread(() => throw new Exception(\"lost\")).Start();\nSystem.Threading.Thread.Sleep(500);",
                "int F(int n) => F(n + 1) + 1;\ntry { F(0); } catch (InsufficientExecutionStackException) { Console.Write(\"too deep\"); }",
                "kept + 1",
            ]);
        Assert.True(status == 0, output);
        Assert.Contains("System.Exception: lost", string.Concat(cells![1]!["outputs"]![0]!["text"]!.AsArray()), StringComparison.Ordinal);
        Assert.Equal("too deep", (string?)cells[2]!["outputs"]![0]!["text"]!.AsArray()[0]);
        Assert.Equal("42", (string?)cells[3]!["outputs"]![0]!["data"]!["text/plain"]!.AsArray()[0]);
    }

    private async Task<(int Status, string Output, JsonArray? Cells)> ExecuteAsync(string[] sources)
    {
        var folder = InstalledKernel.FolderOf("nbconvert");
        var notebook = Path.Combine(folder, "given.ipynb");
        await File.WriteAllTextAsync(notebook, NotebookFile.Text(sources), TestContext.Current.CancellationToken);
        var (status, output) = await kernel.RunAsync(
            Jupyter, ["nbconvert", "--to", "notebook", "--execute", "--output", "executed", notebook], folder);
        var executed = Path.Combine(folder, "executed.ipynb");
        var cells = File.Exists(executed)
            ? JsonNode.Parse(await File.ReadAllTextAsync(executed, TestContext.Current.CancellationToken))!["cells"]!.AsArray()
            : null;
        Directory.Delete(folder, recursive: true);
        return (status, output, cells);
    }
}
