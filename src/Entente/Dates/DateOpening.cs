namespace Entente.Dates;

/// <summary>
/// What a pattern may begin with, and what may follow then. Most words that begin a rule are common (<c>un</c>, <c>de</c>,
/// <c>le</c>): a look at the next word rules nearly all of them out before any pattern is tried.
/// </summary>
internal sealed class DateOpening
{
    private readonly Dictionary<int, DatePlace> byWord = [];

    /// <summary>What may follow the words that may begin a match, by their number.</summary>
    public IReadOnlyDictionary<int, DatePlace> ByWord => byWord;

    /// <summary>What may follow figures; null where they can't begin a match.</summary>
    public DatePlace? Figures { get; private set; }

    public void AddWord(int word, bool isFigures, DatePlace after)
    {
        byWord[word] = Both(byWord.GetValueOrDefault(word), after);
        if (isFigures)
        {
            Figures = Both(Figures, after);
        }
    }

    public void AddClass(DateClass kind, DateWords words, DatePlace after)
    {
        if (kind >= DateClass.Day || kind == DateClass.Nth)
        {
            // 12/8/2024 is several tokens: no telling what the second is.
            var anything = new DatePlace();
            anything.AddAnything();
            Figures = Both(Figures, kind == DateClass.Numeric ? anything : after);
        }

        kind = kind is DateClass.Day or DateClass.N ? DateClass.Number : kind;
        foreach (var word in words.FirstWords(kind))
        {
            var (isPhrase, followers) = words.Opening(kind, word);
            if (followers.Count == 0)
            {
                byWord[word] = Both(byWord.GetValueOrDefault(word), after);
                continue;
            }

            var within = new DatePlace();
            foreach (var follower in followers)
            {
                within.AddWord(follower, isFigures: false);
            }

            byWord[word] = Both(byWord.GetValueOrDefault(word), isPhrase ? Both(after, within) : within);
        }
    }

    // A place of its own where two are joined: « after » is shared by all words of a class.
    private static DatePlace Both(DatePlace? one, DatePlace other)
    {
        if (one is null)
        {
            return other;
        }

        var both = new DatePlace();
        both.Add(one);
        both.Add(other);
        return both;
    }
}
