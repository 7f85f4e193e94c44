using System.Net;
using System.Text.Json.Nodes;
using Cellule.Session;

namespace Cellule.Jupyter.Kernel;

/// <summary>A symbol as inspection and the pager show it.</summary>
internal static class SymbolText
{
    public static JsonObject Bundle(SymbolInfo symbol)
    {
        var text = symbol.Documentation.Length == 0 ? symbol.Signature : $"{symbol.Signature}\n\n{symbol.Documentation}";
        return new JsonObject
        {
            ["text/plain"] = text,
            ["text/html"] = symbol.Documentation.Length == 0
                ? $"<pre>{WebUtility.HtmlEncode(symbol.Signature)}</pre>"
                : $"<pre>{WebUtility.HtmlEncode(symbol.Signature)}</pre>\n<p style=\"white-space: pre-wrap\">{WebUtility.HtmlEncode(symbol.Documentation)}</p>",
        };
    }
}
