using System.Diagnostics;
using System.Runtime;
using Entente;
using Entente.Texts;

namespace Benchmarks;

/// <summary>
/// Articles and bytes a second over many articles, on one core and on all, and the ratio to plain decoding and splitting of the same bytes. Both begin with the bytes of
/// an article in memory: the plain reader ends with its words as strings, ours with the rows of the article's tables. Reading is counted with all that it costs, garbage collection
/// included, by the processor time of the whole process, so that other work on the machine counts for neither; both take turns, so that a slow
/// moment of the machine meets both. What the compiler does before the code has settled is no part of it and told apart.
/// </summary>
internal static class ReadingThroughput
{
    /// <summary>Rounds over all samples without a newly compiled method, after which the code counts as settled.</summary>
    private const int QuietRounds = 8;

    private const int MostWarmUpRounds = 400;

    public static void Print(int count)
    {
        var samples = new SampleArticles();
        var reader = new ArticleReader(new CorpusOptions());
        WarmUp();
        var bytes = Enumerable.Range(0, samples.Originals).Average(i => (double)samples[i].Length);
        Console.WriteLine($"{count:N0} articles of {bytes:N0} bytes");
        Console.WriteLine($"code settled after {JitInfo.GetCompiledMethodCount():N0} methods, {JitInfo.GetCompilationTime().TotalSeconds:N1} s of compiling");

        var (split, one) = (default(Cost), default(Cost));
        var ratios = new List<double>();
        foreach (var round in Rounds())
        {
            var (plain, read) = (Measured(1, round, Split), Measured(1, round, Read));
            ratios.Add(read.Processor / plain.Processor);
            (split, one) = (split + plain, one + read);
        }

        ratios.Sort();

        var all = default(Cost);
        foreach (var round in Rounds())
        {
            all += Measured(Environment.ProcessorCount, round, Read);
        }

        Print("decode and split", split, 1);
        Print("one core", one, 1);
        Print($"{Environment.ProcessorCount} cores", all, Environment.ProcessorCount);
        Console.WriteLine($"{ratios[ratios.Count / 2]:N1} times decode and split (median of {ratios.Count} rounds, {one.Processor / split.Processor:N1} over all); {one.Clock / all.Clock:N2} times one core on {Environment.ProcessorCount}");
        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MiB");

        void Print(string name, Cost cost, int cores) => Console.WriteLine(
            $"{name,-18}{count / cost.Clock.TotalSeconds,9:N0} articles/s {count * bytes / cost.Clock.TotalSeconds / 1e6,7:N1} MB/s {cost.Processor.TotalMicroseconds / count,7:N1} µs of processor an article, {cost.Paused.TotalMicroseconds / count,5:N1} of them in pauses for garbage collection {cost.Allocated / count,9:N0} bytes/article");

        void WarmUp()
        {
            var (methods, quiet) = (0L, 0);
            for (var round = 0; round < MostWarmUpRounds && quiet < QuietRounds; round++)
            {
                foreach (var batch in Batches(round * samples.Originals, samples.Originals))
                {
                    Split(batch);
                    Read(batch);
                }

                quiet = JitInfo.GetCompiledMethodCount() == methods ? quiet + 1 : 0;
                methods = JitInfo.GetCompiledMethodCount();
            }
        }

        IEnumerable<List<byte[][]>> Rounds()
        {
            for (var first = 0; first < count; first += samples.Originals)
            {
                yield return Batches(first, Math.Min(samples.Originals, count - first));
            }
        }

        // Articles go through the reader as those of a corpus do.
        List<byte[][]> Batches(int first, int number) => [.. Enumerable.Range(first, number).Select(i => samples[i]).Chunk(ArticleReader.BatchSize)];

        void Read(byte[][] batch) => reader.Read(Array.ConvertAll(batch, article => new ArticleSeed("a", "a.txt", SeedReader.Read(article))));

        static void Split(byte[][] batch) => Array.ForEach(batch, article => SampleArticles.DecodeAndSplit(article));
    }

    private static Cost Measured(int degree, List<byte[][]> batches, Action<byte[][]> work)
    {
        var before = Cost.UpToNow();
        Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = degree }, work);
        return Cost.UpToNow() - before;
    }

    private readonly record struct Cost(TimeSpan Clock, TimeSpan Processor, TimeSpan Paused, long Allocated)
    {
        public static Cost UpToNow() =>
            new(Stopwatch.GetElapsedTime(0), Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes(precise: true));

        public static Cost operator +(Cost a, Cost b) => new(a.Clock + b.Clock, a.Processor + b.Processor, a.Paused + b.Paused, a.Allocated + b.Allocated);

        public static Cost operator -(Cost a, Cost b) => new(a.Clock - b.Clock, a.Processor - b.Processor, a.Paused - b.Paused, a.Allocated - b.Allocated);
    }
}
