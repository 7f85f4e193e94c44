using System.Text.Json;

namespace Cellule.Session.Commands;

/// <summary>The files of <c>#load</c> and <c>#!import</c>, as the cells in them.</summary>
internal sealed class SourceFiles(string? baseDirectory)
{
    /// <summary>Null when <paramref name="cells"/> could be read, else why not.</summary>
    public string? Read(string path, out IReadOnlyList<string> cells)
    {
        cells = [];
        var full = Path.GetFullPath(path, baseDirectory ?? Environment.CurrentDirectory);
        try
        {
            var text = File.ReadAllText(full);
            cells = Path.GetExtension(full) == ".ipynb" ? CodeCells(text) : [text];
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"'{path}' could not be opened: {e.Message}";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return $"'{path}' is not a notebook: {e.Message}";
        }
    }

    private static List<string> CodeCells(string notebook)
    {
        using var json = JsonDocument.Parse(notebook);
        var cells = new List<string>();
        foreach (var cell in json.RootElement.GetProperty("cells").EnumerateArray())
        {
            if (cell.GetProperty("cell_type").GetString() != "code")
                continue;
            var source = cell.GetProperty("source");
            cells.Add(source.ValueKind == JsonValueKind.Array ? string.Concat(source.EnumerateArray().Select(l => l.GetString())) : source.GetString() ?? "");
        }

        return cells;
    }
}
