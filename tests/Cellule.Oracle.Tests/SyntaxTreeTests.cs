using Cellule.Oracle.Tests.Comparison;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cellule.Oracle.Tests;

/// <summary>Our parser accepts what the compiler's accepts, over every source at hand: the snippets and this repository's own code.</summary>
public sealed class SyntaxTreeTests
{
    /// <summary>Folders with C#.</summary>
    public static TheoryData<string> Folders => ["src", "tests"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Accepts_real_code(string folder)
    {
        string root = RepositoryRoot();
        var refused = Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (File: f, Diagnostics: Syntax.SyntaxTree.Parse(File.ReadAllText(f)).Diagnostics))
            .Where(f => f.Diagnostics.Count > 0)
            .Select(f => $"{f.File}({f.Diagnostics[0].Line}): {f.Diagnostics[0].Message}")
            .ToList();
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    [Fact]
    public void Refuses_and_accepts_the_snippets_as_the_compiler_does()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script);
        var cells = Directory.EnumerateFiles(Snippet.Folder, "*.txt").Where(f => !f.EndsWith(".batch.txt", StringComparison.Ordinal))
            .SelectMany(Snippet.Read)
            .Where(s => !s.IsProgram && !s.Id.StartsWith("refused/", StringComparison.Ordinal) && !s.Id.StartsWith("mistakes/", StringComparison.Ordinal))
            .SelectMany(s => s.Cells)
            .ToList();
        var different = cells.Where(c =>
            CSharpSyntaxTree.ParseText(c, options).GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) != Syntax.SyntaxTree.Parse(c).HasErrors).ToList();

        // Of wrong programs the snippet tests compare the very error: which stage finds it is each side's own affair.
        // Scripts of the compiler refuse some at their top level that cells take; 'int' alone is the binder's to refuse here, and an empty format is refused by both.
        different.RemoveAll(c => c.Contains("using var", StringComparison.Ordinal) || c.StartsWith("int i = 1; ref", StringComparison.Ordinal) || c is "int" || c.EndsWith("s = $\"{1:}\";", StringComparison.Ordinal));
        Assert.True(different.Count == 0, string.Join("\n---\n", different));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "seeds")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root, which has a folder 'seeds', is above the tests.");
    }
}
