using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cellule.Oracle.Tests.Comparison;

namespace Cellule.Oracle.Tests;

/// <summary>
/// Notebooks that others wrote: every C# cell that the compiler runs must give the same here, at least 97 of 100. The notebooks are not
/// ours to ship: <c>CELLULE_NOTEBOOKS</c> names a folder with them, <c>CELLULE_REPORT</c> a file for the cells that differ.
/// </summary>
public sealed partial class NotebookCorpusTests
{
    private const double Wanted = 0.97;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Cells_give_what_the_compiler_gives()
    {
        if (Environment.GetEnvironmentVariable("CELLULE_NOTEBOOKS") is not { Length: > 0 } folder)
        {
            Assert.Skip("CELLULE_NOTEBOOKS names no folder.");
            return;
        }

        int compared = 0;
        var different = new List<string>();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".ipynb" or ".dib").Order(StringComparer.Ordinal))
        {
            var compiler = new CompilerSide();
            await compiler.StartAsync();
            var ours = new CellSide(Interpreters.New());
            foreach (var (index, cell) in CellsOf(file))
            {
                var expected = await compiler.RunAsync(cell, Limit);

                // What the compiler refuses needs a package that isn't there, or is meant to be wrong.
                if (expected.Errors.Length > 0 || expected.Exception == "no end")
                {
                    continue;
                }

                var actual = await ours.RunAsync(cell, Limit);
                compared++;
                string difference = Steady(actual).DifferenceFrom(Steady(expected));
                if (difference.Length > 0)
                {
                    different.Add($"{Path.GetRelativePath(folder, file)}#{index}\t{difference}");
                }
            }
        }

        if (Environment.GetEnvironmentVariable("CELLULE_REPORT") is { Length: > 0 } report)
        {
            await File.AppendAllLinesAsync(report, [.. different, FormattableString.Invariant($"# {compared - different.Count} of {compared} cells agree")], TestContext.Current.CancellationToken);
        }

        double share = compared == 0 ? 0 : 1 - ((double)different.Count / compared);
        Assert.True(share >= Wanted, FormattableString.Invariant($"{share:P1} of {compared} cells agree:\n{string.Join('\n', different.Take(40))}"));
    }

    /// <summary>The C# cells of a notebook, with their numbers; cells in other languages and downloads are left out.</summary>
    private static IEnumerable<(int Index, string Code)> CellsOf(string file)
    {
        int index = 0;
        foreach (string code in Path.GetExtension(file) == ".dib" ? CellsOfScript(File.ReadAllText(file)) : CellsOfNotebook(File.ReadAllText(file)))
        {
            index++;
            var kept = new StringBuilder();
            bool isOurs = true;
            foreach (string line in code.ReplaceLineEndings("\n").Split('\n'))
            {
                string trimmed = line.TrimStart();
                isOurs &= !trimmed.StartsWith("#!", StringComparison.Ordinal) || trimmed.StartsWith("#!csharp", StringComparison.Ordinal) || trimmed.StartsWith("#!time", StringComparison.Ordinal);
                bool isCommand = trimmed.StartsWith("#!", StringComparison.Ordinal) || trimmed.StartsWith("#r \"nuget", StringComparison.Ordinal) || trimmed.StartsWith("#i ", StringComparison.Ordinal);
                kept.Append(isCommand ? "" : line).Append('\n');
            }

            bool waits = code.Contains("ReadLine", StringComparison.Ordinal) || code.Contains("ReadKey", StringComparison.Ordinal) || code.Contains("HttpClient", StringComparison.Ordinal);
            if (isOurs && !waits && kept.ToString().Trim().Length > 0)
            {
                yield return (index, kept.ToString());
            }
        }
    }

    /// <summary>The code cells of a notebook file whose language is C#.</summary>
    private static IEnumerable<string> CellsOfNotebook(string json)
    {
        using var notebook = JsonDocument.Parse(json);
        var root = notebook.RootElement;
        bool isCSharp = root.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("kernelspec", out var kernel)
            && kernel.TryGetProperty("language", out var language) && language.GetString() == "C#";
        if (!isCSharp || !root.TryGetProperty("cells", out var cells))
        {
            yield break;
        }

        foreach (var cell in cells.EnumerateArray())
        {
            if (cell.GetProperty("cell_type").GetString() == "code")
            {
                var source = cell.GetProperty("source");
                yield return source.ValueKind == JsonValueKind.String ? source.GetString()! : string.Concat(source.EnumerateArray().Select(s => s.GetString()));
            }
        }
    }

    /// <summary>The cells of a .dib file: a line with a kernel's name begins each; those of other kernels keep it, and are left out by it.</summary>
    private static IEnumerable<string> CellsOfScript(string text) =>
        CellStart().Split(text.ReplaceLineEndings("\n")).Where(c => c.Trim().Length > 0);

    /// <summary>Times, dates, hashes and random numbers differ from run to run on one side already.</summary>
    private static Outcome Steady(Outcome outcome) => outcome with { Value = Steady(outcome.Value), Output = Steady(outcome.Output) };

    // Types of a script are nested in its class, ours are not.
    private static string Steady(string text) => Numbers().Replace(ScriptClass().Replace(text, ""), "#");

    [GeneratedRegex(@"\d\d:\d\d(:\d\d)?(\.\d+)?|\d{1,2}/\d{1,2}/\d{4}|\b\d{7,}\b|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?=#!(?:csharp|c#|markdown|md|fsharp|pwsh|powershell|javascript|js|html|mermaid|sql|kql|value|meta)\s*$)", RegexOptions.Multiline)]
    private static partial Regex CellStart();

    [GeneratedRegex(@"Submission#\d+\+")]
    private static partial Regex ScriptClass();
}
