using Cellule.Text;

namespace Cellule.Session;

/// <summary>The results that cells can have, by how they ended.</summary>
internal static class CellOutcome
{
    public static CellResult Nothing { get; } = new(CellStatus.Ok, false, null, [], null, []);

    public static CellResult Rejected(DiagnosticBag diagnostics) =>
        new(CellStatus.Rejected, false, null, diagnostics.InSourceOrder(), null, Traceback.Of(diagnostics.InSourceOrder(), diagnostics.Source));

    public static CellResult Rejected(string id, TextSpan span, string message, SourceText source)
    {
        var diagnostics = new DiagnosticBag(source);
        diagnostics.Error(id, span, message);
        return Rejected(diagnostics);
    }

    public static CellResult Interrupted(DiagnosticBag diagnostics) =>
        new(CellStatus.Interrupted, false, null, diagnostics.InSourceOrder(), null, ["The cell was interrupted."]);

    public static CellResult Failed(DiagnosticBag diagnostics, Exception exception, IReadOnlyList<string> traceback) =>
        new(CellStatus.Failed, false, null, diagnostics.InSourceOrder(), exception, traceback);
}
