namespace Cellule.Oracle.Tests.Comparison;

/// <summary>
/// A program of one or more cells. In <c>Snippets/*.cs.txt</c> and <c>*.program.txt</c> a line <c>//--- name</c> starts one and a line
/// <c>//+++</c> starts its next cell; <paramref name="Id"/> is file and name.
/// </summary>
internal sealed record Snippet(string Id, IReadOnlyList<string> Cells)
{
    /// <summary>The compiler gets it as a whole program, not as a script.</summary>
    public bool IsProgram { get; init; }

    public static IReadOnlyList<Snippet> Read(string path) =>
        path.EndsWith(".lines.txt", StringComparison.Ordinal) ? ReadLines(path) : ReadBlocks(path);

    private static string NameOf(string path) => Path.GetFileName(path).Split('.')[0];

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Snippets");

    private static List<Snippet> ReadBlocks(string path)
    {
        string file = NameOf(path);
        bool isProgram = path.EndsWith(".program.txt", StringComparison.Ordinal);
        var snippets = new List<Snippet>();
        foreach (string block in File.ReadAllText(path).ReplaceLineEndings("\n").Split("//--- ").Skip(1))
        {
            int lineEnd = block.IndexOf('\n', StringComparison.Ordinal);
            string name = block[..lineEnd].Trim();
            snippets.Add(new Snippet($"{file}/{name}", [.. block[(lineEnd + 1)..].Split("//+++\n").Select(c => c.Trim())]) { IsProgram = isProgram });
        }

        return snippets;
    }

    /// <summary>A file with a program a line; a program is its own name.</summary>
    private static List<Snippet> ReadLines(string path)
    {
        string file = NameOf(path);
        return [.. File.ReadLines(path).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)).Select(l => new Snippet($"{file}/{l}", [l]))];
    }
}
