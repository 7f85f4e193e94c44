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
        for (var i = 0; i < WarmUpRounds * samples.Originals; i++)
        {
            Read(samples[i]);
            SampleArticles.DecodeAndSplit(samples[i]);
        }

        var bytes = Enumerable.Range(0, samples.Originals).Average(i => (double)samples[i].Length);
        var (_, split) = Seconds(1, number => SampleArticles.DecodeAndSplit(samples[number]));
        var allocated = GC.GetTotalAllocatedBytes();
        var (one, oneProcessor) = Seconds(1, number => Read(samples[number]));
        allocated = (GC.GetTotalAllocatedBytes() - allocated) / count;
        var (all, _) = Seconds(Environment.ProcessorCount, number => Read(samples[number]));
        Console.WriteLine($"{count:N0} articles of {bytes:N0} bytes");
        Console.WriteLine($"decode and split  {count / split,9:N0} articles/s");
        Console.WriteLine($"one core          {count / one,9:N0} articles/s  {count * bytes / one / 1e6,7:N1} MB/s  {allocated,9:N0} bytes/article  {oneProcessor / split,5:N1} times decode and split");
        Console.WriteLine($"{Environment.ProcessorCount} cores           {count / all,9:N0} articles/s  {count * bytes / all / 1e6,7:N1} MB/s  {one / all:N2} times one core");
        Console.WriteLine($"peak memory       {Process.GetCurrentProcess().PeakWorkingSet64 >> 20,9:N0} MiB");

        int Read(byte[] article) => reader.Read("a", "a.txt", SeedReader.Read(article)).Mentions.Count;

        // By the clock, and of the processor: the ratio holds on a machine that is busy with other things, too.
        (double Clock, double Processor) Seconds(int degree, Func<int, int> work)
        {
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = degree }, number => work(number));
            return (clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        }
    }
}
