using System.Text;

namespace Cellule.Jupyter.Kernel;

/// <summary>
/// Gathers what a cell prints, so that a loop of small writes is one message each 20 ms and not one message each. Text is
/// handed on in order, cut only between characters.
/// </summary>
internal sealed class StreamBuffer : IDisposable
{
    private const int LargestChunk = 1 << 18;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    private readonly Action<string, string> _send;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private string _name = "";
    private bool _timed;
    private bool _closed;

    /// <summary><paramref name="send"/> gets the stream's name and its text; it may wait, and then so does the writer.</summary>
    public StreamBuffer(Action<string, string> send, TimeProvider clock)
    {
        _send = send;
        _timer = clock.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Append(string name, string text)
    {
        lock (_gate)
        {
            if (name != _name)
            {
                SendAll();
                _name = name;
            }

            for (var start = 0; start < text.Length;)
            {
                var length = Math.Min(LargestChunk - _text.Length, text.Length - start);
                _text.Append(text, start, length);
                start += length;
                if (_text.Length >= LargestChunk)
                {
                    SendWholeCharacters();
                }
            }

            if (_closed)
            {
                SendAll();
            }
            else if (_text.Length > 0 && !_timed)
            {
                _timed = true;
                _timer.Change(Delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Hands on what is left: before any other output, and at the cell's end.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            _timed = false;
            SendAll();
        }
    }

    /// <summary>Ends the waiting: what a cell's own threads print after its end is handed on at once.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            SendAll();
        }

        _timer.Dispose();
    }

    private void SendAll()
    {
        if (_text.Length > 0)
        {
            _send(_name, _text.ToString());
            _text.Clear();
        }
    }

    private void SendWholeCharacters()
    {
        // Half of a surrogate pair waits for the other half.
        var half = char.IsHighSurrogate(_text[^1]) ? _text[^1] : '\0';
        _send(_name, _text.ToString(0, _text.Length - (half == '\0' ? 0 : 1)));
        _text.Clear();
        if (half != '\0')
        {
            _text.Append(half);
        }
    }
}
