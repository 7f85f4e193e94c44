using System.Globalization;
using Entente.Charts.Display;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Entente.Charts.Tests;

public sealed class DisplayTests
{
    [Fact]
    public void A_table_says_its_size_and_types_and_encodes_its_cells()
    {
        var html = TableDisplay.Html(TestTables.Table("title", ("<b>x</b>", 1), ("é", 2)));
        Assert.Contains("2 rows × 2 columns", html, StringComparison.Ordinal);
        Assert.Contains("integer", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;x&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>x", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_off_is_said()
    {
        var table = TestTables.Table("title", [.. Enumerable.Range(0, 100).Select(i => (new string('x', 400) + i.ToString(CultureInfo.InvariantCulture), i))]);
        foreach (var shown in new[] { TableDisplay.Html(table, 10), TableDisplay.Text(table, 10) })
        {
            Assert.Contains("the first 10 of 100 rows × 2 columns; long texts are cut", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_plain_table_lines_up_and_puts_numbers_to_the_right() =>
        Assert.Equal(
            "partner  articles\n-------  --------\nRussia          2\nAz             10\n2 rows × 2 columns",
            TableDisplay.Text(TestTables.Table("partner", ("Russia", 2), ("Az", 10))));

    [Fact]
    public void Empty_tables_and_nulls_are_shown()
    {
        Assert.Equal("0 rows × 0 columns", TableDisplay.Text(new DataFrame()));
        var table = new DataFrame(new StringDataFrameColumn("a", [null, "x"]));
        Assert.Contains("2 rows × 1 columns", TableDisplay.Html(table), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_asks_no_network_and_brings_no_plotly_along()
    {
        var html = ChartDisplay.Html(Figure());
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(html.Length, 500, 20_000);
        Assert.Contains("<table", html, StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/png;base64,AA\"", ChartDisplay.Html(Figure(), "data:image/png;base64,AA"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_loader_carries_plotly_whole()
    {
        var loader = ChartDisplay.PlotlyLoaderHtml();
        Assert.InRange(loader.Length, 1_000_000, 1_700_000);
        var packed = Convert.FromBase64String(loader.Split("atob('")[1].Split('\'')[0]);
        using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Equal(PlotlyScript.Text, reader.ReadToEnd());
        Assert.DoesNotContain("</script", PlotlyScript.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hosts_of_the_formatting_library_show_a_figure_by_its_attribute()
    {
        var html = Figure().ToDisplayString("text/html");
        Assert.Contains("data-entente-chart", html, StringComparison.Ordinal);
        Assert.Contains("Coverage by partner", Figure().ToDisplayString("text/plain"), StringComparison.Ordinal);
        Assert.Equal("text/html", Formatter.GetPreferredMimeTypesFor(typeof(Figure)).First());
        var named = NamedTable.Of("t", "T", TestTables.Table("title", ("x", 1)));
        Assert.Contains("<table", named.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_of_ones_own_gets_the_look_of_the_house()
    {
        var chart = Plotly.NET.CSharp.Chart.Column<int, string, string>([1, 2], new[] { "a", "b" }).InHouseLook("<Own>");
        var json = ChartDisplay.PlotlyJson(chart);
        Assert.Contains("#0072B2", json, StringComparison.Ordinal);
        Assert.Contains("&lt;Own&gt;", json, StringComparison.Ordinal);
        Assert.Equal(json, ChartDisplay.PlotlyJson(Plotly.NET.CSharp.Chart.Column<int, string, string>([1, 2], new[] { "a", "b" }).InHouseLook("<Own>")));
    }

    [Fact]
    public void The_facts_of_a_named_table_become_its_evidence()
    {
        var facts = TestTables.Evidence(TestTables.Table("partner", ("Russia", 2)), "Phrase.");
        var list = new DataFrame(new StringDataFrameColumn("what", ["x", "y"]), new StringDataFrameColumn("doc_ids", ["a", "b"]));
        var named = NamedTable.Of("t", "T", list, facts.Rows);
        Assert.Equal(["what", "doc_id", "sentence", "start", "end"], named.Evidence.Columns.Select(column => column.Name));
        Assert.Equal("Phrase.", named.Evidence["sentence"][1]);
        Assert.Throws<ArgumentException>(() => NamedTable.Of("t", "T", list, facts.Rows.Take(1)));
    }

    private static Figure Figure() =>
        new HouseCharts(TestTables.Documents).CoverageByPartner(TestTables.Table(TestTables.PartnerKeys, ("RUS,Russia,Russie", 2)));
}
