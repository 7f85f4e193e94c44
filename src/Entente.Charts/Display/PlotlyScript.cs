using System.IO.Compression;
using Plotly.NET;

namespace Entente.Charts.Display;

/// <summary>The plotly.js that Plotly.NET carries, for pages that must work without a network.</summary>
public static class PlotlyScript
{
    private static readonly Lazy<byte[]> Script = new(Read);
    private static readonly Lazy<string> Loader = new(MakeLoader);

    /// <summary>plotly.js, minified, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Utf8 => Script.Value;

    /// <summary>plotly.js as text; it holds no <c>&lt;/script</c>.</summary>
    public static string Text => System.Text.Encoding.UTF8.GetString(Script.Value);

    // Packed as gzip, which every browser since 2023 unpacks by itself. `define` is put aside while it runs: a page with
    // RequireJS (Jupyter Notebook) would else take plotly.js as an anonymous module and leave no window.Plotly.
    internal static string LoaderHtml() => Loader.Value;

    private static string MakeLoader() => $$"""
        <script>(function () {
        if (window.Plotly || window.ententePlotlyComing) return;
        window.ententePlotlyComing = true;
        var packed = Uint8Array.from(atob('{{Convert.ToBase64String(Pack(Script.Value))}}'), function (c) { return c.charCodeAt(0); });
        new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text().then(function (code) {
          var define = window.define;
          window.define = undefined;
          try {
            var script = document.createElement('script');
            script.textContent = code;
            document.head.appendChild(script);
          } finally {
            window.define = define;
          }
          document.dispatchEvent(new Event('entente-plotly'));
        });
        })();</script>
        """.ReplaceLineEndings("\n");

    private static byte[] Read()
    {
        var assembly = typeof(GenericChart).Assembly;
        var name = Array.Find(assembly.GetManifestResourceNames(), n => n.EndsWith(".min.js", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("Plotly.NET carries no plotly.js");
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static byte[] Pack(byte[] script)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(script);
        }

        return packed.ToArray();
    }
}
