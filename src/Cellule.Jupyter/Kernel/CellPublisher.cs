using System.Text.Json.Nodes;
using Cellule.Jupyter.Messages;
using Cellule.Notebooks.Display;
using Cellule.Session;

namespace Cellule.Jupyter.Kernel;

/// <summary>Where a cell's output goes in the kernel: to IOPub under the request that ran the cell, as it comes.</summary>
internal sealed class CellPublisher : ICellOutput, IDisposable
{
    private readonly Message _request;
    private readonly MessageSender _sender;
    private readonly DisplayFormatter _formatter;
    private readonly Func<string, bool, string?> _ask;
    private readonly StreamBuffer _streams;
    private readonly bool _silent;
    private readonly HashSet<string> _preludes = new(StringComparer.Ordinal);

    /// <summary><paramref name="ask"/> gets a prompt and whether the answer is a password. <paramref name="silent"/>: nothing is broadcast.</summary>
    public CellPublisher(
        Message request, MessageSender sender, DisplayFormatter formatter, Func<string, bool, string?> ask, bool silent, TimeProvider clock)
    {
        _request = request;
        _sender = sender;
        _formatter = formatter;
        _ask = ask;
        _silent = silent;
        _streams = new StreamBuffer((name, text) => sender.Publish(request, new StreamOutput(name, text)), clock);
    }

    public void Write(string text) => Append("stdout", text);

    public void WriteError(string text) => Append("stderr", text);

    public void Display(DisplayRequest request)
    {
        if (_silent)
        {
            return;
        }

        var bundle = _formatter.Format(request.Value, request.MimeType);
        Prepare(bundle);
        var transient = new JsonObject();
        if (request.DisplayId is { } id)
        {
            transient["display_id"] = id;
        }

        if (request is { Update: true, DisplayId: not null })
        {
            Publish(new UpdateDisplayData(bundle.ToMessageJson(), (JsonObject)bundle.Metadata.DeepClone(), transient));
        }
        else
        {
            Publish(new DisplayData(bundle.ToMessageJson(), (JsonObject)bundle.Metadata.DeepClone(), transient));
        }
    }

    public void Clear(bool wait) => Publish(new ClearOutput(wait));

    public string? ReadLine(string prompt, bool password)
    {
        // What was printed before the question is read before it.
        _streams.Flush();
        return _ask(prompt, password);
    }

    /// <summary>Publishes the value of the cell's last expression.</summary>
    public void PublishResult(MimeBundle bundle, int executionCount)
    {
        if (!_silent)
        {
            Prepare(bundle);
            Publish(new ExecuteResult(executionCount, bundle.ToMessageJson(), (JsonObject)bundle.Metadata.DeepClone()));
        }
    }

    /// <summary>Publishes after what was printed so far.</summary>
    public void Publish<T>(T content)
        where T : IMessageContent<T>
    {
        if (!_silent)
        {
            _streams.Flush();
            _sender.Publish(_request, content);
        }
    }

    /// <summary>Sends what was printed so far.</summary>
    public void Flush() => _streams.Flush();

    public void Dispose() => _streams.Dispose();

    // Once a cell, not once a session: a page that was loaded again has lost what it was sent. The update empties the
    // output, so that the page has run the script and the notebook doesn't keep it.
    private void Prepare(MimeBundle bundle)
    {
        if (bundle.Prelude is not { } prelude)
        {
            return;
        }

        lock (_preludes)
        {
            if (!_preludes.Add(prelude.Id))
            {
                return;
            }
        }

        var transient = new JsonObject { ["display_id"] = prelude.Id };
        Publish(new DisplayData(new JsonObject { ["text/html"] = prelude.Html() }, [], transient));
        Publish(new UpdateDisplayData([], [], (JsonObject)transient.DeepClone()));
    }

    private void Append(string name, string text)
    {
        if (!_silent)
        {
            _streams.Append(name, text);
        }
    }
}
