using System.Text;
using Cellule.Session;

namespace Cellule.Tests.Session;

/// <summary>Keeps what a cell writes and shows, in order.</summary>
internal sealed class RecordedOutput(params string[] input) : ICellOutput
{
    private readonly Queue<string> _input = new(input);
    private readonly StringBuilder _text = new();
    private readonly Lock _gate = new();

    public List<DisplayRequest> Displays { get; } = [];

    /// <summary>Output with <c>[err …]</c> and <c>[show …]</c> where those came.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
                return _text.ToString();
        }
    }

    public void Write(string text) => Append(text);

    public void WriteError(string text) => Append($"[err {text.TrimEnd()}]");

    public void Display(DisplayRequest request)
    {
        lock (_gate)
        {
            Displays.Add(request);
            _text.Append(request.Update ? "[update " : "[show ").Append(request.Value).Append(']');
        }
    }

    public void Clear(bool wait) => Append("[clear]");

    public string? ReadLine(string prompt, bool password) => _input.Count > 0 ? _input.Dequeue() : null;

    private void Append(string text)
    {
        lock (_gate)
            _text.Append(text);
    }
}
