namespace Cellule.Session;

/// <summary>MIME types by name, for <c>DisplayAs</c>.</summary>
public static class MimeTypes
{
    /// <summary>HTML.</summary>
    public const string HtmlMimeType = "text/html";

    /// <summary>Text as it is.</summary>
    public const string PlainTextMimeType = "text/plain";

    /// <summary>JSON.</summary>
    public const string JsonMimeType = "application/json";

    /// <summary>Markdown.</summary>
    public const string MarkdownMimeType = "text/markdown";
}
