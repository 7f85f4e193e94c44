using Entente.Tests.Articles;

namespace Entente.Tests.Visits;

/// <summary>Runs the sentences of <c>visits.examples.tsv</c>, each after a lead that names the partner's ambassador, who is no visitor, and those of <c>article-visits.examples.tsv</c> and <c>stays.examples.tsv</c> as they are, and those of <c>headlines.examples.tsv</c> under their own headline.</summary>
public sealed class VisitExampleTests
{
    private const string Lead = "Le général Phan Van Giang a reçu mardi l'ambassadeur de Russie Guennadi Bezdetko. ";

    public static TheoryData<string, string> Sentences => Examples.Load("Visits/visits.examples.tsv");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_visit_is_read_as_it_says(string sentence, string expected)
    {
        var found = Examples.Read(Lead + sentence).Visits.Select(v => $"{v.Kind} {v.Visitor} {v.Origin}>{v.Destination} {v.Date.Date}");
        Assert.Equal(expected, string.Join(" | ", found));
    }

    public static TheoryData<string, string> Articles => Examples.Load("Visits/article-visits.examples.tsv");

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_tells_its_visits(string article, string expected)
    {
        var found = Examples.Read(article).Visits.Select(v => $"{v.Kind} {v.Visitor} {v.Origin}>{v.Destination} {v.Date.Date}");
        Assert.Equal(expected, string.Join(" | ", found));
    }

    public static TheoryData<string, string> Headlines => Examples.Load("Visits/headlines.examples.tsv");

    [Theory]
    [MemberData(nameof(Headlines))]
    public void A_headline_tells_a_visit(string article, string expected)
    {
        var parts = article.Split(" // ");
        var found = Examples.Read(parts[1], parts[0]).Visits.Select(v => $"{v.Kind} {v.Visitor} {v.Origin}>{v.Destination} {v.Date.Date}");
        Assert.Equal(expected, string.Join(" | ", found));
    }

    public static TheoryData<string, string> Stays => Examples.Load("Visits/stays.examples.tsv");

    [Theory]
    [MemberData(nameof(Stays))]
    public void A_visit_has_the_days_that_are_told(string article, string expected)
    {
        var found = Examples.Read(article).Visits.Select(v => $"{v.Visitor} {v.Date.Date}{(v.Date.Last.IsEmpty || v.Date.Last == v.Date.Date ? "" : $"/{v.Date.Last}")}");
        Assert.Equal(expected, string.Join(" | ", found));
    }
}
