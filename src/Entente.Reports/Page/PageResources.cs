using System.Security.Cryptography;
using System.Text;

namespace Entente.Reports.Page;

/// <summary>The style and the script of a page, and the hash by which the page's policy lets a script run.</summary>
internal static class PageResources
{
    public static string Style => Read("Entente.Reports.Page.report.css");

    public static string Script => Read("Entente.Reports.Page.report.js");

    /// <summary>A source of <c>script-src</c>: only a script of exactly these bytes runs.</summary>
    public static string Source(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Read(string name)
    {
        using var stream = typeof(PageResources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
