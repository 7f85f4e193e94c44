using Cellule.Session;
using Cellule.Text;

namespace Cellule.Notebooks.Running;

/// <summary>A cell's error in Jupyter's three parts: a short name, one sentence, and the lines that a person reads.</summary>
public sealed record CellError(string Name, string Value, IReadOnlyList<string> Traceback)
{
    /// <summary>What <paramref name="result"/> failed of; null when it ended well.</summary>
    public static CellError? Of(CellResult result)
    {
        if (result.Status == CellStatus.Ok)
        {
            return null;
        }

        var (name, value) = result.Status switch
        {
            CellStatus.Rejected when result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } first => (first.Id, first.Message),
            CellStatus.Interrupted => ("Interrupted", "the cell was interrupted or ran longer than it may"),
            _ => (result.Exception?.GetType().Name ?? "Error", result.Exception?.Message ?? ""),
        };
        return new CellError(name, value, result.Traceback.Count > 0 ? result.Traceback : [$"{name}: {value}"]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Value}";
}
