using Entente.Lexicons;

namespace Entente.Visits;

/// <summary>The nouns of <c>fr/visit-phrases.tsv</c>; null is a look-alike.</summary>
internal sealed class VisitLexicon
{
    private static readonly Lazy<VisitLexicon> s_french = new(() => new VisitLexicon());

    private VisitLexicon()
    {
        var builder = new PhraseMatcher<VisitKind?>.Builder();
        foreach (var row in LexiconFile.Load("fr/visit-phrases.tsv").Rows)
        {
            VisitKind? kind = row.Required("kind") == "none" ? null : row.Enum<VisitKind>("kind");
            foreach (var phrase in row.List("phrases"))
            {
                // "a visité le musée" is no visit.
                builder.Add(phrase, kind, kind == VisitKind.Other ? PhraseCondition.Diacritics : PhraseCondition.None);
            }
        }

        Nouns = builder.Build();
        var allusions = new PhraseMatcher<bool>.Builder();
        foreach (var row in LexiconFile.Load("fr/visit-allusions.tsv").Rows)
        {
            allusions.Add(row.Required("phrase"), true, PhraseCondition.Diacritics);
        }

        Allusions = allusions.Build();
    }

    public static VisitLexicon French => s_french.Value;

    public PhraseMatcher<VisitKind?> Nouns { get; }

    /// <summary>Words that take a visit for granted.</summary>
    public PhraseMatcher<bool> Allusions { get; }
}
