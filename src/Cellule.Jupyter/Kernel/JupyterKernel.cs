using System.Threading.Channels;
using Cellule.Jupyter.Handlers;
using Cellule.Jupyter.Messages;
using Cellule.Jupyter.Wire;
using Cellule.Session;

namespace Cellule.Jupyter.Kernel;

/// <summary>
/// The kernel over any transport. Shell requests are served one after the other; control's have a loop of their own, so that
/// an interrupt is served while a cell runs.
/// </summary>
internal sealed class JupyterKernel : ITransportListener
{
    // Longer than between the first requests of a client, shorter than it takes to write a name.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    // Clients retry to connect every 100 ms, each socket on its own; a machine under load takes several turns.
    private static readonly TimeSpan LongestWaitForSubscriber = TimeSpan.FromSeconds(3);

    private readonly KernelOptions _options;
    private readonly TimeSpan _waitForSubscriber;
    private readonly TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IKernelTransport _transport;
    private readonly MessageCodec _codec;
    private readonly MessageSender _sender;
    private readonly InputBroker _input;
    private readonly Executions _executions = new();
    private readonly RequestDispatcher _dispatcher;
    private readonly Channel<RequestContext> _shell = Channel.CreateUnbounded<RequestContext>(new() { SingleReader = true });
    private readonly Channel<RequestContext> _control = Channel.CreateUnbounded<RequestContext>(new() { SingleReader = true });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<ICellInterpreter> _interpreter;

    /// <summary>
    /// The first shell request waits up to <paramref name="waitForSubscriber"/> (3 seconds) for a subscriber of IOPub: most clients
    /// take a request for answered only when they have also seen the kernel idle again, and would wait forever for an <c>idle</c>
    /// that was broadcast before their subscription had arrived.
    /// </summary>
    public JupyterKernel(
        KernelOptions options, IKernelTransport transport, byte[] key, ConnectReply ports, CommTargets comms, TimeSpan? waitForSubscriber = null)
    {
        var session = Guid.NewGuid().ToString("N");
        _options = options;
        _waitForSubscriber = waitForSubscriber ?? LongestWaitForSubscriber;
        _transport = transport;
        _codec = new MessageCodec(key, session, options.Clock);
        _sender = new MessageSender(transport, _codec, session);
        _input = new InputBroker(_sender, options.Log);
        _interpreter = new Lazy<ICellInterpreter>(options.CreateInterpreter);
        var history = new CellHistory();
        _dispatcher = new RequestDispatcher(
            [
                new KernelInfoHandler(options),
                new ConnectHandler(ports),
                new ExecuteHandler(options, _interpreter, _executions, history, _input),
                new CompleteHandler(_interpreter),
                new InspectHandler(_interpreter),
                new IsCompleteHandler(_interpreter),
                new HistoryHandler(history),
                new CommOpenHandler(comms),
                new CommMessageHandler(comms),
                new CommCloseHandler(comms),
                new CommInfoHandler(comms),
                new InterruptHandler(_executions),
                new ShutdownHandler(_executions, () => _ended.TrySetResult()),
            ],
            options.Log);
    }

    /// <summary>Interrupts the running cell, as the message does: for a signal.</summary>
    public void Interrupt() => _executions.Interrupt();

    /// <summary>Tells what a cell's own thread threw, on the standard error of the cell that ran last.</summary>
    public void ReportLost(Exception failure)
    {
        _options.Log($"a thread of a cell ended: {failure.GetType().Name}: {failure.Message}");
        _executions.LastOutput?.WriteError($"a thread that a cell started ended with {failure}\n");
    }

    /// <summary>Serves requests until one asks to shut down, or <paramref name="stop"/> does.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var stopping = stop.Register(() => _ended.TrySetResult());
        _sender.Publish(parent: null, new KernelStatus("starting"));
        _transport.Start(this);

        // Cells run on the shell's loop and may block it; control's loop must not wait for a free pool thread.
        StartLoop(_shell.Reader, "jupyter shell", () => _subscribed.Task.Wait(_waitForSubscriber));
        StartLoop(_control.Reader, "jupyter control", () => { });
        WarmUp();
        await _ended.Task.ConfigureAwait(false);
        _executions.Interrupt();
    }

    void ITransportListener.Subscribed(byte[] topic)
    {
        _sender.Welcome(topic);
        _subscribed.TrySetResult();
    }

    void ITransportListener.Stalled() => _options.Log("no client has read its output for a while: output is left out until one does");

    void ITransportListener.Resumed(long dropped)
    {
        _options.Log($"clients read again; {dropped} messages of output were left out");
        if (dropped > 0)
        {
            _executions.LastOutput?.WriteError($"[{dropped} pieces of output are missing here: the client did not read them in time]\n");
        }
    }

    /// <summary>Checks a message and queues it.</summary>
    void ITransportListener.Receive(KernelChannel channel, IReadOnlyList<byte[]> frames)
    {
        if (_codec.Read(frames, out var dropped) is not { } message)
        {
            _options.Log($"dropped a message on {channel}: {dropped}");
            return;
        }

        switch (channel)
        {
            case KernelChannel.Stdin:
                _input.Receive(message);
                break;
            case KernelChannel.Control:
                _control.Writer.TryWrite(new RequestContext(message, channel, Number: long.MaxValue, _sender));
                break;
            default:
                _shell.Writer.TryWrite(new RequestContext(message, channel, _executions.Arrive(), _sender));
                break;
        }
    }

    private void StartLoop(ChannelReader<RequestContext> requests, string name, Action beforeFirst)
    {
        var thread = new Thread(() =>
        {
            var (isFirst, isWritten, isWarm) = (true, false, false);
            while (true)
            {
                var coming = requests.WaitToReadAsync().AsTask();
                if (isWritten && !isWarm && !coming.Wait(Quiet))
                {
                    isWarm = true;
                    WarmUpAssistance();
                }

                if (!coming.GetAwaiter().GetResult())
                {
                    return;
                }

                if (isFirst)
                {
                    isFirst = false;
                    beforeFirst();
                }

                while (requests.TryRead(out var request))
                {
                    // Only clients in which a person writes cells ask these.
                    isWritten |= request.Message.Type is "comm_info_request" or "history_request" or "is_complete_request";
                    _dispatcher.DispatchAsync(request).GetAwaiter().GetResult();
                }
            }
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
    }

    // The first completion reads what every assembly declares: 100 ms, and 20 MiB for good. That is done while a client in which a
    // person writes pauses, in an interpreter of its own: the real one may be given a cell meanwhile.
    private void WarmUpAssistance() => Task.Run(() =>
    {
        try
        {
            var other = _options.CreateInterpreter();
            foreach (var code in (ReadOnlySpan<string>)["C", "\"\".", "new[] { 1 }.Select(n => n."])
            {
                other.Complete(code, code.Length);
                other.Inspect(code, 1);
            }

            // What reading left behind would stay until a cell has allocated as much again.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (Exception failure)
        {
            _options.Log($"completion did not start: {failure.Message}");
        }
    });

    // The interpreter is made ready while the client still reads kernel_info_reply.
    private void WarmUp() => Task.Run(() =>
    {
        try
        {
            _interpreter.Value.IsComplete("1 + 1");
        }
        catch (Exception failure)
        {
            _options.Log($"the interpreter did not start: {failure.Message}");
        }
    });
}
