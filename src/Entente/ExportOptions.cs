namespace Entente;

/// <summary>Settings of an export.</summary>
public sealed record ExportOptions
{
    /// <summary>CSV or JSON lines.</summary>
    public TableFormat Format { get; init; } = TableFormat.Csv;

    /// <summary>
    /// CSV only: puts an apostrophe before a text that a spreadsheet would run as a formula. Off by default, since it alters
    /// cells (a date without a year is <c>--10-14</c>); switch it on for files that people open in a spreadsheet.
    /// </summary>
    public bool GuardFormulas { get; init; }

    /// <summary>Keeps the table of documents for the result, one row for each article; the other tables are only written.</summary>
    public bool KeepDocuments { get; init; }
}
