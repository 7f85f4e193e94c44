namespace Cellule.Oracle.Tests.Comparison;

/// <summary>
/// A program of one or more cells. In <c>Snippets/*.cs.txt</c> a line <c>//--- name</c> starts one and a line <c>//+++</c> starts its
/// next cell; <paramref name="Id"/> is file and name.
/// </summary>
internal sealed record Snippet(string Id, IReadOnlyList<string> Cells)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Snippets");

    public static IReadOnlyList<Snippet> ReadFile(string path)
    {
        string file = Path.GetFileName(path).Replace(".cs.txt", "", StringComparison.Ordinal);
        var snippets = new List<Snippet>();
        foreach (string block in File.ReadAllText(path).ReplaceLineEndings("\n").Split("//--- ").Skip(1))
        {
            int lineEnd = block.IndexOf('\n', StringComparison.Ordinal);
            string name = block[..lineEnd].Trim();
            snippets.Add(new Snippet($"{file}/{name}", [.. block[(lineEnd + 1)..].Split("//+++\n").Select(c => c.Trim())]));
        }

        return snippets;
    }

    /// <summary>A file with a program a line; a program is its own name.</summary>
    public static IReadOnlyList<Snippet> ReadLines(string path)
    {
        string file = Path.GetFileName(path).Replace(".lines.txt", "", StringComparison.Ordinal);
        return [.. File.ReadLines(path).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)).Select(l => new Snippet($"{file}/{l}", [l]))];
    }
}
