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
internal sealed class JupyterKernel
{
    // Longer than between the first requests of a client, shorter than it takes to write a name.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly KernelOptions _options;
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

    public JupyterKernel(KernelOptions options, IKernelTransport transport, byte[] key, ConnectReply ports, CommTargets comms)
    {
        var session = Guid.NewGuid().ToString("N");
        _options = options;
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
        _transport.Start(Receive, _sender.Welcome);

        // Cells run on the shell's loop and may block it; control's loop must not wait for a free pool thread.
        StartLoop(_shell.Reader, "jupyter shell", idle: WarmUpAssistance);
        StartLoop(_control.Reader, "jupyter control", idle: null);
        WarmUp();
        await _ended.Task.ConfigureAwait(false);
        _executions.Interrupt();
    }

    /// <summary>On the transport's thread: checks a message and queues it.</summary>
    private void Receive(KernelChannel channel, IReadOnlyList<byte[]> frames)
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

    /// <summary>Serves a channel on a thread of its own; <paramref name="idle"/> is called the first time that nothing comes for a while.</summary>
    private void StartLoop(ChannelReader<RequestContext> requests, string name, Action? idle)
    {
        var thread = new Thread(() =>
        {
            while (true)
            {
                var coming = requests.WaitToReadAsync().AsTask();
                if (idle is not null && !coming.Wait(Quiet))
                {
                    idle();
                    idle = null;
                }

                if (!coming.GetAwaiter().GetResult())
                {
                    return;
                }

                while (requests.TryRead(out var request))
                {
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

    // The first completion reads what every assembly declares. That is done beside a client that pauses, in an interpreter of its own:
    // the real one may be given a cell meanwhile.
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
