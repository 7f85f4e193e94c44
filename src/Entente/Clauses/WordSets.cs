using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>Small closed sets of words that the rules name, from <c>fr/word-sets.tsv</c>, by their folded form.</summary>
internal sealed class WordSets
{
    private readonly Dictionary<string, HashSet<string>> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordIds> _ids = new(StringComparer.Ordinal);

    public WordSets(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            var name = row.Required("set");
            if (!_sets.TryGetValue(name, out var set))
            {
                _sets.Add(name, set = new HashSet<string>(StringComparer.Ordinal));
                _ids.Add(name, new WordIds());
            }

            foreach (var word in row.List("words", ' '))
            {
                set.Add(Folding.Fold(word));
                if (Tokenizer.French.TokenizePhrase(word) is [var only])
                {
                    _ids[name].Add(only.Id);
                }
            }
        }
    }

    /// <summary>The words of a set by their number, for a loop over all tokens.</summary>
    public WordIds this[string set] => _ids.TryGetValue(set, out var words) ? words : throw Missing(set);

    /// <summary>Whether a folded word belongs to a set; a set that the file does not have is an error of the code.</summary>
    public bool Has(string set, string folded) =>
        _sets.TryGetValue(set, out var words) ? words.Contains(folded) : throw Missing(set);

    private static ArgumentException Missing(string set) => new($"no word set '{set}'", nameof(set));
}
