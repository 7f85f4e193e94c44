using Entente.Charts.Counting;
using Entente.Charts.Drawing;
using Microsoft.Data.Analysis;

namespace Entente.Charts;

/// <summary>
/// The charts of the house. Each takes a summary's table (key columns, and last the number) and its evidence, and
/// answers a <see cref="Figure"/>; a table without rows gives a chart that says so.
/// </summary>
/// <param name="documents">The corpus's documents, for the source line; null for none.</param>
/// <param name="language"><c>en</c> or <c>fr</c>.</param>
public sealed class HouseCharts(DataFrame? documents = null, string language = "en")
{
    // As the dictionary ranks them, the highest first.
    private static readonly string[] Levels =
        ["head_of_state", "head_of_government", "minister", "deputy_minister", "chief_of_staff", "ambassador", "other"];

    private static readonly string[] Statuses =
        ["signed", "established", "in_force", "negotiating", "planned", "proposed", "cited"];

    private static readonly string[] Types = ["meeting", "visit", "agreement"];

    private readonly ChartLabels _labels = ChartLabels.For(language);
    private readonly string _source = SourceLine.Of(documents, ChartLabels.For(language));

    /// <summary>What the charts say of their source: how many articles, of which time; empty without documents.</summary>
    public string Source => _source;

    /// <summary>Bars: how many articles are about each partner.</summary>
    public Figure CoverageByPartner(DataFrame table, DataFrame? evidence = null) => Bars("coverage_by_partner", "partner", table, evidence);

    /// <summary>
    /// Circles on a map: how many articles are about each partner. The line under the title says what a circle counts, and how many articles are about
    /// bodies, which have no place on the map.
    /// </summary>
    public Figure CoverageMap(DataFrame table, DataFrame? evidence = null)
    {
        var counts = CountTable.Read(table);
        var (points, elsewhere) = MapReader.Read(counts, _labels);
        var circles = _labels.Text("text.circles", _labels["axis." + counts.Counted]);
        var note = elsewhere > 0 ? circles + ChartFrame.Joint + _labels.Text("text.no_place", _labels.Count(elsewhere, counts.Counted)) : circles;
        return Make(
            "coverage_map", table, evidence, counts, note,
            frame => points.Count == 0 ? frame.Empty() : new MapPlot { Points = points, Counted = counts.Counted }.Draw(frame));
    }

    /// <summary>Bars: how many articles each agency wrote.</summary>
    public Figure CoverageByAgency(DataFrame table, DataFrame? evidence = null) => Bars("coverage_by_agency", "agency", table, evidence);

    /// <summary>Articles by month; a table with a column <c>partner</c> is stacked by it.</summary>
    public Figure CoverageByMonth(DataFrame table, DataFrame? evidence = null) => OverTime("coverage_by_month", table, evidence);

    /// <summary>Bars: how many meetings with each partner.</summary>
    public Figure MeetingsByPartner(DataFrame table, DataFrame? evidence = null) => Bars("meetings_by_partner", "partner", table, evidence);

    /// <summary>Stacked bars: meetings with each partner, by kind.</summary>
    public Figure MeetingsByPartnerAndKind(DataFrame table, DataFrame? evidence = null) => Stacked("meetings_by_partner_and_kind", "kind", table, evidence);

    /// <summary>Bars: meetings of each kind.</summary>
    public Figure MeetingsByKind(DataFrame table, DataFrame? evidence = null) => Bars("meetings_by_kind", "kind", table, evidence);

    /// <summary>Bars: meetings at each level, the highest first.</summary>
    public Figure MeetingsByLevel(DataFrame table, DataFrame? evidence = null) => Bars("meetings_by_level", "level", table, evidence, Levels);

    /// <summary>Meetings by month; a table with a column <c>partner</c> is stacked by it.</summary>
    public Figure MeetingsByMonth(DataFrame table, DataFrame? evidence = null) => OverTime("meetings_by_month", table, evidence);

