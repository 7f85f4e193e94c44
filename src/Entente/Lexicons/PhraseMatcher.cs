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
    // A trie. Most words of a text begin no phrase, and one look at a bit tells.
    private readonly WordIds first;
    private readonly Dictionary<long, int> edges;
    private readonly List<Phrase>?[] phrases;

    private PhraseMatcher(Dictionary<long, int> edges, List<Phrase>?[] phrases)
    {
        this.edges = edges;
        this.phrases = phrases;
        first = new WordIds(FirstWords);
    }

    /// <summary>Numbers of the words that may begin a phrase.</summary>
    public IEnumerable<int> FirstWords => edges.Keys.Where(IsFromRoot).Select(WordOf);

    /// <summary>Numbers of the words that may stand second in a phrase.</summary>
    public IEnumerable<int> SecondWords
    {
        get
        {
            var nodes = edges.Where(edge => IsFromRoot(edge.Key)).Select(edge => edge.Value).ToHashSet();
            return edges.Keys.Where(key => nodes.Contains((int)(key >> 32))).Select(WordOf);
        }
    }

    /// <summary>The longest phrase that begins at token <paramref name="at"/> and ends before <paramref name="end"/>.</summary>
    public bool TryMatchAt(TokenList tokens, int at, int end, out PhraseMatch<T> match)
    {
        match = default;
        var id = tokens[at].Id;
        return first.Contains(id) && TryMatchFrom(edges[Key(0, id)], tokens, at, end, ref match);
    }

    private bool TryMatchFrom(int node, TokenList tokens, int at, int end, ref PhraseMatch<T> match)
    {
        var found = false;
        for (var next = at + 1; ; next++)
        {
            if (phrases[node] is { } ending)
            {
                foreach (var phrase in ending)
                {
                    if (phrase.Holds(tokens, at))
                    {
                        match = new PhraseMatch<T>(at, next - at, phrase.Value);
                        found = true;
                        break;
                    }
                }
            }

            if (next >= end || !edges.TryGetValue(Key(node, tokens[next].Id), out node))
            {
                return found;
            }
        }
    }

    /// <summary>All phrases in <paramref name="tokens"/> from <paramref name="first"/> on, before <paramref name="end"/>, in order, without overlap.</summary>
    public IEnumerable<PhraseMatch<T>> Find(TokenList tokens, int first, int end)
    {
        for (var at = first; at < end;)
        {
            if (TryMatchAt(tokens, at, end, out var match))
            {
                yield return match;
                at = match.Next;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>All phrases of a sentence, in order, without overlap.</summary>
    public IEnumerable<PhraseMatch<T>> Find(ArticleText article, Sentence sentence) =>
        Find(article.Tokens, sentence.First, sentence.First + sentence.Count);

    private static long Key(int node, int id) => ((long)node << 32) | (uint)id;

    private static bool IsFromRoot(long key) => key >> 32 == 0;

    private static int WordOf(long key) => (int)(key & uint.MaxValue);

    /// <summary>Collects phrases; <see cref="Build"/> hands over the matcher.</summary>
    public sealed class Builder(Tokenizer tokenizer)
    {
        private readonly Dictionary<long, int> edges = [];
        private readonly List<List<Phrase>?> phrases = [null];

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
                var key = Key(node, word.Id);
                if (!edges.TryGetValue(key, out node))
                {
                    node = phrases.Count;
                    phrases.Add(null);
                    edges.Add(key, node);
                }
            }

            (phrases[node] ??= []).Add(new Phrase(value, condition, condition == PhraseCondition.None ? [] : [.. words.Select(w => w.Text)]));
            return this;
        }

        public PhraseMatcher<T> Build() => new(new Dictionary<long, int>(edges), [.. phrases]);
    }

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
            (!Condition.HasFlag(PhraseCondition.Exact) || Folding.SameApostrophes(text, word, ignoreCase: false))
            && (!Condition.HasFlag(PhraseCondition.Diacritics) || Folding.SameApostrophes(text, word, ignoreCase: true))
            && (!Condition.HasFlag(PhraseCondition.Capitals) || !char.IsUpper(word[0]) || char.IsUpper(text[0]));
    }
}
