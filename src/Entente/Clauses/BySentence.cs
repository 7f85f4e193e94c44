namespace Entente.Clauses;

/// <summary>What an article holds, by the sentence that it stands in: a stage that asks sentence by sentence never walks the whole article.</summary>
internal sealed class BySentence<T>
{
    private static readonly List<T> s_none = [];

    private readonly List<T>?[] _items;

    public BySentence(IEnumerable<T> items, Func<T, int> sentenceOf, int sentences)
    {
        _items = new List<T>?[sentences];
        foreach (var item in items)
        {
            (_items[sentenceOf(item)] ??= []).Add(item);
        }
    }

    /// <summary>Those of a sentence, in order of the text; nothing may be added to them.</summary>
    public List<T> this[int sentence] => _items[sentence] ?? s_none;
}
