using Entente.Reports;

namespace Entente.Cli.Commands;

/// <summary>How a report came about, without a time: the same articles and notebooks give the same report.</summary>
internal static class ReportFacts
{
    public static IReadOnlyList<ReportFact> Of(Corpus? corpus, IReadOnlyList<NotebookRun> runs, string language)
    {
        var french = language == "fr";
        var facts = new List<ReportFact>();
        if (corpus is not null)
        {
            facts.Add(new(french ? "Articles lus" : "Articles read", $"{corpus.Documents.Rows.Count}"));
            facts.Add(new(french ? "À vérifier" : "To be checked", french
                ? $"avertissements : {corpus.Warnings.Rows.Count} ; mots réparés : {corpus.Repairs.Rows.Count}"
                : $"warnings: {corpus.Warnings.Rows.Count}; repaired words: {corpus.Repairs.Rows.Count}"));
        }

        facts.Add(new(french ? "Carnets" : "Notebooks", string.Join(", ", runs.Select(run => Path.GetFileName(run.Path)))));
        facts.Add(new("Entente", typeof(ReportFacts).Assembly.GetName().Version?.ToString(3) ?? ""));
        return facts;
    }
}
