namespace Entente.Texts;

/// <summary>
/// Which word sets have a word in each sentence of an article, a bit each, marked in one sweep over its tokens: rules that look for a word of a set
/// in sentence after sentence ask here first, and most need look no further.
/// </summary>
internal sealed class SentenceWords
{
    private readonly ulong[] _marks;
    private readonly int _width;

    public SentenceWords(TokenList tokens, List<Sentence> sentences, SetsOfWords setsOf)
    {
        _width = setsOf.Width;
        _marks = new ulong[sentences.Count * _width];
        foreach (var sentence in sentences)
        {
            var marks = _marks.AsSpan(sentence.Index * _width, _width);
            foreach (ref readonly var token in tokens[sentence.First..(sentence.First + sentence.Count)])
            {
                setsOf.AddTo(marks, token.Id);
            }
        }
    }

    /// <summary>Whether a word of the set of a number stands in a sentence.</summary>
    public bool Holds(Sentence sentence, int set) => SetsOfWords.Has(_marks.AsSpan(sentence.Index * _width, _width), set);
}
