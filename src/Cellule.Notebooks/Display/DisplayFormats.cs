using System.Text.Json.Nodes;

namespace Cellule.Notebooks.Display;

/// <summary>
/// How values of given types are shown, beyond what Microsoft.DotNet.Interactive.Formatting does by itself. Types are
/// named by their full name so that registering a format loads no assembly; the format runs when such a value is shown.
/// </summary>
public sealed class DisplayFormats
{
    private readonly Dictionary<string, Func<object, MimeBundle>> _byTypeName = new(StringComparer.Ordinal);

    /// <summary>Shows values of the type with this full name (or derived from it) with <paramref name="format"/>.</summary>
    public DisplayFormats Add(string typeFullName, Func<object, MimeBundle> format)
    {
        _byTypeName[typeFullName] = format;
        return this;
    }

    internal Func<object, MimeBundle>? Find(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.FullName is { } name && _byTypeName.TryGetValue(name, out var format))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>A bundle from pairs of MIME type and text or JSON, in the given order.</summary>
    public static MimeBundle Bundle(params ReadOnlySpan<(string MimeType, JsonNode Content)> entries)
    {
        var data = new List<KeyValuePair<string, JsonNode>>(entries.Length);
        foreach (var (mimeType, content) in entries)
        {
            data.Add(new(mimeType, content));
        }

        return new MimeBundle { Data = data };
    }
}
