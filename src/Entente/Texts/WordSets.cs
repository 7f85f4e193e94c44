using System.Numerics;
using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>Small closed sets of words that the rules name, from <c>fr/word-sets.tsv</c>, by their folded form.</summary>
internal sealed class WordSets
{
    private static readonly Lazy<WordSets> s_french = new(() => new WordSets(LexiconFile.Load("fr/word-sets.tsv")));

    // Open addressing, at most a quarter full: the rules ask for every word that they look at. Names are interned as the literals of the code are, so that the same name is the same string.
    private readonly (string Name, WordSet Words)[] _sets;

    private readonly SetsOfWords _setsOf;

    public WordSets(LexiconFile file)
    {
        var sets = new Dictionary<string, WordSet>(StringComparer.Ordinal);
        foreach (var row in file.Rows)
        {
            var name = row.Required("set");
            var isNew = !sets.TryGetValue(name, out var set);
            if (set is null)
            {
                sets.Add(name, set = new WordSet((ushort)sets.Count));
            }

            foreach (var word in row.List("words", ' '))
            {
                // Two rules that chose one name for words of their own would read each other's.
                if (!isNew && !set.Contains(Folding.Fold(word)))
                {
                    throw row.Error($"the set '{name}' stands before without '{word}'");
                }

                set.Add(word);
            }
        }

        _sets = new (string, WordSet)[BitOperations.RoundUpToPowerOf2((uint)sets.Count * 4)];
        foreach (var (name, set) in sets)
        {
            var at = Place(name) & (_sets.Length - 1);
            while (_sets[at].Name is not null)
            {
                at = (at + 1) & (_sets.Length - 1);
            }

            _sets[at] = (string.Intern(name), set);
        }

        _setsOf = new SetsOfWords(sets.Values.SelectMany(set => set.Members.Select(word => (word, (int)set.Number))), sets.Count);
    }

    /// <summary>The sets of French, loaded once and shared by all articles.</summary>
    public static WordSets French => s_french.Value;

    /// <summary>The words of a set by their number, for a loop over all tokens.</summary>
    public WordIds this[string set] => Find(set).Ids;

    /// <summary>Whether a folded word belongs to a set; a set that the file does not have is an error of the code.</summary>
    public bool Has(string set, string folded) => Find(set).Contains(folded);

    /// <summary>Whether a word, its capitals and accents as they stand, is written so in a set: folded, <c>à</c> is the verb <c>a</c>.</summary>
    public bool HasWritten(string set, string text) => Find(set).IsWritten(text);

    /// <summary>The members of a set that are endings, such as <c>-ment</c>.</summary>
    public WordEndings EndingsOf(string set) => new(Find(set).Endings);

    /// <summary>Whether a word of a set stands among the tokens from one on and before another.</summary>
    public bool StandsIn(string set, TokenList tokens, int from, int until)
    {
        var ids = Find(set).Ids;
        for (var i = from; i < until; i++)
        {
            if (ids.Contains(tokens[i].Id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which sets have a word in which sentence.</summary>
    public SentenceWords In(ArticleText text) => new(text, this, _setsOf);

    /// <summary>The number of a set, to ask <see cref="SentenceWords"/> by.</summary>
    public int NumberOf(string set) => Find(set).Number;

    private WordSet Find(string set)
    {
        for (var at = Place(set) & (_sets.Length - 1); ; at = (at + 1) & (_sets.Length - 1))
        {
            var (name, words) = _sets[at];
            if (name is null)
            {
                throw new ArgumentException($"no word set '{set}'", nameof(set));
            }

            if (name == set)
            {
                return words;
            }
        }
    }

    // Length, both ends and the middle tell most words apart.
    private static int Place(string word) =>
        (int)(((uint)(word.Length | (word[0] << 8) | (word[^1] << 16) | (word[word.Length / 2] << 24)) * 0x9E3779B1) >> 16);

    private sealed class WordSet(ushort number)
    {
        // Open addressing, at most a quarter full. The words of a text are the very strings that stand here.
        private string?[] _places = new string?[4];
        private int _count;

        // Lengths and last letters that its words have, a bit each: most words asked for have others, and need no look at a place.
        private ulong _lengths;
        private ulong _lastLetters;

        // As the file writes them: few, and told apart by their lengths.
        private readonly List<string> _written = [];

        public ushort Number => number;

        /// <summary>Folded, without their dash.</summary>
        public List<string> Endings { get; } = [];

        public WordIds Ids { get; } = new();

        /// <summary>The numbers of its words.</summary>
        public HashSet<int> Members { get; } = [];

        public void Add(string word)
        {
            _written.Add(word);
            if (word is ['-', _, ..])
            {
                Endings.Add(Folding.Fold(word.AsSpan(1)));
            }
            else if (Tokenizer.French.TokenizePhrase(word) is [var only])
            {
                Ids.Add(only.Id);
                Members.Add(only.Id);
                Put(only.Folded);
            }
            else
            {
                Put(Folding.Fold(word));
            }
        }

        public bool Contains(string folded) =>
            folded.Length > 0 && (_lengths >> (folded.Length & 63) & _lastLetters >> (folded[^1] & 63) & 1) != 0 && _places[PlaceOf(folded)] is not null;

        public bool IsWritten(string text)
        {
            foreach (var word in _written)
            {
                if (word == text)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The place of a word, or the empty one where it would stand.</summary>
        private int PlaceOf(string word)
        {
            var at = Place(word) & (_places.Length - 1);
            while (_places[at] is { } other && other != word)
            {
                at = (at + 1) & (_places.Length - 1);
            }

            return at;
        }

        private void Put(string word)
        {
            if (Contains(word))
            {
                return;
            }

            if (4 * ++_count > _places.Length)
            {
                var words = _places;
                _places = new string?[4 * words.Length];
                foreach (var known in words.OfType<string>())
                {
                    _places[PlaceOf(known)] = known;
                }
            }

            _places[PlaceOf(word)] = word;
            _lengths |= 1UL << (word.Length & 63);
            _lastLetters |= 1UL << (word[^1] & 63);
        }
    }
}
