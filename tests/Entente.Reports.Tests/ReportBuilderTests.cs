using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Entente.Charts;
using Entente.Charts.Tests;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Tests;

public sealed class ReportBuilderTests
{
    private const string Hostile = "</q><script>alert(1)</script><img src=x onerror=alert(2)> {0} & <!-- ]]>";

    [Fact]
    public void The_page_asks_for_nothing_and_runs_only_its_own_scripts()
    {
        var page = Parse(TestReports.Report());
        Assert.Empty(page.QuerySelectorAll("link, iframe, object, embed, base, img, script[src]"));
        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        var scripts = page.QuerySelectorAll("script:not([type])");
        Assert.Equal(2, scripts.Length);
        foreach (var script in scripts)
        {
            Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.TextContent)))}'", policy, StringComparison.Ordinal);
        }

        Assert.Single(page.QuerySelectorAll("script"), script => script.TextContent.Length > 1_000_000);
    }

    [Fact]
    public void Every_number_leads_to_as_many_sentences()
    {
        var page = Parse(TestReports.Report());
        var links = page.QuerySelectorAll("td.number a").ToList();
        Assert.Equal(5, links.Count);
        foreach (var link in links)
        {
            var group = page.GetElementById(link.GetAttribute("href")![1..])!;
            Assert.Equal(int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture), group.QuerySelectorAll("li").Length);
            Assert.NotNull(page.GetElementById(group.QuerySelector("a.back")!.GetAttribute("href")![1..]));
            Assert.All(group.QuerySelectorAll("q"), quote => Assert.Equal("fr", quote.GetAttribute("lang")));
            Assert.All(group.QuerySelectorAll("cite"), cite => Assert.Matches(@"^[ab] \[\d+–\d+\]$", cite.TextContent));
        }
    }

    [Fact]
    public void Every_link_has_its_target_and_every_id_is_one()
    {
        var page = Parse(TestReports.Report());
        foreach (var link in page.QuerySelectorAll("a"))
        {
            Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..]));
        }

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Names_that_differ_in_a_sign_or_a_capital_have_places_of_their_own()
    {
        string[] names = ["2024/001", "2024-001", "2024_001", "2024 001", "a", "A", "é", "e", "", ".20."];
        Assert.Distinct(names.Select(Page.PageText.Anchor));
    }

    [Fact]
    public void A_long_table_scrolls_and_a_short_one_stands_whole()
    {
        ReportItem Item(int rows) => ReportItem.Of("t", "T", new DataFrame(new StringDataFrameColumn("title", Enumerable.Range(0, rows).Select(i => $"{i}"))), new DataFrame());
        string Html(int rows) => new ReportBuilder(new Report { Title = "R", Language = "en", Facts = [], Sections = [new("S", [Item(rows)])] }).ToHtml();
        Assert.Contains("class=\"wide tall\" tabindex=\"0\" role=\"region\" aria-label=\"T\"", Html(60), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"wide tall\"", Html(5), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_articles_is_text()
    {
        var page = Parse(TestReports.Report(sentence: Hostile, title: Hostile));
        Assert.Equal(2, page.QuerySelectorAll("script:not([type])").Length);
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Equal(Hostile, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Hostile, page.QuerySelector("q")!.TextContent);
    }

    [Fact]
    public void Each_chart_has_its_place_its_data_and_its_words()
    {
        var page = Parse(TestReports.Report());
        var charts = page.QuerySelectorAll(".chart");
        Assert.Equal(2, charts.Length);
        foreach (var chart in charts)
        {
            Assert.NotEmpty(chart.GetAttribute("aria-label")!);
            var data = JsonNode.Parse(page.GetElementById(chart.GetAttribute("data-chart")!)!.TextContent)!;
            Assert.NotEmpty(data["data"]!.AsArray());
            Assert.Null(data["layout"]!["title"]);
        }
    }

    [Theory]
    [InlineData("en", "Contents", "The numbers")]
    [InlineData("fr", "Sommaire", "Les chiffres")]
    public void The_page_speaks_one_language(string language, string contents, string numbers)
    {
        var page = Parse(TestReports.Report(language));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(contents, page.QuerySelector("nav h2")!.TextContent);
        Assert.Equal(numbers, page.QuerySelector("caption")!.TextContent);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() =>
        Assert.Equal(new ReportBuilder(TestReports.Report()).ToHtml(), new ReportBuilder(TestReports.Report()).ToHtml());

    [Fact]
    public void A_report_of_nothing_is_a_page_all_the_same()
    {
        var page = Parse(new Report { Title = "Empty" });
        Assert.Contains("No notebook showed", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public void Writing_replaces_the_file_and_leaves_nothing_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("entente-report-").FullName;
        try
        {
            var path = Path.Combine(folder, "deep", "report.html");
            for (var i = 0; i < 2; i++)
            {
                new ReportBuilder(new Report { Title = $"Report {i}" }).WriteHtml(path);
            }

            Assert.Equal([path], Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
            Assert.Contains("Report 1", File.ReadAllText(path), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IHtmlDocument Parse(Report report) => new HtmlParser().ParseDocument(new ReportBuilder(report).ToHtml());
}
