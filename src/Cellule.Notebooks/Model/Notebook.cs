using System.Text.Json.Nodes;

namespace Cellule.Notebooks.Model;

/// <summary>
/// A Jupyter notebook (nbformat 4). What this model does not name (metadata of other tools, attachments) is kept as
/// JSON and written back, so that reading and writing a notebook loses nothing.
/// </summary>
public sealed class Notebook
{
    /// <summary>The notebook's metadata: <c>kernelspec</c>, <c>language_info</c>, and whatever other tools put there.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The cells, top to bottom.</summary>
    public List<NotebookCell> Cells { get; init; } = [];

    /// <summary>The language of the kernel that the notebook names, as written (<c>C#</c>); empty when it names none.</summary>
    public string Language =>
        Text(Metadata["kernelspec"], "language") ?? Text(Metadata["language_info"], "name") ?? "";

    private static string? Text(JsonNode? node, string key) =>
        node is JsonObject entries && entries[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
