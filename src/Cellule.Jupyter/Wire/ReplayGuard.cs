namespace Cellule.Jupyter.Wire;

/// <summary>Remembers the signatures of the last messages: a message seen twice is one that somebody recorded and sent again.</summary>
internal sealed class ReplayGuard(int capacity = 65_536)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>False when the signature was seen before.</summary>
    public bool TryAdd(string signature)
    {
        if (!_seen.Add(signature))
        {
            return false;
        }

        _order.Enqueue(signature);
        if (_order.Count > capacity)
        {
            _seen.Remove(_order.Dequeue());
        }

        return true;
    }
}
