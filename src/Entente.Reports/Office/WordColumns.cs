using System.Globalization;

namespace Entente.Reports.Office;

/// <summary>Shares the width of the page among a table's columns by what they hold: a word is not broken, a title gets more than a year.</summary>
internal static class WordColumns
{
    // A4 less its margins, in twentieths of a point; so are a character of a cell and the space beside its text;
    // a machine without Calibri shows a wider face, and a head is bold.
    private const int PageWidth = 9638;
    private const int Character = 132;
    private const int Padding = 170;

    // A column's claim ends here, in characters: longer texts are set on several lines.
    private const int Longest = 40;

    /// <summary>A width for each column; <paramref name="lines"/> are the rows with their head.</summary>
    public static IReadOnlyList<string> WidthsOf(IReadOnlyList<string[]> lines)
    {
        var columns = Enumerable.Range(0, lines[0].Length).ToList();
        var words = columns.ConvertAll(column => Padding + (Character * lines.Max(line => line[column].Split(' ').Max(word => word.Length))));
        var texts = columns.ConvertAll(column => Math.Max(words[column], Padding + (Character * lines.Max(line => Math.Min(Longest, line[column].Length)))));
        var (room, wish) = (PageWidth - words.Sum(), texts.Sum() - words.Sum());

        // First each column's longest word; what is left goes where texts are longer.
        return [.. columns.Select(column =>
            room <= 0 ? PageWidth * words[column] / words.Sum()
            : wish == 0 ? words[column] + (room / columns.Count)
            : words[column] + (int)((long)room * (texts[column] - words[column]) / wish)).Select(width => width.ToString(CultureInfo.InvariantCulture))];
    }
}
