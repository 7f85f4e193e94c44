using System.Collections.Concurrent;
using NetMQ;

namespace Cellule.Jupyter.Wire;

/// <summary>
/// Counts the bytes of the messages that NetMQ holds. Its sockets don't tell how much waits for a client, and would wait with as
/// much as there is memory; but each message takes its buffer here, and returns it once the last client has it or is gone.
/// </summary>
internal sealed class DeliveryMeter : IBufferPool
{
    // Small frames are counted with the message that they belong to, and are not worth keeping a record of.
    private const int Counted = 256;

    // A buffer that is collected without having been returned must not count for good.
    private readonly ConcurrentDictionary<WeakBuffer, byte> _held = new();
    private long _bytes;
    private long _returned;

    private DeliveryMeter()
    {
    }

    /// <summary>NetMQ's buffers are the process's.</summary>
    public static DeliveryMeter Instance { get; } = Installed();

    /// <summary>Bytes held now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Bytes delivered so far: what it was before when nothing moves.</summary>
    public long Delivered => Interlocked.Read(ref _returned);

    public byte[] Take(int size)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(size);
        if (size >= Counted)
        {
            _held.TryAdd(new WeakBuffer(buffer), 0);
            Interlocked.Add(ref _bytes, size);
        }

        return buffer;
    }

    public void Return(byte[] buffer)
    {
        if (buffer.Length >= Counted && _held.TryRemove(new WeakBuffer(buffer), out _))
        {
            Release(buffer.Length);
        }
    }

    /// <summary>Forgets buffers that are gone without having been returned, as those of a client that vanished may be.</summary>
    public void Prune()
    {
        foreach (var (held, _) in _held)
        {
            if (!held.IsAlive && _held.TryRemove(held, out _))
            {
                Release(held.Length);
            }
        }
    }

    public void Dispose()
    {
    }

    private static DeliveryMeter Installed()
    {
        var meter = new DeliveryMeter();
        BufferPool.SetCustomBufferPool(meter);
        return meter;
    }

    private void Release(int size)
    {
        Interlocked.Add(ref _bytes, -size);
        Interlocked.Add(ref _returned, size);
    }

    /// <summary>A buffer by identity, without keeping it.</summary>
    private sealed class WeakBuffer(byte[] buffer) : IEquatable<WeakBuffer>
    {
        private readonly WeakReference<byte[]> _buffer = new(buffer);
        private readonly int _hash = System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(buffer);

        public int Length { get; } = buffer.Length;

        public bool IsAlive => _buffer.TryGetTarget(out _);

        public bool Equals(WeakBuffer? other) =>
            ReferenceEquals(this, other) || (other is not null && _buffer.TryGetTarget(out var mine) && other._buffer.TryGetTarget(out var its) && ReferenceEquals(mine, its));

        public override bool Equals(object? obj) => Equals(obj as WeakBuffer);

        public override int GetHashCode() => _hash;
    }
}
