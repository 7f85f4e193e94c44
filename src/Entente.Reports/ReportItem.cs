using Entente.Charts;
using Microsoft.Data.Analysis;

namespace Entente.Reports;

/// <summary>
/// A chart, or a table alone, with the sentences that its numbers rest on. <paramref name="Name"/> is the anchor in the
/// page and the stem of its files.
/// </summary>
public sealed record ReportItem(string Name, string Title, Figure? Figure, DataFrame Table, DataFrame Evidence)
{
    public static ReportItem Of(Figure figure) => new(figure.Name, figure.Title, figure, figure.Table, figure.Evidence);

    public static ReportItem Of(NamedTable table) => new(table.Name, table.Title, null, table.Table, table.Evidence);

    public static ReportItem Of(string name, string title, DataFrame table, DataFrame? evidence = null) =>
        new(name.Replace('_', '-'), title, null, table, evidence ?? new DataFrame());
}
