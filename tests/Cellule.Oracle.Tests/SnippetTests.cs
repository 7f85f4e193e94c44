using System.Text;
using Cellule.Oracle.Tests.Comparison;

namespace Cellule.Oracle.Tests;

/// <summary>
/// Programs as data, each run by Cellule and by the compiler: same value and type, same output, same exception, same error code.
/// With <c>CELLULE_REPORT</c> set to a path, every difference is appended to that file.
/// </summary>
public sealed class SnippetTests
{
    private const int MaxShown = 25;

    /// <summary>The files under Snippets.</summary>
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Snippet.Folder, "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Gives_what_the_compiler_gives(string file)
    {
        string path = Path.Combine(Snippet.Folder, file);
        var known = KnownDifferences.Load();
        var snippets = file.EndsWith(".lines.txt", StringComparison.Ordinal) ? Snippet.ReadLines(path) : Snippet.ReadFile(path);
        Assert.NotEmpty(snippets);
        var report = new StringBuilder();
        int shown = 0;
        int wrong = 0;
        foreach (var snippet in snippets)
        {
            string difference = await Duel.RunAsync(snippet.Cells);
            bool isExpected = difference.Length == 0 || known.Contains(snippet.Id);
            wrong += isExpected ? 0 : 1;
            Write(snippet, difference);
            if (!isExpected && shown++ < MaxShown)
            {
                report.Append(snippet.Id).Append(": ").AppendLine(difference);
            }
        }

        Assert.True(wrong == 0, $"{wrong} of {snippets.Count} snippets:\n{report}");
    }

    private static void Write(Snippet snippet, string difference)
    {
        if (difference.Length > 0 && Environment.GetEnvironmentVariable("CELLULE_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllText(file, $"{snippet.Id}\t{difference}\n");
        }
    }
}
