using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Cellule.Notebooks.Converting;

/// <summary>
/// Markdown cells as HTML: headings, paragraphs, lists (nested by indent), quotes, tables, fenced code, rules. HTML in a cell
/// is shown as text, so that a notebook can't put scripts into a page through its prose.
/// </summary>
internal sealed partial class MarkdownBlocks
{
    private readonly List<string> _lines;
    private readonly StringBuilder _html = new();
    private int _at;

    private MarkdownBlocks(IEnumerable<string> lines) => _lines = [.. lines];

    public static string ToHtml(string markdown) => Render(markdown.ReplaceLineEndings("\n").Split('\n'));

    private static string Render(IEnumerable<string> lines)
    {
        var blocks = new MarkdownBlocks(lines);
        while (blocks._at < blocks._lines.Count)
        {
            blocks.Block();
        }

        return blocks._html.ToString();
    }

    private void Block()
    {
        var line = _lines[_at];
        if (string.IsNullOrWhiteSpace(line))
        {
            _at++;
        }
        else if (Fence().Match(line) is { Success: true } fence)
        {
            Code(fence.Groups["ticks"].Value);
        }
        else if (Heading().Match(line) is { Success: true } heading)
        {
            var level = heading.Groups["marks"].Length;
            _html.Append(CultureInfo.InvariantCulture, $"<h{level}>{MarkdownInline.ToHtml(heading.Groups["text"].Value)}</h{level}>\n");
            _at++;
        }
        else if (Rule().IsMatch(line))
        {
            _html.Append("<hr>\n");
            _at++;
        }
        else if (line.StartsWith('>'))
        {
            _html.Append("<blockquote>\n").Append(Render(Take(next => next.StartsWith('>')).Select(quoted => Quote().Replace(quoted, "")))).Append("</blockquote>\n");
        }
        else if (Item().Match(line) is { Success: true } item)
        {
            List(item);
        }
        else if (IsTable())
        {
            Table();
        }
        else
        {
            var text = Take(next => !StartsBlock(next));
            _html.Append("<p>").Append(MarkdownInline.ToHtml(string.Join('\n', text))).Append("</p>\n");
        }
    }

    private void Code(string ticks)
    {
        _at++;
        var code = Take(next => !next.TrimStart().StartsWith(ticks, StringComparison.Ordinal), atLeast: 0);
        _at++;
        _html.Append("<pre><code>").Append(WebUtility.HtmlEncode(string.Join('\n', code))).Append("</code></pre>\n");
    }

    private void List(Match first)
    {
        var ordered = char.IsAsciiDigit(first.Groups["mark"].Value[0]);
        _html.Append(ordered ? "<ol>\n" : "<ul>\n");
        while (_at < _lines.Count && Item().Match(_lines[_at]) is { Success: true } item && char.IsAsciiDigit(item.Groups["mark"].Value[0]) == ordered)
        {
            _at++;
            var indent = item.Groups["text"].Index;
            var below = Take(next => next.Length == 0 || (next.Length - next.TrimStart().Length) >= Math.Min(indent, 2), atLeast: 0);
            var text = item.Groups["text"].Value;
            var nested = below.Select(next => next.Length >= indent && string.IsNullOrWhiteSpace(next[..indent]) ? next[indent..] : next.TrimStart());
            _html.Append("<li>").Append(below.TrueForAll(string.IsNullOrEmpty) ? MarkdownInline.ToHtml(text) : Render(nested.Prepend(text))).Append("</li>\n");
        }

        _html.Append(ordered ? "</ol>\n" : "</ul>\n");
    }

    private bool IsTable() => _lines[_at].Contains('|', StringComparison.Ordinal) && _at + 1 < _lines.Count && TableRule().IsMatch(_lines[_at + 1]);

    private void Table()
    {
        var head = Cells(_lines[_at]);
        _at += 2;
        _html.Append("<table>\n<thead><tr>").AppendJoin("", head.Select(cell => $"<th>{MarkdownInline.ToHtml(cell)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in Take(next => next.Contains('|', StringComparison.Ordinal), atLeast: 0))
        {
            _html.Append("<tr>").AppendJoin("", Cells(row).Select(cell => $"<td>{MarkdownInline.ToHtml(cell)}</td>")).Append("</tr>\n");
        }

        _html.Append("</tbody>\n</table>\n");
    }

    private static IEnumerable<string> Cells(string row) => CellBorder().Split(row.Trim().Trim('|')).Select(cell => cell.Trim());

    private static bool StartsBlock(string line) =>
        string.IsNullOrWhiteSpace(line) || line.StartsWith('>') || Heading().IsMatch(line) || Fence().IsMatch(line) || Rule().IsMatch(line) || Item().IsMatch(line);

    private List<string> Take(Func<string, bool> belongs, int atLeast = 1)
    {
        var taken = new List<string>();
        while (_at < _lines.Count && (taken.Count < atLeast || belongs(_lines[_at])))
        {
            taken.Add(_lines[_at++]);
        }

        return taken;
    }

    [GeneratedRegex(@"^\s{0,3}(?<ticks>`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s{0,3}(?<marks>#{1,6})\s+(?<text>.*?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^>\s?")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s{0,3}(?<mark>[-*+]|\d{1,9}[.)])\s+(?<text>.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellBorder();
}
