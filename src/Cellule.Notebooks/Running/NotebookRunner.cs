using Cellule.Notebooks.Display;
using Cellule.Notebooks.Model;
using Cellule.Session;

namespace Cellule.Notebooks.Running;

/// <summary>Runs the C# cells of a notebook from top to bottom, headless, and leaves the outputs in it.</summary>
public sealed class NotebookRunner(ICellInterpreter interpreter, DisplayFormatter formatter)
{
    private static readonly string[] OwnLanguages = ["", "csharp", "c#", "cs"];

    /// <summary>
    /// Executes <paramref name="notebook"/> in place. A failing cell ends the run unless told to keep going; nothing throws
    /// for what a cell does.
    /// </summary>
    public async Task<NotebookRunResult> RunAsync(Notebook notebook, NotebookRunOptions options, CancellationToken stop = default)
    {
        ParameterCell.Inject(notebook, options.Parameters);
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code && IsOwn(cell)))
        {
            cell.Outputs.Clear();
            cell.ExecutionCount = null;
        }

        var total = notebook.Cells.Count(cell => cell.Kind == CellKind.Code && IsOwn(cell));
        var failures = new List<FailedCell>();
        var (run, skipped, interrupted) = (0, 0, false);
        for (var i = 0; i < notebook.Cells.Count && !interrupted; i++)
        {
            var cell = notebook.Cells[i];
            if (cell.Kind != CellKind.Code)
            {
                continue;
            }

            if (!IsOwn(cell))
            {
                skipped++;
                continue;
            }

            options.Progress?.Report(new NotebookProgress(run, total, FirstLine(cell.Source)));
            var result = await RunCellAsync(cell, ++run, options, stop).ConfigureAwait(false);
            options.AfterCell?.Invoke(notebook);
            interrupted = result.Status == CellStatus.Interrupted && stop.IsCancellationRequested;
            if (CellError.Of(result) is { } error)
            {
                failures.Add(new FailedCell(i + 1, error.ToString()));
                if (!options.KeepGoing)
                {
                    break;
                }
            }
        }

        options.Progress?.Report(new NotebookProgress(run, total, ""));
        return new NotebookRunResult(notebook, run, skipped, failures, interrupted);
    }

    private async Task<CellResult> RunCellAsync(NotebookCell cell, int count, NotebookRunOptions options, CancellationToken stop)
    {
        var recorder = new CellRecorder(formatter, options.Shown);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (options.CellTimeout is { } timeout)
        {
            bound.CancelAfter(timeout);
        }

        var result = await interpreter.RunAsync(cell.Source, recorder, bound.Token).ConfigureAwait(false);
        if (result.HasValue)
        {
            recorder.AddOutput(CellOutputs.ExecuteResult(formatter.Format(result.Value), count));
            if (result.Value is { } value)
            {
                options.Shown?.Invoke(value);
            }
        }

        if (CellError.Of(result) is { } error)
        {
            recorder.AddOutput(CellOutputs.Error(error.Name, error.Value, error.Traceback));
        }

        cell.ExecutionCount = count;
        cell.Outputs.AddRange(recorder.Outputs());
        return result;
    }

    private static bool IsOwn(NotebookCell cell) =>
        Array.Exists(OwnLanguages, name => name.Equals(cell.Language, StringComparison.OrdinalIgnoreCase));

    private static string FirstLine(string source)
    {
        var line = source.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        return (end < 0 ? line : line[..end]).TrimEnd().ToString();
    }
}
