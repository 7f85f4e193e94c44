namespace Entente.Texts;

/// <summary>A seed to be read as an article: its identifier, its path below the corpus root, its text.</summary>
internal sealed record ArticleSeed(string DocId, string File, SeedText Text);
