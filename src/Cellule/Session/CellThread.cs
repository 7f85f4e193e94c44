using Cellule.Emit.Support;

namespace Cellule.Session;

/// <summary>How a run on the cell's thread ended.</summary>
internal sealed record CellRun(object? Value, Exception? Exception, bool IsInterrupted)
{
    /// <summary>Interrupted, but still inside a library call that nothing stops.</summary>
    public static CellRun LeftBehind { get; } = new(null, null, true);
}

/// <summary>
/// The thread that a cell's statements run on, which can be interrupted. A wait (sleep, lock, await) ends by
/// <see cref="Thread.Interrupt"/>, a loop by the polls in it (<see cref="Interruption"/>).
/// </summary>
internal static class CellThread
{
    /// <summary>Room for some 100,000 calls: unwinding them, when a recursion doesn't end, takes a tenth of a second or two.</summary>
    private const int StackSize = 4 << 20;

    /// <summary>Code that stops neither way (a long call into a library) is left behind after this time; the next cell can run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<CellRun> RunAsync(Func<object?> cell, CancellationToken interrupt)
    {
        if (interrupt.IsCancellationRequested)
            return new CellRun(null, null, true);
        var ended = new TaskCompletionSource<CellRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => ended.SetResult(Run(cell, interrupt)), StackSize) { IsBackground = true, Name = "cell" };
        thread.Start();
        if (!interrupt.CanBeCanceled)
            return await ended.Task.ConfigureAwait(false);
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var registration = interrupt.Register(interrupted.SetResult);
        await using (registration.ConfigureAwait(false))
        {
            if (await Task.WhenAny(ended.Task, interrupted.Task).ConfigureAwait(false) == ended.Task)
                return await ended.Task.ConfigureAwait(false);
        }

        return await StopAsync(thread, ended.Task).ConfigureAwait(false);
    }

    private static async Task<CellRun> StopAsync(Thread thread, Task<CellRun> ended)
    {
        // Until the thread has ended, also when it is left behind: back from the library, it must not go on with the cell.
        Interruption.Request();
        _ = ended.ContinueWith(static _ => Interruption.Withdraw(), TaskScheduler.Default);

        // A handler of the cell may swallow the first interruption.
        var patience = Task.Delay(Patience, CancellationToken.None);
        while (!ended.IsCompleted && !patience.IsCompleted)
        {
            thread.Interrupt();
            await Task.WhenAny(ended, Task.Delay(100, CancellationToken.None)).ConfigureAwait(false);
        }

        return ended.IsCompleted ? await ended.ConfigureAwait(false) : CellRun.LeftBehind;
    }

    private static CellRun Run(Func<object?> cell, CancellationToken interrupt)
    {
        Interruption.Enter(interrupt);
        try
        {
            return new CellRun(cell(), null, false);
        }
        catch (Exception exception)
        {
            return interrupt.IsCancellationRequested ? new CellRun(null, null, true) : new CellRun(null, exception, false);
        }
    }
}
