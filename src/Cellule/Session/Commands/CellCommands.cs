using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Cellule.Binding;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Session.Commands;

/// <summary>The lines of a cell that start with <c>#</c> and ask something of the session: magics, <c>#r</c>, <c>#load</c>.</summary>
internal sealed class CellCommands(CellSession session, SessionScope scope, string? baseDirectory)
{
    private static readonly (string Name, string Meaning)[] Known =
    [
        ("#!about", "what runs the cells"),
        ("#!csharp", "what follows is C#"),
        ("#!html", "what follows is HTML and shown"),
        ("#!import <file>", "runs the C# cells of a file (.cs, .csx, .dib, .ipynb)"),
        ("#!javascript", "what follows is a script for the page"),
        ("#!lsmagic", "this list"),
        ("#!markdown", "what follows is Markdown and shown"),
        ("#!set --name <name> --value <text>", "makes a variable"),
        ("#!share <name> --from <kernel>", "accepted for variables of this session"),
        ("#!time", "shows how long the cell took"),
        ("#!who", "the variables' names"),
        ("#!whos", "the variables with types and values"),
        ("#load \"<file>\"", "runs the C# of a file"),
        ("#r \"<path>\"", "makes an assembly's types known"),
        ("#r \"nuget: <package>\"", "accepted for packages that are already there"),
    ];

    /// <summary>The magics as they are typed.</summary>
    public static IEnumerable<string> Names => Known.Select(known => known.Name.Split(' ')[0]).Distinct();

    private readonly AssemblyReferences _references = new(scope.Types, baseDirectory);
    private readonly SourceFiles _files = new(baseDirectory);

    /// <summary>Shows a segment that isn't C#.</summary>
    public static CellResult Show(CellSegment segment, ICellOutput output)
    {
        switch (segment.Language)
        {
            case "html":
                output.Display(new DisplayRequest(new MimeText("text/html", segment.Text)));
                return CellOutcome.Nothing;
            case "markdown":
                output.Display(new DisplayRequest(new MimeText("text/markdown", segment.Text)));
                return CellOutcome.Nothing;
            case "javascript":
                output.Display(new DisplayRequest(new MimeText("text/html", $"<script type=\"text/javascript\">{segment.Text}</script>")));
                return CellOutcome.Nothing;
            case "mermaid":
                output.Display(new DisplayRequest(new MimeText("text/vnd.mermaid", segment.Text)));
                return CellOutcome.Nothing;
            default:
                return CellOutcome.Rejected("CELL0101", default, $"Cells in {segment.Language} are not supported: this kernel runs C#.", new SourceText(segment.Text));
        }
    }

    /// <summary>What holds for the whole run of the cell: <c>#!time</c> shows how long it took when the scope ends.</summary>
    public static IDisposable Timed(CompilationUnitSyntax syntax, ICellOutput output) =>
        new Timing(syntax.Directives.Any(d => d is MagicDirectiveSyntax { Name: "time" }) ? output : null);

    /// <summary>Carries out the directives, in order. A result means that the cell must not run.</summary>
    public async Task<CellResult?> BeforeAsync(CompilationUnitSyntax syntax, SourceText source, DiagnosticBag diagnostics, ICellOutput output, CancellationToken interrupt)
    {
        foreach (var directive in syntax.Directives)
        {
            switch (directive)
            {
                case ReferenceDirectiveSyntax reference:
                    if (_references.Add(reference.Target) is { } problem)
                        diagnostics.Error("CS0006", reference.TargetSpan, problem);
                    break;
                case LoadDirectiveSyntax load:
                    if (await RunFileAsync(load.Path, load.PathSpan, diagnostics, output, interrupt).ConfigureAwait(false) is { Status: not CellStatus.Ok } failed)
                        return failed;
                    break;
                case MagicDirectiveSyntax magic:
                    if (await MagicAsync(magic, diagnostics, output, interrupt).ConfigureAwait(false) is { Status: not CellStatus.Ok } stopped)
                        return stopped;
                    break;
            }

            if (diagnostics.HasErrors)
                return CellOutcome.Rejected(diagnostics);
        }

        return null;
    }

