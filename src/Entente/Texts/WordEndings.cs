namespace Entente.Texts;

/// <summary>Letters that words of a kind end in, folded: <c>-er</c> and <c>-ir</c> are infinitives.</summary>
internal sealed class WordEndings(IReadOnlyList<string> endings)
{
    // A bit for each last letter: most words have another.
    private readonly uint _lastLetters = endings.Aggregate(0u, (letters, ending) => letters | Bit(ending[^1]));

    public bool Has(string folded) => LengthIn(folded) > 0;

    /// <summary>How many letters the ending of a folded word has; 0 without one.</summary>
    public int LengthIn(ReadOnlySpan<char> folded)
    {
        if (folded.Length > 0 && (_lastLetters & Bit(folded[^1])) != 0)
        {
            foreach (var ending in endings)
            {
                if (folded.EndsWith(ending, StringComparison.Ordinal))
                {
                    return ending.Length;
                }
            }
        }

        return 0;
    }

    private static uint Bit(char letter) => 1u << (letter & 31);
}
