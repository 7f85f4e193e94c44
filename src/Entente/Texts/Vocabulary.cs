using System.Numerics;
using System.Runtime.InteropServices;

namespace Entente.Texts;

/// <summary>
/// Shares the strings of equal words among all articles and numbers the folded forms, so that a text costs no string per
/// token and lexicons are looked up by number. Safe for many threads; grows to a limit, past which a form that is in no
/// lexicon is not kept and has number -1.
/// </summary>
internal sealed class Vocabulary(int limit = 400_000)
{
    private readonly Dictionary<string, (string Folded, int Id)> folded = new(StringComparer.Ordinal);
    private readonly Lock adding = new();
    private int count;

    // Open addressing, at most half full. A place is written once, its form last: who reads without the lock sees a form or, at worst, none yet.
    // Hashes stand in the table, so that of all forms on the way only the one sought is looked at.
    private volatile Place[] table = new Place[1 << 14];

    /// <summary>The form written as <paramref name="text"/>, its accents as part of their letters and without invisible characters. A form of a lexicon (<paramref name="keep"/>) is kept whatever the limit.</summary>
    public WordForm this[ReadOnlySpan<char> text, bool keep = false]
    {
        get
        {
            var hash = Hash(text);
            return Find(table, text, hash) ?? (Folding.Composed(text) is { } composed ? this[composed, keep] : Add(text.ToString(), hash, keep));
        }
    }

    private static WordForm? Find(Place[] table, ReadOnlySpan<char> text, int hash)
    {
        for (var at = hash; ; at++)
        {
            ref var place = ref table[at & (table.Length - 1)];
            var form = Volatile.Read(ref place.Form);
            if (form is null || (place.Hash == hash && text.SequenceEqual(form.Text)))
            {
                return form;
            }
        }
    }

    // Two letters at a time: words are short.
    private static int Hash(ReadOnlySpan<char> text)
    {
        var hash = (uint)text.Length;
        var pairs = MemoryMarshal.Cast<char, uint>(text);
        foreach (var pair in pairs)
        {
            hash = BitOperations.RotateLeft((hash ^ pair) * 0x9E3779B1, 13);
        }

        if ((text.Length & 1) != 0)
        {
            hash = (hash ^ text[^1]) * 0x9E3779B1;
        }

        return (int)(hash ^ (hash >> 15));
    }

    private WordForm Add(string text, int hash, bool keep)
    {
        var fold = Folding.Fold(text);
        lock (adding)
        {
            if (Find(table, text, hash) is { } known)
            {
                return known;
            }

            if (!folded.TryGetValue(fold, out var entry))
            {
                if (count >= limit && !keep)
                {
                    return new WordForm(text, fold, -1);
                }

                entry = (fold == text ? text : fold, folded.Count);
                folded.Add(entry.Folded, entry);
            }

            var form = new WordForm(text == entry.Folded ? entry.Folded : text, entry.Folded, entry.Id);
            if (count < limit || keep)
            {
                if (++count > table.Length / 2)
                {
                    Grow();
                }

                Insert(table, hash, form);
            }

            return form;
        }
    }

    private void Grow()
    {
        var larger = new Place[4 * table.Length];
        foreach (var place in table)
        {
            if (place.Form is not null)
            {
                Insert(larger, place.Hash, place.Form);
            }
        }

        table = larger;
    }

    private static void Insert(Place[] table, int hash, WordForm form)
    {
        var at = hash & (table.Length - 1);
        while (table[at].Form is not null)
        {
            at = (at + 1) & (table.Length - 1);
        }

        table[at].Hash = hash;
        Volatile.Write(ref table[at].Form, form);
    }

    private struct Place
    {
        public WordForm? Form;
        public int Hash;
    }
}
