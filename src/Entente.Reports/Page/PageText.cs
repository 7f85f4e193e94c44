using System.Text;
using Entente.Charts.Display;

namespace Entente.Reports.Page;

/// <summary>Text of articles as it may stand in a page, and names as anchors.</summary>
internal static class PageText
{
    public static string Encode(string text) => HtmlText.Encode(text);

    /// <summary>A name as an id: letters, digits and dashes, never empty.</summary>
    public static string Anchor(string name)
    {
        var anchor = new StringBuilder("n-");
        foreach (var c in name)
        {
            anchor.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return anchor.ToString();
    }
}
