using System.Diagnostics.CodeAnalysis;

namespace Entente.Charts.Display;

/// <summary>The formatters of <see cref="Figure"/> as notebook hosts look for them, by the shape of this class alone.</summary>
public sealed class FigureFormatterSource
{
    /// <summary>One formatter for each MIME type.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        // A host that knows only this convention has no place of its own for plotly.js: the chart brings it along.
        new TypeFormatter<Figure>("text/html", figure => PlotlyScript.LoaderHtml() + ChartDisplay.Html(figure)),
        new TypeFormatter<Figure>("text/plain", ChartDisplay.Text),
    ];
}
