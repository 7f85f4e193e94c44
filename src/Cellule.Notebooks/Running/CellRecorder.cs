using System.Text;
using System.Text.Json.Nodes;
using Cellule.Notebooks.Display;
using Cellule.Notebooks.Model;
using Cellule.Session;

namespace Cellule.Notebooks.Running;

/// <summary>
/// Records what a cell writes and shows as nbformat outputs, in order. Text of one stream that follows on is one output.
/// </summary>
internal sealed class CellRecorder(DisplayFormatter formatter, Action<object>? shown) : ICellOutput
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _outputs = [];
    private readonly Dictionary<string, List<int>> _byDisplayId = new(StringComparer.Ordinal);
    private readonly StringBuilder _stream = new();
    private string _streamName = "";
    private bool _clearOnNext;

    public void Write(string text) => Append("stdout", text);

    public void WriteError(string text) => Append("stderr", text);

    public void Display(DisplayRequest request)
    {
        var output = CellOutputs.DisplayData(formatter.Format(request.Value, request.MimeType));
        lock (_gate)
        {
            if (request.Update && request.DisplayId is { } id)
            {
                foreach (var index in _byDisplayId.GetValueOrDefault(id, []))
                {
                    _outputs[index] = (JsonObject)output.DeepClone();
                }
            }
            else
            {
                Add(output);
                if (request.DisplayId is { } newId)
                {
                    if (!_byDisplayId.TryGetValue(newId, out var places))
                    {
                        _byDisplayId[newId] = places = [];
                    }

                    places.Add(_outputs.Count - 1);
                }
            }
        }

        if (request.Value is { } value)
        {
            shown?.Invoke(value);
        }
    }

    public void Clear(bool wait)
    {
        lock (_gate)
        {
            _clearOnNext = true;
            if (!wait)
            {
                ClearIfAsked();
            }
        }
    }

    // Nobody sits at a headless run.
    public string? ReadLine(string prompt, bool password) => null;

    /// <summary>Adds an output that the runner itself makes (the result, the error).</summary>
    public void AddOutput(JsonObject output)
    {
        lock (_gate)
        {
            Add(output);
        }
    }

    /// <summary>The outputs so far.</summary>
    public List<JsonObject> Outputs()
    {
        lock (_gate)
        {
            EndStream();
            return [.. _outputs];
        }
    }

    private void Append(string name, string text)
    {
        lock (_gate)
        {
            ClearIfAsked();
            if (_streamName != name)
            {
                EndStream();
                _streamName = name;
            }

            _stream.Append(text);
        }
    }

    private void Add(JsonObject output)
    {
        ClearIfAsked();
        EndStream();
        _outputs.Add(output);
    }

    private void EndStream()
    {
        if (_stream.Length > 0)
        {
            _outputs.Add(CellOutputs.Stream(_streamName, _stream.ToString()));
            _stream.Clear();
        }

        _streamName = "";
    }

    private void ClearIfAsked()
    {
        if (_clearOnNext)
        {
            _clearOnNext = false;
            _stream.Clear();
            _streamName = "";
            _outputs.Clear();
            _byDisplayId.Clear();
        }
    }
}
