using Entente.Lexicons;
using Entente.Partners;
using Entente.Summaries;
using Entente.Tables;
using Entente.Tests.Articles;

namespace Entente.Tests.Corpora;

public sealed class EngagementTests
{
    private static readonly Lazy<Corpus> s_seeds = new(() => Corpus.Load(TestFolders.Seeds));

    [Fact]
    public void Each_engagement_of_the_seeds_counts_once()
    {
        var corpus = s_seeds.Value;
        var byType = corpus.EngagementsByYearAndType().Table.Rows.GroupBy(row => (string)row["type"]).ToDictionary(type => type.Key, type => type.Sum(row => (int)row["engagements"]));

        Assert.Equal(corpus.Meetings.Rows.Count(row => (string)row["status"] == "held"), byType["meeting"]);
        Assert.Equal(corpus.Agreements.Rows.Count(row => (string)row["status"] is "signed" or "established"), byType["agreement"]);
        Assert.Equal(corpus.VisitsByPartnerAndDirection().Table.Rows.Sum(row => (int)row["visits"]), byType["visit"]);
    }

    [Fact]
    public void Every_state_lies_in_one_region_and_a_body_in_none()
    {
        Assert.All(LexiconFile.Load("fr/states.tsv").Rows, state => Assert.DoesNotContain(PartnerRegions.Of(state.Required("code")), (string[])["", "bodies"]));
        Assert.All(LexiconFile.Load("fr/bodies.tsv").Rows, body => Assert.Equal("bodies", PartnerRegions.Of(body.Required("code"))));
        Assert.Equal(("southeast_asia", "europe", ""), (PartnerRegions.Of("LAO"), PartnerRegions.Of("RUS"), PartnerRegions.Of("")));
    }

    [Theory]
    // The same days, told by the first and by the last of them; another spelling; the month beside the day.
    [InlineData(1, "Vugar Mustafayev 2025-10-13 2025-10-13", "Vugar Mustafayev 2025-10-16 2025-10-16")]
    [InlineData(1, "Haluk Gorgun 2025-10-13 2025-10-14", "Haluk Görgün 2025-10-14 2025-10-14")]
    [InlineData(1, "Haluk Gorgun 2025-10-01 2025-10-31", "Haluk Gorgun 2025-10-14 2025-10-14")]
    [InlineData(1, "Haluk Gorgun - -", "Haluk Gorgun - -")]
    [InlineData(1, "- 2025-10-13 2025-10-13", "Haluk Gorgun 2025-10-14 2025-10-14")]
    // Another visitor; the same one a month later; one that has no date beside one that has.
    [InlineData(2, "Haluk Gorgun 2025-10-13 2025-10-14", "Yasar Guler 2025-10-13 2025-10-14")]
    [InlineData(2, "Haluk Gorgun 2025-10-13 2025-10-14", "Haluk Gorgun 2025-11-14 2025-11-14")]
    [InlineData(2, "Haluk Gorgun 2025-10-13 2025-10-14", "Haluk Gorgun - -")]
    public void A_visit_told_twice_is_one(int visits, params string[] told)
    {
        var rows = told.Select(text => text.Split(' ')).Select(words =>
            new VisitRow(string.Join(' ', words[..^2]).Trim('-'), "TUR", "VNM", "working", new DateCells(words[^2].Trim('-'), words[^2].Trim('-'), words[^1].Trim('-')), new EvidenceCells("a", "s", 0, 1)));
        Assert.Equal(visits, VisitMerger.Merge(rows).Count);
    }

    [Fact]
    public void Ways_are_told_apart_by_their_direction()
    {
        VisitRow Row(string from, string to) => new("A B", from, to, "working", new DateCells("2025-10-13", "2025-10-13", "2025-10-13"), new EvidenceCells("a", "s", 0, 1));
        Assert.Equal(3, VisitMerger.Merge([Row("TUR", "VNM"), Row("VNM", "TUR"), Row("AZE", "VNM"), Row("TUR", "VNM")]).Count);
    }
}
