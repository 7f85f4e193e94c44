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
        new FigureFormatter("text/html", figure => PlotlyScript.LoaderHtml() + ChartDisplay.Html(figure)),
        new FigureFormatter("text/plain", ChartDisplay.Text),
    ];
}

/// <summary>Writes a figure in one MIME type.</summary>
public sealed class FigureFormatter(string mimeType, Func<Figure, string> format)
{
    public string MimeType { get; } = mimeType;

    /// <summary>Writes <paramref name="instance"/>; false when it is no figure.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Figure figure)
        {
            return false;
        }

        writer.Write(format(figure));
        return true;
    }
}
