using Cellule.Text;

namespace Cellule.Session;

/// <summary>The results that cells can have, by how they ended.</summary>
internal static class CellOutcome
{
    public static CellResult Nothing { get; } = new(CellStatus.Ok, false, null, [], null, []);

    private static IReadOnlyList<string> LeftBehind { get; } =
    [
        "The cell was interrupted inside a library call that cannot be stopped. The call goes on in the background until it returns;",
        "the statements after it will not run. The next cell can be run now. To be rid of the call, restart the session.",
    ];

    public static CellResult Rejected(DiagnosticBag diagnostics) =>
        new(CellStatus.Rejected, false, null, diagnostics.InSourceOrder(), null, Traceback.Of(diagnostics.InSourceOrder(), diagnostics.Source));

    public static CellResult Rejected(string id, TextSpan span, string message, SourceText source)
    {
        var diagnostics = new DiagnosticBag(source);
        diagnostics.Error(id, span, message);
        return Rejected(diagnostics);
    }

    public static CellResult Interrupted(DiagnosticBag diagnostics, CellRun run) =>
        new(CellStatus.Interrupted, false, null, diagnostics.InSourceOrder(), null, ReferenceEquals(run, CellRun.LeftBehind) ? LeftBehind : ["The cell was interrupted."]);

    public static CellResult Failed(DiagnosticBag diagnostics, Exception exception, IReadOnlyList<string> traceback) =>
        new(CellStatus.Failed, false, null, diagnostics.InSourceOrder(), exception, traceback);
}
