namespace Entente.People;

/// <summary>
/// Texts, each with where it was first seen and how often, in order of addition. Nearly always there are one or two, so they are looked through; the few
/// persons that a whole corpus names have hundreds, and those are looked up.
/// </summary>
internal sealed class SeenTexts
{
    private const int MostLookedThrough = 8;

    private (string Text, Seen Seen)[] _items = [];
    private Dictionary<string, int>? _places;
    private int _count;

    public ReadOnlySpan<(string Text, Seen Seen)> Items => _items.AsSpan(0, _count);

    /// <summary>The texts in order of where they were first seen.</summary>
    public List<(string Text, Seen Seen)> InOrder() => [.. _items.Take(_count).OrderBy(item => item.Seen)];

    public void Add(string text, Seen seen)
    {
        var at = PlaceOf(text);
        if (at >= 0)
        {
            var first = _items[at].Seen;
            _items[at].Seen = (seen.CompareTo(first) < 0 ? seen : first) with { Times = first.Times + seen.Times };
            return;
        }

        if (_count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(1, 2 * _count));
        }

        _items[_count] = (text, seen);
        _places?.Add(text, _count);
        _count++;
    }

    public void AddRange(SeenTexts others)
    {
        foreach (var (text, seen) in others.Items)
        {
            Add(text, seen);
        }
    }

    private int PlaceOf(string text)
    {
        if (_count <= MostLookedThrough)
        {
            var at = _count - 1;
            while (at >= 0 && _items[at].Text != text)
            {
                at--;
            }

            return at;
        }

        if (_places is null)
        {
            _places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < _count; i++)
            {
                _places.Add(_items[i].Text, i);
            }
        }

        return _places.GetValueOrDefault(text, -1);
    }
}

/// <summary>Where something was first seen, and how often; ordered by seed and place in it.</summary>
internal readonly record struct Seen(string DocId, int Position, int Times) : IComparable<Seen>
{
    public int CompareTo(Seen other) =>
        string.CompareOrdinal(DocId, other.DocId) is var order && order != 0 ? order : Position.CompareTo(other.Position);
}
