using System.Text;
using Entente.Lexicons;

namespace Entente.People;

/// <summary>Brings a folded word of a name to one spelling of its sounds: <c>choigou</c> and <c>shoigu</c> alike.</summary>
internal static class NameSpelling
{
    private static readonly Dictionary<char, (string From, string To, bool AtEnd)[]> Rules = Load();

    public static string Normalize(string word)
    {
        var result = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var (length, sound) = At(word, at);
            foreach (var c in sound)
            {
                // A double letter is one.
                if (result.Length == 0 || result[^1] != c)
                {
                    result.Append(c);
                }
            }

            at += length;
        }

        return result.ToString();
    }

    private static (int Length, string Sound) At(string word, int at)
    {
        if (Rules.TryGetValue(word[at], out var rules))
        {
            foreach (var (from, to, atEnd) in rules)
            {
                if (string.CompareOrdinal(word, at, from, 0, from.Length) == 0 && (!atEnd || at + from.Length == word.Length))
                {
                    return (from.Length, to);
                }
            }
        }

        return (1, word[at].ToString());
    }

    private static Dictionary<char, (string From, string To, bool AtEnd)[]> Load() =>
        LexiconFile.Load("fr/transliterations.tsv").Rows
            .Select(row => (From: row.Required("from").TrimEnd('$'), To: row["to"], AtEnd: row["from"].EndsWith('$')))
            .GroupBy(rule => rule.From[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(rule => rule.From.Length).ThenByDescending(rule => rule.AtEnd).ToArray());
}
