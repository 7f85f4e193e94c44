namespace Entente.CorpusReading;

/// <summary>
/// Runs work on several threads and yields its results in the order of the input. Only a window of results waits at any time, so
/// that a slow item holds back memory, not only order.
/// </summary>
internal static class OrderedParallel
{
    private const int BatchSize = 16;

    public static IEnumerable<TResult> Select<T, TResult>(IReadOnlyList<T> items, int degree, Func<T, TResult> work)
    {
        if (degree == 1)
        {
            return items.Select(work);
        }

        return Run(items, degree, work);
    }

    private static IEnumerable<TResult> Run<T, TResult>(IReadOnlyList<T> items, int degree, Func<T, TResult> work)
    {
        var window = new Queue<Task<TResult[]>>();
        var next = 0;
        while (next < items.Count || window.Count > 0)
        {
            while (next < items.Count && window.Count < 2 * degree)
            {
                var (first, count) = (next, Math.Min(BatchSize, items.Count - next));
                window.Enqueue(Task.Run(() => Batch(items, first, count, work)));
                next += count;
            }

            foreach (var result in window.Dequeue().GetAwaiter().GetResult())
            {
                yield return result;
            }
        }
    }

    private static TResult[] Batch<T, TResult>(IReadOnlyList<T> items, int first, int count, Func<T, TResult> work)
    {
        var results = new TResult[count];
        for (var i = 0; i < count; i++)
        {
            results[i] = work(items[first + i]);
        }

        return results;
    }
}
