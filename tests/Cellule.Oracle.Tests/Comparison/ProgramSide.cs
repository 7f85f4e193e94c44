using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cellule.Oracle.Tests.Comparison;

/// <summary>
/// Runs a text as a whole program with top-level statements. Scripts refuse what programs and cells take (extension methods, ref
/// variables and using declarations at the top), and programs start faster; they show what they write, and no trailing value.
/// </summary>
internal static class ProgramSide
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "program",
        [CSharpSyntaxTree.ParseText(string.Concat(CompilerSide.Usings.Select(u => $"global using {u};\n")), Language)],
        CompilerSide.References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release)));

    private static int _count;

    public static async Task<Outcome> RunAsync(string program, TimeSpan limit)
    {
        var tree = CSharpSyntaxTree.ParseText(program, Language);
        var compilation = Empty.Value.AddSyntaxTrees(tree).WithAssemblyName(FormattableString.Invariant($"program{Interlocked.Increment(ref _count)}"));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        if (!emitted.Success)
        {
            // Declarations alone are no program, but may be right.
            var errors = emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS5001").ToList();
            return errors.Count == 0 ? new Outcome("", "", "null", "") : CompilerSide.Refused(errors);
        }

        image.Position = 0;
        var main = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: false).LoadFromStream(image).EntryPoint!;
        var output = new StringWriter();
        var (savedOut, savedError) = (Console.Out, Console.Error);
        var synchronized = TextWriter.Synchronized(output);
        Console.SetOut(synchronized);
        Console.SetError(synchronized);
        try
        {
            var running = Task.Run(() => main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]));
            if (await Task.WhenAny(running, Task.Delay(limit)) != running)
            {
                return new Outcome("", "no end", "", "");
            }

            await running;
            return new Outcome("", "", "null", Lines());
        }
        catch (TargetInvocationException e)
        {
            return new Outcome("", ValueText.TypeName(e.InnerException!.GetType()), "", Lines());
        }
        finally
        {
            Console.SetOut(savedOut);
            Console.SetError(savedError);
        }

        string Lines() => output.ToString().ReplaceLineEndings("\n");
    }
}
