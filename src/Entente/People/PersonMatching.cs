namespace Entente.People;

/// <summary>
/// Groups sightings that are one person. Names of the home country must be equal but for accents and gaps; others may have
/// more words (a patronymic), another order, another transcription, when nothing about the country speaks against it. A name that
/// fits two persons who are not one joins neither.
/// </summary>
internal sealed class PersonMatching(string home)
{
    private const int LargestBlock = 400;

    private enum Likeness : byte
    {
        None,
        Similar,
        Within,
        Equal,
    }

    public List<List<PersonSighting>> Group(IReadOnlyList<PersonSighting> sightings)
    {
        var parent = Enumerable.Range(0, sightings.Count).ToArray();
        var full = Enumerable.Range(0, sightings.Count).Where(i => sightings[i].Name.Words.Count > 1).ToList();
        var pairs = Pairs(sightings, full);
        var alike = new Dictionary<int, HashSet<int>>();
        foreach (var (a, b, _) in pairs)
        {
            Note(alike, a, b);
            Note(alike, b, a);
        }

        foreach (var likeness in (Likeness[])[Likeness.Equal, Likeness.Within, Likeness.Similar])
        {
            foreach (var (a, b) in pairs.Where(pair => pair.Likeness == likeness).Select(pair => (pair.A, pair.B)))
            {
                // `Ali Hassan` within two different longer names is neither.
                if (likeness == Likeness.Equal || !IsAmbiguous(sightings, alike, parent, a, b))
                {
                    Union(parent, a, b);
                }
            }
        }

        JoinSurnames(sightings, full, parent);
        return [.. Enumerable.Range(0, sightings.Count).GroupBy(i => Find(parent, i)).Select(group => group.Select(i => sightings[i]).ToList())];
    }

    private List<(int A, int B, Likeness Likeness)> Pairs(IReadOnlyList<PersonSighting> sightings, List<int> full)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var i in full)
        {
            foreach (var key in Keys(sightings[i]).Distinct())
            {
                if (!blocks.TryGetValue(key, out var block))
                {
                    blocks[key] = block = [];
                }

                block.Add(i);
            }
        }

        var seen = new HashSet<(int, int)>();
        var pairs = new List<(int A, int B, Likeness Likeness)>();
        foreach (var block in blocks.Values.Where(block => block.Count <= LargestBlock))
        {
            for (var i = 0; i < block.Count; i++)
            {
                for (var j = i + 1; j < block.Count; j++)
                {
                    if (seen.Add((block[i], block[j])) && Compare(sightings[block[i]], sightings[block[j]]) is var likeness && likeness > Likeness.None)
                    {
                        pairs.Add((block[i], block[j], likeness));
                    }
                }
            }
        }

        pairs.Sort();
        return pairs;
    }

    // A name of the home country is looked up whole; another under each of its longer words, as they sound.
    private IEnumerable<string> Keys(PersonSighting sighting)
    {
        yield return string.Concat(sighting.Name.Words);
        if (sighting.Country == home)
        {
            yield break;
        }

        foreach (var word in sighting.Name.Words.Where(word => word.Length > 3))
        {
            var sound = NameSpelling.Normalize(word);
            yield return "~" + sound[..Math.Min(sound.Length, 4)];
        }
    }

    private Likeness Compare(PersonSighting a, PersonSighting b)
    {
        var isEqual = string.Concat(a.Name.Words) == string.Concat(b.Name.Words);
        if (a.Country != b.Country && a.IsSure && b.IsSure && a.Country is not null && b.Country is not null)
        {
            return Likeness.None;
        }

        if (isEqual)
        {
            return Likeness.Equal;
        }

        if (a.Country == home || b.Country == home || (a.Country != b.Country && a.Country is not null && b.Country is not null))
        {
            return Likeness.None;
        }

        var (small, large) = a.Name.Words.Count <= b.Name.Words.Count ? (a.Name.Words, b.Name.Words) : (b.Name.Words, a.Name.Words);
        var left = large.ToList();
        var isExact = true;
        var letters = 0;
        foreach (var word in small.OrderByDescending(word => word.Length))
        {
            var at = left.IndexOf(word);
            if (at < 0)
            {
                isExact = false;
                at = left.FindIndex(other => Sounds(other, word));
            }

            if (at < 0)
            {
                return Likeness.None;
            }

            letters += word.Length;
            left.RemoveAt(at);
        }

        // Too short to tell people apart: `Li Na`.
        return letters < 6 ? Likeness.None : isExact ? Likeness.Within : a.Country is not null && a.Country == b.Country ? Likeness.Similar : Likeness.None;
    }

    private static bool Sounds(string a, string b) =>
        a.Length == 1 || b.Length == 1
            ? a[0] == b[0]
            : PersonName.Near(a, b) || PersonName.Near(NameSpelling.Normalize(a), NameSpelling.Normalize(b));

    private static void Note(Dictionary<int, HashSet<int>> alike, int a, int b)
    {
        if (!alike.TryGetValue(a, out var others))
        {
            alike[a] = others = [];
        }

        others.Add(b);
    }

    // Whether the shorter name is also like somebody who is not like the longer one.
    private static bool IsAmbiguous(IReadOnlyList<PersonSighting> sightings, Dictionary<int, HashSet<int>> alike, int[] parent, int a, int b)
    {
        var small = sightings[a].Name.Words.Count <= sightings[b].Name.Words.Count ? a : b;
        var large = small == a ? b : a;
        foreach (var other in alike[small])
        {
            var isSettled = other == large || Find(parent, other) == Find(parent, large) || Find(parent, other) == Find(parent, small);
            if (!isSettled && !alike[large].Contains(other) && sightings[other].Name.Words.Count >= sightings[small].Name.Words.Count)
            {
                return true;
            }
        }

        return false;
    }

    // A seed that has only `M. Choïgou` means the one person of that surname and country, if there is one.
    private void JoinSurnames(IReadOnlyList<PersonSighting> sightings, List<int> full, int[] parent)
    {
        var bySurname = new Dictionary<(string, string?), HashSet<int>>();
        foreach (var i in full)
        {
            var words = sightings[i].Name.Words;
            foreach (var word in sightings[i].Country == home ? [words[^1]] : words.Where(word => word.Length > 2))
            {
                var key = (word, sightings[i].Country);
                if (!bySurname.TryGetValue(key, out var people))
                {
                    bySurname[key] = people = [];
                }

                people.Add(Find(parent, i));
            }
        }

        for (var i = 0; i < sightings.Count; i++)
        {
            if (sightings[i].Name.Words.Count == 1 && bySurname.TryGetValue((sightings[i].Name.Words[0], sightings[i].Country), out var people) && people.Count == 1)
            {
                Union(parent, i, people.First());
            }
        }
    }

    private static int Find(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }

    private static void Union(int[] parent, int a, int b)
    {
        var (x, y) = (Find(parent, a), Find(parent, b));
        parent[Math.Max(x, y)] = Math.Min(x, y);
    }
}
