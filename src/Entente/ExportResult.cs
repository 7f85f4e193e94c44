namespace Entente;

/// <summary>What an export read and wrote.</summary>
/// <param name="Seeds">Number of files found.</param>
/// <param name="Files">Paths of the tables written.</param>
/// <param name="Warnings">Number of rows in the table of warnings.</param>
/// <param name="Unread">Files that gave no text.</param>
public sealed record ExportResult(int Seeds, IReadOnlyList<string> Files, int Warnings, IReadOnlyList<UnreadSeed> Unread);
