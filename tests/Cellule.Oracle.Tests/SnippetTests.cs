using System.Text;
using Cellule.Oracle.Tests.Comparison;

namespace Cellule.Oracle.Tests;

/// <summary>
/// Programs as data, each run by Cellule and by the compiler: same value and type, same output, same exception, same code and place of
/// the first error. What is known to differ must still differ.
/// With <c>CELLULE_REPORT</c> set to a path, every difference is appended to that file.
/// </summary>
public sealed class SnippetTests
{
    private const int MaxShown = 25;

    /// <summary>The files under Snippets.</summary>
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Snippet.Folder, "*.txt").Where(f => !f.EndsWith(".batch.txt", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Gives_what_the_compiler_gives(string file)
    {
        string path = Path.Combine(Snippet.Folder, file);
        var known = KnownDifferences.Load();
        var snippets = Snippet.Read(path);
        Assert.NotEmpty(snippets);
        var report = new StringBuilder();
        int wrong = 0;
        foreach (var snippet in snippets)
        {
            string difference = await Duel.RunAsync(snippet);
            Write(snippet, difference);
            if (difference.Length > 0 == known.Contains(snippet.Id))
            {
                continue;
            }

            if (wrong++ < MaxShown)
            {
                report.Append(snippet.Id).Append(": ").AppendLine(difference.Length > 0 ? difference : "no longer differs: take it off the list of known differences");
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
