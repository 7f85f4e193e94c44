using Entente.Lexicons;
using Entente.Texts.Glue;
using Entente.Texts.Layout;

namespace Entente.Texts;

/// <summary>What the text stages know of a language, loaded once and shared by all articles.</summary>
internal sealed class TextLexicons
{
    private static readonly Lazy<TextLexicons> SharedFrench = new(() => new TextLexicons());

    private TextLexicons()
    {
        // Unpacking the dictionary takes as long as all the rest, and needs nothing of it.
        _ = Task.Run(() => WordForms.French);
        Tokenizer = Tokenizer.French;
        var abbreviations = new AbbreviationSet(LexiconFile.Load("fr/abbreviations.tsv"), Tokenizer);
        Words = new GlueWords(LexiconFile.Load("fr/glue-words.tsv"), StateNames(Tokenizer));
        Glue = new GlueRepairer(Tokenizer, new GlueAnalyzer(Words, Tokenizer.Elisions), abbreviations);
        Languages = new LanguageDetector(LexiconFile.Load("languages.tsv"), Tokenizer);
        Sections = new SectionSplitter(LexiconFile.Load("fr/section-cues.tsv"), LexiconFile.Load("fr/agencies.tsv"), LexiconFile.Load("fr/date-words.tsv"));
        Sentences = new SentenceSplitter(abbreviations);
    }

    // Words with a capital in the names of states and capitals: known, whatever the dictionary has.
    private static IEnumerable<string> StateNames(Tokenizer tokenizer) =>
        from row in LexiconFile.Load("fr/states.tsv").Rows
        from name in row.List("names").Concat(row.List("capitals")).Append(row["name_fr"])
        from word in tokenizer.TokenizePhrase(name)
        where word.IsCapitalized && word.Length >= 4
        select word.Text;

    public static TextLexicons French => SharedFrench.Value;

    public GlueWords Words { get; }

    public GlueRepairer Glue { get; }

    public SectionSplitter Sections { get; }

    public Tokenizer Tokenizer { get; }

    public LanguageDetector Languages { get; }

    public SentenceSplitter Sentences { get; }
}
