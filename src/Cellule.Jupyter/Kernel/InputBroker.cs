using System.Text.Json;
using System.Threading.Channels;
using Cellule.Jupyter.Messages;
using Cellule.Jupyter.Wire;

namespace Cellule.Jupyter.Kernel;

/// <summary>Asks the client that runs a cell for a line, over stdin, and waits for its answer.</summary>
internal sealed class InputBroker(MessageSender sender, Action<string> log)
{
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();

    /// <summary>Waits for the answer; called by the cell's own thread.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted while it waited.</exception>
    public string Ask(Message request, string prompt, bool password, CancellationToken interrupt)
    {
        // What came without a question (or after an interrupt) answers no later one.
        while (_answers.Reader.TryRead(out _))
        {
        }

        sender.Reply(KernelChannel.Stdin, request, new InputRequest(prompt, password));
        return _answers.Reader.ReadAsync(interrupt).AsTask().GetAwaiter().GetResult();
    }

    public void Receive(Message message)
    {
        if (message.Type != "input_reply")
        {
            log($"dropped a message on stdin: '{message.Type}' is not an answer");
            return;
        }

        try
        {
            _answers.Writer.TryWrite(message.Read(MessageJson.Wire.InputReply).Value ?? "");
        }
        catch (JsonException failure)
        {
            log($"dropped an input_reply: {failure.Message}");
        }
    }
}
