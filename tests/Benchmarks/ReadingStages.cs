using System.Diagnostics;
using Entente;
using Entente.Texts;

namespace Benchmarks;

/// <summary>What each stage of the reader takes of an article in a batch, time and bytes allocated, next to decoding and splitting.</summary>
internal static class ReadingStages
{
    private const int WarmUp = 60;

    private const string Baseline = "split";

    public static void Print(int rounds)
    {
        var samples = new SampleArticles();
        var reader = new ArticleReader(new CorpusOptions());
        var batches = (samples.Originals + ArticleReader.BatchSize - 1) / ArticleReader.BatchSize;
        var stages = new List<Stage>();
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            stages.ForEach(stage => stage.Bytes = 0);
            for (var batch = 0; batch < batches; batch++)
            {
                var first = batch * ArticleReader.BatchSize;
                ReadBatch(batch, [.. Enumerable.Range((round * samples.Originals) + first, Math.Min(ArticleReader.BatchSize, samples.Originals - first)).Select(i => samples[i])], isFirst: round <= WarmUp);
            }
        }

        foreach (var stage in stages)
        {
            Console.WriteLine($"{stage.Name,-12}{stage.Best.Sum() * 1e6 / Stopwatch.Frequency / samples.Originals,8:N1} µs {stage.Bytes / samples.Originals,9:N0} bytes");
        }

        var split = stages.Single(stage => stage.Name == Baseline).Best.Sum();
        Console.WriteLine($"all{(stages.Sum(stage => stage.Best.Sum()) - split) / (double)split,17:N1} times decode and split, {stages.Where(stage => stage.Name != Baseline).Sum(stage => stage.Bytes) / samples.Originals:N0} bytes");

        void ReadBatch(int number, byte[][] batch, bool isFirst)
        {
            var next = 0;
            var clock = Stopwatch.GetTimestamp();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            Array.ForEach(batch, article => SampleArticles.DecodeAndSplit(article));
            Passed(Baseline);
            var seeds = Array.ConvertAll(batch, article => new ArticleSeed("a", "a.txt", SeedReader.Read(article)));
            Passed("decode");
            reader.Read(seeds, Passed);

            void Passed(string name)
            {
                var taken = Stopwatch.GetTimestamp() - clock;
                var bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
                if (next == stages.Count)
                {
                    stages.Add(new Stage(name, new long[batches]));
                }

                var stage = stages[next++];
                stage.Best[number] = isFirst ? taken : Math.Min(stage.Best[number], taken);
                stage.Bytes += bytes;
                allocated = GC.GetAllocatedBytesForCurrentThread();
                clock = Stopwatch.GetTimestamp();
            }
        }
    }

    /// <summary>A stage in order of the reader; of each batch its quietest reading, for other work on the machine only ever adds.</summary>
    private sealed record Stage(string Name, long[] Best)
    {
        public long Bytes { get; set; }
    }
}
