using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cellule.Oracle.Tests.Comparison;

/// <summary>A program without output: statements and the expression whose value counts.</summary>
internal sealed record SmallProgram(string Statements, string Result)
{
    public string AsCell => Statements + "\n" + Result;
}

/// <summary>Compiles many small programs at once, each a method of one class: thousands take seconds.</summary>
internal static class CompiledBatch
{
    /// <summary>Declarations that every program may use, as C# of a class and of a cell alike.</summary>
    public const string Shared = "static string TypeOf<T>(T value) => typeof(T).ToString();";

    public static IReadOnlyList<Outcome> Run(IReadOnlyList<SmallProgram> programs)
    {
        var outcomes = new Outcome?[programs.Count];
        var compilation = Compile(programs, Enumerable.Range(0, programs.Count));
        foreach (var error in compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start))
        {
            int index = ProgramAt(error.Location.GetLineSpan().StartLinePosition.Line);
            outcomes[index] ??= Outcome.Refused(error.Id);
        }

        int[] accepted = [.. Enumerable.Range(0, programs.Count).Where(i => outcomes[i] is null)];
        using var image = new MemoryStream();
        var emitted = Compile(programs, accepted).Emit(image);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Take(5)));
        }

        image.Position = 0;
        var type = new AssemblyLoadContext("batch", isCollectible: true).LoadFromStream(image).GetType("Batch")!;
        foreach (int i in accepted)
        {
            outcomes[i] = Invoke(type.GetMethod($"M{i}")!);
        }

        return outcomes!;
    }

    private const int HeaderLines = 2;
    private const int LinesPerProgram = 4;

    private static int ProgramAt(int line) => (line - HeaderLines) / LinesPerProgram;

    private static CSharpCompilation Compile(IReadOnlyList<SmallProgram> programs, IEnumerable<int> chosen)
    {
        var source = new StringBuilder();
        source.Append(string.Concat(CompilerSide.Usings.Select(u => $"using {u}; "))).Append('\n');
        source.Append("public static class Batch { ").Append(Shared).Append('\n');
        foreach (int i in chosen)
        {
            source.Append("public static object M").Append(i).Append("() {\n").Append(programs[i].Statements.ReplaceLineEndings(" ")).Append("\nreturn (").Append(programs[i].Result).Append(");\n}\n");
        }

        source.Append('}');
        return CSharpCompilation.Create(
            "batch" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source.ToString(), new CSharpParseOptions(LanguageVersion.Preview))],
            CompilerSide.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    private static Outcome Invoke(MethodInfo method)
    {
        try
        {
            return new Outcome("", "", ValueText.Of(method.Invoke(null, null)), "");
        }
        catch (TargetInvocationException e)
        {
            return new Outcome("", ValueText.TypeName(e.InnerException!.GetType()), "", "");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A lazy sequence fails when it is looked at.
            return new Outcome("", ValueText.TypeName(e.GetType()), "", "");
        }
    }
}
