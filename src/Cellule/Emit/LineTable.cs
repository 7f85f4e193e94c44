using Cellule.Text;

namespace Cellule.Emit;

/// <summary>Which statement of the source an IL offset of one emitted method belongs to.</summary>
internal sealed class LineTable(string displayName)
{
    /// <summary>The display name of a cell's own statements.</summary>
    public const string Main = "<cell>";

    private readonly List<(int Offset, TextSpan Span)> _points = [];
    private readonly List<TextSpan> _checking = [];

    /// <summary>How a traceback calls the method.</summary>
    public string DisplayName { get; } = displayName;

    /// <summary>
    /// The statements that check an index or an overflow. The JIT lets all such checks of a method share one throw, whose offset
    /// says nothing: one of these statements it was.
    /// </summary>
    public IReadOnlyList<TextSpan> Checking => _checking;

    public void Add(int offset, TextSpan span)
    {
        if (_points.Count > 0 && _points[^1].Offset == offset)
            _points[^1] = (offset, span);
        else
            _points.Add((offset, span));
    }

    /// <summary>The statement that was added last makes such a check.</summary>
    public void AddCheck()
    {
        if (_points.Count > 0 && (_checking.Count == 0 || _checking[^1] != _points[^1].Span))
            _checking.Add(_points[^1].Span);
    }

    /// <summary>The statement around <paramref name="offset"/>; before the first, the first.</summary>
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
