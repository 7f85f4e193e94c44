namespace Entente.CorpusReading;

/// <summary>
/// Runs work on batches of items, on several threads, and yields its results in the order of the input. Only a window of results waits at
/// any time, so that a slow batch holds back memory, not only order.
/// </summary>
internal static class OrderedParallel
{
    /// <summary>Batches that each thread has, done or to do.</summary>
    private const int Window = 2;

    public static IEnumerable<TResult> Select<T, TResult>(IReadOnlyList<T> items, int degree, int batchSize, Func<IReadOnlyList<T>, IReadOnlyList<TResult>> work)
    {
        if (degree == 1)
        {
            return items.Chunk(batchSize).SelectMany(work);
        }

        // Few items are spread over the threads all the same.
        return Run(items.Chunk(Math.Clamp(items.Count / (Window * degree), 1, batchSize)), Window * degree, work);
    }

    private static IEnumerable<TResult> Run<T, TResult>(IEnumerable<T[]> batches, int waiting, Func<IReadOnlyList<T>, IReadOnlyList<TResult>> work)
    {
        var window = new Queue<Task<IReadOnlyList<TResult>>>();
        foreach (var batch in batches)
        {
            if (window.Count == waiting)
            {
                foreach (var result in window.Dequeue().GetAwaiter().GetResult())
                {
                    yield return result;
                }
            }

            window.Enqueue(Task.Run(() => work(batch)));
        }

        foreach (var result in window.SelectMany(task => task.GetAwaiter().GetResult()))
        {
            yield return result;
        }
    }
}
