using Entente.Lexicons;

namespace Entente.Themes;

/// <summary>The words of <c>fr/themes.tsv</c>: a phrase may name several themes, or shadow a look-alike and name none.</summary>
internal sealed class ThemeLexicon
{
    private static readonly Lazy<ThemeLexicon> s_french = new(() => new ThemeLexicon());

    private ThemeLexicon()
    {
        var themes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var row in LexiconFile.Load("fr/themes.tsv").Rows)
        {
            var theme = row.Required("theme");
            foreach (var phrase in row.List("phrases"))
            {
                if (!themes.TryGetValue(phrase, out var list))
                {
                    themes.Add(phrase, list = []);
                }

                if (theme != "none")
                {
                    list.Add(theme);
                }
            }
        }

        var builder = new PhraseMatcher<IReadOnlyList<string>>.Builder();
        foreach (var (phrase, list) in themes)
        {
            // "a dialogué" is no dialogue, "taux élevés" are no pupils.
            builder.Add(phrase, list, phrase.Contains(' ', StringComparison.Ordinal) ? PhraseCondition.None : PhraseCondition.Diacritics);
        }

        Phrases = builder.Build();
    }

    public static ThemeLexicon French => s_french.Value;

    public PhraseMatcher<IReadOnlyList<string>> Phrases { get; }
}
