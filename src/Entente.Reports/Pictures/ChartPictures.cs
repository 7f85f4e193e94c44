using System.Globalization;
using System.Text;
using Entente.Charts;
using Entente.Charts.Display;

namespace Entente.Reports.Pictures;

/// <summary>Draws charts as SVG and PNG: one page with all of them, one call of a browser, no driver.</summary>
public static class ChartPictures
{
    private const string Script = "Entente.Reports.Pictures.pictures.js";

    private static readonly CompositeFormat NoBrowser = CompositeFormat.Parse(
        "No Chrome or Chromium found: charts are written as HTML and JSON, without SVG and PNG. Install one, or name it in {0}.");

    /// <summary>Draws <paramref name="figures"/>; by their names. Without a browser, or when it fails, the note says so.</summary>
    public static ChartPictureResult Render(IReadOnlyList<Figure> figures) => Render(figures, Browser.Find());

    internal static ChartPictureResult Render(IReadOnlyList<Figure> figures, Browser? browser)
    {
        var none = new Dictionary<string, ChartPicture>(StringComparer.Ordinal);
        if (figures.Count == 0)
        {
            return new ChartPictureResult(none, "");
        }

        if (browser is null)
        {
            return new ChartPictureResult(none, string.Format(CultureInfo.InvariantCulture, NoBrowser, Browser.Variable));
        }

        var folder = Directory.CreateTempSubdirectory("entente-charts-").FullName;
        try
        {
            var page = Path.Combine(folder, "charts.html");
            File.WriteAllText(page, Page(figures));
            var dom = browser.DumpDom(page, TimeSpan.FromSeconds(30 + (2 * figures.Count)));
            return Read(dom, figures);
        }
        catch (Exception failure) when (failure is BrowserException or IOException or UnauthorizedAccessException)
        {
            return new ChartPictureResult(none, $"Charts could not be drawn as SVG and PNG: {failure.Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // plotly.js names parts of its SVG by Math.random: a fixed sequence gives the same file every time.
    private static string Page(IReadOnlyList<Figure> figures)
    {
        using var stream = typeof(ChartPictures).Assembly.GetManifestResourceStream(Script)!;
        using var reader = new StreamReader(stream);
        var charts = string.Join(",", figures.Select(figure => ChartDisplay.ForScript(ChartDisplay.PlotlyJson(figure))));
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><script>(function () { var n = 1; Math.random = function () "
            + "{ n = n * 16807 % 2147483647; return n / 2147483647; }; })();</script>"
            + $"<script>{PlotlyScript.Text}</script></head><body><script type=\"application/json\" id=\"charts\">[{charts}]</script>"
            + $"<script>{reader.ReadToEnd()}</script></body></html>";
    }

    private static ChartPictureResult Read(string dom, IReadOnlyList<Figure> figures)
    {
        const string Mark = "entente-pictures ";
        var pictures = new Dictionary<string, ChartPicture>(StringComparer.Ordinal);
        var start = dom.IndexOf(Mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : dom.IndexOf(" end", start, StringComparison.Ordinal);
        if (end < 0)
        {
            return new ChartPictureResult(pictures, "Charts could not be drawn as SVG and PNG: the browser did not finish");
        }

        var failed = new List<string>();
        var lines = dom[(start + Mark.Length)..end].Split('\n');
        for (var i = 0; i < Math.Min(lines.Length, figures.Count); i++)
        {
            var parts = lines[i].Split(' ');
            if (parts.Length != 3)
            {
                failed.Add(figures[i].Name);
                continue;
            }

            var svg = Encoding.UTF8.GetString(Convert.FromBase64String(parts[0]));
            pictures[figures[i].Name] = new ChartPicture(figures[i].Name, svg, Convert.FromBase64String(parts[1]), Convert.FromBase64String(parts[2]));
        }

        return new ChartPictureResult(pictures, failed.Count == 0 ? "" : $"Could not be drawn as SVG and PNG: {string.Join(", ", failed)}");
    }
}
