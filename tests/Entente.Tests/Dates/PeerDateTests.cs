using System.Text.Json;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Tests.Dates;

/// <summary>Measures the rules against the French date cases of a peer, which lie outside the repository; skipped where they are missing.</summary>
public sealed class PeerDateTests(ITestOutputHelper output)
{
    [Fact]
    public void Most_cases_of_the_extractor_are_found_with_their_span()
    {
        var (right, all) = (0, 0);
        foreach (var test in Cases("DateExtractor.json"))
        {
            var input = test.GetProperty("Input").GetString()!;
            var wanted = test.GetProperty("Results").EnumerateArray().Select(r => r.GetProperty("Text").GetString()!.Trim()).ToList();
            var found = Read(input, "").Select(m => m.Surface).ToList();
            all++;
            right += Count(wanted.SequenceEqual(found, StringComparer.OrdinalIgnoreCase), $"{input}: found {string.Join(" | ", found)}, should be {string.Join(" | ", wanted)}");
        }

        output.WriteLine($"extractor: {right} of {all}");
        Assert.True(right >= all * 0.90, $"{right} of {all}");
    }

    [Fact]
    public void Most_cases_of_the_parser_are_resolved()
    {
        var (right, all) = (0, 0);
        foreach (var test in Cases("DateParser.json"))
        {
            var input = test.GetProperty("Input").GetString()!;
            var reference = test.TryGetProperty("Context", out var context) ? context.GetProperty("ReferenceDateTime").GetString()![..10] : "";
            foreach (var result in test.GetProperty("Results").EnumerateArray())
            {
                var text = result.GetProperty("Text").GetString()!;
                var found = Read(input, reference).Find(m => string.Equals(m.Surface, text, StringComparison.OrdinalIgnoreCase));
                var value = result.GetProperty("Value");
                var dates = new[] { "FutureResolution", "PastResolution" }.Select(k => value.GetProperty(k).GetProperty("date").GetString()!).ToList();
                all++;
                var timex = value.GetProperty("Timex").GetString()!;
                right += Count(found.Surface is not null && IsRight(found.Resolved.Date, timex, reference.Length > 0, dates), $"{input} ({reference}): [{text}] is {(found.Surface is null ? "not found" : found.Resolved.Date.ToString())}, should be {string.Join(" or ", dates)}");
            }
        }

        output.WriteLine($"parser: {right} of {all}");
        Assert.True(right >= all * 0.90, $"{right} of {all}");
    }

    // A case without a reference date gives no date for what is counted from one: there the span is all that can be right.
    private static bool IsRight(PartialDate found, string timex, bool hasReference, List<string> dates) =>
        dates.Contains(found.ToString())
        || (timex.StartsWith("XXXX-", StringComparison.Ordinal) && found.ToString() == "--" + timex[5..])
        || (!hasReference && found.Day == 0);

    private int Count(bool right, string difference)
    {
        if (!right)
        {
            output.WriteLine(difference);
        }

        return right ? 1 : 0;
    }

    private static List<(string Surface, ResolvedDate Resolved)> Read(string input, string reference)
    {
        var text = $" date {reference} \n{input}";
        var article = ArticleTextReader.Read("a", "a.txt", reference.Length > 0 ? text : input);
        return [.. DateReader.Read(article).Mentions.Select(m => (article.Raw[m.Expression.Span.Start..m.Expression.Span.End], m.Resolved))];
    }

    private static List<JsonElement> Cases(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "peers", "recognizers-text-fr", file);
            if (File.Exists(path))
            {
                return [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray()];
            }
        }

        Assert.Skip("The peer's cases are not here.");
        return [];
    }
}
