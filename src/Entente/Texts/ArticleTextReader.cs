namespace Entente.Texts;

/// <summary>The text stage: a seed as decoded → sections → tokens → repairs → sentences.</summary>
internal static class ArticleTextReader
{
    public static ArticleText Read(string docId, string file, SeedText seed, TextLexicons lexicons)
    {
        var sections = SectionSplitter.Split(seed.Text);
        var read = sections.Where(s => s.Kind is SectionKind.Title or SectionKind.Body or SectionKind.Caption).ToList();
        var tokens = new List<Token>();
        foreach (var section in read)
        {
            lexicons.Tokenizer.Tokenize(seed.Text, section.Span, tokens);
        }

        var sentences = lexicons.Sentences.Split(seed.Text, read, tokens);
        return new ArticleText(docId, file, seed.Text, "fr", sections, tokens, sentences, []) { Warnings = seed.Warnings };
    }

    /// <summary>Reads a text that needs no decoding, with the French lexicons.</summary>
    public static ArticleText Read(string docId, string file, string text) => Read(docId, file, new SeedText(text, "utf-8", []), TextLexicons.French);
}
