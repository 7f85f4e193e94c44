namespace Cellule.Notebooks.Running;

/// <summary>How a notebook is run.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>papermill's parameters: they go into an <c>injected-parameters</c> cell after the one tagged <c>parameters</c>.</summary>
    public IReadOnlyList<NotebookParameter> Parameters { get; init; } = [];

    /// <summary>ISO 639-1 code of the language in which prose is shown where a cell has it; null: as it is written.</summary>
    public string? Language { get; init; }

    /// <summary>The longest that one cell may run; null for no bound.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Go on with the next cell after one that failed.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>How long a cell that was told to stop may take to do so before the run ends without it.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where the notebook came from and where the copy goes, for the record in the copy.</summary>
    public string? InputPath { get; init; }

    public string? OutputPath { get; init; }

    /// <summary>Record when each cell ran and how long it took; off: the same run writes the same bytes.</summary>
    public bool RecordTimes { get; init; } = true;

    /// <summary>The one clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told before each code cell, and once at the end.</summary>
    public IProgress<NotebookProgress>? Progress { get; init; }

    /// <summary>Called after every cell with the notebook as it stands, to save it.</summary>
    public Action<Model.Notebook>? AfterCell { get; init; }

    /// <summary>Called with every value that a cell shows or ends in, in order.</summary>
    public Action<object>? Shown { get; init; }
}

/// <summary>A parameter by name; the value is text, a whole number, a number, true or false, null, or a list of these.</summary>
public sealed record NotebookParameter(string Name, object? Value);

/// <summary><paramref name="Done"/> of <paramref name="Total"/> code cells have run; <paramref name="FirstLine"/> heads the next.</summary>
public sealed record NotebookProgress(int Done, int Total, string FirstLine);

/// <summary>
/// What came of a run: the executed copy, and the number (from 1, code and other cells counted) and first line of error of
/// each cell that failed. <paramref name="Skipped"/> counts code cells of languages that can't be run here.
/// </summary>
public sealed record NotebookRunResult(Model.Notebook Notebook, int CellsRun, int Skipped, IReadOnlyList<FailedCell> Failures, bool Interrupted)
{
    /// <summary>The languages of the cells that were left as they are, each once.</summary>
    public IReadOnlyList<string> SkippedLanguages { get; init; } = [];

    /// <summary>Every code cell ran and none failed.</summary>
    public bool Succeeded => Failures.Count == 0 && !Interrupted;
}

/// <summary>A cell that failed, as an error line tells it.</summary>
public sealed record FailedCell(int Number, string Error);
