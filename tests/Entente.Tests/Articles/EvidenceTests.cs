using Entente.CorpusReading;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Tests.Articles;

/// <summary>Every row that states a fact gives the place in its seed that it was read from, and an instrument stands there by its title.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData("seeds")]
    [InlineData("dev")]
    [InlineData("second")]
    [InlineData("stress")]
    [InlineData("retold")]
    [InlineData("long")]
    [InlineData("held")]
    [InlineData("unseen")]
    [InlineData("pages")]
    [InlineData("several")]
    [InlineData("plain")]
    [InlineData("apart")]
    [InlineData("daily")]
    [InlineData("bodies")]
    [InlineData("instruments")]
    [InlineData("stays")]
    [InlineData("fresh")]
    [InlineData("rounds")]
    [InlineData("manners")]
    [InlineData("later")]
    [InlineData("defence")]
    [InlineData("older")]
    [InlineData("wider")]
    [InlineData("kept")]
    [InlineData("sealed")]
    [InlineData("press")]
    [InlineData("margins")]
    [InlineData("reserve")]
    [InlineData("agency")]
    [InlineData("unread")]
    [InlineData("blind")]
    [InlineData("mixture")]
    [InlineData("envoys")]
    [InlineData("forces")]
    [InlineData("localities")]
    [InlineData("fair")]
    public void A_row_shows_what_it_was_read_from(string set)
    {
        var folder = set == "seeds" ? TestFolders.Seeds : Path.Combine(TestFolders.Articles, set, "articles");
        var rows = new CorpusRows();
        new CorpusReader(new CorpusOptions()).Read(folder, rows);
        var texts = rows.Documents.ToDictionary(d => d.DocId, d => SeedReader.Read(File.ReadAllBytes(Path.Combine(folder, d.File))).Text, StringComparer.Ordinal);
        foreach (var e in rows.Meetings.Select(m => m.Evidence).Concat(rows.Visits.Select(v => v.Evidence)).Concat(rows.Themes.Select(t => t.Evidence)).Concat(rows.Agreements.Select(a => a.Evidence)))
        {
            Assert.Equal(texts[e.DocId][e.Start..e.End], e.Sentence);
        }

        Assert.All(rows.Agreements, a => Assert.Contains(Letters(a.Title), Letters(a.Evidence.Sentence), StringComparison.Ordinal));
    }

    // Glued words are apart in a title and not in the seed.
    private static string Letters(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));
}
