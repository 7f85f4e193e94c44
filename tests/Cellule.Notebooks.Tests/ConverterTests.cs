using System.Text.Json.Nodes;
using Cellule.Notebooks.Converting;
using Cellule.Notebooks.Model;

namespace Cellule.Notebooks.Tests;

/// <summary>Notebooks in other formats: what stands where, and that no text of a notebook becomes markup.</summary>
public sealed class ConverterTests
{
    [Theory]
    [InlineData("# A *b*", "<h1>A <em>b</em></h1>\n")]
    [InlineData("a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>\n")]
    [InlineData("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li><p>b</p>\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n")]
    [InlineData("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("```csharp\nif (a < b) { }\n```", "<pre><code>if (a &lt; b) { }</code></pre>\n")]
    [InlineData("```\nnever closed", "<pre><code>never closed</code></pre>\n")]
    [InlineData("> a\n> # b", "<blockquote>\n<p>a</p>\n<h1>b</h1>\n</blockquote>\n")]
    [InlineData("|a|b|\n|-|-|\n|1|`|`|", "<table>\n<thead><tr><th>a</th><th>b</th></tr></thead>\n<tbody>\n<tr><td>1</td><td>`</td><td>`</td></tr>\n</tbody>\n</table>\n")]
    [InlineData("---", "<hr>\n")]
    [InlineData("**a _b_** `c*d*`", "<p><strong>a <em>b</em></strong> <code>c*d*</code></p>\n")]
    [InlineData("snake_case_name \\*x\\*", "<p>snake_case_name *x*</p>\n")]
    [InlineData("[a](b.html \"t\") https://x.vn/a.", "<p><a href=\"b.html\">a</a> <a href=\"https://x.vn/a\">https://x.vn/a</a>.</p>\n")]
    [InlineData("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("[\"onload=x](\"onerror=y)", "<p><a href=\"&quot;onerror=y\">&quot;onload=x</a></p>\n")]
    public void Markdown_becomes_html(string markdown, string html) => Assert.Equal(html, MarkdownBlocks.ToHtml(markdown));

    [Fact]
    public void Any_text_is_rendered_and_no_text_becomes_a_tag_of_its_own()
    {
        const string Alphabet = "#*_`~[](!)<>|-\n 1.a\\\"&:/";
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Assert.DoesNotContain("<a>", MarkdownBlocks.ToHtml(text + "<a>"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_script_holds_code_as_it_is_and_prose_as_comments() =>
        Assert.Equal(
            "// %% [markdown]\n// # Title\n//\n// text\n\n// %%\nvar x = 1;\nx\n\n// %% [fsharp]\n// let y = 2\n",
            ScriptConverter.Convert(Sample()));

    [Fact]
    public void Markdown_holds_code_text_and_pictures_in_order()
    {
        var markdown = MarkdownConverter.Convert(Sample());
        Assert.StartsWith("# Title\n\ntext\n\n```csharp\nvar x = 1;\nx\n```\n\n```text\n<1>\n```\n\n![](data:image/png;base64,AAAA)\n\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_encodes_text_keeps_html_and_asks_for_the_prelude_only_when_something_is_drawn()
    {
        var page = HtmlConverter.Convert(Sample(), "a<b", "application/x-drawn+json", () => throw new InvalidOperationException("nothing is drawn"));
        Assert.Contains("<title>a&lt;b</title>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"out\">&lt;1&gt;</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"output\"><b>2</b></div>", page, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"out error\">oops\nat &lt;line&gt;</pre>", page, StringComparison.Ordinal);
    }

    private static Notebook Sample() => new()
    {
        Metadata = new JsonObject { ["kernelspec"] = new JsonObject { ["language"] = "C#" } },
        Cells =
        [
            new NotebookCell { Id = "a", Kind = CellKind.Markdown, Source = "# Title\n\ntext" },
            new NotebookCell
            {
                Id = "b",
                Kind = CellKind.Code,
                Source = "var x = 1;\nx",
                ExecutionCount = 1,
                Outputs =
                [
                    CellOutputs.Stream("stdout", "<1>\n"),
                    Shown("""{"image/png":"AAAA\n","text/plain":"picture"}"""),
                    Shown("""{"text/html":["<b>","2</b>"],"text/plain":"2"}"""),
                    CellOutputs.Error("E", "oops", ["oops", "at <line>"]),
                ],
            },
            new NotebookCell
            {
                Id = "c",
                Kind = CellKind.Code,
                Source = "let y = 2",
                Metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "fsharp" } },
            },
        ],
    };

    private static JsonObject Shown(string data) => new() { ["output_type"] = "display_data", ["data"] = JsonNode.Parse(data), ["metadata"] = new JsonObject() };
}
