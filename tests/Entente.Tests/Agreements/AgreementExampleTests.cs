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

    /// <summary>What only a picture tells, and nothing that the text has told already or that is still to come.</summary>
    [Theory]
    [InlineData("Les deux parties ont parlé de la région.", "Cérémonie de signature d'un plan de coopération pour 2026. Photo : VNA", "Plan Signed 2025-03-11 'plan de coopération pour 2026'")]
    [InlineData("Les deux parties ont parlé de la région.", "Les deux ministres signent une lettre d'intention sur la formation. Photo : VNA", "LetterOfIntent Signed 2025-03-11 'lettre d'intention sur la formation'")]
    [InlineData("Les deux parties ont parlé de la région.", "Le vice-ministre et l'ambassadeur ont assisté à la signature d'un protocole sur la formation. Photo : VNA", "Protocol Signed 2025-03-11 'protocole sur la formation'")]
    [InlineData("Les deux parties ont parlé de la région.", "Le vice-ministre et l'ambassadeur parlent du protocole sur la formation. Photo : VNA", "")]
    [InlineData("Les deux parties ont parlé de la région.", "Un protocole sur la formation sera signé en mai à Moscou. Photo : VNA", "")]
    [InlineData("Les deux parties ont signé un protocole sur la formation.", "La signature de l'accord. Photo : VNA", "Protocol Signed 2025-03-11 'protocole sur la formation'")]
    public void A_signing_that_only_a_caption_tells_is_read(string text, string caption, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Examples.Read($"{Lead}\n\n{caption}\n\n{text}").Agreements.Select(a => $"{a.Instrument} {a.Status} {a.Date.Date} '{a.Title}'")));
}
