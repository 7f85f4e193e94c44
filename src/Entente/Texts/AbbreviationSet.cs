using System.Buffers;
using Entente.Lexicons;

namespace Entente.Texts;

/// <summary>Abbreviations whose full stop does not end a sentence, by the number of their folded form.</summary>
internal sealed class AbbreviationSet
{
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    private readonly Dictionary<int, bool> neverEnd = [];

    public AbbreviationSet(LexiconFile file, Tokenizer tokenizer)
    {
        foreach (var row in file.Rows)
        {
            if (tokenizer.TokenizePhrase(row.Required("abbreviation")) is not [var word])
            {
                throw row.Error("an abbreviation is one word, without its full stop");
            }

            neverEnd[word.Id] = row.Required("kind") switch
            {
                "before" => true,
                "within" => false,
                var other => throw row.Error($"'{other}' is neither before nor within"),
            };
        }
    }

    /// <summary>Whether <paramref name="word"/> is an abbreviation, so that a number after its full stop belongs to it (<c>avr. 2016</c>).</summary>
    public bool Contains(in Token word) => neverEnd.ContainsKey(word.Id);

    /// <summary>Whether the full stop after <paramref name="word"/> belongs to it, and a sentence goes on although a capital may follow.</summary>
    public bool NeverEnds(in Token word) =>
        (neverEnd.TryGetValue(word.Id, out var never) && never) || IsInitial(word);

    /// <summary>The initial of a name: a capital, or two letters of which none is a vowel (<c>András Zs. Varga</c>).</summary>
    public static bool IsInitial(in Token word) =>
        word.IsCapitalized && (word.Length == 1 || word.Text is [_, var second] && char.IsLower(second) && !word.Folded.AsSpan().ContainsAny(s_vowels));
}
