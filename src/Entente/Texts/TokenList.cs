using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Texts;

/// <summary>
/// The tokens of a text. Every stage looks at every token several times: a sealed list that hands out references costs a
/// third of what a list behind an interface does. Before the first and behind the last one a mark is seen that is no word, so that
/// a rule may look at the token beside any other.
/// </summary>
internal sealed class TokenList(int capacity = 16) : IEnumerable<Token>
{
    private static readonly Token s_end = new(0, 0, TokenKind.Punctuation, WordForm.End, SpaceBefore: false);

    private Token[] items = new Token[capacity];

    public int Count { get; private set; }

    /// <summary>The token at <paramref name="index"/>; those at -1 and at <see cref="Count"/> are the mark of an end.</summary>
    public ref readonly Token this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Count)
            {
                return ref End(index);
            }

            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(items), index);
        }
    }

    /// <summary>The token from the end: 1 is the last.</summary>
    public ref readonly Token this[Index index] => ref this[index.GetOffset(Count)];

    public ReadOnlySpan<Token> this[Range range] => items.AsSpan(0, Count)[range];

    public void Add(in Token token)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Math.Max(16, 2 * items.Length));
        }

        items[Count++] = token;
    }

    public void AddRange(ReadOnlySpan<Token> tokens)
    {
        if (Count + tokens.Length > items.Length)
        {
            Array.Resize(ref items, Math.Max(Count + tokens.Length, 2 * items.Length));
        }

        tokens.CopyTo(items.AsSpan(Count));
        Count += tokens.Length;
    }

    public ReadOnlySpan<Token>.Enumerator GetEnumerator() => this[..].GetEnumerator();

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => items.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.Take(Count).GetEnumerator();

    private ref readonly Token End(int index)
    {
        if (index != Count && index != -1)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, "There is no such token.");
        }

        return ref s_end;
    }
}
