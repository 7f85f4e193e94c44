using System.Threading.Channels;
using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Tests.InMemory;

/// <summary>A transport without sockets: the test puts frames in and takes frames out.</summary>
internal sealed class MemoryTransport : IKernelTransport
{
    private readonly Channel<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> _sent =
        System.Threading.Channels.Channel.CreateUnbounded<(KernelChannel, IReadOnlyList<byte[]>)>();

    private readonly Lock _gate = new();
    private Action<KernelChannel, IReadOnlyList<byte[]>>? _received;
    private Action<byte[]>? _subscribed;

    public ChannelReader<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> Sent => _sent.Reader;

    public void Start(Action<KernelChannel, IReadOnlyList<byte[]>> received, Action<byte[]> subscribed) => (_received, _subscribed) = (received, subscribed);

    public void Send(KernelChannel channel, IReadOnlyList<byte[]> frames) => _sent.Writer.TryWrite((channel, frames));

    public void Subscribe(byte[] topic) => _subscribed!(topic);

    // One thread receives, as in the real transport.
    public void Receive(KernelChannel channel, IReadOnlyList<byte[]> frames)
    {
        lock (_gate)
        {
            _received!(channel, frames);
        }
    }

    public void Dispose()
    {
    }
}
