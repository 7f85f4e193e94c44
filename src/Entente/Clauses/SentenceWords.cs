using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Which word sets have a word in each sentence of an article, a bit each, marked in one sweep over its tokens: rules that look for a word of a set
/// in sentence after sentence ask here first, and most need look no further.
/// </summary>
internal sealed class SentenceWords
{
    private const int Bits = 64;

    private readonly ulong[] _marks;
    private readonly int _width;

    /// <param name="tokens">The tokens of the article.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="setsOf">The numbers of the sets that a word belongs to, by the number of the word.</param>
    /// <param name="sets">How many sets there are.</param>
    public SentenceWords(TokenList tokens, List<Sentence> sentences, ReadOnlySpan<ushort[]?> setsOf, int sets)
    {
        _width = (sets + Bits - 1) / Bits;
        _marks = new ulong[sentences.Count * _width];
        foreach (var sentence in sentences)
        {
            var marks = _marks.AsSpan(sentence.Index * _width, _width);
            foreach (ref readonly var token in tokens[sentence.First..(sentence.First + sentence.Count)])
            {
                if ((uint)token.Id < (uint)setsOf.Length && setsOf[token.Id] is { } ofWord)
                {
                    foreach (var set in ofWord)
                    {
                        marks[set / Bits] |= 1UL << (set % Bits);
                    }
                }
            }
        }
    }

    /// <summary>Whether a word of the set of a number stands in a sentence.</summary>
    public bool Holds(Sentence sentence, int set) => (_marks[(sentence.Index * _width) + (set / Bits)] >> (set % Bits) & 1) != 0;
}
