namespace Entente.People;

/// <summary>How much two names are alike, from not at all to the same.</summary>
internal enum Likeness : byte
{
    None,
    Similar,
    Within,
    Equal,
}

/// <summary>The name of a sighting, with what comparing it with hundreds of others asks for again and again.</summary>
internal sealed class ComparableName(PersonSighting sighting, string home)
{
    private const int MostWords = 32;

    private readonly string _joined = string.Concat(sighting.Name.Words);
    private readonly Word[] _words = [.. sighting.Name.Words.Select(word => new Word(word, NameSpelling.Normalize(word)))];
    private readonly bool _isHome = sighting.Country == home;

    /// <summary>What names must share one of to be compared: one of the home country is looked up whole; another under each of its longer words, as they sound.</summary>
    public IEnumerable<string> Keys()
    {
        yield return _joined;
        if (_isHome)
        {
            yield break;
        }

        foreach (var (_, sound) in _words.Where(word => word.Text.Length > 3))
        {
            yield return string.Concat("~", sound.AsSpan(0, Math.Min(sound.Length, 4)));
        }
    }

    public Likeness CompareTo(ComparableName other)
    {
        var (country, otherCountry) = (sighting.Country, other.Sighting.Country);
        var areForeign = country != otherCountry && country is not null && otherCountry is not null;
        if (areForeign && sighting.IsSure && other.Sighting.IsSure)
        {
            return Likeness.None;
        }

        if (_joined == other._joined)
        {
            return Likeness.Equal;
        }

        if (_isHome || other._isHome || areForeign)
        {
            return Likeness.None;
        }

        var isSameCountry = country is not null && country == otherCountry;
        return _words.Length <= other._words.Length ? other.Likens(this, isSameCountry) : Likens(other, isSameCountry);
    }

    private PersonSighting Sighting => sighting;

    /// <summary>How much a name with no more words is like this one: each of its words, the longest first, is one of these.</summary>
    private Likeness Likens(ComparableName small, bool isSameCountry)
    {
        Span<bool> taken = _words.Length <= MostWords ? stackalloc bool[MostWords] : new bool[_words.Length];
        var isExact = true;
        var letters = 0;
        foreach (var word in small.ByLength)
        {
            var at = Find(word, taken, isExact: true);
            if (at < 0)
            {
                isExact = false;
                at = Find(word, taken, isExact: false);
            }

            if (at < 0)
            {
                return Likeness.None;
            }

            letters += word.Text.Length;
            taken[at] = true;
        }

        // Too short to tell people apart: `Li Na`.
        return letters < 6 ? Likeness.None : isExact ? Likeness.Within : isSameCountry ? Likeness.Similar : Likeness.None;
    }

    private Word[] ByLength => field ??= [.. _words.OrderByDescending(word => word.Text.Length)];

    private int Find(Word word, ReadOnlySpan<bool> taken, bool isExact)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if (!taken[i] && (isExact ? _words[i].Text == word.Text : Sounds(_words[i], word)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Sounds(Word a, Word b) =>
        a.Text.Length == 1 || b.Text.Length == 1
            ? a.Text[0] == b.Text[0]
            : PersonName.Near(a.Text, b.Text) || PersonName.Near(a.Sound, b.Sound);

    private readonly record struct Word(string Text, string Sound);
}
