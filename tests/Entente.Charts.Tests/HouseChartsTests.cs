using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Charts.Display;
using Microsoft.Data.Analysis;

namespace Entente.Charts.Tests;

public sealed class HouseChartsTests
{
    private const string Partner = TestTables.PartnerKeys;
    private const string Hostile = "<script>alert(1)</script> %{x} & \"q\" $a$";

    // The map has places for states alone.
    private static readonly string[] States = ["RUS", "TUR", "AZE", "LAO", "USA", "BRN"];

    private static readonly Dictionary<string, (string Keys, Func<HouseCharts, DataFrame, Figure> Draw)> Charts = new()
    {
        ["coverage-by-partner"] = (Partner, (charts, table) => charts.CoverageByPartner(table)),
        ["coverage-by-agency"] = ("agency", (charts, table) => charts.CoverageByAgency(table)),
        ["coverage-by-month"] = ("month", (charts, table) => charts.CoverageByMonth(table)),
        ["coverage-by-month-and-partner"] = ("month," + Partner, (charts, table) => charts.CoverageByMonth(table)),
        ["meetings-by-partner"] = (Partner, (charts, table) => charts.MeetingsByPartner(table)),
        ["meetings-by-partner-and-kind"] = (Partner + ",kind", (charts, table) => charts.MeetingsByPartnerAndKind(table)),
        ["meetings-by-kind"] = ("kind", (charts, table) => charts.MeetingsByKind(table)),
        ["meetings-by-level"] = ("level", (charts, table) => charts.MeetingsByLevel(table)),
        ["meetings-by-month"] = ("month", (charts, table) => charts.MeetingsByMonth(table)),
        ["who-met-whom"] = ("home_person,partner_person," + Partner, (charts, table) => charts.WhoMetWhom(table)),
        ["agreements-by-partner"] = (Partner, (charts, table) => charts.AgreementsByPartner(table)),
        ["agreements-by-instrument"] = ("instrument", (charts, table) => charts.AgreementsByInstrument(table)),
        ["agreements-by-status"] = ("status", (charts, table) => charts.AgreementsByStatus(table)),
        ["agreement-timeline"] = ("year," + Partner + ",instrument,title,status", (charts, table) => charts.AgreementTimeline(table)),
        ["coverage-map"] = (Partner, (charts, table) => charts.CoverageMap(table)),
        ["engagements-by-year-and-type"] = ("year,type", (charts, table) => charts.EngagementsByYear(table)),
        ["engagements-by-region"] = ("region", (charts, table) => charts.EngagementsByRegion(table)),
        ["engagements-by-partner-and-activity"] = (Partner + ",activity", (charts, table) => charts.EngagementsByPartnerAndActivity(table)),
        ["visits-by-partner-and-direction"] = (Partner + ",direction", (charts, table) => charts.VisitsByPartner(table)),
        ["partnership-ranks"] = (Partner + ",date,title,status", (charts, table) => charts.PartnershipRanks(table)),
        ["themes-by-partner"] = (Partner + ",theme", (charts, table) => charts.ThemesByPartner(table)),
    };

