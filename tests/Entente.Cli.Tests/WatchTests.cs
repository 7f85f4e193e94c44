using Entente.Cli.Commands;

namespace Entente.Cli.Tests;

/// <summary>Watching: what counts as a change, and that a run follows it, whatever state the file is in.</summary>
[Collection("console")]
public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-watch-").FullName;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Changes_that_come_close_together_are_one()
    {
        using var changes = new FileChanges([(_folder, "*.txt")]);
        var next = changes.NextAsync(Test);
        for (var i = 0; i < 5; i++)
        {
            await File.AppendAllTextAsync(Path.Combine(_folder, $"{i % 2}.txt"), "more", Test);
            await Task.Delay(50, Test);
        }

        Assert.Equal(["0.txt", "1.txt"], (await next.WaitAsync(Patience, Test)).Select(path => Path.GetFileName(path)));
        await NothingAsync(changes.NextAsync(Test));
    }

    [Fact]
    public async Task Hidden_files_and_files_of_another_kind_are_no_change()
    {
        using var changes = new FileChanges([(_folder, "*.ipynb")]);
        var next = changes.NextAsync(Test);
        await File.WriteAllTextAsync(Path.Combine(_folder, ".small.ipynb"), "{}", Test);
        await File.WriteAllTextAsync(Path.Combine(_folder, "notes.txt"), "x", Test);
        await NothingAsync(next);

        await File.WriteAllTextAsync(Path.Combine(_folder, "small.ipynb"), "{}", Test);
        Assert.Equal("small.ipynb", Path.GetFileName(Assert.Single(await next.WaitAsync(Patience, Test))));
    }

    [Fact]
    public async Task A_changed_notebook_runs_again_and_a_half_written_one_is_told_and_waited_for()
    {
        var notebook = Path.Combine(_folder, "small.ipynb");
        var copy = Path.Combine(_folder, "out", "notebooks", "small.ipynb");
        var report = Path.Combine(_folder, "out", "report.html");
        var seeds = Directory.CreateDirectory(Path.Combine(_folder, "seeds")).FullName;
        await File.WriteAllTextAsync(Path.Combine(seeds, "a.txt"), "Le ministre a reçu son homologue.", Test);
        await File.WriteAllTextAsync(notebook, Text("20 + 1"), Test);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Test);
        var (standardOutput, standardError) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(said));
        Console.SetError(TextWriter.Synchronized(said));
        try
        {
            var watching = WatchCommand.Build().Parse([notebook, "--seeds", seeds, "--out", Path.Combine(_folder, "out")]).InvokeAsync(cancellationToken: stop.Token);
            await UntilAsync(() => File.Exists(copy) && File.ReadAllText(copy).Contains("\"21\"", StringComparison.Ordinal) && File.Exists(report));
            await UntilAsync(() => said.ToString().Contains("waiting for changes", StringComparison.Ordinal));

            await File.WriteAllTextAsync(notebook, Text("20 + 2")[..60], Test);
            await UntilAsync(() => said.ToString().Contains("small.ipynb: not a notebook", StringComparison.Ordinal) || said.ToString().Contains("entente: ", StringComparison.Ordinal));
            Assert.Contains("\"21\"", await File.ReadAllTextAsync(copy, Test), StringComparison.Ordinal);

            await File.WriteAllTextAsync(notebook, Text("20 + 2"), Test);
            await UntilAsync(() => File.ReadAllText(copy).Contains("\"22\"", StringComparison.Ordinal));
            await stop.CancelAsync();
            await watching.WaitAsync(Patience, Test);
        }
        finally
        {
            Console.SetOut(standardOutput);
            Console.SetError(standardError);
        }
    }

    private static string Text(string source) => $$"""
        {"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{},"outputs":[],"source":"{{source}}"}],
         "metadata":{},"nbformat":4,"nbformat_minor":5}
        """;

    private static async Task NothingAsync(Task change) => await Assert.ThrowsAsync<TimeoutException>(() => change.WaitAsync(TimeSpan.FromSeconds(1), Test));

    private static async Task UntilAsync(Func<bool> holds)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < deadline, "it did not come about in time");
            await Task.Delay(50, Test);
        }
    }
}
