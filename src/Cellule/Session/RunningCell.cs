namespace Cellule.Session;

/// <summary>
/// The cell that the code on this thread belongs to. It flows with the execution context to tasks, threads and timers that the
/// cell starts; code that lost the context counts to the cell that runs now.
/// </summary>
internal static class RunningCell
{
    private static readonly AsyncLocal<ICellOutput?> Flowing = new();
    private static volatile ICellOutput? _latest;

    public static ICellOutput? Output => Flowing.Value ?? _latest;

    /// <summary>Makes <paramref name="output"/> that of the current context until the scope is disposed.</summary>
    public static IDisposable Enter(ICellOutput output)
    {
        Flowing.Value = output;
        _latest = output;
        CellConsole.Attach();
        return new Scope(output);
    }

    private sealed class Scope(ICellOutput output) : IDisposable
    {
        public void Dispose()
        {
            Flowing.Value = null;
            if (_latest == output)
                _latest = null;
            CellConsole.Detach();
        }
    }
}
