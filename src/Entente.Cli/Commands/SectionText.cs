using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;

namespace Entente.Cli.Commands;

/// <summary>
/// What a notebook says in words, for the head of its section of the report: the paragraph under its title, and what its
/// last cell wrote.
/// </summary>
internal static class SectionText
{
    public static string Of(Notebook notebook)
    {
        var parts = new[] { Introduction(notebook), LastWords(notebook) };
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string Introduction(Notebook notebook)
    {
        // The cell with the title: a run may have put a word of its own before it.
        var first = notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown && cell.Source.StartsWith("# ", StringComparison.Ordinal))?.Source ?? "";
        var lines = first.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line.StartsWith('#') || line.Trim().Length == 0);
        // The report sets plain text: marks of emphasis and code are for the notebook.
        return string.Join('\n', lines).Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Trim();
    }

    private static string LastWords(Notebook notebook)
    {
        var last = notebook.Cells.LastOrDefault(cell => cell.Kind == CellKind.Code);
        var written = last?.Outputs.Where(output => output["name"]?.GetValue<string>() == "stdout").Select(output => Joined(output["text"])) ?? [];
        // A line that a cell wrote is a paragraph.
        return string.Concat(written).Trim().Replace("\n", "\n\n", StringComparison.Ordinal);
    }

    private static string Joined(JsonNode? text) => text is JsonArray lines
        ? string.Concat(lines.Select(line => line?.GetValue<string>()))
        : text?.GetValue<string>() ?? "";
}
