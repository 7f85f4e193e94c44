using System.Net;
using System.Text.RegularExpressions;

namespace Cellule.Notebooks.Converting;

/// <summary>The inside of a Markdown line as HTML: code, strong, emphasis, links, pictures, bare addresses. All else is text.</summary>
internal static partial class MarkdownInline
{
    public static string ToHtml(string text)
    {
        var html = new System.Text.StringBuilder();
        var end = 0;
        foreach (Match match in Marks().Matches(text))
        {
            html.Append(Encode(text[end..match.Index])).Append(Mark(match));
            end = match.Index + match.Length;
        }

        return html.Append(Encode(text[end..])).ToString();
    }

    private static string Mark(Match match)
    {
        if (match.Groups["escaped"].Success)
        {
            return Encode(match.Groups["escaped"].Value);
        }

        if (match.Groups["code"].Success)
        {
            return $"<code>{Encode(match.Groups["code"].Value.Trim())}</code>";
        }

        if (match.Groups["strong"].Success)
        {
            return $"<strong>{ToHtml(match.Groups["strong"].Value)}</strong>";
        }

        if (match.Groups["emphasis"].Success)
        {
            return $"<em>{ToHtml(match.Groups["emphasis"].Value)}</em>";
        }

        var address = (match.Groups["to"].Success ? match.Groups["to"] : match.Groups["bare"]).Value;
        if (!IsSafe(address))
        {
            return Encode(match.Value);
        }

        if (match.Groups["picture"].Success)
        {
            return $"<img src=\"{Encode(address)}\" alt=\"{Encode(match.Groups["label"].Value)}\">";
        }

        return $"<a href=\"{Encode(address)}\">{(match.Groups["to"].Success ? ToHtml(match.Groups["label"].Value) : Encode(address))}</a>";
    }

    // Relative addresses and those that only fetch or write a mail; 'javascript:' and its like stay text.
    private static bool IsSafe(string address) => !Scheme().IsMatch(address) || SafeScheme().IsMatch(address);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(
        @"\\(?<escaped>[\\`*_{}\[\]()#+\-.!|])"
        + @"|(?<ticks>`+)(?<code>.+?)(?<!`)\k<ticks>(?!`)"
        + @"|\*\*(?<strong>(?=\S).+?(?<=\S))\*\*|__(?<strong>(?=\S).+?(?<=\S))__"
        + @"|\*(?<emphasis>(?=\S)[^*]+?(?<=\S))\*|(?<![\p{L}\p{N}])_(?<emphasis>(?=\S)[^_]+?(?<=\S))_(?![\p{L}\p{N}])"
        + @"|(?<picture>!)?\[(?<label>[^\]]*)\]\((?<to>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)(?:\s+""[^""]*"")?\)"
        + @"|(?<bare>https?://[^\s<>()]+[^\s<>().,;:!?])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*[A-Za-z][A-Za-z0-9+.\-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^(?:https?:|mailto:|data:image/(?:png|jpeg|gif);)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SafeScheme();
}
