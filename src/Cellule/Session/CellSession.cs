using Cellule.Binding;
using Cellule.Session.Assistance;
using Cellule.Session.Commands;
using Cellule.Syntax;
using Cellule.Text;

namespace Cellule.Session;

/// <summary>A session of C# cells: variables, methods, types and usings of a cell are there in later ones.</summary>
public sealed class CellSession : ICellInterpreter
{
    private readonly Lock _gate = new();
    private readonly SessionScope _scope;
    private readonly CellCompiler _compiler;
    private readonly CellCommands _commands;
    private readonly CellCompleter _completer;
    private readonly CellInspector _inspector;
    private readonly Traceback _traceback = new();
    private Task<CellResult> _previous = Task.FromResult(CellOutcome.Nothing);
    private int _count;

    /// <summary>
    /// Starts without variables. <paramref name="baseDirectory"/> is where relative paths of <c>#r</c> and <c>#load</c> start; null: the current directory.
    /// </summary>
    public CellSession(string? baseDirectory = null)
    {
        _scope = new SessionScope(new TypeIndex());
        _scope.ImportNamespace("System.IO");
        _scope.ImportStatic(typeof(CellFunctions));
        _scope.ImportStatic(typeof(DisplayExtensions));
        _scope.ImportStatic(typeof(MimeTypes));
        _compiler = new CellCompiler(_scope);
        _commands = new CellCommands(this, _scope, baseDirectory);
        _completer = new CellCompleter(_scope, () => Variables, baseDirectory);
        _inspector = new CellInspector(_scope);
    }

    /// <inheritdoc/>
    public IReadOnlyList<CellVariable> Variables =>
        [.. _scope.Variables.Where(v => v.RuntimeField is not null).Select(v => new CellVariable(v.Name, v.RuntimeField!.FieldType, v.RuntimeField.GetValue(null)))];

    /// <inheritdoc/>
    public Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken interrupt = default) =>
        RunAsync(code, $"cell {Interlocked.Increment(ref _count)}", output, interrupt);

    /// <inheritdoc/>
    public Task<CellResult> RunAsync(string code, string name, ICellOutput output, CancellationToken interrupt = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(output);
        lock (_gate)
            return _previous = RunAfterAsync(_previous, code, name, output, interrupt);
    }

    private async Task<CellResult> RunAfterAsync(Task previous, string code, string name, ICellOutput output, CancellationToken interrupt)
    {
        await previous.ConfigureAwait(false);
        return await RunSegmentsAsync(code, name, output, interrupt).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public CellCompleteness IsComplete(string code)
    {
        var result = new CellCompleteness(CompletenessStatus.Complete, "");
        foreach (var segment in CellSegments.Of(code).Where(s => s.IsCSharp))
        {
            result = SyntaxTree.Parse(segment.Text).Completeness switch
            {
                SyntaxCompleteness.Complete => result,
                SyntaxCompleteness.Incomplete => new(CompletenessStatus.Incomplete, Indentation.AfterLastLine(segment.Text)),
                _ => new(CompletenessStatus.Invalid, ""),
            };
        }

        return result;
    }

    /// <inheritdoc/>
    public CompletionList Complete(string code, int position) => _completer.Complete(code, position);

    /// <inheritdoc/>
    public SymbolInfo? Inspect(string code, int position) => _inspector.Inspect(code, position);

    /// <summary>Runs the parts of a cell, or of a loaded file, until one doesn't end well.</summary>
    internal async Task<CellResult> RunSegmentsAsync(string code, string name, ICellOutput output, CancellationToken interrupt)
    {
        var result = CellOutcome.Nothing;
        foreach (var segment in CellSegments.Of(code))
        {
            if (segment.IsCSharp)
                result = await RunCSharpAsync(new SourceText(segment.Text, name), output, interrupt).ConfigureAwait(false);
            else
                result = CellCommands.Show(segment, output);
            if (result.Status != CellStatus.Ok)
                break;
        }

        return result;
    }

    private async Task<CellResult> RunCSharpAsync(SourceText source, ICellOutput output, CancellationToken interrupt)
    {
        var diagnostics = new DiagnosticBag(source);
        var syntax = new Parser(Lexer.Lex(diagnostics), diagnostics).ParseCompilationUnit();
        if (diagnostics.HasErrors)
            return CellOutcome.Rejected(diagnostics);
        using var timing = CellCommands.Timed(syntax, output);
        if (await _commands.BeforeAsync(syntax, source, diagnostics, output, interrupt).ConfigureAwait(false) is { } stopped)
            return stopped;
        if (Compile(syntax, diagnostics) is not { } cell)
            return CellOutcome.Rejected(diagnostics);
        _traceback.Add(cell.Code, source);
        CellRun run;
        using (RunningCell.Enter(output, _traceback))
            run = await CellThread.RunAsync(cell.Code.Run, interrupt).ConfigureAwait(false);
        if (run.IsInterrupted || run.Exception is not null)
            cell.Code.Rollback?.Invoke();
        return run switch
        {
            { IsInterrupted: true } => CellOutcome.Interrupted(diagnostics, run),
            { Exception: { } exception } => CellOutcome.Failed(diagnostics, exception, _traceback.Of(exception)),
            // `x.Display()` without semicolon: what it shows stands there already.
            { Value: DisplayHandle } => new CellResult(CellStatus.Ok, false, null, diagnostics.InSourceOrder(), null, []),
            _ => new CellResult(CellStatus.Ok, cell.Bound.Value is not null || run.Value is not null, run.Value, diagnostics.InSourceOrder(), null, []),
        };
    }

    // A cell that we fail on is the cell's failure to its reader, not the end of the session.
    private CompiledCell? Compile(CompilationUnitSyntax syntax, DiagnosticBag diagnostics)
    {
        try
        {
            return _compiler.Compile(syntax, diagnostics);
        }
        catch (NotSupportedException e)
        {
            diagnostics.Error("CELL0010", syntax.Span with { Length = 0 }, e.Message);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            diagnostics.Error("CELL0001", syntax.Span with { Length = 0 }, $"The cell could not be compiled, which is a fault of Cellule: {e.GetType().Name}: {e.Message}");
            CompilerFault = e;
            return null;
        }
    }

    /// <summary>What the last cell's compilation failed with, for tests.</summary>
    internal Exception? CompilerFault { get; private set; }
}
