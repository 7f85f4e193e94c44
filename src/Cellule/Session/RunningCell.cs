using System.Runtime.CompilerServices;

namespace Cellule.Session;

/// <summary>
/// The cell that the code on this thread belongs to. It flows with the execution context to tasks, threads and timers that the
/// cell starts; code that lost the context counts to the cell that runs now.
/// </summary>
internal sealed class RunningCell
{
    private static readonly AsyncLocal<RunningCell?> Flowing = new();

    // The last cell of each session that is still there.
    private static readonly ConditionalWeakTable<Traceback, RunningCell> LastOf = [];

    private static volatile RunningCell? _latest;

    private readonly ICellOutput _output;
    private readonly Traceback _traceback;

    private RunningCell(ICellOutput output, Traceback traceback)
    {
        _output = output;
        _traceback = traceback;
    }

    public static ICellOutput? Output => (Flowing.Value ?? _latest)?._output;

    /// <summary>Makes <paramref name="output"/> that of the current context until the scope is disposed.</summary>
    public static IDisposable Enter(ICellOutput output, Traceback traceback)
    {
        var cell = new RunningCell(output, traceback);
        Flowing.Value = cell;
        _latest = cell;
        LastOf.AddOrUpdate(traceback, cell);
        CellConsole.Attach();
        return new Scope(cell);
    }

    /// <summary>Writes an exception that nobody caught to its cell's output; false when it came from elsewhere.</summary>
    public static bool Tell(Exception exception)
    {
        // Timers leave the context before they let the exception go.
        if ((Flowing.Value ?? LastOf.Select(l => l.Value).FirstOrDefault(c => c._traceback.Concerns(exception))) is not { } cell)
            return false;
        cell._output.WriteError(string.Join('\n', cell._traceback.Of(exception).Prepend("On a thread of the cell:")) + "\n");
        return true;
    }

    private sealed class Scope(RunningCell cell) : IDisposable
    {
        public void Dispose()
        {
            Flowing.Value = null;
            if (_latest == cell)
                _latest = null;
            CellConsole.Detach();
        }
    }
}
