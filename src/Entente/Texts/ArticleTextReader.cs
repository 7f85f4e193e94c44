namespace Entente.Texts;

/// <summary>The text stage: a seed as decoded → sections → tokens → repairs → sentences.</summary>
internal static class ArticleTextReader
{
    public static ArticleText Read(string docId, string file, SeedText seed, TextLexicons lexicons)
    {
        var layout = lexicons.Sections.Split(seed.Text);
        var read = layout.Sections.Where(s => s.Kind is SectionKind.Title or SectionKind.Body or SectionKind.Caption).ToList();
        var tokens = new TokenList(seed.Text.Length / 5);
        foreach (var section in read)
        {
            lexicons.Tokenizer.Tokenize(seed.Text, section.Span, tokens);
        }

        var language = lexicons.Languages.Detect(tokens);
        var repairs = new List<Repair>();
        if (language == "fr")
        {
            tokens = lexicons.Glue.Repair(seed.Text, tokens, repairs);
        }

        var sentences = lexicons.Sentences.Split(seed.Text, read, tokens);
        return new ArticleText(docId, file, seed.Text, language, layout.Sections, tokens, sentences, repairs)
        {
            HeaderDate = layout.HeaderDate,
            Title = layout.Title,
            Dateline = layout.Dateline,
            Agency = layout.Agency,
            Warnings = seed.Warnings,
        };
    }

    /// <summary>Reads a text that needs no decoding, with the French lexicons.</summary>
    public static ArticleText Read(string docId, string file, string text) => Read(docId, file, new SeedText(text, "utf-8", []), TextLexicons.French);
}
