using Entente.Partners;

namespace Entente.Tests.Partners;

public sealed class HomographRuleTests
{
    public static TheoryData<string, string, bool> Examples()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var rule in HomographRules.French.Rules)
        {
            foreach (var example in rule.Positives)
            {
                data.Add(rule.Name, example, true);
            }

            foreach (var example in rule.Negatives)
            {
                data.Add(rule.Name, example, false);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_decides_its_examples_and_no_others(string rule, string example, bool decides)
    {
        var (text, marked) = Sample.Marked(example);
        var article = Sample.Of(text);
        var context = new PartnerReader().Look(article, article.Sentences[0]);
        var match = context.Matches.Find(m => article.Tokens[m.First].Start == marked.Start && article.Tokens[m.Next - 1].End == marked.End);
        if (match.Value is null)
        {
            Assert.Fail($"no country word is {example}");
        }

        var deciding = HomographRules.French.Deciding(context, match)?.Name;
        Assert.Equal(decides, deciding == rule);
    }

    [Fact]
    public void Every_rule_has_examples_of_both_kinds() =>
        Assert.All(HomographRules.French.Rules, rule =>
        {
            Assert.NotEmpty(rule.Positives);
            Assert.NotEmpty(rule.Negatives);
        });
}
