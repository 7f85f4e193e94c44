using System.Diagnostics;
using System.Globalization;
using Cellule.Notebooks.Display;
using Cellule.Notebooks.Model;
using Cellule.Notebooks.Running;
using Entente.Cli.Composition;
using Entente.Cli.Terminal;

namespace Entente.Cli.Commands;

/// <summary>
/// The flow of <c>entente run</c>: notebooks → executed copies → tables → charts and report. What ran is saved whatever
/// happens after.
/// </summary>
internal static class NotebookRuns
{
    public static async Task<int> RunAsync(RunRequest request, CancellationToken stop)
    {
        using var process = Process.GetCurrentProcess();
        var startUp = DateTime.Now - process.StartTime;
        var clock = Stopwatch.StartNew();
        var runs = Named(Find(request.Notebooks));
        OutputFolder.Prepare(request.Out);
        var options = Options(request);
        // Read once: the tables are written as they come, and the report wants the documents alone.
        var read = SeedsOf(request) is { } seeds
            ? TableExport.Write(seeds, request.Home, Path.Combine(request.Out, "tables"), new ExportOptions { KeepDocuments = true, GuardFormulas = request.GuardFormulas })
            : null;

        if (read is { Seeds: 0 })
        {
            Screen.Note($"{SeedsOf(request)}: no article in it; put text files (.txt) there, one article each");
        }

        var tables = clock.Elapsed;
        var results = await RunAllAsync(runs, request, options, stop).ConfigureAwait(false);
        foreach (var (run, result) in results)
        {
            Tell(run, result);
        }

        var failed = runs.Count - results.Count(ran => ran.Result.Succeeded);
        if (results.Count < runs.Count || results.Exists(ran => ran.Result.Interrupted))
        {
            Screen.Note($"stopped; what ran is saved in {Path.GetFullPath(request.Out)}");
            return ExitCodes.Interrupted;
        }

        var cells = clock.Elapsed - tables;
        var charts = RunReport.Write(request, runs, read);
        var rendering = clock.Elapsed - cells - tables;

        Screen.Line($"{runs.Count - failed} of {runs.Count} notebooks ran whole; {charts} charts");
        foreach (var (what, name) in (ReadOnlySpan<(string, string)>)[("report", RunReport.FileName), ("notebooks", "notebooks"), ("charts", "charts"), ("tables", "tables")])
        {
            Screen.Line($"{what,-10} {Path.GetFullPath(Path.Combine(request.Out, name))}");
        }

        Screen.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"seconds: start-up {startUp.TotalSeconds:0.00}, reading {tables.TotalSeconds:0.00}, cells {cells.TotalSeconds:0.00}, rendering {rendering.TotalSeconds:0.00}"));
        return failed == 0 ? ExitCodes.Success : ExitCodes.Failed;
    }

    /// <summary>The results in the order of the notebooks; a run that was stopped leaves some out.</summary>
    private static async Task<List<(NotebookRun Run, NotebookRunResult Result)>> RunAllAsync(List<NotebookRun> runs, RunRequest request, NotebookRunOptions options, CancellationToken stop)
    {
        var results = new Dictionary<NotebookRun, NotebookRunResult>();
        var callerFolder = Environment.CurrentDirectory;
        var output = Path.GetFullPath(request.Out);
        try
        {
            // As in Jupyter, relative paths in cells start at the notebook's folder. The process has one such folder: notebooks of
            // one folder run at once, and one folder is done after the other.
            foreach (var together in runs.GroupBy(FolderOf, StringComparer.Ordinal).SelectMany(folder => folder.Chunk(request.Jobs)))
            {
                Environment.CurrentDirectory = FolderOf(together[0]);
                var watched = together.Length == 1;
                var ended = await Task.WhenAll(together.Select(run => RunOneAsync(run, output, options, watched, stop))).ConfigureAwait(false);
                foreach (var (run, result) in together.Zip(ended))
                {
                    results.Add(run, result);
                }

                if (stop.IsCancellationRequested)
                {
                    break;
                }
            }
        }
        finally
        {
            Environment.CurrentDirectory = callerFolder;
        }

        return [.. runs.Where(results.ContainsKey).Select(run => (run, results[run]))];
    }

    private static string FolderOf(NotebookRun run) => Path.GetDirectoryName(run.FullPath)!;

    private static Task<NotebookRunResult> RunOneAsync(NotebookRun run, string output, NotebookRunOptions options, bool watched, CancellationToken stop)
    {
        var copy = run.CopyIn(output);
        Task<NotebookRunResult> Run(Action<int, int> report) =>
            new NotebookRunner(CellHost.NewSession(), new DisplayFormatter(CellHost.Formats)).RunAsync(
                run.Notebook,
                options with
                {
                    InputPath = Path.GetFileName(run.Path),
                    OutputPath = Path.GetFileName(run.Path),
                    Progress = new ImmediateProgress(progress => report(progress.Done, progress.Total)),
                    AfterCell = ran => NotebookWriter.WriteFile(ran, copy),
                    Shown = run.Shown.Add,
                },
                stop);

        // A terminal shows one progress bar at a time.
        return watched ? Screen.WithProgressAsync(Path.GetFileName(run.Path), Run) : Task.Run(() => Run((_, _) => { }), CancellationToken.None);
    }

    private static NotebookRunOptions Options(RunRequest request) => new()
    {
        Parameters = Parameters(request),
        Language = request.Language,
        CellTimeout = request.CellTimeout,
        KeepGoing = request.KeepGoing,
        RecordTimes = request.RecordTimes,
    };

    // Options of the command win over parameters of the same name; the notebooks' own language is English, their home Vietnam.
    private static List<NotebookParameter> Parameters(RunRequest request)
    {
        var parameters = request.Parameters.ToList();
        if (request.Seeds is { } seeds)
        {
            Set("seeds", Path.GetFullPath(seeds));
        }

        if (request.Language != "en")
        {
            Set("language", request.Language);
        }

        if (request.Home != "VNM")
        {
            Set("home", request.Home);
        }

        return parameters;

        void Set(string name, string value)
        {
            parameters.RemoveAll(parameter => parameter.Name == name);
            parameters.Add(new NotebookParameter(name, value));
        }
    }

    private static void Tell(NotebookRun run, NotebookRunResult result)
    {
        foreach (var failure in result.Failures)
        {
            Screen.Note($"{run.Path}: cell {failure.Number}: {failure.Error}");
        }

        if (result.Skipped > 0)
        {
            Screen.Note($"{run.Path}: {result.Skipped} cells in {string.Join(", ", result.SkippedLanguages)} left as they are: only C# runs here");
        }
    }

    // Notebooks of the same name in two folders must not write the same copy.
    private static List<NotebookRun> Named(List<string> paths)
    {
        var shared = paths.GroupBy(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).SelectMany(group => group).ToHashSet(StringComparer.Ordinal);
        var runs = paths.ConvertAll(path => shared.Contains(path)
            ? new NotebookRun(path, Read(path)) { CopyName = Path.Combine(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))!), Path.GetFileName(path)) }
            : new NotebookRun(path, Read(path)));
        return runs.GroupBy(run => run.CopyName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new UserErrorException($"{string.Join(" and ", twice.Select(run => run.Path))}: their copies would have the same name; name each notebook once, or run them apart")
            : runs;
    }

    private static List<string> Find(IReadOnlyList<string> given)
    {
        if (given.Count == 0)
        {
            return Directory.Exists("notebooks") && Directory.GetFiles("notebooks", "*.ipynb") is { Length: > 0 } all
                ? [.. all.Order(StringComparer.Ordinal)]
                : throw new UserErrorException("there is no folder notebooks/ with notebooks here; name the notebooks to run, or run from the clone");
        }

        return given.FirstOrDefault(path => !File.Exists(path)) is { } missing
            ? throw new UserErrorException($"{missing}: there is no such notebook")
            : [.. given];
    }

    private static Notebook Read(string path)
    {
        try
        {
            return NotebookReader.ReadFile(path);
        }
        catch (NotebookFormatException problem)
        {
            throw new UserErrorException(problem.Message);
        }
    }

    /// <summary>
    /// The folder that the notebooks read: of the option, or of a parameter as they will see it; their own default is the folder
    /// seeds/ beside theirs. Null when there is none.
    /// </summary>
    public static string? SeedsOf(RunRequest request)
    {
        if (request.Seeds is { } given)
        {
            return Directory.Exists(given) ? given : throw new UserErrorException($"{given}: there is no such folder; give the folder that holds the articles");
        }

        var notebooks = request.Notebooks is [var first, ..] ? Path.GetDirectoryName(Path.GetFullPath(first))! : "notebooks";
        var own = request.Parameters.FirstOrDefault(parameter => parameter.Name == "seeds")?.Value is string seeds ? Path.GetFullPath(seeds, Path.GetFullPath(notebooks)) : "seeds";
        return Directory.Exists(own) ? own : null;
    }
}
