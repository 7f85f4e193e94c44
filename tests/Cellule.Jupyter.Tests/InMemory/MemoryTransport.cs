using System.Threading.Channels;
using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Tests.InMemory;

/// <summary>A transport without sockets: the test puts frames in and takes frames out.</summary>
internal sealed class MemoryTransport : IKernelTransport
{
    private readonly Channel<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> _sent =
        System.Threading.Channels.Channel.CreateUnbounded<(KernelChannel, IReadOnlyList<byte[]>)>();

    private readonly Lock _gate = new();
    private ITransportListener? _listener;

    public ChannelReader<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> Sent => _sent.Reader;

    public void Start(ITransportListener listener) => _listener = listener;

    public void Send(KernelChannel channel, IReadOnlyList<byte[]> frames, bool canBeLeftOut) => _sent.Writer.TryWrite((channel, frames));

    public void Subscribe(byte[] topic) => _listener!.Subscribed(topic);

    // One thread receives, as in the real transport.
    public void Receive(KernelChannel channel, IReadOnlyList<byte[]> frames)
    {
        lock (_gate)
        {
            _listener!.Receive(channel, frames);
        }
    }

    public void Dispose()
    {
    }
}
