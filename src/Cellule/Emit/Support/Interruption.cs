using System.Runtime.CompilerServices;

namespace Cellule.Emit.Support;

/// <summary>
/// Asked by cell code in loops and on entry of what may call itself. Aborting the thread would cost running code nothing, but it
/// was seen to end the process now and then. A loop that calls nothing counts its turns down in a register and asks after many:
/// asking at each would make the shortest loops half as fast.
/// </summary>
internal static class Interruption
{
    /// <summary>How many turns a loop without calls makes between two questions: microseconds.</summary>
    public const int TurnsBetweenPolls = 1000;

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

    /// <summary>What stands after each statement of a cell: one that was interrupted must not assign its variables.</summary>
    public static void Poll()
    {
        if (IsRequested)
            Check();
    }

    // Inlined it would take registers from the loops that ask.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Check() => Flowing.Value.ThrowIfCancellationRequested();

    /// <summary>Asks when a countdown has ended, and gives the next one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int NextTurns()
    {
        Poll();
        return TurnsBetweenPolls;
    }
}
