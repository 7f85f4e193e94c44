using System.Diagnostics;
using NetMQ;
using NetMQ.Sockets;

namespace Cellule.Jupyter.Wire;

/// <summary>
/// The protocol's five sockets over NetMQ. One thread owns all of them (NetMQ's sockets belong to a thread) and never runs
/// a cell, so that the heartbeat and control answer whatever the cells do.
/// </summary>
internal sealed class NetMqTransport : IKernelTransport
{
    // Enough that a message never waits for its predecessor, little enough that a runaway cell costs no memory.
    private const long BytesUnderWay = 8 << 20;

    // What a client must not miss (replies, status) still goes to one that reads nothing, up to this.
    private const long MostBytesUnderWay = 64 << 20;

    // NetMQ doesn't say when a client has read something: it is looked at as often.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    // A client's frame above this closes its connection: no cell and no widget state is that large.
    private const long LargestFrame = 256 << 20;
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    private readonly RouterSocket _shell = new();
    private readonly RouterSocket _control = new();
    private readonly RouterSocket _stdin = new();
    private readonly RouterSocket _heartbeat = new();
    private readonly XPublisherSocket _iopub = new();
    private readonly NetMQQueue<(KernelChannel Channel, IReadOnlyList<byte[]> Frames)> _outgoing = new();
    private readonly NetMQPoller _poller;
    private readonly DeliveryMeter _meter = DeliveryMeter.Instance;
    private readonly NetMQTimer _recovery = new(TimeSpan.FromMilliseconds(100)) { Enable = false };
    private readonly TimeSpan _patience;
    private readonly object _gate = new();
    private ITransportListener? _listener;
    private long _underWay;
    private long _dropped;
    private bool _stalled;
    private bool _closed;

    /// <summary>Listens at once. After <paramref name="patience"/> (10 seconds) without a byte delivered, clients count as stalled.</summary>
    public NetMqTransport(ConnectionFile connection, TimeSpan? patience = null)
    {
        _patience = patience ?? TimeSpan.FromSeconds(10);
        (NetMQSocket Socket, int Port)[] sockets =
        [
            // IOPub first: a client whose request arrives should be able to hear what it does.
            (_iopub, connection.IOPubPort), (_control, connection.ControlPort), (_stdin, connection.StdinPort),
            (_heartbeat, connection.HeartbeatPort), (_shell, connection.ShellPort),
        ];
        foreach (var (socket, port) in sockets)
        {
            // NetMQ's marks count messages and drop in silence: what waits is counted in bytes instead, and a loss is told.
            socket.Options.SendHighWatermark = 0;
            socket.Options.ReceiveHighWatermark = 0;
            socket.Options.MaxMsgSize = LargestFrame;
            socket.Options.Linger = Linger;
            socket.Bind($"tcp://{(connection.Ip.Contains(':') ? $"[{connection.Ip}]" : connection.Ip)}:{port}");
        }

        _poller = [_shell, _control, _stdin, _heartbeat, _iopub, _outgoing, _recovery];
    }

    public void Start(ITransportListener listener)
    {
        _listener = listener;
        _recovery.Elapsed += (_, _) => Recover();
        _shell.ReceiveReady += (_, _) => ReceiveAll(_shell, frames => listener.Receive(KernelChannel.Shell, frames));
        _control.ReceiveReady += (_, _) => ReceiveAll(_control, frames => listener.Receive(KernelChannel.Control, frames));
        _stdin.ReceiveReady += (_, _) => ReceiveAll(_stdin, frames => listener.Receive(KernelChannel.Stdin, frames));
        _heartbeat.ReceiveReady += (_, _) => ReceiveAll(_heartbeat, frames => SendFrames(_heartbeat, frames));
        _iopub.ReceiveReady += (_, _) => ReceiveAll(_iopub, frames =>
        {
            // A subscription is one frame: 1, then the topic.
            if (frames is [[1, .. var topic]])
            {
                listener.Subscribed(topic);
            }
        });
        _outgoing.ReceiveReady += (_, _) => SendQueued();
        _poller.RunAsync("jupyter sockets", isBackgroundThread: true);
    }

