using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;

namespace Cellule.Notebooks.Converting;

/// <summary>Reads the outputs of a notebook's cells for the converters.</summary>
internal static class NotebookOutputs
{
    /// <summary>The text of a <c>stream</c> or an <c>error</c>; empty for other outputs.</summary>
    public static string Text(JsonObject output) => Type(output) switch
    {
        "stream" => NotebookReader.Joined(output["text"]),
        "error" => string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(line => NotebookReader.Joined(line))),
        _ => "",
    };

    public static string Type(JsonObject output) => NotebookReader.Joined(output["output_type"]);

    public static bool IsError(JsonObject output) => Type(output) == "error" || NotebookReader.Joined(output["name"]) == "stderr";

    /// <summary>The first of <paramref name="mimeTypes"/> that the output has, with its text; null when it has none.</summary>
    public static (string MimeType, string Text)? Data(JsonObject output, params ReadOnlySpan<string> mimeTypes)
    {
        foreach (var mimeType in mimeTypes)
        {
            if (output["data"] is JsonObject data && data[mimeType] is { } node && NotebookReader.Joined(node) is { Length: > 0 } text)
            {
                return (mimeType, text);
            }
        }

        return null;
    }

    /// <summary>Whether any output holds this type, whatever its form.</summary>
    public static bool Has(Notebook notebook, string mimeType) =>
        notebook.Cells.Exists(cell => cell.Outputs.Exists(output => output["data"] is JsonObject data && data.ContainsKey(mimeType)));
}
