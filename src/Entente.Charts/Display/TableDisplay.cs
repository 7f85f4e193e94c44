using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace Entente.Charts.Display;

/// <summary>
/// DataFrames as notebooks show them: an HTML table and a plain-text one, with the number of rows, the types of the
/// columns, and what was left off. Cells are text of articles, so they are encoded.
/// </summary>
public static class TableDisplay
{
    private const int RowLimit = 40;
    private const int CellLimit = 160;
    private const int PlainCellLimit = 36;
    private const int WordLimit = 24;

    private const string CellStyle = "text-align:left;vertical-align:top;padding:4px 10px;max-width:34em;white-space:normal";
    private const string NumberStyle = "text-align:right;vertical-align:top;padding:4px 10px;font-variant-numeric:tabular-nums";

    /// <summary>The first rows as an HTML table with a line that says how many there are.</summary>
    public static string Html(DataFrame table, int rowLimit = RowLimit)
    {
        var html = new StringBuilder();
        var rows = (int)Math.Min(table.Rows.Count, Math.Max(0, rowLimit));
        var cut = false;
        html.Append("<div style=\"overflow-x:auto\"><table class=\"dataframe\" style=\"border-collapse:collapse;font-size:13px\">\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" style=\"{Style(column)};border-bottom:2px solid currentColor\">{Encode(column.Name)}")
                .Append(CultureInfo.InvariantCulture, $"<br><small style=\"font-weight:normal;opacity:.7\">{TypeName(column)}</small></th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (var r = 0; r < rows; r++)
        {
            html.Append("<tr>");
            foreach (var column in table.Columns)
            {
                var cell = Cell(column[r]);
                html.Append(CultureInfo.InvariantCulture, $"<td style=\"{Style(column)}{Wrapping(cell)}\">{Encode(Cut(cell, CellLimit, ref cut))}</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table>\n<p><small>").Append(Encode(Size(table, rows, cut))).Append("</small></p></div>").ToString();
    }

    /// <summary>The first rows in columns of characters.</summary>
    public static string Text(DataFrame table, int rowLimit = RowLimit)
    {
        var rows = (int)Math.Min(table.Rows.Count, Math.Max(0, rowLimit));
        var cut = false;
        var columns = new List<(string[] Cells, int Width, bool Right)>();
        foreach (var column in table.Columns)
        {
            string[] cells = [OneLine(column.Name), .. Enumerable.Range(0, rows).Select(r => Cut(OneLine(Cell(column[r])), PlainCellLimit, ref cut))];
            columns.Add((cells, cells.Max(cell => cell.Length), IsNumber(column)));
        }

        var text = new StringBuilder();
        for (var r = 0; r <= rows && columns.Count > 0; r++)
        {
            AppendLine(text, columns.Select(c => c.Right ? c.Cells[r].PadLeft(c.Width) : c.Cells[r].PadRight(c.Width)));
            if (r == 0)
            {
                AppendLine(text, columns.Select(c => new string('-', c.Width)));
            }
        }

        return text.Append(Size(table, rows, cut)).ToString();
    }

    /// <summary>A cell as text: invariant, nothing for null.</summary>
    public static string Cell(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Whether a column holds numbers, which are set to the right.</summary>
    public static bool IsNumber(DataFrameColumn column) => column.IsNumericColumn();

    private static string Size(DataFrame table, int shown, bool cut)
    {
        var labels = ChartLabels.For("en");
        var all = labels.Number(table.Rows.Count);
        var size = shown < table.Rows.Count
            ? labels.Text("text.first_rows", labels.Number(shown), all, table.Columns.Count)
            : labels.Text("text.rows", all, table.Columns.Count);
        return cut ? $"{size}; {labels["text.cut"]}" : size;
    }

    private static string TypeName(DataFrameColumn column)
    {
        var type = column.DataType;
        return type == typeof(string) ? "text"
            : type == typeof(bool) ? "true/false"
            : type == typeof(float) || type == typeof(double) || type == typeof(decimal) ? "number"
            : column.IsNumericColumn() ? "integer"
            : type == typeof(DateTime) ? "date"
            : Encode(type.Name);
    }

    private static string Style(DataFrameColumn column) => IsNumber(column) ? NumberStyle : CellStyle;

    // Dates, codes and names of files are read as one word.
    private static string Wrapping(string cell) =>
        cell.Length is > 0 and <= WordLimit && !cell.Contains(' ', StringComparison.Ordinal) ? ";white-space:nowrap" : "";

    private static string Cut(string text, int length, ref bool cut)
    {
        var shown = Drawing.PlotlyText.Cut(text, length);
        cut |= shown.Length < text.Length || !ReferenceEquals(shown, text);
        return shown;
    }

    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? text : string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) =>
        text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');

    private static string Encode(string text) => HtmlText.Encode(text);
}
