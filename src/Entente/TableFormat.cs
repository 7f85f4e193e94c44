namespace Entente;

/// <summary>The form of an exported table.</summary>
public enum TableFormat
{
    /// <summary>Comma-separated values, UTF-8, a header line, lines end with LF.</summary>
    Csv,

    /// <summary>One JSON object a line, UTF-8.</summary>
    JsonLines,
}
