namespace Entente.Texts;

/// <summary>
/// Which word sets have a word in each sentence of an article, a bit each, marked in one sweep over its tokens: rules that look for a word of a set
/// in sentence after sentence ask here first, and most need look no further.
/// </summary>
internal sealed class SentenceWords
{
    private readonly WordSets _words;
    private readonly ulong[] _marks;
    private readonly int _width;

    public SentenceWords(ArticleText text, WordSets words, SetsOfWords setsOf)
    {
        _words = words;
        _width = setsOf.Width;
        _marks = new ulong[text.Sentences.Count * _width];
        foreach (var sentence in text.Sentences)
        {
            var marks = _marks.AsSpan(sentence.Index * _width, _width);
            foreach (ref readonly var token in text.Tokens[sentence.First..(sentence.First + sentence.Count)])
            {
                setsOf.AddTo(marks, token.Id);
            }
        }
    }

    /// <summary>Whether a word of a set stands in a sentence.</summary>
    public bool Holds(Sentence sentence, string set) => SetsOfWords.Has(_marks.AsSpan(sentence.Index * _width, _width), _words.NumberOf(set));
}
