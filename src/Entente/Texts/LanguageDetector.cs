using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>Tells the language of a text by its small words (<c>languages.tsv</c>).</summary>
internal sealed class LanguageDetector
{
    // Tokens that are looked at. The counters of all languages stand side by side in one number, so that a word is counted for all that have it at once.
    private const int Enough = 400;
    private const int CounterBits = 11;
    private const int MostLanguages = 128 / CounterBits;

    private readonly string[] languages;

    // For each word which of the sets of languages has it. Diacritics count: vi « là » is not fr « la ».
    private readonly Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);

    // Each set as one in the counters of its languages; the first has none.
    private readonly UInt128[] sets;

    public LanguageDetector(LexiconFile file, Tokenizer tokenizer)
    {
        languages = [.. file.Rows.Select(row => row.Required("language"))];
        if (languages.Length > MostLanguages)
        {
            throw file.Rows[MostLanguages].Error($"there is room for {MostLanguages} languages");
        }

        var counters = new Dictionary<string, UInt128>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < languages.Length; i++)
        {
            foreach (var word in tokenizer.TokenizePhrase(file.Rows[i].Required("words")))
            {
                counters[word.Text] = counters.GetValueOrDefault(word.Text) | (UInt128.One << (CounterBits * i));
            }
        }

        sets = [0, .. counters.Values.Distinct()];
        foreach (var (word, set) in counters)
        {
            words.Add(word, Array.IndexOf(sets, set));
        }
    }

    private UInt128 Of(WordForm form) => sets[form.Languages >= 0 ? form.Languages : form.Languages = words.GetValueOrDefault(form.Text)];

    /// <summary>ISO 639-1 code; empty when too few words are known to tell.</summary>
    public string Detect(TokenList tokens)
    {
        var counts = UInt128.Zero;
        for (var i = 0; i < tokens.Count && i < Enough; i++)
        {
            if (tokens[i].Length <= 8 && tokens[i].Kind == TokenKind.Word)
            {
                counts += Of(tokens[i].Form);
            }
        }

        var best = 0;
        for (var i = 1; i < languages.Length; i++)
        {
            best = Count(counts, i) > Count(counts, best) ? i : best;
        }

        return Count(counts, best) >= 2 ? languages[best] : "";
    }

    private static int Count(UInt128 counts, int language) => (int)(counts >> (CounterBits * language)) & ((1 << CounterBits) - 1);
}
