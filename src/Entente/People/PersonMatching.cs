namespace Entente.People;

/// <summary>
/// Groups sightings that are one person. Names of the home country must be equal but for accents and gaps; others may have
/// more words (a patronymic), another order, another transcription, when nothing about the country speaks against it. A name that
/// fits two persons who are not one joins neither.
/// </summary>
internal sealed class PersonMatching(string home)
{
    private const int LargestBlock = 400;

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
        var names = new ComparableName[sightings.Count];
        var blocksOf = new List<int>[sightings.Count][];
        foreach (var i in full)
        {
            names[i] = new ComparableName(sightings[i], home);
            blocksOf[i] = [.. names[i].Keys().Distinct(StringComparer.Ordinal).Select(key => BlockOf(key, i))];
        }

        // A pair is compared once, however many blocks it shares.
        var lastComparedWith = new int[sightings.Count];
        Array.Fill(lastComparedWith, -1);
        var pairs = new List<(int A, int B, Likeness Likeness)>();
        foreach (var a in full)
        {
            foreach (var block in blocksOf[a].Where(block => block.Count <= LargestBlock))
            {
                foreach (var b in block)
                {
                    if (b > a && lastComparedWith[b] != a)
                    {
                        lastComparedWith[b] = a;
                        if (names[a].CompareTo(names[b]) is var likeness && likeness > Likeness.None)
                        {
                            pairs.Add((a, b, likeness));
                        }
                    }
                }
            }
        }

        pairs.Sort();
        return pairs;

        List<int> BlockOf(string key, int member)
        {
            if (!blocks.TryGetValue(key, out var block))
            {
                blocks.Add(key, block = new List<int>(1));
            }

            block.Add(member);
            return block;
        }
    }

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
