namespace Entente.Texts;

/// <summary>Which word sets each word belongs to, a bit for each set.</summary>
internal sealed class SetsOfWords
{
    private const int Bits = 64;

    // A row of bits for every word that belongs to a set, and by the number of a word the number of its row; the first is that of all others.
    private readonly ulong[] _rows;
    private readonly ushort[] _rowOf;

    /// <param name="members">The numbers of a word and of a set that it belongs to.</param>
    /// <param name="sets">How many sets there are.</param>
    public SetsOfWords(IEnumerable<(int Word, int Set)> members, int sets)
    {
        Width = (sets + Bits - 1) / Bits;
        var byWord = members.ToLookup(member => member.Word, member => member.Set);
        _rows = new ulong[(byWord.Count + 1) * Width];
        _rowOf = new ushort[byWord.Max(word => word.Key) + 1];
        ushort rows = 0;
        foreach (var word in byWord)
        {
            _rowOf[word.Key] = ++rows;
            foreach (var set in word)
            {
                _rows[(rows * Width) + (set / Bits)] |= 1UL << (set % Bits);
            }
        }
    }

    /// <summary>How many numbers hold the bits of a row.</summary>
    public int Width { get; }

    /// <summary>Adds the sets of a word to others.</summary>
    public void AddTo(Span<ulong> sets, int word)
    {
        if ((uint)word < (uint)_rowOf.Length && _rowOf[word] is var row and not 0)
        {
            var own = _rows.AsSpan(row * Width, sets.Length);
            for (var i = 0; i < sets.Length; i++)
            {
                sets[i] |= own[i];
            }
        }
    }

    /// <summary>Whether a set is among some.</summary>
    public static bool Has(ReadOnlySpan<ulong> sets, int set) => (sets[set / Bits] >> (set % Bits) & 1) != 0;
}
