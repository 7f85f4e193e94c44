using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>Tells the language of a text by its small words (<c>languages.tsv</c>).</summary>
internal sealed class LanguageDetector
{
    private readonly string[] languages;

    // For each word the languages that have it, a bit each. Diacritics count: vi « là » is not fr « la ».
    private readonly Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);

    public LanguageDetector(LexiconFile file, Tokenizer tokenizer)
    {
        languages = [.. file.Rows.Select(row => row.Required("language"))];
        for (var i = 0; i < languages.Length; i++)
        {
            foreach (var word in tokenizer.TokenizePhrase(file.Rows[i].Required("words")))
            {
                words[word.Text] = words.GetValueOrDefault(word.Text) | (1 << i);
            }
        }
    }

    private int Of(WordForm form) => form.Languages >= 0 ? form.Languages : form.Languages = words.GetValueOrDefault(form.Text);

    /// <summary>ISO 639-1 code; empty when too few words are known to tell.</summary>
    public string Detect(TokenList tokens)
    {
        const int enough = 400;
        Span<int> counts = stackalloc int[languages.Length];
        for (var i = 0; i < tokens.Count && i < enough; i++)
        {
            if (tokens[i].Length <= 8 && tokens[i].Kind == TokenKind.Word)
            {
                for (var found = Of(tokens[i].Form); found != 0; found &= found - 1)
                {
                    counts[int.TrailingZeroCount(found)]++;
                }
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return counts[best] >= 2 ? languages[best] : "";
    }
}
