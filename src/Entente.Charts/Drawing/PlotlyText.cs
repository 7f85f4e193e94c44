using System.Text;
using Entente.Charts.Display;

namespace Entente.Charts.Drawing;

/// <summary>
/// Text of articles and tables as plotly.js may show it. plotly.js reads a few HTML tags and entities in every label,
/// and <c>%{…}</c> only in templates; so data is escaped here and never put into a template.
/// </summary>
internal static class PlotlyText
{

    /// <summary>Data as a label of one line.</summary>
    public static string Escape(string text) => HtmlText.Encode(OneLine(text));

    /// <summary>Data as a label of an axis: broken into a few lines at most, then cut.</summary>
    public static string Wrap(string text, int lineLength = 28, int lineLimit = 2)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in OneLine(text).Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > lineLength)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        if (lines.Count > lineLimit)
        {
            lines = [.. lines.Take(lineLimit - 1), lines[lineLimit - 1] + " …"];
        }

        return string.Join("<br>", lines.Select(l => HtmlText.Encode(Cut(l, lineLength + 4))));
    }

    /// <summary>At most <paramref name="length"/> characters, with an ellipsis for what is left off; never half a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return clean.ToString().Trim();
    }
}
