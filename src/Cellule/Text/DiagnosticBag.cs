using System.Collections;

namespace Cellule.Text;

/// <summary>
/// Collects what the stages find wrong with one source. Each stage words its own diagnostics in extension methods
/// (<c>SyntaxDiagnostics</c>, …), one method each, so that a message and its code stand in one place.
/// </summary>
internal sealed class DiagnosticBag(SourceText source) : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _diagnostics = [];

    public SourceText Source { get; } = source;

    public int Count => _diagnostics.Count;

    public bool HasErrors => _diagnostics.Exists(d => d.Severity == DiagnosticSeverity.Error);

    public void Error(string id, TextSpan span, string message) => Add(id, DiagnosticSeverity.Error, span, message);

    public void Warning(string id, TextSpan span, string message) => Add(id, DiagnosticSeverity.Warning, span, message);

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>Forgets what was reported after the bag held <paramref name="count"/>: for a parser that steps back.</summary>
    public void RewindTo(int count) => _diagnostics.RemoveRange(count, _diagnostics.Count - count);

    /// <summary>What was reported, in the order of the source.</summary>
    public IReadOnlyList<Diagnostic> InSourceOrder() => [.. _diagnostics.OrderBy(d => d.Span.Start)];

    public IEnumerator<Diagnostic> GetEnumerator() => _diagnostics.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(string id, DiagnosticSeverity severity, TextSpan span, string message)
    {
        var (line, column) = Source.PositionOf(span.Start);
        _diagnostics.Add(new Diagnostic(id, severity, message, span, line, column));
    }
}
