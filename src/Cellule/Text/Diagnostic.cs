namespace Cellule.Text;

/// <summary>How much a diagnostic matters: an error keeps the cell from running, a warning does not.</summary>
public enum DiagnosticSeverity
{
    Warning,
    Error,
}

/// <summary>
/// What is wrong with a cell's source. <paramref name="Id"/> is C#'s own code (<c>CS0103</c>) where C# has one,
/// else one of ours (<c>CELL0001</c>); <paramref name="Line"/> and <paramref name="Column"/> count from 1.
/// </summary>
public sealed record Diagnostic(string Id, DiagnosticSeverity Severity, string Message, TextSpan Span, int Line, int Column);
