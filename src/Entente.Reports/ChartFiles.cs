using Entente.Charts;
using Entente.Charts.Display;
using Entente.Reports.Files;
using Entente.Reports.Page;
using Entente.Reports.Pictures;

namespace Entente.Reports;

/// <summary>Writes each chart as files of its own: HTML and Plotly JSON always, SVG and PNG where it was drawn.</summary>
public static class ChartFiles
{
    /// <summary>Writes into <paramref name="folder"/> and answers the paths written, in order.</summary>
    public static IReadOnlyList<string> Write(IEnumerable<Figure> figures, IReadOnlyDictionary<string, ChartPicture> pictures, string folder)
    {
        var written = new List<string>();
        foreach (var figure in figures)
        {
            FileReplacement.WriteText(Add(".html"), Page(figure));
            FileReplacement.WriteText(Add(".json"), ChartDisplay.PlotlyJson(figure) + "\n");
            if (pictures.TryGetValue(figure.Name, out var picture))
            {
                FileReplacement.WriteText(Add(".svg"), picture.Svg);
                FileReplacement.WriteBytes(Add(".png"), picture.Png);
            }

            string Add(string extension)
            {
                var path = Path.Combine(folder, figure.Name + extension);
                written.Add(path);
                return path;
            }
        }

        return written;
    }

    /// <summary>A page with the chart alone, and plotly.js inside it.</summary>
    public static string Page(Figure figure)
    {
        var title = PageText.Encode(figure.Title);
        return $$"""
            <!DOCTYPE html>
            <html lang="{{figure.Language}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title>
            <style>body { margin: 0 auto; max-width: 70rem; background: #fff; }</style>
            <script>{{PlotlyScript.Text}}</script>
            </head>
            <body>
            {{ChartDisplay.Html(figure)}}
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
