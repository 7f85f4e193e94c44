using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Themes;

/// <summary>The words of <c>fr/themes.tsv</c>: a phrase may name several themes, or shadow a look-alike and name none.</summary>
internal sealed class ThemeLexicon
{
    /// <summary>How many words may stand between the two words of a pair.</summary>
    private const int PairReach = 6;

    private readonly Dictionary<string, List<(string Theme, HashSet<string> Nouns)>> _pairs = new(StringComparer.Ordinal);
    private readonly WordIds _heads = new();
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
        foreach (var row in LexiconFile.Load("fr/theme-pairs.tsv").Rows)
        {
            var pair = (row.Required("theme"), row.List("nouns", ' ').Select(word => Folding.Fold(word)).ToHashSet(StringComparer.Ordinal));
            foreach (var head in row.List("heads", ' ').Select(word => Folding.Fold(word)))
            {
                if (!_pairs.TryGetValue(head, out var pairs))
                {
                    _pairs.Add(head, pairs = []);
                    _heads.Add(Tokenizer.French.TokenizePhrase(head) is [var only] ? only.Id : throw row.Error($"'{head}' is more than a word"));
                }

                pairs.Add(pair);
            }
        }
    }

    public static ThemeLexicon French => s_french.Value;

    public PhraseMatcher<IReadOnlyList<string>> Phrases { get; }

    /// <summary>The themes of the pair of words that begins at a token (<c>échange régulier d'informations</c>); punctuation ends the search.</summary>
    public IReadOnlyList<string> PairsAt(TokenList tokens, int at, int end)
    {
        if (!_heads.Contains(tokens[at].Id))
        {
            return [];
        }

        List<string>? themes = null;
        var pairs = _pairs[tokens[at].Folded];
        foreach (var (theme, nouns) in pairs)
        {
            for (var i = at + 1; i < Math.Min(end, at + 1 + PairReach) && tokens[i].Kind == TokenKind.Word; i++)
            {
                if (nouns.Contains(tokens[i].Folded))
                {
                    (themes ??= []).Add(theme);
                    break;
                }
            }
        }

        return (IReadOnlyList<string>?)themes ?? [];
    }
}
