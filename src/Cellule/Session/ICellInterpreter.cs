using Cellule.Text;

namespace Cellule.Session;

/// <summary>Runs cells one after the other, each seeing what the earlier ones left. One cell runs at a time.</summary>
public interface ICellInterpreter
{
    /// <summary>
    /// Binds the whole cell, then runs it. User code never throws out of here: errors are in the result.
    /// <paramref name="interrupt"/> stops the running cell (status <see cref="CellStatus.Interrupted"/>).
    /// </summary>
    Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken interrupt = default);

    /// <summary>The same; tracebacks, of later cells too, call this one <paramref name="name"/> (<c>cell 3</c>), as the client counts it.</summary>
    Task<CellResult> RunAsync(string code, string name, ICellOutput output, CancellationToken interrupt = default);

    /// <summary>Whether <paramref name="code"/> could be run as it is, needs more lines, or can't become valid.</summary>
    CellCompleteness IsComplete(string code);

    /// <summary>What could stand at <paramref name="position"/> (a UTF-16 offset into <paramref name="code"/>).</summary>
    CompletionList Complete(string code, int position);

    /// <summary>What the symbol at <paramref name="position"/> is; null when there is none.</summary>
    SymbolInfo? Inspect(string code, int position);

    /// <summary>The variables that the cells so far declared, in the order of declaration.</summary>
    IReadOnlyList<CellVariable> Variables { get; }
}

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>Every statement ran.</summary>
    Ok,

    /// <summary>The source has errors; nothing ran.</summary>
    Rejected,

    /// <summary>A statement threw; those before it ran.</summary>
    Failed,

    /// <summary>It was interrupted.</summary>
    Interrupted,
}

/// <summary>
/// The outcome of one cell. <paramref name="HasValue"/>: the cell ended in an expression without semicolon, and
/// <paramref name="Value"/> (which may be null) is to be shown. <paramref name="Traceback"/>: the lines that a person
/// reads for an error, without colour codes, with line numbers of the cell; empty when the cell ended well.
/// </summary>
public sealed record CellResult(
    CellStatus Status,
    bool HasValue,
    object? Value,
    IReadOnlyList<Diagnostic> Diagnostics,
    Exception? Exception,
    IReadOnlyList<string> Traceback);

/// <summary>A variable of the session as <c>#!whos</c> lists it.</summary>
public sealed record CellVariable(string Name, Type Type, object? Value);

/// <summary>The answer to 'may this be run?'; <paramref name="Indent"/> is what the next line should start with.</summary>
public sealed record CellCompleteness(CompletenessStatus Status, string Indent);

/// <summary>Jupyter's answers to <c>is_complete_request</c>.</summary>
public enum CompletenessStatus
{
    Complete,
    Incomplete,
    Invalid,
}

/// <summary>Completions for <c>code[ReplaceStart..ReplaceEnd]</c>, best first.</summary>
public sealed record CompletionList(int ReplaceStart, int ReplaceEnd, IReadOnlyList<Completion> Items);

/// <summary>
/// One completion. <paramref name="Kind"/> is one word as clients show it: <c>method</c>, <c>property</c>, <c>class</c>,
/// <c>keyword</c>, <c>namespace</c>, <c>variable</c>, <c>parameter</c>, <c>column</c>, …
/// </summary>
public sealed record Completion(string Text, string Kind, string Signature);

/// <summary>What inspection shows of a symbol: its signature and its XML documentation as plain text.</summary>
public sealed record SymbolInfo(string Signature, string Documentation, int Start, int End);
