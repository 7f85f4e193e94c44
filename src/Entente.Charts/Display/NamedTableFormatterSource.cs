using System.Diagnostics.CodeAnalysis;

namespace Entente.Charts.Display;

/// <summary>The formatters of <see cref="NamedTable"/> as notebook hosts look for them.</summary>
public sealed class NamedTableFormatterSource
{
    /// <summary>One formatter for each MIME type.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<NamedTable>("text/html", table => TableDisplay.Html(table.Table)),
        new TypeFormatter<NamedTable>("text/plain", table => table.ToString()),
    ];
}
