using System.Diagnostics;
using Entente;
using Entente.Texts;

namespace Benchmarks;

/// <summary>Articles and bytes a second over many articles, on one core and on all, and the ratio to plain decoding and splitting.</summary>
internal static class ReadingThroughput
{
    // Until the compiler has seen the hot paths.
    private const int WarmUpRounds = 30;

    public static void Print(int count)
    {
        var samples = new SampleArticles();
        var reader = new ArticleReader(new CorpusOptions());
        for (var batch = 0; batch < WarmUpRounds * samples.Originals / ArticleReader.BatchSize; batch++)
        {
            Read(Batch(batch, int.MaxValue));
            Split(Batch(batch, int.MaxValue));
        }

        var bytes = Enumerable.Range(0, samples.Originals).Average(i => (double)samples[i].Length);
        var (_, split) = Seconds(1, Split);
        var allocated = GC.GetTotalAllocatedBytes();
        var (one, oneProcessor) = Seconds(1, Read);
        allocated = (GC.GetTotalAllocatedBytes() - allocated) / count;
        var (all, _) = Seconds(Environment.ProcessorCount, Read);
        Console.WriteLine($"{count:N0} articles of {bytes:N0} bytes");
        Console.WriteLine($"decode and split  {count / split,9:N0} articles/s");
        Console.WriteLine($"one core          {count / one,9:N0} articles/s  {count * bytes / one / 1e6,7:N1} MB/s  {allocated,9:N0} bytes/article  {oneProcessor / split,5:N1} times decode and split");
        Console.WriteLine($"{Environment.ProcessorCount} cores           {count / all,9:N0} articles/s  {count * bytes / all / 1e6,7:N1} MB/s  {one / all:N2} times one core");
        Console.WriteLine($"peak memory       {Process.GetCurrentProcess().PeakWorkingSet64 >> 20,9:N0} MiB");

        // Articles go through the reader as those of a corpus do.
        List<byte[]> Batch(int batch, int end) =>
            [.. Enumerable.Range(batch * ArticleReader.BatchSize, Math.Min(ArticleReader.BatchSize, end - (batch * ArticleReader.BatchSize))).Select(i => samples[i])];

        void Read(List<byte[]> batch) => reader.Read(batch.ConvertAll(article => new ArticleSeed("a", "a.txt", SeedReader.Read(article))));

        void Split(List<byte[]> batch) => batch.ForEach(article => SampleArticles.DecodeAndSplit(article));

        // By the clock, and of the processor: the ratio holds on a machine that is busy with other things, too.
        (double Clock, double Processor) Seconds(int degree, Action<List<byte[]>> work)
        {
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var batches = (count + ArticleReader.BatchSize - 1) / ArticleReader.BatchSize;
            Parallel.For(0, batches, new ParallelOptions { MaxDegreeOfParallelism = degree }, batch => work(Batch(batch, count)));
            return (clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        }
    }
}
