using System.Buffers;
using System.Text;

namespace Entente.Charts.Display;

/// <summary>Text of articles as it may stand in HTML, in an element or a quoted attribute. Letters stay as they are.</summary>
public static class HtmlText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("&<>\"'");

    /// <summary>Encodes the five characters that HTML reads.</summary>
    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }
}