    /// <summary>Matrix: who of the home side met whom, how often.</summary>
    public Figure WhoMetWhom(DataFrame table, DataFrame? evidence = null) => Matrix("who_met_whom", "home_person", "partner_person", table, evidence);

    /// <summary>Bars: agreements with each partner.</summary>
    public Figure AgreementsByPartner(DataFrame table, DataFrame? evidence = null) => Bars("agreements_by_partner", "partner", table, evidence);

    /// <summary>Bars: agreements of each kind of instrument.</summary>
    public Figure AgreementsByInstrument(DataFrame table, DataFrame? evidence = null) => Bars("agreements_by_instrument", "instrument", table, evidence);

    /// <summary>Bars: agreements in each status, from signed to merely cited.</summary>
    public Figure AgreementsByStatus(DataFrame table, DataFrame? evidence = null) => Bars("agreements_by_status", "status", table, evidence, Statuses);

    /// <summary>Timeline: each dated agreement on its partner's line.</summary>
    public Figure AgreementTimeline(DataFrame table, DataFrame? evidence = null) => Timeline("agreement_timeline", table, evidence);

    /// <summary>Timeline: when each partnership got its rank; a table without a column <c>instrument</c>.</summary>
    public Figure PartnershipRanks(DataFrame table, DataFrame? evidence = null) => Timeline("partnership_ranks", table, evidence);

    /// <summary>Engagements by year, stacked by type.</summary>
    public Figure EngagementsByYear(DataFrame table, DataFrame? evidence = null)
    {
        var counts = CountTable.Read(table);
        var years = YearTable.Of(counts, _labels, "type", Types);
        var note = years.Undated > 0 ? _labels.Text("text.undated_year", _labels.Count(years.Undated, counts.Counted)) : "";
        return Make("engagements_by_year_and_type", table, evidence, counts, note, frame => years.Years.Count == 0 ? frame.Empty() : new BarPlot
        {
            Categories = years.Years,
            Series = years.Series,
            Counted = counts.Counted,
            Upright = true,
            CategoryTitle = _labels["axis.year"],
            Ticks = years.Ticks,
        }.Draw(frame));
    }

    /// <summary>Bars: engagements with partners of each region, with their share.</summary>
    public Figure EngagementsByRegion(DataFrame table, DataFrame? evidence = null)
    {
        var counts = CountTable.Read(table);
        var cross = CrossTable.Of(counts, _labels, "region", "", BarLimit, 1);
        return Make("engagements_by_region", table, evidence, counts, Note(cross, counts), (Plot(cross, counts) with { ShareOf = counts.Total }).Draw);
    }

    /// <summary>Matrix: what is done with each partner, how often.</summary>
    public Figure EngagementsByPartnerAndActivity(DataFrame table, DataFrame? evidence = null) =>
        Matrix("engagements_by_partner_and_activity", "partner", "activity", table, evidence);

    /// <summary>Stacked bars: visits of each partner and to it.</summary>
    public Figure VisitsByPartner(DataFrame table, DataFrame? evidence = null) => Stacked("visits_by_partner_and_direction", "direction", table, evidence);

    /// <summary>Matrix: fields of cooperation by partner, in how many articles.</summary>
    public Figure ThemesByPartner(DataFrame table, DataFrame? evidence = null) => Matrix("themes_by_partner", "theme", "partner", table, evidence);

    private const int BarLimit = 25;
    private const int MatrixLimit = 30;

    private Figure Bars(string name, string key, DataFrame table, DataFrame? evidence, string[]? order = null)
    {
        var counts = CountTable.Read(table);
        var cross = CrossTable.Of(counts, _labels, key, "", BarLimit, 1, order);
        return Make(name, table, evidence, counts, Note(cross, counts), Plot(cross, counts).Draw);
    }

