using System.Runtime.CompilerServices;

namespace Cellule.Emit.Support;

/// <summary>An <c>await</c> among a cell's own statements.</summary>
internal static class BlockingAwait
{
    /// <summary>Waits until <paramref name="awaiter"/> is completed. Interrupting the thread ends the wait.</summary>
    public static void Wait(INotifyCompletion awaiter)
    {
        using var completed = new ManualResetEventSlim();
        awaiter.OnCompleted(completed.Set);
        completed.Wait();
    }
}
