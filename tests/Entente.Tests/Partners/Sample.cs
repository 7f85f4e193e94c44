using Entente.Texts;

namespace Entente.Tests.Partners;

/// <summary>An article of one body sentence, with one stretch of it in brackets or none.</summary>
internal static class Sample
{
    public static ArticleText Of(params string[] sentences)
    {
        var raw = string.Join(' ', sentences);
        var tokens = new TokenList();
        var list = new List<Sentence>();
        var start = 0;
        foreach (var sentence in sentences)
        {
            var first = tokens.Count;
            var span = new TextSpan(start, start + sentence.Length);
            Tokenizer.French.Tokenize(raw, span, tokens);
            list.Add(new Sentence(list.Count, first, tokens.Count - first, span, SectionKind.Body, list.Count));
            start = span.End + 1;
        }

        return new ArticleText("sample", "sample.txt", raw, "fr", [new Section(SectionKind.Body, new TextSpan(0, raw.Length))], tokens, list, []);
    }

    /// <summary>The text without its brackets, and where they stood.</summary>
    public static (string Text, TextSpan Marked) Marked(string annotated)
    {
        var open = annotated.IndexOf('[', StringComparison.Ordinal);
        var close = annotated.IndexOf(']', StringComparison.Ordinal);
        Assert.True(open >= 0 && close > open, $"no brackets in: {annotated}");
        return (annotated.Remove(close, 1).Remove(open, 1), new TextSpan(open, close - 1));
    }
}
