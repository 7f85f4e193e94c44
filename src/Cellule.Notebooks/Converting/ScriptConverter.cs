using System.Text;
using Cellule.Notebooks.Model;
using Cellule.Notebooks.Running;

namespace Cellule.Notebooks.Converting;

/// <summary>A notebook as one C# script: code as it is, everything else as comments, cells apart by <c>// %%</c> as editors know it.</summary>
public static class ScriptConverter
{
    /// <summary>The script, ending in a line break.</summary>
    public static string Convert(Notebook notebook)
    {
        var script = new StringBuilder();
        foreach (var cell in notebook.Cells)
        {
            var isCode = cell.Kind == CellKind.Code && CellLanguage.Other(cell, notebook) is null;
            if (script.Length > 0)
            {
                script.Append('\n');
            }

            script.Append(isCode ? "// %%" : $"// %% [{(cell.Kind == CellKind.Code ? CellLanguage.Other(cell, notebook) : cell.Kind == CellKind.Markdown ? "markdown" : "raw")}]").Append('\n');
            foreach (var line in cell.Source.TrimEnd('\n').Split('\n'))
            {
                script.Append(isCode ? line : line.Length == 0 ? "//" : "// " + line).Append('\n');
            }
        }

        return script.ToString();
    }
}
