namespace Entente.CorpusReading;

/// <summary>What a corpus reader met besides the rows that it handed on.</summary>
internal sealed record ReadResult(int Seeds, int Warnings, IReadOnlyList<UnreadSeed> Unread);
