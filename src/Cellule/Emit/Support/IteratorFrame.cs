using System.Collections;

namespace Cellule.Emit.Support;

/// <summary>
/// What every iterator of a cell derives from. The emitted <see cref="Step"/> runs to the next yield: it jumps to where
/// <see cref="State"/> says, and leaves a positive state behind when it has yielded.
/// </summary>
internal abstract class IteratorFrame<T> : IEnumerable<T>, IEnumerator<T>
{
    /// <summary>0 before the start, -1 while running, positive at a yield, -2 after the end.</summary>
    public int State;

    public T? Value;

    /// <summary>Asks <see cref="Step"/> to leave from where it is, through the finally blocks around.</summary>
    public bool Disposing;

    public T Current => Value!;

    object? IEnumerator.Current => Value;

    /// <summary>1: yielded; 2: ended.</summary>
    public abstract int Step();

    // The frame that the method returned is a pattern that never runs, so that it can be enumerated any number of times.
    public IEnumerator<T> GetEnumerator() => (IteratorFrame<T>)MemberwiseClone();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool MoveNext()
    {
        if (State < 0)
            return false;
        var yielded = false;
        try
        {
            yielded = Step() == 1;
            return yielded;
        }
        finally
        {
            if (!yielded)
                State = -2;
        }
    }

    public void Dispose()
    {
        try
        {
            if (State > 0)
            {
                Disposing = true;
                Step();
            }
        }
        finally
        {
            State = -2;
        }
    }

    public void Reset() => throw new NotSupportedException();
}
