using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cellule.Notebooks.Model;

namespace Cellule.Notebooks.Converting;

/// <summary>
/// A notebook as one HTML page with nothing outside it. Outputs that are HTML stand as they are, because the notebook's own
/// cells made them; all other text is encoded.
/// </summary>
public static class HtmlConverter
{
    private const string Style = """
        body { font: 16px/1.55 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; }
        pre { background: #f5f5f3; padding: .7rem .9rem; overflow-x: auto; font: 14px/1.45 ui-monospace, monospace; border-radius: 4px; }
        pre.out { background: none; padding: .2rem .9rem; }
        pre.error { background: #fdf0ee; color: #7a1f12; }
        .cell { margin: 1rem 0; }
        .count { color: #767676; font: 12px ui-monospace, monospace; }
        table { border-collapse: collapse; margin: .6rem 0; }
        th, td { border: 1px solid #d8d8d4; padding: .25rem .6rem; text-align: left; vertical-align: top; }
        img { max-width: 100%; }
        .output { overflow-x: auto; }
        """;

    /// <summary><paramref name="prelude"/> gives the script that drawn outputs need; it is asked only when some output is drawn.</summary>
    public static string Convert(Notebook notebook, string title, string drawnMimeType, Func<string> prelude)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
            .Append(Encode(title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n");
        if (NotebookOutputs.Has(notebook, drawnMimeType))
        {
            page.Append(prelude()).Append('\n');
        }

        page.Append("</head>\n<body>\n<main>\n");
        foreach (var cell in notebook.Cells)
        {
            page.Append(cell.Kind switch
            {
                CellKind.Markdown => MarkdownBlocks.ToHtml(cell.Source),
                CellKind.Code => Code(cell),
                _ => $"<pre>{Encode(cell.Source)}</pre>\n",
            });
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Code(NotebookCell cell)
    {
        var html = new StringBuilder("<section class=\"cell\">\n");
        if (cell.ExecutionCount is { } count)
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<div class=\"count\">In [{count}]</div>\n");
        }

        html.Append("<pre><code>").Append(Encode(cell.Source)).Append("</code></pre>\n");
        foreach (var output in cell.Outputs)
        {
            html.Append(Output(output));
        }

        return html.Append("</section>\n").ToString();
    }

    private static string Output(JsonObject output)
    {
        if (NotebookOutputs.Text(output) is { Length: > 0 } text)
        {
            return $"<pre class=\"out{(NotebookOutputs.IsError(output) ? " error" : "")}\">{Encode(text.TrimEnd('\n'))}</pre>\n";
        }

        return NotebookOutputs.Data(output, "text/html", "image/svg+xml", "image/png", "text/markdown", "text/plain") switch
        {
            ("text/html", var html) => $"<div class=\"output\">{html}</div>\n",
            ("image/svg+xml", var svg) => $"<img alt=\"\" src=\"data:image/svg+xml;base64,{System.Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\">\n",
            ("image/png", var png) => $"<img alt=\"\" src=\"data:image/png;base64,{Encode(png.Replace("\n", "", StringComparison.Ordinal))}\">\n",
            ("text/markdown", var markdown) => MarkdownBlocks.ToHtml(markdown),
            (_, var plain) => $"<pre class=\"out\">{Encode(plain)}</pre>\n",
            null => "",
        };
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
