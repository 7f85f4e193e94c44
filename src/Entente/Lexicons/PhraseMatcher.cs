using System.Numerics;
using Entente.Texts;

namespace Entente.Lexicons;

/// <summary>A phrase found in a text: <paramref name="Count"/> tokens from <paramref name="First"/> on.</summary>
internal readonly record struct PhraseMatch<T>(int First, int Count, T Value)
{
    /// <summary>Index of the token after the phrase.</summary>
    public int Next => First + Count;
}

/// <summary>
/// Finds many phrases in a text at once, leftmost and longest, over folded tokens. Built once; safe for many threads.
/// Of two phrases with the same words the one added first wins whose condition holds.
/// </summary>
internal sealed class PhraseMatcher<T>
{
    // Words that are a phrase by themselves, and pairs of words that begin one: nearly everywhere in a text neither stands, and two looks at
    // a bit tell. Pairs share bits now and then, and the trie decides.
    private const int BitsPerPair = 32;

    private static readonly List<PhraseMatch<T>> s_none = [];

    private readonly WordIds alone = new();
    private readonly WordIds pairs = new();
    private readonly int pairShift;

    // A trie: the node that a first word leads to, by its number; of each node what ends there and where a next word leads, among those of all nodes.
    private readonly int[] roots;
    private readonly Node[] nodes;
    private readonly Phrase[] endings;
    private readonly int[] nextWords;
    private readonly int[] nextNodes;

    // Its bit among the lexicons that are searched sentence by sentence; 0 until it is.
    private uint ownBit;

    private PhraseMatcher(int[] roots, IReadOnlyList<(SortedList<int, int> Nexts, List<Phrase> Ending)> trie)
    {
        this.roots = roots;
        nodes = new Node[trie.Count];
        endings = [.. trie.SelectMany(node => node.Ending)];
        nextWords = [.. trie.SelectMany(node => node.Nexts.Keys)];
        nextNodes = [.. trie.SelectMany(node => node.Nexts.Values)];
        var (ending, next) = (0, 0);
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new Node(ending, ending += trie[i].Ending.Count, next, next += trie[i].Nexts.Count);
        }

