using Cellule.Session;
using Cellule.Text;

namespace Cellule.Oracle.Tests.Comparison;

/// <summary>Runs cells with ours, one after the other in one session.</summary>
internal sealed class CellSide(ICellInterpreter interpreter)
{
    public async Task<Outcome> RunAsync(string cell, TimeSpan limit)
    {
        var output = new RecordedOutput();
        using var interrupt = new CancellationTokenSource(limit);
        var result = await interpreter.RunAsync(cell, output, interrupt.Token);
        try
        {
            string lines = output.Text.ReplaceLineEndings("\n");
            return result.Status switch
            {
                CellStatus.Rejected => Refused(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Span.Start).First()),
                CellStatus.Interrupted => new Outcome("", "no end", "", ""),
                CellStatus.Failed => new Outcome("", ValueText.TypeName(result.Exception!.GetType()), "", lines),
                _ => new Outcome("", "", ValueText.Of(result.HasValue ? result.Value : null), lines),
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Outcome("", ValueText.TypeName(e.GetType()), "", output.Text.ReplaceLineEndings("\n"));
        }
    }

    private static Outcome Refused(Diagnostic first) => Outcome.Refused(first.Id, FormattableString.Invariant($"{first.Line},{first.Column}"));
}
