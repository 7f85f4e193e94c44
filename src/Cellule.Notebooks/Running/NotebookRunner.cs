using System.Globalization;
using Cellule.Notebooks.Display;
using Cellule.Notebooks.Model;
using Cellule.Session;

namespace Cellule.Notebooks.Running;

/// <summary>Runs the C# cells of a notebook from top to bottom, headless, and leaves the outputs in it.</summary>
public sealed class NotebookRunner(ICellInterpreter interpreter, DisplayFormatter formatter)
{
    /// <summary>
    /// Executes <paramref name="notebook"/> in place. A failing cell ends the run unless told to keep going; nothing throws
    /// for what a cell does. Cells of other languages keep their outputs.
    /// </summary>
    public async Task<NotebookRunResult> RunAsync(Notebook notebook, NotebookRunOptions options, CancellationToken stop = default)
    {
        if (options.Language is { } language)
        {
            CellTranslation.Apply(notebook, language);
        }

        ParameterCell.Inject(notebook, options.Parameters);
        var record = RunRecord.Open(notebook, options);
        var code = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToList();
        var skipped = code.Select(cell => CellLanguage.Other(cell, notebook)).OfType<string>().ToList();
        var own = code.FindAll(cell => CellLanguage.Other(cell, notebook) is null);
        foreach (var cell in own)
        {
            cell.Outputs.Clear();
            cell.ExecutionCount = null;
        }

        var failures = new List<(NotebookCell Cell, FailedCell Failure)>();
        var (run, interrupted) = (0, false);
        foreach (var cell in own)
        {
            options.Progress?.Report(new NotebookProgress(run, own.Count, FirstLine(cell.Source)));
            var start = options.Clock.GetUtcNow();
            var (error, ended) = await RunCellAsync(cell, ++run, options, stop).ConfigureAwait(false);
            record.Close(cell, start, error is not null);
            options.AfterCell?.Invoke(notebook);
            if (error is null)
            {
                continue;
            }

            failures.Add((cell, new FailedCell(notebook.Cells.IndexOf(cell) + 1, error.ToString())));
            interrupted = stop.IsCancellationRequested;
            if (interrupted || !ended || !options.KeepGoing)
            {
                break;
            }
        }

        record.Close(failures.Count > 0 ? failures[0].Cell : null);
        options.AfterCell?.Invoke(notebook);
        options.Progress?.Report(new NotebookProgress(run, own.Count, ""));
        return new NotebookRunResult(notebook, run, skipped.Count, [.. failures.Select(failed => failed.Failure)], interrupted)
        {
            SkippedLanguages = [.. skipped.Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }

    /// <summary>The cell's error, if any, and whether it ended at all: one that won't stop keeps the session.</summary>
    private async Task<(CellError? Error, bool Ended)> RunCellAsync(NotebookCell cell, int count, NotebookRunOptions options, CancellationToken stop)
    {
        var recorder = new CellRecorder(formatter, options.Shown);
        using var bound = options.CellTimeout is { } timeout ? new CancellationTokenSource(timeout, options.Clock) : new CancellationTokenSource();
        using var stopping = stop.Register(bound.Cancel);
        var running = Task.Run(() => interpreter.RunAsync(cell.Source, string.Create(CultureInfo.InvariantCulture, $"cell {count}"), recorder, bound.Token), CancellationToken.None);
        var result = await EndedAsync(running, options, bound.Token).ConfigureAwait(false);
        var error = result is null ? Stuck(options) : CellError.Of(result);
        if (result?.Status == CellStatus.Interrupted && !stop.IsCancellationRequested)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"the cell ran longer than the {options.CellTimeout?.TotalSeconds:0.###} s that it may");
            error = new CellError("Timeout", value, result.Traceback.Count > 0 ? result.Traceback : [$"Timeout: {value}"]);
        }

        if (result is { HasValue: true })
        {
            recorder.AddOutput(CellOutputs.ExecuteResult(formatter.Format(result.Value), count));
            if (result.Value is { } value)
            {
                options.Shown?.Invoke(value);
            }
        }

        if (error is not null)
        {
            recorder.AddOutput(CellOutputs.Error(error.Name, error.Value, error.Traceback));
        }

        cell.ExecutionCount = count;
        cell.Outputs.AddRange(recorder.Outputs());
        return (error, result is not null);
    }

    /// <summary>The result, or null when the cell was told to stop and didn't.</summary>
    private static async Task<CellResult?> EndedAsync(Task<CellResult> running, NotebookRunOptions options, CancellationToken told)
    {
        try
        {
            return await running.WaitAsync(told).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            try
            {
                return await running.WaitAsync(options.StopPatience, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }
    }

    private static CellError Stuck(NotebookRunOptions options)
    {
        var value = string.Create(
            CultureInfo.InvariantCulture, $"the cell did not stop within {options.StopPatience.TotalSeconds:0.###} s of being told to; the run ends here");
        return new CellError("Stuck", value, [value]);
    }

    private static string FirstLine(string source)
    {
        var line = source.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        return (end < 0 ? line : line[..end]).TrimEnd().ToString();
    }
}
