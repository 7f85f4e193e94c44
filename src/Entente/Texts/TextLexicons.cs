using Entente.Lexicons;
using Entente.Texts.Layout;

namespace Entente.Texts;

/// <summary>What the text stages know of a language, loaded once and shared by all articles.</summary>
internal sealed class TextLexicons
{
    private static readonly Lazy<TextLexicons> SharedFrench = new(() => new TextLexicons());

    private TextLexicons()
    {
        Tokenizer = Tokenizer.French;
        Languages = new LanguageDetector(LexiconFile.Load("languages.tsv"), Tokenizer);
        Sections = new SectionSplitter(LexiconFile.Load("fr/section-cues.tsv"), LexiconFile.Load("fr/agencies.tsv"));
        Sentences = new SentenceSplitter(new AbbreviationSet(LexiconFile.Load("fr/abbreviations.tsv"), Tokenizer));
    }

    public static TextLexicons French => SharedFrench.Value;

    public SectionSplitter Sections { get; }

    public Tokenizer Tokenizer { get; }

    public LanguageDetector Languages { get; }

    public SentenceSplitter Sentences { get; }
}
