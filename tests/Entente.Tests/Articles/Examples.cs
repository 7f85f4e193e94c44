using Entente.CorpusReading;
using Entente.Texts;

namespace Entente.Tests.Articles;

/// <summary>Sentences with what the reader makes of them, in tables beside the tests; each is read as an article of 14 March 2025.</summary>
internal static class Examples
{
    public static TheoryData<string, string> Load(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(TestFolders.Articles, "..", file)).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var cells = line.Split('\t');
            data.Add(cells[0], cells.Length > 1 ? cells[1] : "");
        }

        return data;
    }

    public static ArticleFacts Read(string body, string headline = "Coopération de défense") =>
        new ArticleReader(new CorpusOptions()).Read("example", "example.txt", new SeedText($" date 2025-03-14 {headline}\n\n" + body.Replace("\\n", "\n", StringComparison.Ordinal) + "\n", "utf-8", []));
}
