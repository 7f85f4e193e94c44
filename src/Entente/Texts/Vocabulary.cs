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

    // Open addressing, at most half full. A place is written once: who reads without the lock sees a form or, at worst, none yet.
    private volatile WordForm?[] table = new WordForm?[1 << 14];

    /// <summary>The form written as <paramref name="text"/>, its accents as part of their letters and without invisible characters. A form of a lexicon (<paramref name="keep"/>) is kept whatever the limit.</summary>
    public WordForm this[ReadOnlySpan<char> text, bool keep = false]
    {
        get
        {
            var hash = Hash(text);
            return Find(table, text, hash) ?? (Folding.Composed(text) is { } composed ? this[composed, keep] : Add(text.ToString(), hash, keep));
        }
    }

    private static WordForm? Find(WordForm?[] table, ReadOnlySpan<char> text, int hash)
    {
        for (var at = hash; ; at++)
        {
            var form = table[at & (table.Length - 1)];
            if (form is null || (form.Hash == hash && text.SequenceEqual(form.Text)))
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
                    return new WordForm(text, fold, -1, hash);
                }

                entry = (fold == text ? text : fold, folded.Count);
                folded.Add(entry.Folded, entry);
            }

            var form = new WordForm(text == entry.Folded ? entry.Folded : text, entry.Folded, entry.Id, hash);
            if (count < limit || keep)
            {
                if (++count > table.Length / 2)
                {
                    Grow();
                }

                Insert(table, form);
            }

            return form;
        }
    }

    private void Grow()
    {
        var larger = new WordForm?[4 * table.Length];
        foreach (var form in table)
        {
            if (form is not null)
            {
                Insert(larger, form);
            }
        }

        table = larger;
    }

    private static void Insert(WordForm?[] table, WordForm form)
    {
        var at = form.Hash & (table.Length - 1);
        while (table[at] is not null)
        {
            at = (at + 1) & (table.Length - 1);
        }

        Volatile.Write(ref table[at], form);
    }
}
