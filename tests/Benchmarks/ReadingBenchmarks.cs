using BenchmarkDotNet.Attributes;
using Entente;
using Entente.Dates;
using Entente.Texts;

namespace Benchmarks;

/// <summary>An article through the stages, against decoding it and splitting it into words. One operation reads each sample once.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly ArticleReader reader = new(new CorpusOptions());
    private readonly byte[][] articles;

    public ReadingBenchmarks()
    {
        var samples = new SampleArticles();
        articles = [.. Enumerable.Range(0, samples.Originals).Select(i => samples[i])];
    }

    [Benchmark(Baseline = true)]
    public int DecodeAndSplit() => articles.Sum(SampleArticles.DecodeAndSplit);

    [Benchmark]
    public int Text() => articles.Sum(bytes => ReadText(bytes).Tokens.Count);

    [Benchmark]
    public int TextAndDates() => articles.Sum(bytes => DateReader.Read(ReadText(bytes)).Mentions.Count);

    [Benchmark]
    public int Facts() =>
        articles.Chunk(ArticleReader.BatchSize).Sum(batch => reader.Read([.. batch.Select(bytes => new ArticleSeed("a", "a.txt", SeedReader.Read(bytes)))]).Sum(facts => facts.Mentions.Count));

    private static ArticleText ReadText(byte[] bytes) => ArticleTextReader.Read("a", "a.txt", SeedReader.Read(bytes), TextLexicons.French);
}
