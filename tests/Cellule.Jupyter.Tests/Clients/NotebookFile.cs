using System.Text.Json.Nodes;

namespace Cellule.Jupyter.Tests.Clients;

/// <summary>A notebook of code cells for the installed kernel.</summary>
internal static class NotebookFile
{
    public static string Text(params string[] sources) => new JsonObject
    {
        ["cells"] = new JsonArray([.. sources.Select((source, i) => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"cell-{i}",
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        })]),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "entente", ["display_name"] = "C# (Entente)", ["language"] = "C#" } },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();
}
