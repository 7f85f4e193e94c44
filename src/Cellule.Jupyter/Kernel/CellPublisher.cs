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

        Show(_formatter.Format(request.Value, request.MimeType), request.DisplayId, request.Update);
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
        // A result can't be changed once it is shown, which a prelude asks for: such a value is shown as a display.
        if (bundle.Prelude is { } prelude && !IsThere(prelude))
        {
            Show(bundle, displayId: null, isUpdate: false);
        }
        else
        {
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

    private void Show(MimeBundle bundle, string? displayId, bool isUpdate)
    {
        if (bundle.Prelude is not { } prelude || !Take(prelude))
        {
            Publish(bundle.ToMessageJson(), bundle, displayId, isUpdate);
            return;
        }

        // The page gets the value with what it needs, runs that, and gets the value alone in its stead: the notebook keeps no
        // prelude and no empty output.
        displayId ??= Guid.NewGuid().ToString("N");
        var prepared = bundle.ToMessageJson();
        prepared["text/html"] = prelude.Html() + (string?)prepared["text/html"];
        Publish(prepared, bundle, displayId, isUpdate);
        Publish(bundle.ToMessageJson(), bundle, displayId, isUpdate: true);
    }

    private void Publish(JsonObject data, MimeBundle bundle, string? displayId, bool isUpdate)
    {
        var transient = new JsonObject();
        if (displayId is not null)
        {
            transient["display_id"] = displayId;
        }

        var metadata = (JsonObject)bundle.Metadata.DeepClone();
        if (isUpdate && displayId is not null)
        {
            Publish(new UpdateDisplayData(data, metadata, transient));
        }
        else
        {
            Publish(new DisplayData(data, metadata, transient));
        }
    }

    // Once a cell, not once a session: a page that was loaded again has lost what it was sent.
    private bool Take(PagePrelude prelude)
    {
        lock (_preludes)
        {
            return _preludes.Add(prelude.Id);
        }
    }

    private bool IsThere(PagePrelude prelude)
    {
        lock (_preludes)
        {
            return _preludes.Contains(prelude.Id);
        }
    }

    private void Append(string name, string text)
    {
        if (!_silent)
        {
            _streams.Append(name, text);
        }
    }
}
