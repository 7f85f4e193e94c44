using Microsoft.Data.Analysis;

namespace Entente;

/// <summary>What an export read and wrote.</summary>
/// <param name="Seeds">Number of files found.</param>
/// <param name="Files">Paths of the tables written.</param>
/// <param name="Warnings">Number of rows in the table of warnings.</param>
/// <param name="Repairs">Number of rows in the table of repairs.</param>
/// <param name="Unread">Files that gave no text.</param>
/// <param name="Documents">The table of documents; null unless it was to be kept.</param>
public sealed record ExportResult(int Seeds, IReadOnlyList<string> Files, int Warnings, int Repairs, IReadOnlyList<UnreadSeed> Unread, DataFrame? Documents = null);
