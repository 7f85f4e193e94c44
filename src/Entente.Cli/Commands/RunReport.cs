using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;
using Entente.Charts;
using Entente.Charts.Display;
using Entente.Cli.Composition;
using Entente.Cli.Terminal;
using Entente.Reports;
using Entente.Reports.Pictures;

namespace Entente.Cli.Commands;

/// <summary>From what the cells showed to files: charts, their tables, pictures in the executed notebooks, and the report.</summary>
internal static class RunReport
{
    public const string FileName = "report.html";

    /// <summary>Writes everything under the request's folder; returns the number of charts.</summary>
    public static int Write(RunRequest request, IReadOnlyList<NotebookRun> runs, string? seeds)
    {
        var corpus = seeds is null ? null : Corpus.Load(seeds, new CorpusOptions { HomeCountry = request.Home });
        var report = new Report
        {
            Title = request.Language == "fr" ? "Diplomatie de défense" : "Defence diplomacy",
            Language = request.Language,
            Documents = corpus?.Documents,
            Facts = ReportFacts.Of(corpus, runs, request.Language),
            Sections = [.. runs.Select(run => new ReportSection(run.Title, Items(run, request.Language), SectionText.Of(run.Notebook)))],
        };
        var figures = report.Figures.ToList();
        var pictures = ChartPictures.Render(figures);
        if (pictures.Note.Length > 0)
        {
            Screen.Note(pictures.Note);
        }

        ChartFiles.Write(figures, pictures.Pictures, Path.Combine(request.Out, "charts"));
        TableFiles.Write(report, Path.Combine(request.Out, "tables"));
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

    // A figure shows its summary already: a summary shown beside its figure is no item of its own.
    private static List<ReportItem> Items(NotebookRun run, string language)
    {
        var figures = run.Shown.OfType<Figure>().Select(figure => figure.Name).ToHashSet(StringComparer.Ordinal);
        var items = run.Shown.Select(value => value switch
        {
            Figure figure => ReportItem.Of(figure),
            NamedTable table => ReportItem.Of(table),
            Summary summary when !figures.Contains(summary.Name.Replace('_', '-')) => ReportItem.Of(summary.Name, ChartLabels.For(language)["chart." + summary.Name], summary.Table, summary.Evidence),
            _ => null,
        });
        return [.. items.OfType<ReportItem>().DistinctBy(item => item.Name)];
    }

    // A viewer that runs no script (a code host's, say) shows the picture.
    private static void PutPictures(Notebook notebook, List<Figure> figures, IReadOnlyDictionary<string, ChartPicture> pictures)
    {
        foreach (var output in notebook.Cells.SelectMany(cell => cell.Outputs))
        {
            if (CellFormats.FigureOf(output) is { } name
                && pictures.TryGetValue(name, out var picture)
                && figures.Find(figure => figure.Name == name) is { } figure
                && output["data"] is JsonObject data)
            {
                data["text/html"] = NotebookWriter.Lines(ChartDisplay.Html(figure, picture.DataAddress));
                data["image/png"] = Convert.ToBase64String(picture.SmallPng);
            }
        }
    }
}
