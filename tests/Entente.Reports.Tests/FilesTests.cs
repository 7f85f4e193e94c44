using System.Text;
using Entente.Charts;
using Entente.Charts.Tests;
using Entente.Reports.Files;
using Entente.Reports.Pictures;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Tests;

public sealed class FilesTests
{
    [Fact]
    public void Csv_quotes_what_needs_it_and_reads_back()
    {
        var table = new DataFrame(
            new StringDataFrameColumn("sentence", ["a,b", "said \"no\"", "two\nlines", "", null]),
            new Int32DataFrameColumn("start", [1, 2, 3, 4, 5]));
        Assert.Equal("sentence,start\n\"a,b\",1\n\"said \"\"no\"\"\",2\n\"two\nlines\",3\n,4\n,5\n", CsvTable.ToText(table));
    }

    [Fact]
    public void A_guarded_text_is_no_formula_and_a_number_stays_one()
    {
        var table = new DataFrame(new StringDataFrameColumn("sentence", ["=1+1", "-VNA", "a=b", "", null]), new Int32DataFrameColumn("start", [-1, 2, 3, 4, 5]));
        Assert.Equal("sentence,start\n'=1+1,-1\n'-VNA,2\na=b,3\n,4\n,5\n", CsvTable.ToText(table, guardFormulas: true));
        Assert.StartsWith("sentence,start\n=1+1,-1\n", CsvTable.ToText(table), StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_and_tables_become_files_of_their_own()
    {
        var folder = Directory.CreateTempSubdirectory("entente-files-").FullName;
        try
        {
            var report = TestReports.Report();
            var charts = ChartFiles.Write(report.Figures, new Dictionary<string, ChartPicture>(), folder);
            var tables = TableFiles.Write(report, folder);
            Assert.Equal(
                ["coverage-by-partner.html", "coverage-by-partner.json", "meetings-by-partner-and-kind.html", "meetings-by-partner-and-kind.json"],
                charts.Select(Path.GetFileName));
            Assert.Equal(6, tables.Count);
            Assert.All(charts.Concat(tables), path => Assert.True(new FileInfo(path).Length > 0));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Pictures_of_all_charts_come_from_one_call_and_are_the_same_each_time()
    {
        if (Browser.Find() is null)
        {
            Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
            Assert.Skip("no Chrome or Chromium here");
        }

        var figures = TestReports.Report().Figures.ToList();
        var first = ChartPictures.Render(figures);
        Assert.Equal("", first.Note);
        Assert.Equal(figures.Select(figure => figure.Name), first.Pictures.Keys);
        foreach (var picture in first.Pictures.Values)
        {
            Assert.StartsWith("<svg", picture.Svg, StringComparison.Ordinal);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture.Png[..4]);
            Assert.InRange(picture.SmallPng.Length, 5_000, 60_000);
        }

        var again = ChartPictures.Render(figures);
        Assert.All(first.Pictures, pair => Assert.Equal(pair.Value.Svg, again.Pictures[pair.Key].Svg));
    }

    [Fact]
    public void Without_a_browser_one_line_says_so()
    {
        var result = ChartPictures.Render([.. TestReports.Report().Figures], browser: null);
        Assert.Empty(result.Pictures);
        Assert.Contains("No Chrome or Chromium found", result.Note, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Note);
    }
}
