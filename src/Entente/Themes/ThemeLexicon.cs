using Entente.Lexicons;
using Entente.Texts;
using Entente.Texts.Glue;

namespace Entente.Themes;

/// <summary>
/// The words of <c>fr/themes.tsv</c>, of which a phrase may name several themes, or shadow a look-alike and name none, and the pairs of
/// <c>fr/theme-pairs.tsv</c>. A word that ends with <c>*</c> stands for every French word that begins so.
/// </summary>
internal sealed class ThemeLexicon
{
    /// <summary>How far the two words of a pair may stand from each other where the lexicon does not tell, in tokens.</summary>
    private const int PairReach = 6;

    private static readonly Lazy<ThemeLexicon> s_french = new(() => new ThemeLexicon());

    private readonly Dictionary<int, List<ThemePair>> _pairs = [];
    private readonly WordIds _heads = new();

    private ThemeLexicon()
    {
        Phrases = ReadPhrases();
        foreach (var row in LexiconFile.Load("fr/theme-pairs.tsv").Rows)
        {
            var nouns = new WordIds(row.List("nouns", ' ').SelectMany(word => IdsOf(row, word)));
            var isEitherWay = row["order"] switch { "any" => true, "" => false, var order => throw row.Error($"'{order}' is no order") };
            var pair = new ThemePair(row.Required("theme"), nouns, isEitherWay, row["reach"].Length == 0 ? PairReach : row.Integer("reach"));
            foreach (var head in row.List("heads", ' ').SelectMany(word => IdsOf(row, word)).Distinct())
            {
                if (!_pairs.TryGetValue(head, out var pairs))
                {
                    _pairs.Add(head, pairs = []);
                    _heads.Add(head);
                }

                pairs.Add(pair);
            }
        }
    }

    public static ThemeLexicon French => s_french.Value;

    public PhraseMatcher<IReadOnlyList<string>> Phrases { get; }

    /// <summary>
    /// The themes of the pairs of which a token is the first word (<c>échange régulier d'informations</c>); punctuation ends the search, and what
    /// look-alikes among <paramref name="phrases"/> cover is no word of a pair. Null for none.
    /// </summary>
    public List<string>? PairsAt(TokenList tokens, Sentence sentence, int at, List<PhraseMatch<IReadOnlyList<string>>> phrases)
    {
        if (!_heads.Contains(tokens[at].Id) || IsShadowed(phrases, at))
        {
            return null;
        }

        List<string>? themes = null;
        foreach (var pair in _pairs[tokens[at].Id])
        {
            if (Stands(pair, tokens, sentence, at, 1, phrases) || pair.IsEitherWay && Stands(pair, tokens, sentence, at, -1, phrases))
            {
                (themes ??= []).Add(pair.Theme);
            }
        }

        return themes;
    }

    private static bool IsShadowed(List<PhraseMatch<IReadOnlyList<string>>> phrases, int token)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Value.Count == 0 && token >= phrase.First && token < phrase.Next)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The comma that closes how or how often something is done, set apart; null for anything else.</summary>
    private static int? EndOfAside(TokenList tokens, int open, int end)
    {
        const int Longest = 8;
        if (open + 1 >= end || !WordSets.French.Has("manner-aside", tokens[open + 1].Folded))
        {
            return null;
        }

        for (var i = open + 2; i < Math.Min(end, open + Longest); i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                return tokens[i].Folded == "," ? i : null;
            }
        }

        return null;
    }

    private static bool Stands(ThemePair pair, TokenList tokens, Sentence sentence, int at, int step, List<PhraseMatch<IReadOnlyList<string>>> phrases)
    {
        var end = sentence.First + sentence.Count;
        for (var (i, left) = (at + step, pair.Reach); left > 0 && i >= sentence.First && i < end; i += step, left--)
        {
            // "échanger, de manière régulière, des informations": what is set apart right behind a verb parts it from nothing.
            if (i == at + 1 && tokens[i].Folded == "," && EndOfAside(tokens, i, end) is { } close)
            {
                i = close;
                continue;
            }

            // "l'échange d'informations, de délégations et d'expériences": a further complement of the same word.
            if (step > 0 && tokens[i].Folded == "," && i + 1 < end && WordSets.French.Has("of", tokens[i + 1].Folded) && WordSets.French.Has("exchange-noun", tokens[at].Folded))
            {
                continue;
            }

            // A hyphen joins words, every other mark parts them.
            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded != "-")
            {
                return false;
            }

            if (pair.Nouns.Contains(tokens[i].Id) && !IsShadowed(phrases, i))
            {
                return true;
            }
        }

        return false;
    }

    private static PhraseMatcher<IReadOnlyList<string>> ReadPhrases()
    {
        var themes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in LexiconFile.Load("fr/themes.tsv").Rows)
        {
            var theme = row.Required("theme");
            foreach (var phrase in row.List("phrases"))
            {
                foreach (var form in FormsOf(row, phrase))
                {
                    if (!themes.TryGetValue(form, out var list))
                    {
                        themes.Add(form, list = []);
                    }

                    if (form != phrase)
                    {
                        stems.Add(form);
                    }

                    if (theme != "none" && !list.Contains(theme))
                    {
                        list.Add(theme);
                    }
                }
            }
        }

        var builder = new PhraseMatcher<IReadOnlyList<string>>.Builder();
        foreach (var (phrase, list) in themes)
        {
            // "a dialogué" is no dialogue, "taux élevés" are no pupils.
            builder.Add(phrase, list, phrase.Contains(' ', StringComparison.Ordinal) || stems.Contains(phrase) ? PhraseCondition.None : PhraseCondition.Diacritics);
        }

        return builder.Build();
    }

    private static List<string> FormsOf(LexiconRow row, string phrase)
    {
        if (!phrase.EndsWith('*'))
        {
            return [phrase];
        }

        var forms = WordForms.French.BeginningWith(Folding.Fold(phrase.TrimEnd('*'))).Where(form => Tokenizer.French.TokenizePhrase(form).Count == 1).ToList();
        return forms.Count > 0 ? forms : throw row.Error($"no French word begins like '{phrase}'");
    }

    private static IEnumerable<int> IdsOf(LexiconRow row, string word) =>
        FormsOf(row, word).Select(form => Tokenizer.French.TokenizePhrase(form) is [var only] ? only.Id : throw row.Error($"'{word}' is more than a word"));
}
