using System.Text.Json.Nodes;
using Cellule.Jupyter.Tests.InMemory;
using Cellule.Notebooks.Display;
using Cellule.Notebooks.Model;
using Cellule.Notebooks.Running;
using Cellule.Session;

namespace Cellule.Notebooks.Tests;

/// <summary>What a run leaves in the executed copy, over an interpreter that knows a few words instead of C#.</summary>
public sealed class NotebookRunnerTests
{
    [Fact]
    public async Task Outputs_stand_in_the_order_of_the_cell()
    {
        var (notebook, result) = await RunAsync(["put a\nput b\nwarn c\nshow <b>d</b>\n42"]);
        Assert.True(result.Succeeded);
        Assert.Equal(["stream", "stream", "display_data", "execute_result"], notebook.Cells[0].Outputs.Select(output => (string)output["output_type"]!));
        Assert.Equal("ab", NotebookReader.Joined(notebook.Cells[0].Outputs[0]["text"]));
        Assert.Equal(1, notebook.Cells[0].ExecutionCount);
    }

    [Theory]
    [InlineData("clear", "put b")]
    [InlineData("clear wait", "put b")]
    public async Task Clearing_takes_back_what_came_before(string clear, string after)
    {
        var (notebook, _) = await RunAsync([$"put a\nshow x\n{clear}\n{after}"]);
        Assert.Equal("b", NotebookReader.Joined(Assert.Single(notebook.Cells[0].Outputs)["text"]));
    }

    [Fact]
    public async Task An_update_replaces_what_was_shown()
    {
        var (notebook, _) = await RunAsync(["show old\nput between\nupdate new"]);
        Assert.Equal("new", NotebookReader.Joined(notebook.Cells[0].Outputs[0]["data"]!["text/html"]));
        Assert.Equal(2, notebook.Cells[0].Outputs.Count);
    }

    [Fact]
    public async Task A_failing_cell_ends_the_run_is_recorded_and_marked()
    {
        var (notebook, result) = await RunAsync(["1", "throw no", "3"]);
        Assert.False(result.Succeeded);
        Assert.Equal("InvalidOperationException: no", Assert.Single(result.Failures).Error);
        Assert.Equal(2, result.CellsRun);
        Assert.Equal([null, "completed", null, "failed", "pending"], notebook.Cells.Select(cell => (string?)cell.Metadata["papermill"]?["status"]));
        Assert.Contains("In [2]", notebook.Cells[0].Source, StringComparison.Ordinal);
        Assert.Equal("throw no", notebook.Cells[3].Source);
        Assert.True((bool)notebook.Metadata["papermill"]!["exception"]!);
    }

