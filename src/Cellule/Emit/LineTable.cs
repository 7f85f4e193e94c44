using Cellule.Text;

namespace Cellule.Emit;

/// <summary>Which statement of the source an IL offset of one emitted method belongs to.</summary>
internal sealed class LineTable(string displayName)
{
    /// <summary>The display name of a cell's own statements.</summary>
    public const string Main = "<cell>";

    private readonly List<(int Offset, TextSpan Span)> _points = [];

    /// <summary>How a traceback calls the method.</summary>
    public string DisplayName { get; } = displayName;

    public void Add(int offset, TextSpan span)
    {
        if (_points.Count > 0 && _points[^1].Offset == offset)
            _points[^1] = (offset, span);
        else
            _points.Add((offset, span));
    }

    /// <summary>The statement around <paramref name="offset"/>, null before the first.</summary>
    public TextSpan? Find(int offset)
    {
        TextSpan? found = null;
        foreach (var (start, span) in _points)
        {
            if (start > offset)
                break;
            found = span;
        }

        return found ?? (_points.Count > 0 ? _points[0].Span : null);
    }
}
