using System.Runtime;

namespace Cellule.Session;

/// <summary>How a run on the cell's thread ended.</summary>
internal sealed record CellRun(object? Value, Exception? Exception, bool IsInterrupted);

/// <summary>
/// The thread that a cell's statements run on: its stack has room for deep recursion, and it can be interrupted. A wait (sleep,
/// lock, await) ends by <see cref="Thread.Interrupt"/>; a loop by <see cref="ControlledExecution"/>, which costs running code
/// nothing, where a poll in each loop would. Both leave try blocks by an exception that a handler can't swallow for long.
/// </summary>
internal static class CellThread
{
    private const int StackSize = 16 << 20;

    /// <summary>Code that stops neither way (a native call) is left behind after this time; the next cell can run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<CellRun> RunAsync(Func<object?> cell, CancellationToken interrupt)
    {
        var ended = new TaskCompletionSource<CellRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var abort = new CancellationTokenSource();
        var thread = new Thread(() => ended.SetResult(Run(cell, abort.Token, interrupt)), StackSize)
        {
            IsBackground = true,
            Name = "cell",
        };
        thread.Start();
        var registration = interrupt.Register(() => _ = StopAsync(thread, abort, ended.Task));
        await using (registration.ConfigureAwait(false))
        {
            if (!interrupt.CanBeCanceled)
                return await ended.Task.ConfigureAwait(false);
            var interrupted = new TaskCompletionSource();
            await using (interrupt.Register(interrupted.SetResult).ConfigureAwait(false))
            {
                if (await Task.WhenAny(ended.Task, interrupted.Task).ConfigureAwait(false) == ended.Task)
                    return await ended.Task.ConfigureAwait(false);
                var patience = Task.Delay(Patience, CancellationToken.None);
                return await Task.WhenAny(ended.Task, patience).ConfigureAwait(false) == ended.Task
                    ? await ended.Task.ConfigureAwait(false)
                    : new CellRun(null, null, true);
            }
        }
    }

    private static async Task StopAsync(Thread thread, CancellationTokenSource abort, Task ended)
    {
        thread.Interrupt();
        await Task.WhenAny(ended, Task.Delay(50, CancellationToken.None)).ConfigureAwait(false);
        if (ended.IsCompleted)
            return;

        // The abort blocks until it has been taken notice of: not on this path.
        _ = Task.Run(() =>
        {
            try
            {
                abort.Cancel();
            }
            catch (Exception e) when (e is ObjectDisposedException or AggregateException)
            {
                // The cell ended meanwhile.
            }
        });
        for (var i = 0; i < 40 && !ended.IsCompleted; i++)
        {
            thread.Interrupt();
            await Task.WhenAny(ended, Task.Delay(50, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    private static CellRun Run(Func<object?> cell, CancellationToken abort, CancellationToken interrupt)
    {
        object? value = null;
        try
        {
#pragma warning disable SYSLIB0046 // Aborting may leave shared state broken: the person who interrupts a cell has no better way.
            ControlledExecution.Run(() => value = cell(), abort);
#pragma warning restore SYSLIB0046
            return new CellRun(value, null, false);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return new CellRun(null, null, true);
        }
        catch (Exception) when (interrupt.IsCancellationRequested)
        {
            return new CellRun(null, null, true);
        }
        catch (Exception exception)
        {
            return new CellRun(null, exception, false);
        }
    }
}
