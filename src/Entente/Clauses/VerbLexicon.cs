using System.Runtime.InteropServices;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>The forms of <c>fr/verbs.tsv</c>, by the word as written in lower case: <c>salué</c> is no <c>salue</c>.</summary>
internal sealed class VerbLexicon
{
    private static readonly (string Column, Tense Tense)[] s_columns =
    [
        ("participle", Tense.Participle), ("infinitive", Tense.Infinitive), ("present", Tense.Present), ("imperfect", Tense.Imperfect),
        ("future", Tense.Future), ("conditional", Tense.Conditional), ("gerund", Tense.Gerund), ("past", Tense.Past), ("subjunctive", Tense.Subjunctive),
    ];

    private static readonly List<VerbForm> s_none = [];

    // For the number of a word without case and diacritics the words that are written so, each with what it can be: salue, salué.
    private Spelling[]?[] _byWord = [];
    private readonly WordIds _words = new();

    public VerbLexicon(LexiconFile file)
    {
        var forms = new Dictionary<string, List<VerbForm>>(StringComparer.Ordinal);
        foreach (var row in file.Rows)
        {
            var infinitive = row.Required("infinitive");
            foreach (var (column, tense) in s_columns)
            {
                // Of a participle the masculine singular stands first.
                foreach (var (form, index) in row.List(column).Select((form, index) => (form, index)))
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(forms, form, out _) ??= []).Add(new VerbForm(infinitive, tense, tense == Tense.Participle && index > 0));
                }
            }
        }

        foreach (var (word, readings) in forms)
        {
            if (Tokenizer.French.TokenizePhrase(word) is [var only])
            {
                Add(only.Id, new Spelling(word, word.Contains('ç', StringComparison.Ordinal) ? word.Replace('ç', 'c') : null, readings));
            }
        }
    }

    /// <summary>Whether a word may be a verb's, whatever its diacritics: most words are none.</summary>
    public bool MayHave(in Token token) => _words.Contains(token.Id);

    /// <summary>The forms that a word can be; none for a word that is no known verb.</summary>
    public List<VerbForm> Of(in Token token)
    {
        if ((uint)token.Id < (uint)_byWord.Length && _byWord[token.Id] is { } spellings)
        {
            foreach (var spelling in spellings)
            {
                if (spelling.Word.Equals(token.Text, StringComparison.OrdinalIgnoreCase))
                {
                    return spelling.Forms;
                }
            }

            // "a recu": the agencies leave the cedilla out, and no word of French is written so.
            foreach (var spelling in spellings)
            {
                if (spelling.Plain is { } plain && plain.Equals(token.Text, StringComparison.OrdinalIgnoreCase))
                {
                    return spelling.Forms;
                }
            }
        }

        return s_none;
    }

    private void Add(int word, Spelling spelling)
    {
        if (word >= _byWord.Length)
        {
            Array.Resize(ref _byWord, word + 1024);
        }

        _words.Add(word);
        _byWord[word] = [.. _byWord[word] ?? [], spelling];
    }

    // Plain: the word without its cedilla; null where it has none.
    private readonly record struct Spelling(string Word, string? Plain, List<VerbForm> Forms);
}
