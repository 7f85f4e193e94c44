namespace Cellule.Session.Commands;

/// <summary>A stretch of a cell in one language. <paramref name="Text"/> of C# keeps the positions it has in the whole cell.</summary>
internal sealed record CellSegment(string Language, string Text)
{
    public bool IsCSharp => Language == "csharp";
}

/// <summary>
/// Splits a cell at the lines that choose a language (<c>#!html</c>). Lines of other languages are blanked out in a C# segment, so
/// that its line numbers and offsets are the cell's.
/// </summary>
internal static class CellSegments
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["csharp"] = "csharp",
        ["cs"] = "csharp",
        ["c#"] = "csharp",
        ["html"] = "html",
        ["markdown"] = "markdown",
        ["md"] = "markdown",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["mermaid"] = "mermaid",
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        ["sql"] = "sql",
        ["kql"] = "kql",
        ["http"] = "http",
        ["value"] = "value",
    };

    public static IReadOnlyList<CellSegment> Of(string code)
    {
        if (!code.Contains("#!", StringComparison.Ordinal))
            return [new CellSegment("csharp", code)];
        var segments = new List<(string Language, int Start, int End)>();
        var language = "csharp";
        var start = 0;
        for (var line = 0; line < code.Length;)
        {
            var end = code.IndexOf('\n', line) is >= 0 and var found ? found + 1 : code.Length;
            var text = code.AsSpan(line, end - line).Trim();
            if (text.StartsWith("#!") && Languages.TryGetValue(text[2..].ToString().Split(' ', 2)[0], out var chosen))
            {
                segments.Add((language, start, line));
                language = chosen;
                start = end;
            }

            line = end;
        }

        segments.Add((language, start, code.Length));
        var result = new List<CellSegment>();
        foreach (var (name, from, to) in segments)
        {
            var text = code[from..to];
            if (string.IsNullOrWhiteSpace(text))
                continue;
            result.Add(new CellSegment(name, name == "csharp" ? Blanked(code[..from]) + text : text));
        }

        return result;
    }

    private static string Blanked(string text) => string.Create(text.Length, text, static (blank, source) =>
    {
        for (var i = 0; i < blank.Length; i++)
            blank[i] = source[i] is '\r' or '\n' ? source[i] : ' ';
    });
}
