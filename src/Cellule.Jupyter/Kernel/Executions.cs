using Cellule.Session;

namespace Cellule.Jupyter.Kernel;

/// <summary>What runs now, what it is counted as, and which of the queued cells fall with one that failed.</summary>
internal sealed class Executions
{
    private readonly Lock _gate = new();
    private Action? _interrupt;
    private long _arrived;
    private long _abortedUpTo;

    /// <summary>The number of the last counted cell; the first is 1.</summary>
    public int Count { get; set; }

    /// <summary>The output of the cell that runs, or ran last: what its threads still say belongs there.</summary>
    public ICellOutput? LastOutput { get; set; }

    /// <summary>Numbers a request that has arrived.</summary>
    public long Arrive() => Interlocked.Increment(ref _arrived);

    /// <summary>All that has arrived by now and waits falls with the cell that failed; what comes later runs.</summary>
    public void AbortQueued() => _abortedUpTo = Interlocked.Read(ref _arrived);

    public bool IsAborted(long number) => number <= _abortedUpTo;

    /// <summary>Opens a run that <see cref="Interrupt"/> can end; one at a time.</summary>
    public Run Begin()
    {
        var run = new Run(this);
        lock (_gate)
        {
            _interrupt = run.Interrupt;
        }

        return run;
    }

    /// <summary>Interrupts the running cell; nothing when none runs.</summary>
    public void Interrupt()
    {
        Action? interrupt;
        lock (_gate)
        {
            interrupt = _interrupt;
        }

        // Outside the lock: what the cell registered on the token runs here.
        interrupt?.Invoke();
    }

    /// <summary>One cell's run.</summary>
    public sealed class Run(Executions owner) : IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public CancellationToken Token => _source.Token;

        public void Interrupt()
        {
            try
            {
                _source.Cancel();
            }
            catch (Exception failure) when (failure is ObjectDisposedException or AggregateException)
            {
                // It ended in between, or a callback of the cell threw: it is interrupted all the same.
            }
        }

        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._interrupt = null;
            }

            _source.Dispose();
        }
    }
}