        pairShift = BitOperations.LeadingZeroCount((uint)(BitsPerPair * FirstWords.Sum(word => Opening(word).Followers.Count)) | BitsPerPair);
        foreach (var word in FirstWords)
        {
            var (isPhrase, followers) = Opening(word);
            if (isPhrase)
            {
                alone.Add(word);
            }

            foreach (var second in followers)
            {
                pairs.Add(Pair(word, second));
            }
        }
    }

    // Given once, whoever asks first: an article that was looked at with one bit in mind knows nothing of another.
    private uint Bit
    {
        get
        {
            if (Volatile.Read(ref ownBit) is var known and not 0)
            {
                return known;
            }

            lock (nodes)
            {
                return ownBit = ownBit == 0 ? PhraseOpenings.Add(this) : ownBit;
            }
        }
    }

    /// <summary>Numbers of the words that may begin a phrase.</summary>
    public IEnumerable<int> FirstWords => Enumerable.Range(0, roots.Length).Where(id => roots[id] != 0);

    /// <summary>Whether a word is a phrase by itself, and the numbers of the words that may follow it within a phrase.</summary>
    public (bool IsPhrase, IReadOnlyList<int> Followers) Opening(int word)
    {
        ref readonly var node = ref nodes[roots[word]];
        return (node.FirstEnding < node.EndOfEndings, nextWords[node.FirstNext..node.EndOfNexts]);
    }

    /// <summary>The longest phrase that begins at token <paramref name="at"/> and ends before <paramref name="end"/>.</summary>
    public bool TryMatchAt(TokenList tokens, int at, int end, out PhraseMatch<T> match)
    {
        match = default;
        var id = tokens[at].Id;
        return (alone.Contains(id) || (at + 1 < end && pairs.Contains(Pair(id, tokens[at + 1].Id))))
            && (uint)id < (uint)roots.Length && TryMatchFrom(roots[id], tokens, at, end, ref match);
    }

    private int Pair(int first, int second) => (int)((((uint)first * 0x9E3779B1) ^ ((uint)second * 0x85EBCA6B)) >> pairShift);

    private bool TryMatchFrom(int number, TokenList tokens, int at, int end, ref PhraseMatch<T> match)
    {
        var found = false;
        for (var next = at + 1; ; next++)
        {
            ref readonly var node = ref nodes[number];
            for (var i = node.FirstEnding; i < node.EndOfEndings; i++)
            {
                if (endings[i].Holds(tokens, at))
                {
                    match = new PhraseMatch<T>(at, next - at, endings[i].Value);
                    found = true;
                    break;
                }
            }

            var words = nextWords.AsSpan(node.FirstNext, node.EndOfNexts - node.FirstNext);
            if (next >= end || words.BinarySearch(tokens[next].Id) is var child && child < 0)
            {
                return found;
            }

            number = nextNodes[node.FirstNext + child];
        }
    }

    /// <summary>All phrases in <paramref name="tokens"/> from <paramref name="first"/> on, before <paramref name="end"/>, in order, without overlap.</summary>
    public List<PhraseMatch<T>> Find(TokenList tokens, int first, int end)
    {
        var found = new List<PhraseMatch<T>>();
        for (var at = first; at < end;)
        {
            if (TryMatchAt(tokens, at, end, out var match))
            {
                found.Add(match);
                at = match.Next;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>All phrases of a sentence, in order, without overlap. Nothing may be changed in the list: whoever asks again gets the same, and all sentences without any share one.</summary>
    public List<PhraseMatch<T>> Find(ArticleText article, Sentence sentence)
    {
        var end = sentence.First + sentence.Count;
        var bit = Bit;
        var openings = article.Openings;
        if (!openings.Covers(bit))
        {
            return Find(article.Tokens, sentence.First, end);
        }

        var at = openings.First(sentence, bit);
        return at == end ? s_none
            : (List<PhraseMatch<T>>?)openings.FoundBefore(sentence, bit) ?? openings.Keep(sentence, bit, Find(article.Tokens, openings, bit, at, end));
    }

    /// <summary>The first token of a sentence from one on at which a phrase may begin; the end of the sentence for none.</summary>
    public int NextOpening(ArticleText article, Sentence sentence, int from)
    {
        var bit = Bit;
        return article.Openings.Covers(bit) ? article.Openings.Next(from, sentence.First + sentence.Count, bit) : from;
    }

    private List<PhraseMatch<T>> Find(TokenList tokens, PhraseOpenings openings, uint bit, int at, int end)
    {
        List<PhraseMatch<T>>? found = null;
        while (at < end)
        {
            if (TryMatchAt(tokens, at, end, out var match))
            {
                (found ??= []).Add(match);
                at = openings.Next(match.Next, end, bit);
            }
            else
            {
                at = openings.Next(at + 1, end, bit);
            }
        }

        return found ?? s_none;
    }

    /// <summary>Collects phrases; <see cref="Build"/> hands over the matcher.</summary>
    public sealed class Builder(Tokenizer tokenizer)
    {
        private readonly Dictionary<int, int> roots = [];
        private readonly List<(SortedList<int, int> Nexts, List<Phrase> Ending)> nodes = [([], [])];

        public Builder()
            : this(Tokenizer.French)
        {
        }

        public Builder Add(string phrase, T value, PhraseCondition condition = PhraseCondition.None)
        {
            var words = tokenizer.TokenizePhrase(phrase);
            if (words.Count == 0)
            {
                throw new ArgumentException($"'{phrase}' has no words", nameof(phrase));
            }

            var node = 0;
            foreach (var word in words)
            {
                IDictionary<int, int> nexts = node == 0 ? roots : nodes[node].Nexts;
                if (!nexts.TryGetValue(word.Id, out node))
                {
                    node = nodes.Count;
                    nodes.Add(([], []));
                    nexts.Add(word.Id, node);
                }
            }

            nodes[node].Ending.Add(new Phrase(value, condition, condition == PhraseCondition.None ? [] : [.. words.Select(w => w.Text)]));
            return this;
        }

        public PhraseMatcher<T> Build()
        {
            var byWord = new int[roots.Keys.DefaultIfEmpty(-1).Max() + 1];
            foreach (var (word, node) in roots)
            {
                byWord[word] = node;
            }

            return new PhraseMatcher<T>(byWord, nodes);
        }
    }

    /// <summary>The stretches of a node among the endings and among the words that go on from it, sorted by their numbers.</summary>
    private readonly record struct Node(int FirstEnding, int EndOfEndings, int FirstNext, int EndOfNexts);

    private sealed record Phrase(T Value, PhraseCondition Condition, string[] Words)
    {
        public bool Holds(TokenList tokens, int at)
        {
            for (var i = 0; i < Words.Length; i++)
            {
                if (!Holds(tokens[at + i].Text, Words[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private bool Holds(string text, string word) =>
            ((Condition & PhraseCondition.Exact) == 0 || Folding.SameApostrophes(text, word, ignoreCase: false))
            && ((Condition & PhraseCondition.Diacritics) == 0 || Folding.SameApostrophes(text, word, ignoreCase: true))
            && ((Condition & PhraseCondition.Capitals) == 0 || !char.IsUpper(word[0]) || char.IsUpper(text[0]));
    }
}
