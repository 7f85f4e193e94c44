using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Cellule.Jupyter.Messages;

namespace Cellule.Jupyter.Kernel;

/// <summary>
/// The open comms. A target is a name that clients may open comms to; the kernel has none by itself, so that an unknown
/// target's comm is closed at once, as the protocol asks.
/// </summary>
internal sealed class CommTargets
{
    private readonly ConcurrentDictionary<string, string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<JsonObject?, JsonObject?>> _targets = new(StringComparer.Ordinal);

    /// <summary>Serves comms to <paramref name="name"/>: each message's data yields the data of an answer, or null for none.</summary>
    public CommTargets Add(string name, Func<JsonObject?, JsonObject?> answer)
    {
        _targets[name] = answer;
        return this;
    }

    /// <summary>False when nothing here has that name.</summary>
    public bool TryOpen(CommOpen open) => _targets.ContainsKey(open.TargetName) && (_open[open.CommId] = open.TargetName) is not null;

    /// <summary>The answer to a message on an open comm; null for none, and for a comm that is not open.</summary>
    public JsonObject? Answer(CommMsg message) =>
        _open.TryGetValue(message.CommId, out var target) ? _targets[target](message.Data) : null;

    public bool IsOpen(string commId) => _open.ContainsKey(commId);

    public void Close(string commId) => _open.TryRemove(commId, out _);

    /// <summary>Comm ids with their targets, of one target or of all.</summary>
    public IEnumerable<KeyValuePair<string, string>> Open(string? target) =>
        _open.Where(comm => string.IsNullOrEmpty(target) || comm.Value == target).OrderBy(comm => comm.Key, StringComparer.Ordinal);
}