    public static TheoryData<string> Names => [.. Charts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_counted_gives_a_chart_that_says_so(string name)
    {
        var figure = Draw(name, []);
        Assert.Contains("Nothing to show", Json(figure)["layout"]!["annotations"]![0]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("Nothing to show", figure.AltText, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_summary_without_any_column_is_no_exception(string name)
    {
        var figure = Charts[name].Draw(new HouseCharts(), new DataFrame());
        Assert.NotEmpty(Json(figure)["data"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_row_is_drawn_with_its_number(string name)
    {
        var figure = Draw(name, [Row(name, 0)]);
        Assert.Equal(name, figure.Name);
        Assert.DoesNotContain("Nothing to show", ChartDisplay.PlotlyJson(figure), StringComparison.Ordinal);
        // The time lines show things one by one; all others show their count.
        Assert.True(name is "agreement-timeline" or "partnership-ranks" || ChartDisplay.PlotlyJson(figure).Contains(name == "engagements-by-region" ? "\"7 (100%)\"" : "\"7\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_hundred_rows_are_drawn_readably(string name)
    {
        var figure = Draw(name, [.. Enumerable.Range(0, 200).Select(i => Row(name, i))]);
        foreach (var trace in Json(figure)["data"]!.AsArray())
        {
            // Bars by category and rows of matrices stop where names can't be read any more.
            Assert.True(trace!["type"]!.GetValue<string>() is not ("bar" or "heatmap") || trace["y"]!.AsArray().Count <= 120);
        }

        Assert.InRange(Json(figure)["layout"]!["height"]!.GetValue<double>(), 100, 7000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_of_articles_is_never_markup(string name)
    {
        var keys = string.Join(",", Charts[name].Keys.Split(',').Select(key => key is "month" ? "2025-10" : key is "year" ? "2025" : Hostile.Replace(',', ' ')));
        var figure = Draw(name, [(keys, 7)]);
        var json = ChartDisplay.PlotlyJson(figure);
        Assert.DoesNotContain("<script", json, StringComparison.OrdinalIgnoreCase);
        var html = ChartDisplay.Html(figure);
        Assert.Equal(2, html.Split("<script", StringSplitOptions.None).Length);
        foreach (var trace in Json(figure)["data"]!.AsArray())
        {
            Assert.True(trace!["hovertemplate"] is not JsonValue template || template.GetValue<string>() == "%{customdata}<extra></extra>");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_table_gives_the_same_bytes(string name)
    {
        (string, int)[] rows = [.. Enumerable.Range(0, 12).Select(i => Row(name, i))];
        Assert.Equal(ChartDisplay.Html(Draw(name, rows)), ChartDisplay.Html(Draw(name, rows)));
    }

    [Theory]
    [InlineData("en", "2024-08,2025-10-13,--10-14,", "Source: 4 articles, Aug 2024 to Oct 2025, 2 of them without a year")]
    [InlineData("fr", "2024-08,2024-08-03,--10-14", "Source : 3 articles, août 2024, dont 1 sans année")]
    [InlineData("en", "--10-14", "Source: 1 article, 1 of them without a year")]
    [InlineData("en", "2024-08", "Source: 1 article, Aug 2024")]
    public void The_source_tells_how_many_articles_have_no_year(string language, string dates, string source)
    {
        var documents = new Microsoft.Data.Analysis.DataFrame(new Microsoft.Data.Analysis.StringDataFrameColumn("date", dates.Split(',')));
        Assert.Equal(source, new HouseCharts(documents, language).CoverageByPartner(TestTables.Table(Partner, ("TUR,Türkiye,Turquie", 1))).Source);
    }

    [Fact]
    public void Words_are_French_on_request()
    {
        var figure = new HouseCharts(TestTables.Documents, "fr").CoverageByPartner(TestTables.Table(Partner, ("TUR,Türkiye,Turquie", 1), ("RUS,Russia,Russie", 2)));
        var json = ChartDisplay.PlotlyJson(figure);
        Assert.Equal("Couverture par partenaire", figure.Title);
        Assert.Equal("Source : 3 articles, de nov. 2017 à oct. 2025, dont 1 sans année", figure.Source);
        Assert.Contains("Turquie", json, StringComparison.Ordinal);
        Assert.Contains("nombre d’articles", System.Net.WebUtility.HtmlDecode(json), StringComparison.Ordinal);
        Assert.DoesNotContain("Türkiye", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_stand_by_number_and_levels_by_rank()
    {
        var partners = new HouseCharts().CoverageByPartner(TestTables.Table(Partner, ("AZE,Azerbaijan,A", 1), ("RUS,Russia,R", 3)));
        Assert.Equal(["Russia", "Azerbaijan"], Ticks(partners, "yaxis"));
        var levels = new HouseCharts().MeetingsByLevel(TestTables.Of("level", "meetings", ("ambassador", 9), ("minister", 1)));
        Assert.Equal(["minister", "ambassador"], Ticks(levels, "yaxis"));
    }

    [Fact]
    public void Months_between_have_their_place_and_what_has_none_is_said()
    {
        var figure = new HouseCharts().CoverageByMonth(TestTables.Table("month", ("2025-01", 2), ("2025-04", 1), ("", 3), ("2011", 1)));
        var bars = Json(figure)["data"]![0]!;
        Assert.Equal([2, 0, 0, 1], bars["y"]!.AsArray().Select(n => n!.GetValue<int>()));
        Assert.Equal("not shown, without a month: 4 articles", figure.Source);
    }

    [Fact]
    public void Months_are_named_by_quarters_where_the_names_of_all_would_not_fit_side_by_side()
    {
        Assert.Equal(["Jan<br>2025", "Feb<br>2025", "Mar<br>2025"], Ticks(new HouseCharts().CoverageByMonth(TestTables.Table("month", ("2025-01", 2), ("2025-03", 1))), "xaxis"));
        Assert.Equal(["Oct<br>2024", "Jan<br>2025", "Apr<br>2025", "Jul<br>2025", "Oct<br>2025"], Ticks(new HouseCharts().CoverageByMonth(TestTables.Table("month", ("2024-08", 2), ("2025-12", 1))), "xaxis"));
    }

    [Fact]
    public void A_map_needs_no_network_and_says_what_has_no_place_on_it()
    {
        var figure = new HouseCharts().CoverageMap(TestTables.Table(Partner, ("SGP,Singapore,Singapour", 4), ("RUS,Russia,Russie", 9), ("ASEAN,ASEAN,ASEAN", 3), (",,", 2)));
        var chart = Json(figure);
        Assert.All(chart["data"]!.AsArray(), trace => Assert.Equal("scatter", trace!["type"]!.GetValue<string>()));
        Assert.Equal(["9", ""], chart["data"]![1]!["text"]!.AsArray().Select(text => text!.GetValue<string>()).Select(text => text == "4" ? "" : text));
        Assert.Contains("not on the map: 5 articles", figure.Source, StringComparison.Ordinal);
        Assert.InRange(ChartDisplay.PlotlyJson(figure).Length, 20_000, 90_000);
    }

    [Fact]
    public void The_land_of_the_map_is_whole()
    {
        var (x, y) = Drawing.WorldMap.Land;
        Assert.Equal(x.Length, y.Length);
        // No edge but Antarctica's would cross a tenth of the map, and Antarctica is not there.
        Assert.All(Enumerable.Range(1, x.Length - 1).Where(i => x[i] is not null && x[i - 1] is not null), i => Assert.InRange(Math.Abs(x[i]!.Value - x[i - 1]!.Value), 0, 540));
        var (hanoi, lima) = (Drawing.WorldMap.Place("VNM")!.Value, Drawing.WorldMap.Place("PER")!.Value);
        Assert.True(hanoi.X > 0 && hanoi.Y > 0 && lima.X < 0 && lima.Y < 0);
        Assert.Null(Drawing.WorldMap.Place("ASEAN"));
    }

    [Fact]
    public void Years_between_have_their_place_and_types_their_order()
    {
        var figure = new HouseCharts().EngagementsByYear(TestTables.Of("year,type", "engagements", ("2021,agreement", 2), ("2024,meeting", 3), (",visit", 4)));
        var chart = Json(figure);
        Assert.Equal(["2021", "2022", "2023", "2024"], chart["layout"]!["xaxis"]!["ticktext"]!.AsArray().Select(tick => tick!.GetValue<string>()));
        Assert.Equal(["meetings", "agreements"], chart["data"]!.AsArray().Select(trace => trace!["name"]?.GetValue<string>()).OfType<string>().Where(name => name.Length > 0));
        Assert.Contains("not shown, without a year: 4 engagements", figure.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Regions_have_their_share()
    {
        var table = TestTables.Of("region", "engagements", ("europe", 3), ("southeast_asia", 1));
        Assert.Equal(["3 (75%)", "1 (25%)"], Json(new HouseCharts().EngagementsByRegion(table))["data"]![0]!["text"]!.AsArray().Select(text => text!.GetValue<string>()));
    }

    [Fact]
    public void Bars_for_years_say_that_they_are_years()
    {
        var table = TestTables.Table("month", ("1999-05", 1), ("2024-05", 3));
        Assert.Equal("year", Json(new HouseCharts().CoverageByMonth(table))["layout"]!["xaxis"]!["title"]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(2019, 2019, 1)]
    [InlineData(2011, 2019, 1)]
    [InlineData(2001, 2024, 2)]
    [InlineData(1976, 2025, 5)]
    [InlineData(1949, 2025, 10)]
    public void Years_on_the_time_line_are_those_that_a_reader_counts_in(int first, int last, int step)
    {
        var table = TestTables.Of("year," + Partner + ",instrument,title,status", "agreements", ($"{first},RUS,Russia,Russie,plan,a,signed", 1), ($"{last},RUS,Russia,Russie,plan,b,signed", 1));
        var ticks = Json(new HouseCharts().AgreementTimeline(table))["layout"]!["xaxis"]!["ticktext"]!.AsArray().Select(tick => int.Parse(tick!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(first, last - first + 1).Where(year => year % step == 0), ticks);
    }

    [Fact]
    public void Points_of_a_busy_line_do_not_cover_each_other()
    {
        var rows = Enumerable.Range(0, 60).Select(i => ($"{1960 + i},RUS,Russia,Russie,plan,n{i},signed", 1)).ToArray();
        var trace = Json(new HouseCharts().AgreementTimeline(TestTables.Of("year," + Partner + ",instrument,title,status", "agreements", rows)))["data"]![0]!;
        var points = trace["x"]!.AsArray().Zip(trace["y"]!.AsArray(), (x, y) => (X: x!.GetValue<double>(), Y: y!.GetValue<double>())).ToList();
        Assert.Equal(60, points.Count);
        // A marker takes 13 of some 620 pixels, which show 65 years here.
        Assert.All(points.GroupBy(point => point.Y), line => Assert.All(line.Order().Zip(line.Order().Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X > 1.3)));
    }

    [Fact]
    public void A_matrix_cut_to_its_limit_has_no_empty_row_or_column()
    {
        // The 40 busiest hosts met guests of their own once each; two minor ones met the busiest guest.
        var rows = Enumerable.Range(0, 40).SelectMany(i => Enumerable.Range(0, 4).Select(k => ($"h{i:00},g{i:00}{k},RUS,Russia,Russie", 1)))
            .Append(("minor,star,RUS,Russia,Russie", 3)).Append(("least,star,RUS,Russia,Russie", 3)).ToArray();
        var figure = new HouseCharts().WhoMetWhom(TestTables.Of("home_person,partner_person," + Partner, "meetings", rows));
        var cells = Json(figure)["data"]![0]!["z"]!.AsArray().Select(row => row!.AsArray().Select(cell => cell is not null).ToArray()).ToArray();
        Assert.All(cells, row => Assert.Contains(true, row));
        Assert.All(Enumerable.Range(0, cells[0].Length), column => Assert.Contains(cells, row => row[column]));
        Assert.InRange(cells[0].Length, 1, 30);
        Assert.Matches(@"shown: \d+ of 42 rows, \d+ of 161 columns; elsewhere: \d+ meetings", figure.Source);
    }

    [Fact]
    public void A_long_source_line_goes_on_below_itself()
    {
        var rows = Enumerable.Range(0, 40).Select(i => ($"h{i:00},g{i:00},RUS,Russia,Russie", 1)).ToArray();
        var table = TestTables.Of("home_person,partner_person," + Partner, "meetings", rows);
        int Top(Figure figure) => Json(figure)["layout"]!["margin"]!["t"]!.GetValue<int>();
        var (brief, full) = (new HouseCharts().WhoMetWhom(table), new HouseCharts(TestTables.Documents, "fr").WhoMetWhom(table));
        var lines = Json(full)["layout"]!["title"]!["text"]!.GetValue<string>().Split("<br>").Skip(1).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.InRange(System.Text.RegularExpressions.Regex.Replace(line, "<[^>]*>", "").Length, 10, 112));
        Assert.True(Top(full) > Top(brief));
    }

    [Fact]
    public void Partners_of_one_name_stay_apart()
    {
        var figure = new HouseCharts().CoverageByPartner(TestTables.Table(Partner, ("COD,Congo,Congo", 2), ("COG,Congo,Congo", 1)));
        Assert.Equal(2, Json(figure)["data"]![0]!["x"]!.AsArray().Count);
    }

    [Fact]
    public void Stacked_series_differ_in_more_than_colour()
    {
        var figure = new HouseCharts().MeetingsByPartnerAndKind(TestTables.Of(
            Partner + ",kind", "meetings", ("RUS,Russia,R,talks", 1), ("RUS,Russia,R,reception", 1), ("RUS,Russia,R,dialogue", 1)));
        var patterns = Json(figure)["data"]!.AsArray().Where(trace => trace!["type"]!.GetValue<string>() == "bar")
            .Select(trace => trace!["marker"]!["pattern"]!["shape"]!.GetValue<string>()).ToList();
        Assert.Equal(3, patterns.Count);
        Assert.Equal(3, patterns.Distinct().Count());
    }

    [Fact]
    public void A_part_too_small_for_its_number_has_none_and_the_others_are_read_on_their_colour()
    {
        var keys = "month," + Partner;
        var figure = new HouseCharts().CoverageByMonth(TestTables.Table(keys, ("2025-01,RUS,Russia,R", 60), ("2025-01,TUR,Türkiye,T", 40), ("2025-01,LAO,Laos,L", 1)));
        var bars = Json(figure)["data"]!.AsArray().Where(trace => trace!["type"]!.GetValue<string>() == "bar").ToList();
        Assert.Equal(["60", "40", ""], bars.Select(bar => bar!["text"]![0]!.GetValue<string>()));
        Assert.Equal(["#FFFFFF", "#1F2933", "#1F2933"], bars.Select(bar => bar!["insidetextfont"]!["color"]!.GetValue<string>()));
        Assert.Contains("Laos", bars[2]!["customdata"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static Figure Draw(string name, (string Keys, int Count)[] rows) =>
        Charts[name].Draw(new HouseCharts(TestTables.Documents), TestTables.Of(Charts[name].Keys, "meetings", rows));

    private static (string, int) Row(string name, int i) =>
        (string.Join(",", Charts[name].Keys.Split(',').Select(key => key switch
        {
            "month" => $"{2005 + (i % 20)}-{1 + (i % 12):00}",
            "year" => $"{2005 + (i % 20)}",
            "date" => $"{2005 + (i % 20)}-05-06",
            "partner" when name == "coverage-map" => States[i % States.Length],
            _ => $"{key} {i}",
        })), 7);

    private static JsonNode Json(Figure figure) => JsonNode.Parse(ChartDisplay.PlotlyJson(figure)) ?? throw new JsonException();

    private static IEnumerable<string> Ticks(Figure figure, string axis) =>
        Json(figure)["layout"]![axis]!["ticktext"]!.AsArray().Select(text => text!.GetValue<string>());
}
