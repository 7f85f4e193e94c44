using System.Text.Json.Nodes;
using Cellule.Notebooks.Display;

namespace Cellule.Notebooks.Model;

/// <summary>Builds the four kinds of output that nbformat has.</summary>
public static class CellOutputs
{
    /// <summary>Text of <c>stdout</c> or <c>stderr</c>.</summary>
    public static JsonObject Stream(string name, string text) => new()
    {
        ["name"] = name,
        ["output_type"] = "stream",
        ["text"] = NotebookWriter.Lines(text),
    };

    /// <summary>A value that the cell showed.</summary>
    public static JsonObject DisplayData(MimeBundle bundle) => new()
    {
        ["data"] = bundle.ToNotebookJson(),
        ["metadata"] = bundle.Metadata.DeepClone(),
        ["output_type"] = "display_data",
    };

    /// <summary>The value of the cell's last expression.</summary>
    public static JsonObject ExecuteResult(MimeBundle bundle, int executionCount) => new()
    {
        ["data"] = bundle.ToNotebookJson(),
        ["execution_count"] = executionCount,
        ["metadata"] = bundle.Metadata.DeepClone(),
        ["output_type"] = "execute_result",
    };

    /// <summary>What went wrong.</summary>
    public static JsonObject Error(string name, string value, IEnumerable<string> traceback) => new()
    {
        ["ename"] = name,
        ["evalue"] = value,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]),
    };
}
