using Microsoft.Data.Analysis;

namespace Entente.Charts.Counting;

/// <summary>
/// Words what a chart was read from: <c>Source: 5 articles, Nov 2017 to Oct 2025, 1 of them without a year</c>. The months are those of the articles whose year is known; how many have none is told, since
/// they may be older or younger.
/// </summary>
internal static class SourceLine
{
    public static string Of(DataFrame? documents, ChartLabels labels)
    {
        if (documents is null)
        {
            return "";
        }

        // A file without text is a row of the table, and no article.
        var hasWords = documents.Columns.Any(column => column.Name == "words");
        var rows = Enumerable.Range(0, (int)documents.Rows.Count).Where(i => !hasWords || documents["words"][i] is not 0).ToList();
        var articles = labels.Count(rows.Count, "articles");
        if (!documents.Columns.Any(column => column.Name == "date"))
        {
            return labels.Text("text.source", articles);
        }

        var dates = rows.Select(i => documents["date"][i]?.ToString() ?? "").Where(HasYear).Order(StringComparer.Ordinal).ToList();
        if (dates.Count > 0)
        {
            var (first, last) = (labels.Month(dates[0]), labels.Month(dates[^1]));
            articles = first == last ? $"{articles}, {first}" : labels.Text("text.source_period", articles, first, last);
        }

        var undated = rows.Count - dates.Count;
        return labels.Text("text.source", undated > 0 ? labels.Text("text.source_undated", articles, labels.Number(undated)) : articles);
    }

    // "--10-14" is a day whose year stays open.
    private static bool HasYear(string date) => date.Length >= 4 && date[0] != '-';
}