    public void Send(KernelChannel channel, IReadOnlyList<byte[]> frames, bool canBeLeftOut)
    {
        var size = Size(frames);
        var stalls = false;
        lock (_gate)
        {
            if (!_closed && !_poller.CanExecuteTaskInline && !_stalled)
            {
                stalls = !WaitForRoom();
                _stalled |= stalls;
                _recovery.Enable |= stalls;
            }

            if (!_closed && (_stalled ? Waiting < (canBeLeftOut ? BytesUnderWay : MostBytesUnderWay) : true))
            {
                _underWay += size;
                _outgoing.Enqueue((channel, frames));
            }
            else
            {
                _dropped++;
            }
        }

        if (stalls)
        {
            _listener?.Stalled();
        }
    }

    private long Waiting => _underWay + _meter.Bytes;

    /// <summary>False when nothing has been delivered for too long.</summary>
    private bool WaitForRoom()
    {
        var (delivered, since) = (_meter.Delivered, Stopwatch.GetTimestamp());
        while (!_closed && Waiting > BytesUnderWay)
        {
            Monitor.Wait(_gate, Glance);
            if (_meter.Delivered != delivered)
            {
                (delivered, since) = (_meter.Delivered, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(since) > _patience)
            {
                _meter.Prune();
                return Waiting <= BytesUnderWay;
            }
        }

        return true;
    }

    private void Recover()
    {
        long dropped;
        lock (_gate)
        {
            _meter.Prune();
            if (_closed || Waiting > BytesUnderWay / 2)
            {
                return;
            }

            (dropped, _dropped) = (_dropped, 0);
            _stalled = _recovery.Enable = false;
        }

        _listener?.Resumed(dropped);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }

        if (_poller.IsRunning)
        {
            _poller.Stop();
        }

        // What was queued before the end (the shutdown's reply) still leaves; closing the sockets then lingers.
        while (_outgoing.TryDequeue(out var message, TimeSpan.Zero))
        {
            SendFrames(SocketOf(message.Channel), message.Frames);
        }

        _poller.Dispose();
        foreach (NetMQSocket socket in (NetMQSocket[])[_shell, _control, _stdin, _heartbeat, _iopub])
        {
            socket.Dispose();
        }

        _outgoing.Dispose();
        NetMQConfig.Cleanup(block: true);
    }

    // At most a batch, so that a flood on one socket leaves the others their turn.
    private static void ReceiveAll(NetMQSocket socket, Action<IReadOnlyList<byte[]>> received)
    {
        for (var i = 0; i < 100; i++)
        {
            List<byte[]>? frames = [];
            if (!socket.TryReceiveMultipartBytes(ref frames))
            {
                return;
            }

            received(frames);
        }
    }

    private static void SendFrames(NetMQSocket socket, IReadOnlyList<byte[]> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            // A ROUTER drops what is addressed to a client that has gone; it never blocks.
            socket.TrySendFrame(TimeSpan.Zero, frames[i], more: i < frames.Count - 1);
        }
    }

    private static long Size(IReadOnlyList<byte[]> frames)
    {
        var size = 0L;
        for (var i = 0; i < frames.Count; i++)
        {
            size += frames[i].Length;
        }

        return size;
    }

    private void SendQueued()
    {
        for (var i = 0; i < 100 && _outgoing.TryDequeue(out var message, TimeSpan.Zero); i++)
        {
            SendFrames(SocketOf(message.Channel), message.Frames);
            lock (_gate)
            {
                _underWay -= Size(message.Frames);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private NetMQSocket SocketOf(KernelChannel channel) => channel switch
    {
        KernelChannel.Shell => _shell,
        KernelChannel.Control => _control,
        KernelChannel.Stdin => _stdin,
        _ => _iopub,
    };
}
