using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>The words that elide (<c>l'</c>, <c>qu'</c>): what stands before the apostrophe is a token of its own.</summary>
internal sealed class ElisionSet
{
    private readonly Dictionary<string, string> fullForms = new(StringComparer.OrdinalIgnoreCase);

    public ElisionSet(LexiconFile file)
    {
        foreach (var row in file.Rows)
        {
            if (!fullForms.TryAdd(row.Required("elided"), row.Required("full")))
            {
                throw row.Error($"'{row["elided"]}' stands twice");
            }
        }
    }

    /// <summary>Whether <paramref name="word"/>, without its apostrophe, is an elided word.</summary>
    public bool Contains(ReadOnlySpan<char> word) =>
        word.Length is > 0 and < 8 && fullForms.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);
}
