using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;

namespace Cellule.Notebooks.Display;

/// <summary>One value in several representations, keyed by MIME type, the richest first; <c>text/plain</c> is always there.</summary>
public sealed class MimeBundle
{
    /// <summary>Representations in order; text as a JSON string, <c>…+json</c> types as JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonNode>> Data { get; init; } = [];

    /// <summary>nbformat's metadata of an output.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>
    /// What a live page must hold before it shows this; null for nothing. A kernel sends it with the bundle and then the bundle
    /// alone in its stead, so that it is run but never saved; a notebook file doesn't hold it.
    /// </summary>
    public PagePrelude? Prelude { get; init; }

    /// <summary>The representation of one type; null when there is none.</summary>
    public JsonNode? this[string mimeType] =>
        Data.FirstOrDefault(entry => entry.Key == mimeType).Value;

    /// <summary>As a Jupyter message has it: each text one string.</summary>
    public JsonObject ToMessageJson() => ToJson(text => JsonValue.Create(text));

    /// <summary>As a notebook file has it: each text a list of lines.</summary>
    public JsonObject ToNotebookJson() => ToJson(NotebookWriter.Lines);

    private JsonObject ToJson(Func<string, JsonNode> text)
    {
        var json = new JsonObject();
        foreach (var (mimeType, node) in Data)
        {
            json[mimeType] = node is JsonValue value && value.TryGetValue<string>(out var written) ? text(written) : node.DeepClone();
        }

        return json;
    }
}
