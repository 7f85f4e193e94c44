using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>The lexicons of the clause stage, loaded once and shared by all articles.</summary>
internal sealed class ClauseLexicons
{
    private static readonly Lazy<ClauseLexicons> s_french = new(() => new ClauseLexicons());

    private ClauseLexicons()
    {
        Verbs = new VerbLexicon(LexiconFile.Load("fr/verbs.tsv"));
    }

    public static ClauseLexicons French => s_french.Value;

    public WordSets Words { get; } = WordSets.French;

    public VerbLexicon Verbs { get; }
}
