using Cellule.Notebooks.Model;

namespace Entente.Cli.Commands;

/// <summary>A notebook of a run, and the values that its cells showed, in order.</summary>
internal sealed record NotebookRun(string Path, Notebook Notebook)
{
    /// <summary>Where the notebook is, whatever the current folder becomes while it runs.</summary>
    public string FullPath { get; } = System.IO.Path.GetFullPath(Path);

    public List<object> Shown { get; } = [];

    /// <summary>Where its copy stands among the others: its file's name, under its folder's where another has the same.</summary>
    public string CopyName { get; init; } = System.IO.Path.GetFileName(Path);

    public string CopyIn(string folder) => System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), "notebooks", CopyName);

    /// <summary>The first heading of its prose, else the file's name.</summary>
    public string Title =>
        Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown)
            .SelectMany(cell => cell.Source.Split('\n'))
            .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim()
        ?? System.IO.Path.GetFileNameWithoutExtension(Path);
}
