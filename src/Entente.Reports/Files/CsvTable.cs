using System.Text;
using Entente.Charts.Display;
using Microsoft.Data.Analysis;

namespace Entente.Reports.Files;

/// <summary>
/// Writes a table as CSV (RFC 4180): UTF-8, a header row, quotes where needed. With <c>guardFormulas</c> a text that a spreadsheet would
/// run (it begins with <c>= + - @</c>, a tab or a carriage return) gets a leading apostrophe; without it every cell is what was read.
/// </summary>
public static class CsvTable
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    public static void Write(DataFrame table, string path, bool guardFormulas = false) => FileReplacement.WriteText(path, ToText(table, guardFormulas));

    /// <summary>The table as CSV text.</summary>
    public static string ToText(DataFrame table, bool guardFormulas = false)
    {
        var text = new StringBuilder();
        AppendRow(text, table.Columns.Select(column => column.Name));
        for (long row = 0; row < table.Rows.Count; row++)
        {
            var r = row;
            AppendRow(text, table.Columns.Select(column => guardFormulas && column[r] is string words ? Guarded(words) : TableDisplay.Cell(column[r])));
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quote)).Append('\n');

    private static string Guarded(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
