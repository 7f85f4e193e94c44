using Cellule.Oracle.Tests.Comparison;

namespace Cellule.Oracle.Tests;

/// <summary>
/// Programs of one line whose value counts, thousands of them: the compiler takes a whole file at once. In <c>Snippets/*.batch.txt</c>
/// what stands before a line's last semicolon runs first.
/// </summary>
public sealed class BatchSnippetTests
{
    /// <summary>The files under Snippets.</summary>
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Snippet.Folder, "*.batch.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Gives_what_the_compiler_gives(string file)
    {
        var lines = File.ReadLines(Path.Combine(Snippet.Folder, file)).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lines);
        return BatchedDuel.RunAsync(lines.Select(Program));
    }

    private static SmallProgram Program(string line)
    {
        int depth = 0;
        int end = 0;
        char quote = '\0';
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quote != '\0')
            {
                quote = c == quote && line[i - 1] != '\\' ? '\0' : quote;
                continue;
            }

            quote = c is '"' or '\'' ? c : quote;
            depth += c is '{' or '(' or '[' ? 1 : c is '}' or ')' or ']' ? -1 : 0;
            end = (c == ';' && depth == 0) || (c == '}' && depth == 0 && i + 2 < line.Length && char.IsLetter(line[i + 2]) && line.StartsWith("void ", StringComparison.Ordinal)) ? i + 1 : end;
        }

        return new SmallProgram(line[..end], line[end..].Trim());
    }
}
