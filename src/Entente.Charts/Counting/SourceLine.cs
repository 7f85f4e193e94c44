using Microsoft.Data.Analysis;

namespace Entente.Charts.Counting;

/// <summary>Words what a chart was read from: <c>Source: 5 articles, Nov 2017 to Oct 2025</c>.</summary>
internal static class SourceLine
{
    public static string Of(DataFrame? documents, ChartLabels labels)
    {
        if (documents is null)
        {
            return "";
        }

        // A file without text is a row of the table, and no article.
        var read = documents.Columns.Any(column => column.Name == "words")
            ? documents.Rows.Count(row => row["words"] is not 0)
            : (int)documents.Rows.Count;
        var articles = labels.Count(read, "articles");
        var dates = documents.Columns.Any(column => column.Name == "date")
            ? Enumerable.Range(0, (int)documents.Rows.Count)
                .Select(i => documents["date"][i]?.ToString() ?? "")
                .Where(date => date.Length >= 4 && date[0] != '-')
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        if (dates.Count == 0)
        {
            return labels.Text("text.source", articles);
        }

        var (first, last) = (labels.Month(dates[0]), labels.Month(dates[^1]));
        return labels.Text("text.source", first == last ? $"{articles}, {first}" : labels.Text("text.source_period", articles, first, last));
    }
}
