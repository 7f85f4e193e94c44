namespace Entente.CorpusReading;

/// <summary>
/// Joins the tellings of one thing: each is compared only with those that share a key with it, so the cost grows with the tellings and not with their pairs.
/// </summary>
/// <param name="keys">What two tellings of one thing share at least one of.</param>
/// <param name="isSame">Whether the second tells the same thing as the first.</param>
/// <param name="join">Both as one.</param>
/// <param name="isEqual">Which of several that may be the same surely is; null if none is surer than another.</param>
internal sealed class KeyedMerger<T>(Func<T, IEnumerable<string>> keys, Func<T, T, bool> isSame, Func<T, T, T> join, Func<T, T, bool>? isEqual = null)
{
    private readonly List<T> _merged = [];
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);

    public IReadOnlyList<T> Merged => _merged;

    /// <summary>Joins a telling to the one that it repeats; one that fits several equally well settles nothing and stays its own.</summary>
    public void Add(T item)
    {
        string[] own = [.. keys(item)];
        var found = own.SelectMany(key => _byKey.TryGetValue(key, out var list) ? list : []).Distinct().Where(i => isSame(_merged[i], item)).ToList();
        if (found.Count > 1 && isEqual is not null)
        {
            found.RemoveAll(i => !isEqual(_merged[i], item));
        }

        if (found.Count == 1)
        {
            _merged[found[0]] = join(_merged[found[0]], item);
            return;
        }

        foreach (var key in own)
        {
            if (!_byKey.TryGetValue(key, out var list))
            {
                _byKey.Add(key, list = []);
            }

            list.Add(_merged.Count);
        }

        _merged.Add(item);
    }
}
