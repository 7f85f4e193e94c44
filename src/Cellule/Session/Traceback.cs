using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Cellule.Emit;
using Cellule.Text;

namespace Cellule.Session;

/// <summary>
/// Words errors for a person: the source line with a caret for what is wrong with the text, the exception and the cell's own
/// lines for what went wrong while it ran. Frames below the cell are the host's and not shown.
/// </summary>
internal sealed class Traceback
{
    private const int MaxFrames = 20;

    private readonly Dictionary<Module, (EmittedCell Cell, SourceText Source)> _cells = [];

    /// <summary>Lets frames of the cell be found in later tracebacks.</summary>
    public void Add(EmittedCell cell, SourceText source) => _cells[cell.Module] = (cell, source);

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

    public IReadOnlyList<string> Of(Exception exception)
    {
        var lines = new List<string>();
        Add(exception, lines, "");
        return lines;
    }

    private void Add(Exception exception, List<string> lines, string prefix)
    {
        lines.Add($"{prefix}{exception.GetType().FullName}: {MessageOf(exception)}");
        var frames = Frames(exception);
        for (var i = 0; i < frames.Count && i < MaxFrames; i++)
            lines.Add(frames[i].Times > 1 ? string.Create(CultureInfo.InvariantCulture, $"{frames[i].Text} ({frames[i].Times} times)") : frames[i].Text);
        if (frames.Count > MaxFrames)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"   … {frames.Count - MaxFrames} more"));
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

    /// <summary>Frames from the innermost to the cell; those that recursion repeats are one, counted.</summary>
    private List<(string Text, int Times)> Frames(Exception exception)
    {
        var lines = new List<(string Text, int Times)>();
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is not { } method)
                continue;
            if (_cells.TryGetValue(method.Module, out var cell))
            {
                if (!cell.Cell.Lines.TryGetValue(method.MetadataToken, out var table))
                    continue;
                Note(CellFrame(table, frame.GetILOffset(), cell.Source));
                if (table.DisplayName == LineTable.Main)
                    break;
            }
            else if (!IsPlumbing(method))
            {
                Note($"   at {Signature(method)}");
            }
        }

        return lines;

        void Note(string text)
        {
            if (lines.Count > 0 && lines[^1].Text == text)
                lines[^1] = (text, lines[^1].Times + 1);
            else
                lines.Add((text, 1));
        }
    }

    private static string CellFrame(LineTable table, int offset, SourceText source)
    {
        var name = table.DisplayName == LineTable.Main ? "" : $"{table.DisplayName} in ";
        if (table.Find(offset) is not { } span)
            return $"   at {name}{source.Name}";
        var (line, _) = source.PositionOf(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"   at {name}{source.Name}, line {line}: {source.LineText(line).Trim()}");
    }

    // What carries exceptions and awaits along, and our own runtime support.
    private static bool IsPlumbing(MethodBase method) =>
        method.Module.Assembly == typeof(Traceback).Assembly
        || method.DeclaringType is not { } type
        || type.FullName?.StartsWith("System.Runtime.ExceptionServices.", StringComparison.Ordinal) == true
        || type.FullName?.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) == true
        || type.FullName?.StartsWith("System.Threading.", StringComparison.Ordinal) == true
        || type.FullName == "System.Runtime.ControlledExecution"
        || method.IsDefined(typeof(StackTraceHiddenAttribute), false);

    private static string Signature(MethodBase method)
    {
        var text = new StringBuilder(method.DeclaringType!.FullName ?? method.DeclaringType.Name).Append('.').Append(method.Name).Append('(');
        var parameters = method.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
            text.Append(i == 0 ? "" : ", ").Append(parameters[i].ParameterType.Name).Append(' ').Append(parameters[i].Name);
        return text.Append(')').ToString();
    }
}
