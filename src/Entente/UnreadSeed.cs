namespace Entente;

/// <summary>A file that gave no text, and why: it is empty, binary, or could not be opened. <paramref name="File"/> is relative to the corpus root.</summary>
public sealed record UnreadSeed(string File, string Message);