    [Fact]
    public async Task Prose_is_shown_in_the_language_asked_for_and_back()
    {
        NotebookCell Prose(string id, string text, JsonObject? metadata = null) => new() { Id = id, Kind = CellKind.Markdown, Source = text, Metadata = metadata ?? [] };
        var notebook = new Notebook
        {
            Cells =
            {
                Prose("a", "# Title\n\ntext", new JsonObject { ["translations"] = new JsonObject { ["fr"] = new JsonArray("# Titre\n", "\n", "texte") } }),
                Prose("b", "only so"),
            },
        };
        async Task ShowAsync(string language) =>
            await new NotebookRunner(new ScriptedInterpreter(), new DisplayFormatter(new DisplayFormats())).RunAsync(notebook, new NotebookRunOptions { Language = language }, TestContext.Current.CancellationToken);

        await ShowAsync("fr");
        Assert.Equal(["# Titre\n\ntexte", "only so"], notebook.Cells.Select(cell => cell.Source));
        await ShowAsync("de");
        Assert.Equal("# Titre\n\ntexte", notebook.Cells[0].Source);
        await ShowAsync("en");
        Assert.Equal(["# Title\n\ntext", "only so"], notebook.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public async Task Keep_going_runs_the_rest_and_still_tells()
    {
        var (_, result) = await RunAsync(["throw a", "2", "throw b"], new NotebookRunOptions { KeepGoing = true });
        Assert.Equal((3, 2), (result.CellsRun, result.Failures.Count));
    }

    [Fact]
    public async Task A_second_run_leaves_no_trace_of_the_first()
    {
        var options = new NotebookRunOptions { RecordTimes = false, Parameters = [new("x", 1L)] };
        var notebook = Notebook(["throw no", "2"]);
        await RunAsync(notebook, options);
        var first = NotebookWriter.Write(notebook);
        await RunAsync(notebook, options);
        Assert.Equal(first, NotebookWriter.Write(notebook));
    }

    [Fact]
    public async Task A_cell_that_runs_too_long_is_stopped_and_says_so()
    {
        var (notebook, result) = await RunAsync(["sleep"], new NotebookRunOptions { CellTimeout = TimeSpan.FromMilliseconds(100) });
        Assert.Equal("Timeout: the cell ran longer than the 0.1 s that it may", Assert.Single(result.Failures).Error);
        Assert.Contains(notebook.Cells, cell => cell.Outputs.Exists(output => (string?)output["ename"] == "Timeout"));
        Assert.False(result.Interrupted);
    }

    [Fact]
    public async Task A_cell_that_does_not_stop_ends_the_run()
    {
        var result = await RunAsync(
            Notebook(["1", "2"]),
            new NotebookRunOptions { CellTimeout = TimeSpan.FromMilliseconds(50), StopPatience = TimeSpan.FromMilliseconds(50), KeepGoing = true },
            interpreter: new Deaf());
        Assert.StartsWith("Stuck: ", Assert.Single(result.Failures).Error, StringComparison.Ordinal);
        Assert.Equal(1, result.CellsRun);
    }

    [Fact]
    public async Task A_stop_is_no_failure_of_the_notebook_and_is_saved()
    {
        using var stop = new CancellationTokenSource();
        var saved = 0;
        var notebook = Notebook(["1", "sleep", "3"]);
        var options = new NotebookRunOptions
        {
            AfterCell = _ =>
            {
                saved++;
                stop.CancelAfter(50);
            },
        };
        var result = await RunAsync(notebook, options, stop: stop);
        Assert.True(result.Interrupted);
        Assert.Equal((2, 3), (result.CellsRun, saved));
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "1", "fsharp")]
    [InlineData("""{"dotnet_interactive":{"language":"sql"}}""", "1", "sql")]
    [InlineData("{}", "#!pwsh\n1", "pwsh")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"csharp"}}""", "1", null)]
    [InlineData("{}", "1", null)]
    public async Task Cells_of_other_languages_stay_as_they_are_and_are_told(string metadata, string source, string? language)
    {
        var notebook = new Notebook
        {
            Cells = [new NotebookCell { Id = "a", Kind = CellKind.Code, Source = source, Metadata = (JsonObject)JsonNode.Parse(metadata)!, Outputs = [new JsonObject { ["kept"] = true }] }],
        };
        var result = await RunAsync(notebook, new NotebookRunOptions());
        Assert.Equal(language is null ? [] : [language], result.SkippedLanguages);
        Assert.Equal(language is not null, notebook.Cells[0].Outputs[0].ContainsKey("kept"));
    }

    [Fact]
    public async Task Parameters_stand_after_their_defaults_in_the_copy_and_in_its_record()
    {
        var notebook = Notebook(["1", "2"]);
        notebook.Cells[0].Metadata["tags"] = new JsonArray("parameters");
        await RunAsync(notebook, new NotebookRunOptions { Parameters = [new("seeds", "a\"b"), new("n", 3L)] });
        Assert.Equal("// Parameters\nvar seeds = \"a\\\"b\";\nvar n = 3;", notebook.Cells[1].Source);
        Assert.Equal(["injected-parameters"], notebook.Cells[1].Tags);
        Assert.Equal("""{"seeds":"a\u0022b","n":3}""", notebook.Metadata["papermill"]!["parameters"]!.ToJsonString());
    }

    private static async Task<(Notebook Notebook, NotebookRunResult Result)> RunAsync(string[] cells, NotebookRunOptions? options = null)
    {
        var notebook = Notebook(cells);
        return (notebook, await RunAsync(notebook, options ?? new NotebookRunOptions()));
    }

    private static Task<NotebookRunResult> RunAsync(Notebook notebook, NotebookRunOptions options, ICellInterpreter? interpreter = null, CancellationTokenSource? stop = null) =>
        new NotebookRunner(interpreter ?? new ScriptedInterpreter(), new DisplayFormatter(new DisplayFormats()))
            .RunAsync(notebook, options, stop?.Token ?? TestContext.Current.CancellationToken);

    private static Notebook Notebook(string[] cells) => new()
    {
        Cells = [.. cells.Select((source, i) => new NotebookCell { Id = $"c{i}", Kind = CellKind.Code, Source = source })],
    };

    /// <summary>A cell in code that hears no interrupt.</summary>
    private sealed class Deaf : ICellInterpreter
    {
        public IReadOnlyList<CellVariable> Variables => [];

        public Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken interrupt = default) => RunAsync(code, "", output, interrupt);

        public async Task<CellResult> RunAsync(string code, string name, ICellOutput output, CancellationToken interrupt = default)
        {
            await Task.Delay(TimeSpan.FromSeconds(10), CancellationToken.None);
            return new CellResult(CellStatus.Ok, false, null, [], null, []);
        }

        public CellCompleteness IsComplete(string code) => new(CompletenessStatus.Complete, "");

        public CompletionList Complete(string code, int position) => new(0, 0, []);

        public SymbolInfo? Inspect(string code, int position) => null;
    }
}
