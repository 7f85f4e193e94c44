using System.Globalization;
using System.Text.Json.Nodes;
using Cellule.Session;
using Microsoft.DotNet.Interactive.Formatting;

namespace Cellule.Notebooks.Display;

/// <summary>
/// Turns the values of cells into MIME bundles: formats that the host registered first, then the formatters of
/// Microsoft.DotNet.Interactive.Formatting, which also honour a type's own formatter attribute. Formatting never throws.
/// </summary>
public sealed class DisplayFormatter(DisplayFormats formats)
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";

    // .NET Interactive's word for null, so that executed notebooks read the same in both.
    private const string NullText = "<null>";

    /// <summary>Every representation of <paramref name="value"/>, or with a MIME type only that one.</summary>
    public MimeBundle Format(object? value, string? mimeType = null)
    {
        try
        {
            return mimeType is null ? FormatAll(value) : FormatAs(value, mimeType);
        }
        catch (Exception failure)
        {
            return DisplayFormats.Bundle((Plain, $"{value!.GetType()} could not be shown: {failure.GetType().Name}: {failure.Message}"));
        }
    }

    private MimeBundle FormatAll(object? value) => value switch
    {
        null => DisplayFormats.Bundle((Plain, NullText)),
        MimeBundle bundle => bundle,
        MimeText { MimeType: Plain } text => DisplayFormats.Bundle((Plain, text.Text)),
        MimeText text => DisplayFormats.Bundle((text.MimeType, text.Text), (Plain, text.Text)),
        // Plain values skip the formatter library: its first use costs tens of milliseconds.
        string text => DisplayFormats.Bundle((Plain, text)),
        bool or char or Enum => DisplayFormats.Bundle((Plain, value.ToString()!)),
        DateTime time => DisplayFormats.Bundle((Plain, time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))),
        DateTimeOffset time => DisplayFormats.Bundle((Plain, time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture))),
        DateOnly day => DisplayFormats.Bundle((Plain, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        IFormattable number when value.GetType().IsPrimitive || value is decimal or TimeOnly or TimeSpan or Guid =>
            DisplayFormats.Bundle((Plain, number.ToString(null, CultureInfo.InvariantCulture))),
        _ => formats.Find(value.GetType())?.Invoke(value) ?? FormatByLibrary(value),
    };

    private MimeBundle FormatAs(object? value, string mimeType)
    {
        if (value is string text)
        {
            return DisplayFormats.Bundle((mimeType, text), (Plain, text));
        }

        var all = FormatAll(value);
        var node = all[mimeType] ?? JsonValue.Create(value.ToDisplayString(mimeType));
        return mimeType == Plain
            ? DisplayFormats.Bundle((Plain, node))
            : DisplayFormats.Bundle((mimeType, node), (Plain, all[Plain] ?? ""));
    }

    private static MimeBundle FormatByLibrary(object value)
    {
        var plain = value.ToDisplayString(Plain).ReplaceLineEndings("\n");
        var preferred = Formatter.GetPreferredMimeTypesFor(value.GetType()).FirstOrDefault() ?? Html;
        if (preferred == Plain)
        {
            return DisplayFormats.Bundle((Plain, plain));
        }

        // The library writes this machine's line breaks into its HTML: a notebook would differ from one to the next.
        return DisplayFormats.Bundle((preferred, value.ToDisplayString(preferred).ReplaceLineEndings("\n")), (Plain, plain));
    }
}
