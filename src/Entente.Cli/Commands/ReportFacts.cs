using Entente.Reports;

namespace Entente.Cli.Commands;

/// <summary>How a report came about, without a time: the same articles and notebooks give the same report.</summary>
internal static class ReportFacts
{
    public static IReadOnlyList<ReportFact> Of(ExportResult? read, IReadOnlyList<NotebookRun> runs, string language)
    {
        var french = language == "fr";
        var facts = new List<ReportFact>();
        if (read is not null)
        {
            facts.Add(new(french ? "Articles lus" : "Articles read", $"{read.Seeds - read.Unread.Count}"));
            facts.Add(new(french ? "À vérifier" : "To be checked", french
                ? $"avertissements : {read.Warnings} ; mots réparés : {read.Repairs}"
                : $"warnings: {read.Warnings}; repaired words: {read.Repairs}"));
        }

        facts.Add(new(french ? "Carnets" : "Notebooks", string.Join(", ", runs.Select(run => Path.GetFileName(run.Path)))));
        facts.Add(new("Entente", typeof(ReportFacts).Assembly.GetName().Version?.ToString(3) ?? ""));
        return facts;
    }
}