    private async Task<CellResult?> MagicAsync(MagicDirectiveSyntax magic, DiagnosticBag diagnostics, ICellOutput output, CancellationToken interrupt)
    {
        switch (magic.Name)
        {
            case "time" or "csharp" or "cs" or "c#":
                return null;
            case "who":
                output.Write(string.Join("\n", session.Variables.Select(v => v.Name)) + "\n");
                return null;
            case "whos":
                output.Write(Table(session.Variables));
                return null;
            case "lsmagic":
                output.Write(string.Concat(Known.Select(k => $"{k.Name,-36}{k.Meaning}\n")));
                return null;
            case "about":
                output.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Cellule {typeof(CellSession).Assembly.GetName().Version?.ToString(3)}: C# cells without a compiler, on .NET {Environment.Version}\n"));
                return null;
            case "import" or "load":
                return await RunFileAsync(magic.Arguments.Trim().Trim('"'), magic.Span, diagnostics, output, interrupt).ConfigureAwait(false);
            case "share":
                Share(magic, diagnostics);
                return null;
            case "set":
                return await SetAsync(magic, diagnostics, output, interrupt).ConfigureAwait(false);
            default:
                diagnostics.Error("CELL0102", magic.Span, $"There is no magic command #!{magic.Name}. #!lsmagic lists them.");
                return null;
        }
    }

    private async Task<CellResult?> RunFileAsync(string path, TextSpan span, DiagnosticBag diagnostics, ICellOutput output, CancellationToken interrupt)
    {
        if (_files.Read(path, out var cells) is { } problem)
        {
            diagnostics.Error("CS1504", span, problem);
            return null;
        }

        foreach (var cell in cells)
        {
            var result = await session.RunSegmentsAsync(cell, Path.GetFileName(path), output, interrupt).ConfigureAwait(false);
            if (result.Status != CellStatus.Ok)
                return result;
        }

        return null;
    }

    private void Share(MagicDirectiveSyntax magic, DiagnosticBag diagnostics)
    {
        var arguments = CommandArguments.Of(magic.Arguments);
        var from = arguments.Option("from");
        var name = arguments.Plain is [var first, ..] ? first : null;
        if (from is not (null or "csharp" or "C#"))
            diagnostics.Error("CELL0103", magic.Span, $"There is no kernel '{from}' to share from: every variable is in C#.");
        else if (name is null || scope.FindVariable(name) is null)
            diagnostics.Error("CELL0104", magic.Span, $"There is no variable '{name}' to share.");
    }

    private Task<CellResult> SetAsync(MagicDirectiveSyntax magic, DiagnosticBag diagnostics, ICellOutput output, CancellationToken interrupt)
    {
        var arguments = CommandArguments.Of(magic.Arguments);
        var (name, value) = (arguments.Option("name"), arguments.Option("value"));
        if (name is null || value is null)
        {
            diagnostics.Error("CELL0105", magic.Span, "#!set wants --name <name> and --value <text> (or --value @csharp:<variable>).");
            return Task.FromResult(CellOutcome.Nothing);
        }

        var expression = value.StartsWith("@csharp:", StringComparison.Ordinal) ? value["@csharp:".Length..] : Literal(value);
        return session.RunSegmentsAsync($"var {name} = {expression};", "#!set", output, interrupt);
    }

    private static string Literal(string text) => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Table(IReadOnlyList<CellVariable> variables)
    {
        var rows = variables.Select(v => (v.Name, Type: Symbols.LoadedTypes.From(v.Type).ToString(), Value: Shown(v.Value))).Prepend(("Variable", "Type", "Value")).ToList();
        var (name, type) = (rows.Max(r => r.Item1.Length) + 2, rows.Max(r => r.Item2.Length) + 2);
        var text = new StringBuilder();
        foreach (var row in rows)
            text.Append(row.Item1.PadRight(name)).Append(row.Item2.PadRight(type)).Append(row.Item3).Append('\n');
        return text.ToString();
    }

    private static string Shown(object? value)
    {
        string text;
        try
        {
            text = System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "<null>";
        }
        catch (Exception e)
        {
            text = $"<{e.GetType().Name}>";
        }

        text = text.ReplaceLineEndings(" ");
        return value is null ? "<null>" : text.Length > 80 ? text[..79] + "…" : text;
    }

    private sealed class Timing(ICellOutput? output) : IDisposable
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            output?.Display(new DisplayRequest(new MimeText(
                "text/plain",
                string.Create(CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(_start).TotalMilliseconds:0.###} ms"))));
        }
    }
}
