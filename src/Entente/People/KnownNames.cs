using Entente.Texts;

namespace Entente.People;

/// <summary>The names that an article has introduced, for those that come back without title.</summary>
internal sealed class KnownNames(TokenList tokens)
{
    private readonly List<IReadOnlyList<string>> known = [];

    private readonly HashSet<string> added = new(StringComparer.Ordinal);

    public void Add(NameRun name)
    {
        var words = Words(name);
        if (added.Add(string.Join(' ', words)))
        {
            known.Add(words);
        }
    }

    /// <summary>The part of a run that is a known name: the whole, or what is left without a word that opens the sentence; null if none.</summary>
    public NameRun? Within(NameRun run)
    {
        for (var first = run.First; first < run.End && first <= run.First + 1; first++)
        {
            var rest = run with { First = first, Words = run.Words - (first - run.First) };
            var words = Words(rest);
            if (words.Count > 0 && known.Exists(name => IsKnown(words, name)))
            {
                return rest;
            }
        }

        return null;
    }

    // A single word must be the last of a name of another kind than `Phan Van Giang`, whose syllables are places too.
    private static bool IsKnown(IReadOnlyList<string> words, IReadOnlyList<string> name)
    {
        if (words.Count > 1)
        {
            return words.Count <= name.Count ? words.All(name.Contains) || IsMisspelt(words, name) : name.Count > 1 && name.All(words.Contains);
        }

        return words[0].Length > 3 && name.Count > 1 && name[^1] == words[0];
    }

    /// <summary><c>Meng Qingfeng … Meng Qinfeng</c>: a long word of the name is a letter off, all others are right.</summary>
    private static bool IsMisspelt(IReadOnlyList<string> words, IReadOnlyList<string> name)
    {
        const int Long = 6;
        if (words.Count != name.Count)
        {
            return false;
        }

        var off = Enumerable.Range(0, words.Count).Where(i => words[i] != name[i]).ToList();
        return off is [var only] && words[only].Length >= Long && name[only].Length >= Long && PersonName.Near(words[only], name[only]);
    }

    private IReadOnlyList<string> Words(NameRun name) => PersonName.Of(tokens, name).Words;
}
