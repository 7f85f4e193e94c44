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
    private readonly Dictionary<string, List<VerbForm>> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<VerbForm>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    // Without case and diacritics: what is not among these is no verb, and need not be looked up letter for letter.
    private readonly WordIds _words = new();

    public VerbLexicon(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            var infinitive = row.Required("infinitive");
            foreach (var (column, tense) in s_columns)
            {
                foreach (var form in row.List(column))
                {
                    Add(form, new VerbForm(infinitive, tense));
                }
            }
        }

        _lookup = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The forms that a word can be; none for a word that is no known verb.</summary>
    public List<VerbForm> Of(in Token token)
    {
        if (!_words.Contains(token.Id) || token.Length > 24)
        {
            return s_none;
        }

        var word = token.Text;

        Span<char> lower = stackalloc char[word.Length];
        var length = word.AsSpan().ToLowerInvariant(lower);
        return _lookup.TryGetValue(lower[..length], out var forms) ? forms : s_none;
    }

    private void Add(string word, VerbForm form)
    {
        if (!_forms.TryGetValue(word, out var forms))
        {
            _forms.Add(word, forms = []);
            if (Tokenizer.French.TokenizePhrase(word) is [var only])
            {
                _words.Add(only.Id);
            }
        }

        forms.Add(form);
    }
}
