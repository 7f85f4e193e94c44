using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Tests.Dates;

/// <summary>Runs the examples that stand beside each rule of <c>date-rules.tsv</c>.</summary>
public sealed class DateRuleTests
{
    public static TheoryData<string> Rules() => new(LexiconFile.Load("fr/date-rules.tsv").Rows.Select(row => row.Required("rule")));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Finds_what_stands_beside_it(string rule)
    {
        var row = LexiconFile.Load("fr/date-rules.tsv").Rows.Single(r => r["rule"] == rule);
        Assert.NotEmpty(row.List("yes"));
        foreach (var example in row.List("yes"))
        {
            var (open, close, arrow) = (example.IndexOf('[', StringComparison.Ordinal), example.IndexOf(']', StringComparison.Ordinal), example.IndexOf(" → ", StringComparison.Ordinal));
            Assert.True(open >= 0 && close > open && arrow > close, $"{example}: no [date] → meaning");
            var text = example[..arrow].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            var found = Find(text);
            if (row["meaning"] == "none")
            {
                Assert.Empty(found);
                continue;
            }

            Assert.True(
                found.Any(d => d.Rule == rule && d.Span == new TextSpan(open, close - 1) && Describe(d) == example[(arrow + 3)..]),
                $"{example}: found {string.Join("; ", found.Select(d => $"{d.Rule} [{text[d.Span.Start..d.Span.End]}] → {Describe(d)}"))}");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Finds_nothing_in_what_it_must_not_match(string rule)
    {
        var row = LexiconFile.Load("fr/date-rules.tsv").Rows.Single(r => r["rule"] == rule);
        Assert.NotEmpty(row.List("no"));
        Assert.All(row.List("no"), text => Assert.DoesNotContain(Find(text), d => d.Rule == rule));
    }

    [Theory]
    [InlineData("{moon}", "'{moon}' is no class of words")]
    [InlineData("(le {day}", "a bracket is not closed")]
    [InlineData("le {day})", "')' closes nothing")]
    public void A_broken_pattern_is_told_with_file_and_line(string pattern, string problem)
    {
        var file = LexiconFile.Parse("x.tsv", $"rule\tmeaning\tbefore\tpattern\tafter\nr\tdate\t\t{pattern}\t");
        var error = Assert.Throws<LexiconException>(() => new DateFinder(file, DateFinder.French.Words));
        Assert.Equal($"x.tsv(2): {problem}", error.Message);
    }

    internal static List<DateExpression> Find(string text)
    {
        var tokens = Tokenizer.French.TokenizePhrase(text);
        var found = new List<DateExpression>();
        DateFinder.French.Find(text, tokens, 0, tokens.Count, found);
        return found;
    }

    private static string Describe(DateExpression date)
    {
        var parts = new List<string>();
        if (date.Relative is { } relative)
        {
            parts.Add($"{relative.Anchor} {relative.Unit} {relative.Offset}".ToLowerInvariant());
        }

        if (date.YearOf is { } year)
        {
            parts.Add($"of {year.Anchor} {year.Unit} {year.Offset}".ToLowerInvariant());
        }

        parts.Add(date.StayDay != 0 ? $"stay {date.StayDay}" : date.OpenDay > 0 ? $"{date.OpenDay}" : date.Nth > 0 ? $"{date.Nth}" : date.IsList ? $"{date.Start},{date.End}" : date.IsRange ? $"{date.Start}/{date.End}" : $"{date.Start}");
        parts.Add($"{date.Weekday}".ToLowerInvariant());
        parts.Add(date.Direction is { } direction ? $"{direction:+0;-0;0}" : "");
        parts.Add(date.ByWeek ? "week" : "");
        parts.Add(date.Nth > 0 ? $"{date.Start}" : "");
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }
}