    private Figure Stacked(string name, string column, DataFrame table, DataFrame? evidence)
    {
        var counts = CountTable.Read(table);
        var cross = CrossTable.Of(counts, _labels, "partner", column, BarLimit, Palette.Size - 1);
        return Make(name, table, evidence, counts, Note(cross, counts), Plot(cross, counts).Draw);
    }

    private Figure Timeline(string name, DataFrame table, DataFrame? evidence)
    {
        var counts = CountTable.Read(table);
        var (plot, undated) = TimelineReader.Read(counts, _labels, Statuses);
        var note = undated > 0 ? _labels.Text("text.undated_year", _labels.Count(undated, counts.Counted)) : "";
        return Make(name, table, evidence, counts, note, frame => plot.Points.Count == 0 ? frame.Empty() : plot.Draw(frame));
    }

    private static BarPlot Plot(CrossTable cross, CountTable counts) =>
        new() { Categories = cross.Rows, Series = cross.ToSeries(), Counted = counts.Counted };

    /// <summary>Says what is beyond the rows that are drawn.</summary>
    private string Note(CrossTable cross, CountTable counts) => cross.AllRows > cross.Rows.Count
        ? _labels.Text("text.top", cross.Rows.Count, cross.AllRows, _labels.Count(counts.Total - cross.Drawn, counts.Counted))
        : "";

    private string MatrixNote(CrossTable cross, CountTable counts) =>
        cross.AllRows > cross.Rows.Count || cross.AllColumns > cross.Columns.Count
            ? _labels.Text(
                "text.top_matrix", cross.Rows.Count, cross.AllRows, cross.Columns.Count, cross.AllColumns,
                _labels.Count(counts.Total - cross.Drawn, counts.Counted))
            : "";

    private Figure OverTime(string name, DataFrame table, DataFrame? evidence)
    {
        var counts = CountTable.Read(table);
        var months = MonthTable.Of(counts, _labels, Palette.Size - 1);
        var note = months.Undated > 0 ? _labels.Text("text.undated", _labels.Count(months.Undated, counts.Counted)) : "";
        var full = counts.Has("partner") ? name + "_and_partner" : name;
        return Make(full, table, evidence, counts, note, frame => months.Labels.Count == 0 ? frame.Empty() : new BarPlot
        {
            Categories = months.Labels,
            Series = months.Series,
            Counted = counts.Counted,
            Upright = true,
            CategoryTitle = _labels[months.ByYear ? "axis.year" : "axis.month"],
            Ticks = months.Ticks,
        }.Draw(frame));
    }

    private Figure Matrix(string name, string row, string column, DataFrame table, DataFrame? evidence)
    {
        var counts = CountTable.Read(table);
        var cross = CrossTable.Matrix(counts, _labels, row, column, MatrixLimit);
        return Make(name, table, evidence, counts, MatrixNote(cross, counts), new MatrixPlot
        {
            Rows = cross.Rows,
            Columns = cross.Columns,
            Counts = cross.Counts,
            Counted = counts.Counted,
            RowTitle = row is "theme" or "partner" ? "" : _labels.Column(row),
            ColumnTitle = column is "partner" or "activity" ? "" : _labels.Column(column),
        }.Draw);
    }

    private Figure Make(
        string name, DataFrame table, DataFrame? evidence, CountTable counts, string note, Func<ChartFrame, Plotly.NET.GenericChart> draw)
    {
        var title = _labels["chart." + name];
        var source = string.Join(ChartFrame.Joint, new[] { _source, note }.Where(part => part.Length > 0));
        var frame = new ChartFrame(_labels, title, source);
        var empty = counts.Total <= 0;
        return new Figure
        {
            Name = name.Replace('_', '-'),
            Title = title,
            Chart = empty ? frame.Empty() : draw(frame),
            Table = table,
            Evidence = evidence ?? new DataFrame(),
            Source = source,
            AltText = Wording.AltText(title, counts, _labels),
            Language = _labels.Language,
        };
    }
}
