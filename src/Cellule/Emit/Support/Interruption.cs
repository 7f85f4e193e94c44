namespace Cellule.Emit.Support;

/// <summary>
/// Asked by cell code at each turn of a loop and on entry of what may call itself. Aborting the thread would cost running code
/// nothing, but it was seen to end the process now and then; the load and branch of a poll cost a few per cent of an empty loop.
/// </summary>
internal static class Interruption
{
    private static readonly AsyncLocal<CancellationToken> Flowing = new();
    private static int _interrupted;

    /// <summary>Some cell has been interrupted: ask <see cref="Check"/> whether it is this one.</summary>
    public static volatile bool IsRequested;

    /// <summary>The token flows to the tasks and threads that the cell starts.</summary>
    public static void Enter(CancellationToken interrupt) => Flowing.Value = interrupt;

    public static void Request()
    {
        Interlocked.Increment(ref _interrupted);
        IsRequested = true;
    }

    public static void Withdraw()
    {
        if (Interlocked.Decrement(ref _interrupted) == 0)
            IsRequested = false;
    }

    public static void Check() => Flowing.Value.ThrowIfCancellationRequested();
}
