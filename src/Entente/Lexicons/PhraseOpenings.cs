using System.Numerics;
using Entente.Texts;

namespace Entente.Lexicons;

/// <summary>
/// Where in an article the phrases of the lexicons may begin that are searched sentence by sentence: one look at a token tells for all of them, and a sentence
/// that holds the beginning of none is not searched again. What may begin need not go on: the lexicon decides.
/// </summary>
internal sealed class PhraseOpenings
{
    /// <summary>The bit of a lexicon that found none left: it is searched without.</summary>
    private const uint None = uint.MaxValue;

    private const int MostLexicons = 31;

    private static readonly Lock s_adding = new();
    private static volatile Known s_known = new(0, []);

    private readonly Known _known;
    private readonly uint[] _byToken;
    private readonly uint[] _bySentence;

    // By the number of a lexicon and the index of a sentence what was found there.
    private readonly object?[]?[] _found;

    private PhraseOpenings(Known known, TokenList tokens, IReadOnlyList<Sentence> sentences)
    {
        _known = known;
        _byToken = new uint[tokens.Count];
        _bySentence = new uint[sentences.Count];
        _found = new object?[known.Lexicons][];
        foreach (var sentence in sentences)
        {
            var all = 0u;
            var end = sentence.First + sentence.Count;
            for (var i = sentence.First; i < end; i++)
            {
                all |= _byToken[i] = known.At(tokens[i].Id, i + 1 < end ? tokens[i + 1].Id : -1);
            }

            _bySentence[sentence.Index] = all;
        }
    }

    /// <summary>The openings of all lexicons known by now.</summary>
    public static PhraseOpenings In(TokenList tokens, IReadOnlyList<Sentence> sentences) => new(s_known, tokens, sentences);

    /// <summary>Makes a lexicon known to the articles that are looked at from now on; its bit.</summary>
    public static uint Add<T>(PhraseMatcher<T> lexicon)
    {
        lock (s_adding)
        {
            var known = s_known;
            if (known.Lexicons == MostLexicons)
            {
                return None;
            }

            var bit = 1u << known.Lexicons;
            var byWord = known.ByWord.ToArray();
            foreach (var word in lexicon.FirstWords)
            {
                if (word >= byWord.Length)
                {
                    Array.Resize(ref byWord, word + 1);
                }

                var (isPhrase, followers) = lexicon.Opening(word);
                ref var opening = ref byWord[word];
                opening.Alone |= isPhrase ? bit : 0;
                opening.Followed |= followers.Count > 0 ? bit : 0;
                foreach (var follower in followers)
                {
                    opening.Followers |= Opening.Mark(follower);
                }
            }

            s_known = new Known(known.Lexicons + 1, byWord);
            return bit;
        }
    }

    /// <summary>Whether the article was looked at with a lexicon in mind.</summary>
    public bool Covers(uint lexicon) => lexicon <= _known.Last;

    /// <summary>What a lexicon found in a sentence, if it looked.</summary>
    public object? FoundBefore(Sentence sentence, uint lexicon) => _found[BitOperations.Log2(lexicon)]?[sentence.Index];

    /// <summary>Keeps what a lexicon found in a sentence: several rules ask for it.</summary>
    public T Keep<T>(Sentence sentence, uint lexicon, T found)
        where T : class
    {
        (_found[BitOperations.Log2(lexicon)] ??= new object?[_bySentence.Length])[sentence.Index] = found;
        return found;
    }

    /// <summary>The first token of a sentence at which a phrase of a lexicon may begin; its end for none.</summary>
    public int First(Sentence sentence, uint lexicon)
    {
        var end = sentence.First + sentence.Count;
        return (_bySentence[sentence.Index] & lexicon) == 0 ? end : Next(sentence.First, end, lexicon);
    }

    /// <summary>The first such token from one on and before <paramref name="end"/>; that for none.</summary>
    public int Next(int from, int end, uint lexicon)
    {
        var openings = _byToken.AsSpan(from, end - from);
        for (var i = 0; i < openings.Length; i++)
        {
            if ((openings[i] & lexicon) != 0)
            {
                return from + i;
            }
        }

        return end;
    }

    /// <summary>What a word opens: <paramref name="Alone"/> the lexicons that have it as a phrase, <paramref name="Followed"/> those that have it before one of the words that share a mark in <paramref name="Followers"/>.</summary>
    private record struct Opening(uint Alone, uint Followed, ulong Followers)
    {
        public static ulong Mark(int word) => 1UL << (int)(((uint)word * 0x9E3779B1) >> 26);
    }

    private sealed record Known(int Lexicons, Opening[] ByWord)
    {
        /// <summary>The bit of the lexicon that became known last.</summary>
        public uint Last { get; } = Lexicons == 0 ? 0 : 1u << (Lexicons - 1);

        public uint At(int word, int next)
        {
            if ((uint)word >= (uint)ByWord.Length)
            {
                return 0;
            }

            ref readonly var opening = ref ByWord[word];
            return opening.Alone | (next >= 0 && (opening.Followers & Opening.Mark(next)) != 0 ? opening.Followed : 0);
        }
    }
}
