using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>What the text stages know of a language, loaded once and shared by all articles.</summary>
internal sealed class TextLexicons
{
    private static readonly Lazy<TextLexicons> SharedFrench = new(() => new TextLexicons());

    private TextLexicons()
    {
        Tokenizer = Tokenizer.French;
        Sentences = new SentenceSplitter(new AbbreviationSet(LexiconFile.Load("fr/abbreviations.tsv"), Tokenizer));
    }

    public static TextLexicons French => SharedFrench.Value;

    public Tokenizer Tokenizer { get; }

    public SentenceSplitter Sentences { get; }
}
