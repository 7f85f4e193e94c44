using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cellule.Notebooks.Model;

/// <summary>Reads <c>.ipynb</c> files of nbformat 4.0 to 4.5.</summary>
public static class NotebookReader
{
    private static readonly string[] NamedFields = ["id", "cell_type", "source", "metadata", "outputs", "execution_count"];

    /// <summary>Reads a notebook file.</summary>
    /// <exception cref="NotebookFormatException">The file is not there, not JSON (cut in half, say) or not nbformat 4.</exception>
    public static Notebook ReadFile(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException($"{path}: can't be read: {failure.Message}", failure);
        }

        return Read(text, path);
    }

    /// <summary>Reads a notebook from its JSON; <paramref name="name"/> stands in error messages.</summary>
    public static Notebook Read(string json, string name)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json);
        }
        catch (JsonException failure)
        {
            throw new NotebookFormatException(
                $"{name}: not a whole notebook: the JSON breaks off or is wrong at line {failure.LineNumber + 1}; restore the file or save it again", failure);
        }

        if (root is not JsonObject notebook || notebook["cells"] is not JsonArray cells)
        {
            throw new NotebookFormatException($"{name}: not a notebook of nbformat 4: it has no list of cells");
        }

        var major = Number(notebook["nbformat"]) ?? 4;
        if (major != 4)
        {
            throw new NotebookFormatException($"{name}: nbformat {major} is not supported; convert it to nbformat 4 first");
        }

        var read = new Notebook { Metadata = Detached(notebook["metadata"]) };
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not JsonObject cell)
            {
                throw new NotebookFormatException($"{name}: cell {i + 1} is not an object");
            }

            read.Cells.Add(ReadCell(cell, i, ids, name));
        }

        return read;
    }

    private static NotebookCell ReadCell(JsonObject cell, int index, HashSet<string> ids, string name)
    {
        var kind = Text(cell["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var unknown => throw new NotebookFormatException($"{name}: cell {index + 1} has the unknown type '{unknown}'"),
        };

        var other = new JsonObject();
        foreach (var (key, value) in cell)
        {
            if (!NamedFields.Contains(key, StringComparer.Ordinal))
            {
                other[key] = value?.DeepClone();
            }
        }

        // Ids came with nbformat 4.5: older cells get one that is the same from run to run.
        var id = Text(cell["id"]);
        for (var n = index; string.IsNullOrEmpty(id) || !ids.Add(id); n++)
        {
            id = $"cell-{n}";
        }

        return new NotebookCell
        {
            Id = id,
            Kind = kind,
            Source = Joined(cell["source"]),
            Metadata = Detached(cell["metadata"]),
            Outputs = [.. (cell["outputs"] as JsonArray ?? []).OfType<JsonObject>().Select(output => (JsonObject)output.DeepClone())],
            ExecutionCount = Number(cell["execution_count"]),
            Other = other,
        };
    }

    /// <summary>nbformat's multi-line string: one string, or a list of lines.</summary>
    internal static string Joined(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(Text)),
        _ => Text(node) ?? "",
    };

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static JsonObject Detached(JsonNode? node) => node is JsonObject entries ? (JsonObject)entries.DeepClone() : [];
}
