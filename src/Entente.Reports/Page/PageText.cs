using System.Globalization;
using System.Text;
using Entente.Charts.Display;

namespace Entente.Reports.Page;

/// <summary>Text of articles as it may stand in a page, and names as anchors.</summary>
internal static class PageText
{
    public static string Encode(string text) => HtmlText.Encode(text);

    /// <summary>A name as an id, never empty; names that differ have ids that differ.</summary>
    public static string Anchor(string name)
    {
        var anchor = new StringBuilder("n-");
        foreach (var c in name)
        {
            // What an address would have to escape stands as its number between points, which stand for nothing else.
            _ = char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? anchor.Append(c) : anchor.Append(CultureInfo.InvariantCulture, $".{(int)c:x}.");
        }

        return anchor.ToString();
    }
}
