using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Cellule.Oracle.Tests.Comparison;

/// <summary>Runs cells with the real compiler's scripting, one after the other in one state.</summary>
internal sealed class CompilerSide
{
    /// <summary>What a notebook has and a plain script has not.</summary>
    private const string Prelude = """
        static void display(object value) => System.Console.Write("[" + Cellule.Oracle.Tests.Comparison.ScriptHost.Text(value) + "]");
        static object HTML(string text) => text;
        static T Display<T>(this T value) { display(value); return value; }
        """;

    private static readonly Lazy<ScriptOptions> Options = new(CreateOptions);
    private ScriptState<object>? _state;

    /// <summary>The namespaces that every cell has open.</summary>
    public static readonly string[] Usings = ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    public async Task StartAsync() => _state = await CSharpScript.RunAsync(Prelude, Options.Value);

    public async Task<Outcome> RunAsync(string cell, TimeSpan limit)
    {
        var output = new StringWriter();
        var (savedOut, savedError) = (Console.Out, Console.Error);
        var synchronized = TextWriter.Synchronized(output);
        Console.SetOut(synchronized);
        Console.SetError(synchronized);
        try
        {
            _state ??= await CSharpScript.RunAsync("", Options.Value);
            var running = Task.Run(() => _state.ContinueWithAsync(cell, Options.Value, static _ => true));
            if (await Task.WhenAny(running, Task.Delay(limit)) != running)
            {
                return new Outcome("", "no end", "", "");
            }

            _state = await running;
            string value = _state.Exception is null ? ValueText.Of(_state.ReturnValue) : "";
            return new Outcome("", _state.Exception is { } thrown ? ValueText.TypeName(thrown.GetType()) : "", value, Lines(output));
        }
        catch (CompilationErrorException e)
        {
            return Refused(e.Diagnostics);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // An exception of the value's own text.
            return new Outcome("", ValueText.TypeName(e.GetType()), "", Lines(output));
        }
        finally
        {
            Console.SetOut(savedOut);
            Console.SetError(savedError);
        }
    }

    /// <summary>The first error and where it stands.</summary>
    public static Outcome Refused(IEnumerable<Diagnostic> diagnostics)
    {
        var first = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start).First();
        var start = first.Location.GetLineSpan().StartLinePosition;
        return Outcome.Refused(first.Id, FormattableString.Invariant($"{start.Line + 1},{start.Character + 1}"));
    }

    private static string Lines(StringWriter output) => output.ToString().ReplaceLineEndings("\n");

    /// <summary>What a program may use: all that this process has, less the tests' own tools.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is { } name && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !name.StartsWith("xunit", StringComparison.Ordinal))
            .Select(MetadataReference (p) => MetadataReference.CreateFromFile(p)),
    ];

    private static ScriptOptions CreateOptions() =>
        ScriptOptions.Default
            .WithReferences(References)
            .WithImports(Usings)
            .WithLanguageVersion(LanguageVersion.Preview)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithSearchPaths(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!));
}

/// <summary>What the script prelude calls back.</summary>
public static class ScriptHost
{
    public static string Text(object? value) => ValueText.Of(value);
}
