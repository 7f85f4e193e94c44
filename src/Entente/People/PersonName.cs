using Entente.Texts;

namespace Entente.People;

/// <summary>A personal name as its words, folded: what two spellings of it have in common.</summary>
internal sealed record PersonName(IReadOnlyList<string> Words)
{
    private const int LongestWord = 64;

    public static PersonName Of(string name)
    {
        var words = Folding.Fold(name).Split([' ', '-', '.', '\'', ',', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        return new PersonName(words);
    }

    /// <summary>The name that stands in a run of tokens.</summary>
    public static PersonName Of(TokenList tokens, NameRun run)
    {
        var words = new string[run.Words + 4];
        var count = 0;
        for (var i = run.First; i < run.End; i++)
        {
            if (tokens[i] is { Kind: TokenKind.Word } token)
            {
                if (count == words.Length)
                {
                    Array.Resize(ref words, count * 2);
                }

                words[count++] = token.Folded.TrimEnd('\'');
            }
        }

        return new PersonName(words[..count]);
    }

    /// <summary>
    /// Whether both may name one person of an article: the same words in any order, one within the other, or a surname alone;
    /// a single word is the last of a name of the home country (<c>Giang</c>), any but the first of another (<c>Rojo Ramos</c>).
    /// </summary>
    public bool MayBe(PersonName other, bool isHome)
    {
        var (small, large) = Words.Count <= other.Words.Count ? (this, other) : (other, this);
        if (small.Words.Count == 0)
        {
            return false;
        }

        if (small.Words.Count == 1 && large.Words.Count > 1)
        {
            var word = small.Words[0];
            return isHome ? Near(large.Words[^1], word) : large.Words.Any(w => w.Length > 2 && Near(w, word));
        }

        // Each word of the shorter name is one of the longer; which are taken is a bit each.
        var taken = 0L;
        foreach (var word in small.Words)
        {
            var at = 0;
            while (at < large.Words.Count && ((at < 64 && (taken & (1L << at)) != 0) || !Near(large.Words[at], word)))
            {
                at++;
            }

            if (at == large.Words.Count)
            {
                return false;
            }

            taken |= 1L << at;
        }

        return true;
    }

    /// <summary>Whether two words are one in different spellings: equal, or long and a letter or two apart.</summary>
    public static bool Near(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        var shorter = Math.Min(a.Length, b.Length);
        var allowed = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
        return allowed > 0 && Math.Max(a.Length, b.Length) <= LongestWord && a[0] == b[0] && Math.Abs(a.Length - b.Length) <= allowed && Distance(a, b) <= allowed;
    }

    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
