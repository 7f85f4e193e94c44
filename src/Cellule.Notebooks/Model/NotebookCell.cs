using System.Text.Json.Nodes;

namespace Cellule.Notebooks.Model;

/// <summary>nbformat's three kinds of cell.</summary>
public enum CellKind
{
    Code,
    Markdown,
    Raw,
}

/// <summary>One cell of a <see cref="Notebook"/>.</summary>
public sealed class NotebookCell
{
    /// <summary>nbformat 4.5's cell id: 1 to 64 of <c>A-Z a-z 0-9 - _</c>, unique in its notebook.</summary>
    public required string Id { get; set; }

    /// <summary>Code, Markdown or raw.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The source text, lines joined.</summary>
    public string Source { get; set; } = "";

    /// <summary>The cell's metadata.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Outputs as nbformat has them (<c>stream</c>, <c>display_data</c>, <c>execute_result</c>, <c>error</c>); code cells only.</summary>
    public List<JsonObject> Outputs { get; init; } = [];

    /// <summary>The number in <c>In [n]</c>; null when the cell has not run.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>Fields that this model does not name, such as <c>attachments</c>.</summary>
    public JsonObject Other { get; init; } = [];

    /// <summary>The tags of the cell (papermill's <c>parameters</c>, …).</summary>
    public IEnumerable<string> Tags =>
        Metadata["tags"] is JsonArray tags
            ? tags.OfType<JsonValue>().Select(tag => tag.TryGetValue<string>(out var text) ? text : "").Where(text => text.Length > 0)
            : [];

    /// <summary>The language of the cell where a polyglot notebook names one, else empty.</summary>
    public string Language =>
        Named("polyglot_notebook", "kernelName") ?? Named("dotnet_interactive", "language") ?? Named("vscode", "languageId") ?? "";

    private string? Named(string owner, string key) =>
        Metadata[owner] is JsonObject entries && entries[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
