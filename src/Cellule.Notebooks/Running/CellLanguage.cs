using Cellule.Notebooks.Model;

namespace Cellule.Notebooks.Running;

/// <summary>Which cells of a notebook are C#: in a polyglot notebook each cell may name a language, by metadata or by a first line.</summary>
internal static class CellLanguage
{
    private static readonly string[] CSharp = ["csharp", "c#", "cs"];

    // First lines with which .NET Interactive hands a cell to another of its kernels.
    private static readonly string[] OtherKernels =
        ["fsharp", "f#", "pwsh", "powershell", "sql", "kql", "python", "r", "javascript", "js", "http", "mermaid", "vscode"];

    /// <summary>The language that keeps this cell from being run here; null when it is C#.</summary>
    public static string? Other(NotebookCell cell, Notebook notebook)
    {
        if (FirstLineKernel(cell.Source) is { } kernel)
        {
            return kernel;
        }

        var language = cell.Language.Length > 0 ? cell.Language : notebook.Language;
        return language.Length == 0 || CSharp.Contains(language, StringComparer.OrdinalIgnoreCase) ? null : language;
    }

    private static string? FirstLineKernel(string source)
    {
        var text = source.AsSpan().TrimStart();
        if (!text.StartsWith("#!"))
        {
            return null;
        }

        var word = text[2..];
        var end = word.IndexOfAny(" \t\r\n");
        var name = (end < 0 ? word : word[..end]).ToString();
        return OtherKernels.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : null;
    }
}
