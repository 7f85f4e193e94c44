using System.CommandLine;
using Entente.Cli.Terminal;

namespace Entente.Cli.Commands;

/// <summary><c>entente watch</c>: runs, and runs again whenever an article or a notebook changes, until Ctrl+C.</summary>
internal static class WatchCommand
{
    public static Command Build()
    {
        var options = new RunOptions();
        var command = options.Command(
            "watch", "Runs notebooks as 'run' does, and again whenever an article or a notebook changes. Ctrl+C ends it.\n\nExample:\n  entente watch --seeds seeds");
        command.SetAction((parsed, stop) => WatchAsync(options.Read(parsed) with { KeepGoing = true }, stop));
        return command;
    }

    private static async Task<int> WatchAsync(RunRequest request, CancellationToken stop)
    {
        // Watched before the first run: what changes during a run is not missed.
        using var changes = new FileChanges(Places(request));
        try
        {
            for (var isFirst = true; ; isFirst = false)
            {
                await RunAsync(request, isFirst, stop).ConfigureAwait(false);
                Screen.Note("waiting for changes; Ctrl+C ends");
                foreach (var file in await NextAsync(changes, request.Out, stop).ConfigureAwait(false))
                {
                    Screen.Note($"changed: {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
                }
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Success;
        }
    }

    // A notebook that is being written, or seeds that are gone for a moment, must not end the watching; what is wrong from the
    // start is a wrong command line.
    private static async Task RunAsync(RunRequest request, bool isFirst, CancellationToken stop)
    {
        try
        {
            if (await NotebookRuns.RunAsync(request, stop).ConfigureAwait(false) == ExitCodes.Interrupted)
            {
                throw new OperationCanceledException(stop);
            }
        }
        catch (UserErrorException problem) when (!isFirst)
        {
            Screen.Note($"entente: {problem.Message}");
        }
    }

    /// <summary>The next changes that are not the run's own results.</summary>
    private static async Task<IReadOnlyList<string>> NextAsync(FileChanges changes, string output, CancellationToken stop)
    {
        var results = Path.GetFullPath(output) + Path.DirectorySeparatorChar;
        while (true)
        {
            var files = await changes.NextAsync(stop).ConfigureAwait(false);
            if (files.Where(file => !file.StartsWith(results, StringComparison.Ordinal)).ToList() is { Count: > 0 } foreign)
            {
                return foreign;
            }
        }
    }

    private static IEnumerable<(string Folder, string Pattern)> Places(RunRequest request)
    {
        var notebooks = request.Notebooks.Count > 0 ? request.Notebooks.Select(path => Path.GetDirectoryName(Path.GetFullPath(path))!) : ["notebooks"];
        return notebooks.Select(folder => (Path.GetFullPath(folder), "*.ipynb"))
            .Append((Path.GetFullPath(NotebookRuns.SeedsOf(request) ?? "seeds"), "*"))
            .Where(place => Directory.Exists(place.Item1));
    }
}
