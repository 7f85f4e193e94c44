using System.Text;
using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;
using Cellule.Notebooks.Running;

namespace Cellule.Notebooks.Converting;

/// <summary>A notebook as Markdown: code and text output in fences, pictures inside the file, nothing that needs a script.</summary>
public static class MarkdownConverter
{
    /// <summary>The document, ending in a line break.</summary>
    public static string Convert(Notebook notebook)
    {
        var parts = new List<string>();
        foreach (var cell in notebook.Cells)
        {
            switch (cell.Kind)
            {
                case CellKind.Code:
                    parts.Add(Fence(cell.Source, CellLanguage.Other(cell, notebook) ?? "csharp"));
                    parts.AddRange(cell.Outputs.Select(Output).Where(text => text.Length > 0));
                    break;
                default:
                    parts.Add(cell.Source.Trim('\n'));
                    break;
            }
        }

        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    private static string Output(JsonObject output)
    {
        if (NotebookOutputs.Text(output) is { Length: > 0 } text)
        {
            return Fence(text, "text");
        }

        return NotebookOutputs.Data(output, "text/markdown", "image/png", "image/svg+xml", "text/plain") switch
        {
            ("image/png", var picture) => $"![](data:image/png;base64,{picture.Replace("\n", "", StringComparison.Ordinal)})",
            ("image/svg+xml", var picture) => $"![](data:image/svg+xml;base64,{System.Convert.ToBase64String(Encoding.UTF8.GetBytes(picture))})",
            ("text/plain", var plain) => Fence(plain, "text"),
            (_, var markdown) => markdown.Trim('\n'),
            null => "",
        };
    }

    // A fence is longer than any inside it.
    private static string Fence(string text, string language)
    {
        var ticks = "```";
        while (text.Contains(ticks, StringComparison.Ordinal))
        {
            ticks += '`';
        }

        return $"{ticks}{language}\n{text.TrimEnd('\n')}\n{ticks}";
    }
}
