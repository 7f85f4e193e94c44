using Entente.Tests.Articles;

namespace Entente.Tests.Agreements;

/// <summary>Runs the sentences of <c>agreements.examples.tsv</c>, each after a lead that names the partner.</summary>
public sealed class AgreementExampleTests
{
    private const string Lead = "Le général Phan Van Giang a reçu mardi l'ambassadeur de Russie Guennadi Bezdetko. ";

    public static TheoryData<string, string> Sentences => Examples.Load("Agreements/agreements.examples.tsv");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_instrument_is_read_as_it_says(string sentence, string expected)
    {
        var found = Examples.Read(Lead + sentence).Agreements.Select(a => $"{a.Instrument} {a.Status} {a.Date.Date} {string.Join('+', a.Partners)} '{a.Title}'");
        Assert.Equal(expected, string.Join(" | ", found));
    }

    [Theory]
    [InlineData("Ils ont cité le mémorandum d'entente sur la coopération de défense de 2013.", "coopération de défense")]
    [InlineData("Ils ont cité la Convention des Nations unies sur le droit de la mer de 1982.", "")]
    [InlineData("Ils ont signé un mémorandum d'entente sur la coopération dans la cybersécurité.", "coopération dans la cybersécurité")]
    public void What_an_instrument_is_about_holds_no_year(string sentence, string subject) =>
        Assert.Equal(subject, Assert.Single(Examples.Read(Lead + sentence).Agreements).Subject);
}
