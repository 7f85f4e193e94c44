using System.Runtime.CompilerServices;

namespace Entente.Texts;

/// <summary>
/// A set of words by their number in the <see cref="Vocabulary"/>, a bit each: a stage asks it for every token of a text, and only
/// for the few that are in it looks further.
/// </summary>
internal sealed class WordIds
{
    private ulong[] bits = [];

    public WordIds()
    {
    }

    public WordIds(IEnumerable<int> ids)
    {
        foreach (var id in ids)
        {
            Add(id);
        }
    }

    public void Add(int id)
    {
        if (id >> 6 >= bits.Length)
        {
            Array.Resize(ref bits, (id >> 6) + 1);
        }

        bits[id >> 6] |= 1UL << (id & 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int id) => (uint)(id >> 6) < (uint)bits.Length && (bits[id >> 6] & (1UL << (id & 63))) != 0;

    public void UnionWith(WordIds other)
    {
        if (other.bits.Length > bits.Length)
        {
            Array.Resize(ref bits, other.bits.Length);
        }

        for (var i = 0; i < other.bits.Length; i++)
        {
            bits[i] |= other.bits[i];
        }
    }
}
