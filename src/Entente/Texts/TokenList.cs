using System.Collections;

namespace Entente.Texts;

/// <summary>
/// The tokens of a text. Every stage looks at every token several times: a sealed list that hands out references costs a
/// third of what a list behind an interface does.
/// </summary>
internal sealed class TokenList(int capacity = 16) : IEnumerable<Token>
{
    private Token[] items = new Token[capacity];

    public int Count { get; private set; }

    public ref readonly Token this[int index] => ref items.AsSpan(0, Count)[index];

    /// <summary>The token from the end: 1 is the last.</summary>
    public ref readonly Token this[Index index] => ref this[index.GetOffset(Count)];

    public ReadOnlySpan<Token> this[Range range] => items.AsSpan(0, Count)[range];

    public void Add(in Token token)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Math.Max(16, 2 * Count));
        }

        items[Count++] = token;
    }

    public void AddRange(ReadOnlySpan<Token> tokens)
    {
        if (Count + tokens.Length > items.Length)
        {
            Array.Resize(ref items, Math.Max(Count + tokens.Length, 2 * Count));
        }

        tokens.CopyTo(items.AsSpan(Count));
        Count += tokens.Length;
    }

    public ReadOnlySpan<Token>.Enumerator GetEnumerator() => this[..].GetEnumerator();

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => items.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.Take(Count).GetEnumerator();
}
