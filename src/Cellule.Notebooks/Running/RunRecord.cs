using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;

namespace Cellule.Notebooks.Running;

/// <summary>
/// papermill's record of a run in the executed copy: parameters, paths and outcome for the notebook, status for each cell,
/// and a note above the cell that failed. Times only on request: without them the same run writes the same bytes.
/// </summary>
internal sealed class RunRecord
{
    private const string Key = "papermill";
    private const string ErrorTag = "papermill-error-cell-tag";
    private const string Pending = "pending";

    private readonly Notebook _notebook;
    private readonly NotebookRunOptions _options;
    private readonly DateTimeOffset _start;
    private readonly JsonObject _record;

    private RunRecord(Notebook notebook, NotebookRunOptions options)
    {
        _notebook = notebook;
        _options = options;
        _start = options.Clock.GetUtcNow();
        _record = new JsonObject
        {
            ["default_parameters"] = new JsonObject(),
            ["environment_variables"] = new JsonObject(),
            ["exception"] = null,
            ["input_path"] = options.InputPath,
            ["output_path"] = options.OutputPath,
            ["parameters"] = new JsonObject(options.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, ToJson(parameter.Value)))),
        };
        if (options.RecordTimes)
        {
            _record["start_time"] = Time(_start);
        }

        notebook.Metadata[Key] = _record;
    }

    /// <summary>Opens the record of a run; the notes of an earlier one go.</summary>
    public static RunRecord Open(Notebook notebook, NotebookRunOptions options)
    {
        notebook.Cells.RemoveAll(cell => cell.Tags.Contains(ErrorTag));
        foreach (var cell in notebook.Cells)
        {
            cell.Metadata[Key] = Status(cell.Kind == CellKind.Code ? Pending : "completed", exception: false);
        }

        return new RunRecord(notebook, options);
    }

    /// <summary>Records how a cell ended.</summary>
    public void Close(NotebookCell cell, DateTimeOffset start, bool failed)
    {
        var status = Status(failed ? "failed" : "completed", failed);
        if (_options.RecordTimes)
        {
            var end = _options.Clock.GetUtcNow();
            status["duration"] = Seconds(end - start);
            status["end_time"] = Time(end);
            status["start_time"] = Time(start);
        }

        cell.Metadata[Key] = status;
        if (failed)
        {
            _record["exception"] = true;
        }
    }

    /// <summary>Records how the run ended, and marks the first cell that failed with a note above it and one at the top.</summary>
    public void Close(NotebookCell? failed)
    {
        if (_options.RecordTimes)
        {
            var end = _options.Clock.GetUtcNow();
            _record["duration"] = Seconds(end - _start);
            _record["end_time"] = Time(end);
        }

        if (failed is not null)
        {
            var count = failed.ExecutionCount?.ToString(CultureInfo.InvariantCulture) ?? " ";
            _notebook.Cells.Insert(_notebook.Cells.IndexOf(failed), Note("failed-here", "**The cell below failed.**"));
            _notebook.Cells.Insert(0, Note("failed-note", $"**A cell failed in this run:** `In [{count}]`."));
        }
    }

    private NotebookCell Note(string id, string source)
    {
        for (var n = 2; _notebook.Cells.Exists(cell => cell.Id == id); n++)
        {
            id = $"{id}-{n}";
        }

        return new NotebookCell { Id = id, Kind = CellKind.Markdown, Source = source, Metadata = new JsonObject { ["tags"] = new JsonArray(ErrorTag) } };
    }

    private static JsonObject Status(string status, bool exception) => new() { ["exception"] = exception, ["status"] = status };

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        long number => number,
        int number => number,
        double number when double.IsFinite(number) => number,
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(ToJson)]),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static double Seconds(TimeSpan span) => Math.Round(span.TotalSeconds, 6);
}
