using System.Globalization;
using Entente.Charts;
using Entente.Charts.Display;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Page;

/// <summary>What a reader sees of a table: which columns, and each cell in words.</summary>
internal static class CellWords
{
    /// <summary>All columns but the partner's names in the other language.</summary>
    public static List<DataFrameColumn> Shown(DataFrame table, ChartLabels labels)
    {
        var own = "partner_name_" + labels.Language;
        return [.. table.Columns.Where(column => !column.Name.StartsWith("partner_name_", StringComparison.Ordinal) || column.Name == own)];
    }

    public static string Of(DataFrame table, DataFrameColumn column, long row, ChartLabels labels)
    {
        var value = column[row];
        var text = TableDisplay.Cell(value);
        return column.Name switch
        {
            "month" => text.Length == 0 ? labels["text.not_stated"] : labels.Month(text),
            "date" when text.Length > 0 => labels.Date(text),
            "partner" => text,
            // A place in a file is an address, not an amount.
            "start" or "end" => text,
            "message" => Message(table, row, text, labels),
            _ when value is int or long => labels.Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            _ when value is string && text.Length > 0 => labels.Value(column.Name, text),
            _ when text.Length == 0 && IsCount(table) && !ReferenceEquals(column, table.Columns[^1]) => labels["text.not_stated"],
            _ => text,
        };
    }

    // A table of counts: each of its rows says what was counted, and "nothing" is an answer.
    private static bool IsCount(DataFrame table) => TableDisplay.IsNumber(table.Columns[^1]) && table.Columns[^1].Name != "end";

    // The library's warnings are in English; each kind has its sentence in the report's language.
    private static string Message(DataFrame table, long row, string text, ChartLabels labels) =>
        labels.Language != "en" && table.Columns.Any(c => c.Name == "code") && labels["warning." + TableDisplay.Cell(table["code"][row])] is var own && own.Contains(' ', StringComparison.Ordinal)
            ? own
            : text;
}
