using CsCheck;
using Entente.CorpusReading;
using Entente.Tests.Articles;
using Entente.Tests.Texts;
using Entente.Texts;

namespace Entente.Tests.Corpora;

/// <summary>The whole reader on articles that nobody wrote: pieces of real layouts in any order, cut anywhere, with anything between them.</summary>
public sealed class HostileCorpusTests
{
    private static readonly string[] s_layout =
    [
        " date 2024-08 ", " date 2013-05-14 Photo : VNA\n\n", "\n\n", "\n", " | ", "Photo : VNA/CVN\n", ">> ", "Voir plus\n", "-VNA\n", "Hanoï (VNA) - ", "ảnh 1", "Le même jour, ", "Auparavant, ", "Lors de l'entretien, ",
    ];

    // Paragraphs and sentences of the articles that the tests have.
    private static readonly Lazy<string[]> s_pieces = new(() =>
    [
        .. new[] { "dev", "mini", "second", "stress", "retold", "long" }.SelectMany(set => Directory.EnumerateFiles(Path.Combine(TestFolders.Articles, set, "articles")))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .SelectMany(text => text.Split('\n').Concat(text.Split(". "))).Where(piece => piece.Length > 20).Distinct(),
    ]);

    private static readonly Gen<string> s_piece = Gen.Int[0, int.MaxValue].Select(i => s_pieces.Value[i % s_pieces.Value.Length]);

    private static readonly Gen<string> s_articles = Gen.OneOf(
        Gen.OneOf(s_piece, s_piece, Gen.Int[0, s_layout.Length - 1].Select(i => s_layout[i]), HostileText.Any).Array[0, 12].Select(string.Concat),
        Gen.Select(s_piece, Gen.Int[0, 400]).Select((piece, cut) => piece[..Math.Min(cut, piece.Length)]));

    [Fact]
    public void No_article_throws_and_every_fact_lies_in_its_text()
    {
        var reader = new ArticleReader(new CorpusOptions());
        s_articles.Sample(
            text =>
            {
                var facts = reader.Read("hostile", "hostile.txt", new SeedText(text, "utf-8", []));
                var evidence = facts.Meetings.Select(m => m.Evidence).Concat(facts.Agreements.Select(a => a.Evidence)).Concat(facts.Visits.Select(v => v.Evidence)).Concat(facts.Themes.Select(t => t.Evidence));
                Assert.All(evidence, e => Assert.Equal(text[e.Start..e.End], e.Sentence));
            },
            iter: 6000);
    }

    [Fact]
    public void A_fault_of_the_reader_costs_one_article_and_says_so()
    {
        var reader = new ArticleReader(new CorpusOptions());
        ArticleSeed[] seeds = [.. new[] { "a", "b", "c" }.Select(id => new ArticleSeed(id, id + ".txt", new SeedText("Le ministre a reçu son homologue turc.", "utf-8", [])))];
        ArticleFacts[] Read(IReadOnlyList<ArticleSeed> batch) =>
            batch.Any(seed => seed is { DocId: "b", Text.Text.Length: > 0 }) ? throw new InvalidOperationException("broken") : reader.Read(batch);

        var facts = ArticleReader.Guarded(seeds, Read).ToList();
        Assert.Equal(["a", "b", "c"], facts.Select(f => f.DocId));
        Assert.Equal([null, "broken", null], facts.Select(f => f.Unread?[^6..]));
        Assert.Equal("reader-fault", Assert.Single(facts[1].Warnings).Code);
        Assert.Empty(facts[1].Mentions);
        Assert.NotEmpty(facts[2].Mentions);
    }
}
