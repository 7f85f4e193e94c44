using System.Globalization;
using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;
using Entente.Charts;
using Entente.Charts.Display;
using Entente.Cli.Composition;
using Entente.Cli.Terminal;
using Entente.Reports;
using Entente.Reports.Pictures;
using Figure = Entente.Charts.Figure;
using GenericChart = Plotly.NET.GenericChart;

namespace Entente.Cli.Commands;

/// <summary>From what the cells showed to files: charts, their tables, pictures in the executed notebooks, and the report.</summary>
internal static class RunReport
{
    public const string FileName = "report.html";

    /// <summary>Writes everything under the request's folder; returns the number of charts. <paramref name="read"/>: the articles, null for none.</summary>
    public static int Write(RunRequest request, IReadOnlyList<NotebookRun> runs, ExportResult? read)
    {
        var report = new Report
        {
            Title = request.Language == "fr" ? "Diplomatie de défense" : "Defence diplomacy",
            Language = request.Language,
            Documents = read?.Documents,
            Facts = ReportFacts.Of(read, runs, request.Language),
            Sections = [.. Sections(runs, request.Language, read)],
        };
        var figures = report.Figures.ToList();
        var pictures = ChartPictures.Render(figures);
        if (pictures.Note.Length > 0)
        {
            Screen.Note(pictures.Note);
        }

        ChartFiles.Write(figures, pictures.Pictures, Path.Combine(request.Out, "charts"));
        TableFiles.Write(report, Path.Combine(request.Out, "tables"), request.GuardFormulas);
        new ReportBuilder(report).WriteHtml(Path.Combine(request.Out, FileName));
        foreach (var note in ReportExport.Write(report, pictures.Pictures, request.Formats, request.Out))
        {
            Screen.Note(note);
        }

        foreach (var run in runs)
        {
            PutPictures(run.Notebook, figures, pictures.Pictures);
            NotebookWriter.WriteFile(run.Notebook, run.CopyIn(request.Out));
        }

        return figures.Count;
    }

    private static IEnumerable<ReportSection> Sections(IReadOnlyList<NotebookRun> runs, string language, ExportResult? read)
    {
        // Two notebooks may show charts of the same name: each has files and an anchor of its own. The corpus's own tables stand
        // in the same folder already.
        var names = new HashSet<string>(read?.Files.Select(file => Path.GetFileNameWithoutExtension(file)) ?? [], StringComparer.OrdinalIgnoreCase);
        foreach (var run in runs)
        {
            var items = Items(run, language).ConvertAll(item => names.Add(item.Name) ? item : Renamed(item, names));
            yield return new ReportSection(run.Title, items, SectionText.Of(run.Notebook));
        }
    }

    private static ReportItem Renamed(ReportItem item, HashSet<string> names)
    {
        for (var n = 2; ; n++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{item.Name}-{n}");
            if (names.Add(name))
            {
                return item with { Name = name, Figure = item.Figure?.Named(name) };
            }
        }
    }

    // A figure shows its summary already: a summary shown beside its figure is no item of its own.
    private static List<ReportItem> Items(NotebookRun run, string language)
    {
        var figures = run.Shown.OfType<Figure>().Select(figure => figure.Name).ToHashSet(StringComparer.Ordinal);
        var items = run.Shown.Select(value => value switch
        {
            Figure figure => ReportItem.Of(figure),
            GenericChart chart => ReportItem.Of(Figure.Of(chart, ChartLabels.For(language)["text.chart"])),
            NamedTable table => ReportItem.Of(table),
            Summary summary when !figures.Contains(summary.Name.Replace('_', '-')) => ReportItem.Of(summary.Name, ChartLabels.For(language)["chart." + summary.Name], summary.Table, summary.Evidence),
            _ => null,
        });
        return [.. items.OfType<ReportItem>().DistinctBy(item => (item.Name, item.Figure is { } figure ? ChartDisplay.PlotlyJson(figure) : ""))];
    }

    // A viewer that runs no script (a code host's, say) shows the picture. A chart is known again by its drawing.
    private static void PutPictures(Notebook notebook, IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, ChartPicture> pictures)
    {
        var drawn = figures.Where(figure => pictures.ContainsKey(figure.Name)).DistinctBy(ChartDisplay.PlotlyJson).ToDictionary(figure => Normal(JsonNode.Parse(ChartDisplay.PlotlyJson(figure))));
        foreach (var output in notebook.Cells.SelectMany(cell => cell.Outputs))
        {
            if (output["data"] is JsonObject data && data[CellFormats.PlotlyJson] is { } drawing && drawn.TryGetValue(Normal(drawing), out var figure))
            {
                data["text/html"] = NotebookWriter.Lines(ChartDisplay.Html(figure, pictures[figure.Name].DataAddress));
                data["image/png"] = Convert.ToBase64String(pictures[figure.Name].SmallPng);
            }
        }
    }

    private static string Normal(JsonNode? json) => json?.ToJsonString() ?? "";
}
