using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Cellule.Emit.Support;

/// <summary>
/// What async functions of a cell derive from. The emitted <see cref="Step"/> runs to the next await that has to wait: it jumps
/// to where <see cref="State"/> says, hands the awaiter to Suspend and returns.
/// </summary>
internal abstract class AsyncFrame : IAsyncStateMachine
{
    /// <summary>0 before the start, -1 while running, positive at an await.</summary>
    public int State;

    /// <summary>0: waits; 1: yielded (async iterators); 2: ended.</summary>
    public abstract int Step();

    public void MoveNext()
    {
        int step;
        try
        {
            step = Step();
        }
        catch (InsufficientExecutionStackException)
        {
            // Each waiting caller adds to the trace that it rethrows, thousands to one of thousands: this one starts anew.
            Fail(new InsufficientExecutionStackException());
            return;
        }
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        if (step != 0)
            Stop(step);
    }

    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>A step has yielded or ended.</summary>
    protected abstract void Stop(int step);

    protected abstract void Fail(Exception exception);
}

internal abstract class AsyncTaskFrame<T> : AsyncFrame
{
    private AsyncTaskMethodBuilder<T> _builder = AsyncTaskMethodBuilder<T>.Create();

    public T? Result;

    public Task<T> Start()
    {
        var self = this;
        _builder.Start(ref self);
        return _builder.Task;
    }

    public void Suspend<TAwaiter>(ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        var self = this;
        _builder.AwaitOnCompleted(ref awaiter, ref self);
    }

    protected sealed override void Stop(int step) => _builder.SetResult(Result!);

    protected sealed override void Fail(Exception exception) => _builder.SetException(exception);
}

/// <summary>What a task without result has as one.</summary>
internal readonly struct NoResult;

internal abstract class AsyncTaskFrame : AsyncTaskFrame<NoResult>;

/// <summary>A value task over a task: nobody measures cells' allocations.</summary>
internal abstract class AsyncValueTaskFrame : AsyncTaskFrame
{
    public ValueTask StartValue() => new(Start());
}

internal abstract class AsyncValueTaskFrame<T> : AsyncTaskFrame<T>
{
    public ValueTask<T> StartValue() => new(Start());
}

internal abstract class AsyncVoidFrame : AsyncFrame
{
    private AsyncVoidMethodBuilder _builder = AsyncVoidMethodBuilder.Create();

    public void Start()
    {
        var self = this;
        _builder.Start(ref self);
    }

    public void Suspend<TAwaiter>(ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        var self = this;
        _builder.AwaitOnCompleted(ref awaiter, ref self);
    }

    protected sealed override void Stop(int step) => _builder.SetResult();

    protected sealed override void Fail(Exception exception) => _builder.SetException(exception);
}

internal abstract class AsyncIteratorFrame<T> : AsyncFrame, IAsyncEnumerable<T>, IAsyncEnumerator<T>, IValueTaskSource<bool>, IValueTaskSource
{
    private AsyncIteratorMethodBuilder _builder = AsyncIteratorMethodBuilder.Create();
    private ManualResetValueTaskSourceCore<bool> _moved;

    public T? Value;

    public bool Disposing;

    /// <summary>What <c>GetAsyncEnumerator</c> was given.</summary>
    public CancellationToken Cancellation;

    public T Current => Value!;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var enumerator = (AsyncIteratorFrame<T>)MemberwiseClone();
        enumerator.Cancellation = cancellationToken;
        return enumerator;
    }

    public ValueTask<bool> MoveNextAsync() => State == -2 ? new ValueTask<bool>(false) : new ValueTask<bool>(this, GoOn());

    public ValueTask DisposeAsync()
    {
        if (State <= 0)
        {
            State = -2;
            return default;
        }

        Disposing = true;
        return new ValueTask(this, GoOn());
    }

    private short GoOn()
    {
        _moved.Reset();
        var self = this;
        var version = _moved.Version;
        _builder.MoveNext(ref self);
        return version;
    }

    public void Suspend<TAwaiter>(ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        var self = this;
        _builder.AwaitOnCompleted(ref awaiter, ref self);
    }

    protected sealed override void Stop(int step)
    {
        if (step == 2)
            End();
        _moved.SetResult(step == 1);
    }

    protected sealed override void Fail(Exception exception)
    {
        End();
        _moved.SetException(exception);
    }

    private void End()
    {
        State = -2;
        _builder.Complete();
    }

    public bool GetResult(short token) => _moved.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _moved.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _moved.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.GetResult(short token) => _moved.GetResult(token);
}
