using Entente.Texts.Layout;

namespace Entente.Texts;

/// <summary>The text stage: a seed as decoded → sections → tokens → repairs → sentences.</summary>
internal static class ArticleTextReader
{
    public static ArticleText Read(string docId, string file, SeedText seed, TextLexicons lexicons)
    {
        var layout = lexicons.Sections.Split(seed.Text);
        return Read(new ArticleSeed(docId, file, seed), layout, Tokenize(seed.Text, layout, lexicons), lexicons);
    }

    /// <summary>The tokens of the sections that are read.</summary>
    public static TokenList Tokenize(string raw, SeedLayout layout, TextLexicons lexicons)
    {
        var tokens = new TokenList(raw.Length / 5);
        foreach (var section in layout.Sections.Where(IsRead))
        {
            lexicons.Tokenizer.Tokenize(raw, section.Span, tokens);
        }

        return tokens;
    }

    /// <summary>An article from its sections and their tokens.</summary>
    public static ArticleText Read(ArticleSeed article, SeedLayout layout, TokenList tokens, TextLexicons lexicons)
    {
        var seed = article.Text;
        var language = lexicons.Languages.Detect(tokens);
        var repairs = new List<Repair>();
        if (language == "fr")
        {
            tokens = lexicons.Glue.Repair(seed.Text, tokens, repairs);
        }

        var sentences = lexicons.Sentences.Split(seed.Text, layout.Sections.Where(IsRead), tokens);
        return new ArticleText(article.DocId, article.File, seed.Text, language, layout.Sections, tokens, sentences, repairs)
        {
            HeaderDate = layout.HeaderDate,
            Title = layout.Title,
            Dateline = layout.Dateline,
            Agency = layout.Agency,
            Warnings = seed.Warnings,
        };
    }

    private static bool IsRead(Section section) => section.Kind is SectionKind.Title or SectionKind.Body or SectionKind.Caption;

    /// <summary>Reads a text that needs no decoding, with the French lexicons.</summary>
    public static ArticleText Read(string docId, string file, string text) => Read(docId, file, new SeedText(text, "utf-8", []), TextLexicons.French);
}
