using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Cellule.Emit;
using Cellule.Text;

namespace Cellule.Session;

/// <summary>
/// Words errors for a person: the source line with a caret for what is wrong with the text, the exception and the cells' own
/// lines for what went wrong while they ran.
/// </summary>
internal sealed class Traceback
{
    private const int MaxFrames = 20;

    /// <summary>What a method's checks of indices and overflows call; the JIT gives them one call for all.</summary>
    private const string SharedThrows = "Internal.Runtime.CompilerHelpers.ThrowHelpers";

    private readonly ConcurrentDictionary<Module, KnownCell> _cells = [];

    /// <summary>Lets frames of the cell be found in later tracebacks.</summary>
    public void Add(EmittedCell cell, SourceText source) => _cells[cell.Module] = new KnownCell(cell, source);

    public static IReadOnlyList<string> Of(IEnumerable<Diagnostic> diagnostics, SourceText source)
    {
        var lines = new List<string>();
        foreach (var diagnostic in diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"({diagnostic.Line},{diagnostic.Column}): error {diagnostic.Id}: {diagnostic.Message}"));
            var text = source.LineText(diagnostic.Line).Replace('\t', ' ');
            var column = Math.Min(diagnostic.Column - 1, text.Length);
            var indent = text.Length - text.TrimStart().Length;
            indent = Math.Min(indent, column);
            var length = Math.Clamp(diagnostic.Span.Length, 1, Math.Max(1, text.Length - column));
            lines.Add("    " + text[indent..].TrimEnd());
            lines.Add("    " + new string(' ', column - indent) + new string('^', length));
        }

        return lines;
    }

    /// <summary>Whether code of a cell was running when it was thrown.</summary>
    public bool Concerns(Exception exception) => Frames(exception).Count > 0;

    public IReadOnlyList<string> Of(Exception exception)
    {
        var lines = new List<string>();
        Add(exception, lines, "");
        return lines;
    }

    private void Add(Exception exception, List<string> lines, string prefix)
    {
        lines.Add($"{prefix}{exception.GetType().FullName}: {MessageOf(exception)}");
        lines.AddRange(RepeatedLines.Fold(Frames(exception), MaxFrames));
        if (exception is AggregateException aggregate)
        {
            foreach (var inner in aggregate.InnerExceptions)
                Add(inner, lines, "---> ");
        }
        else if (exception.InnerException is { } inner)
        {
            Add(inner, lines, "---> ");
        }
    }

    private static string MessageOf(Exception exception) => exception is InsufficientExecutionStackException
        ? "The recursion is too deep: the stack of the cell is used up."
        : exception.Message;

    /// <summary>The cells' lines, from the innermost to the running cell's.</summary>
    private List<string> Frames(Exception exception)
    {
        var lines = new List<string>();
        var isShared = false;

        // A deep recursion has a hundred thousand frames at a few places.
        var known = new Dictionary<(MethodBase Method, int Offset, bool IsShared), string>();
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is not { } method)
                continue;
            var wasShared = isShared;
            isShared = method.DeclaringType?.FullName == SharedThrows;
            if (!_cells.TryGetValue(method.Module, out var cell) || !cell.Cell.Lines.TryGetValue(method.MetadataToken, out var table))
                continue;
            var place = (method, frame.GetILOffset(), wasShared);
            if (!known.TryGetValue(place, out var line))
                known.Add(place, line = CellFrame(table, wasShared ? CheckIn(table, cell.Cell) : table.Find(place.Item2), cell.Source));
            lines.Add(line);
            if (table.DisplayName == LineTable.Main)
                break;
        }

        return lines;
    }

    // Of several checks in a function nobody knows which it was, then no line is better than a wrong one.
    private static TextSpan? CheckIn(LineTable table, EmittedCell cell)
    {
        if (table.DisplayName != LineTable.Main)
            return table.Checking is [var only] ? only : null;
        var statement = cell.Statement();
        return table.Checking.Where(c => c.Start >= statement.Start && c.End <= statement.End).ToList() is [var check] ? check : statement;
    }

    private static string CellFrame(LineTable table, TextSpan? place, SourceText source)
    {
        var name = table.DisplayName == LineTable.Main ? "" : $"{table.DisplayName} in ";
        if (place is not { } span)
            return $"   at {name}{source.Name}";
        var (line, _) = source.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"   at {name}{source.Name}, line {line}: {source.LineText(line).Trim()}");
    }

    private sealed record KnownCell(EmittedCell Cell, SourceText Source);
}
