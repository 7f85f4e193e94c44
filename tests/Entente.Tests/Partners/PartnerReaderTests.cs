using Entente.Partners;

namespace Entente.Tests.Partners;

public sealed class PartnerReaderTests
{
    [Theory]
    [InlineData("la Turquie et les entreprises turques", "TUR")]
    [InlineData("le Soudan du Sud et la Guinée équatoriale", "SSD GNQ")]
    [InlineData("la Guinée, la Guinée-Bissau et la Papouasie-Nouvelle-Guinée", "GIN GNB PNG")]
    [InlineData("les deux Corées", "KOR PRK")]
    [InlineData("la République de Corée et la RPD de Corée", "KOR PRK")]
    [InlineData("l'armée coréenne et la RPDC", "PRK")]
    [InlineData("la partie sud-coréenne ; les Nord-Coréens", "KOR PRK")]
    [InlineData("En République du Congo comme en République démocratique du Congo", "COG COD")]
    [InlineData("le président congolais de la RD Congo", "COD")]
    [InlineData("la R. tchèque et la RDP lao", "CZE LAO")]
    [InlineData("la RDP Lao et les jeunes poètes lao", "LAO")]
    [InlineData("la coopération nippo-vietnamienne", "JPN")]
    [InlineData("les relations vietnamo-russes et sino-américaines", "RUS CHN USA")]
    [InlineData("la région indo-pacifique et l'Indo-Pacifique", "")]
    [InlineData("les Etats-Unis, les USA et les EAU", "USA ARE")]
    [InlineData("une eau claire et des usa", "")]
    [InlineData("les États Unis d'Amérique", "USA")]
    [InlineData("l'Union européenne, l'UE, l'ONU et le CICR", "EU UN ICRC")]
    [InlineData("l'ex-Union soviétique et les républiques soviétiques", "")]
    [InlineData("la navigation en Mer Orientale, en mer de Chine méridionale et dans l'océan Indien", "")]
    [InlineData("un café turc près de la rue de Paris", "")]
    [InlineData("le secrétaire d'État britannique et l'armée néo-zélandaise", "GBR NZL")]
    [InlineData("la Birmanie, le Myanmar et les Birmanes", "MMR")]
    [InlineData("au Vietnam, la délégation vietnamienne de Hanoï", "")]
    [InlineData("le Centre tropical Vietnam - Russie", "RUS")]
    [InlineData("les pays nord-américains et latino-américains", "")]
    [InlineData("l'État hébreu et le Saint-Siège", "ISR VAT")]
    [InlineData("M. Lao Van Minh, de Lao Cai", "")]
    [InlineData("La Côte d'Ivoire et la Côte-d’Ivoire", "CIV")]
    [InlineData("la délégation de Timor oriental à l'île Maurice", "TLS MUS")]
    public void Names_in_every_form_give_their_code(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', new PartnerReader().Read(Sample.Of(text)).Partners));

    [Fact]
    public void Home_is_a_setting()
    {
        var reading = new PartnerReader("LAO").Read(Sample.Of("le Laos et le Vietnam, les armées lao et vietnamienne"));
        Assert.Equal(["VNM"], reading.Partners);
        Assert.Equal(2, reading.Home.Count);
    }

    [Fact]
    public void Mentions_point_at_their_words()
    {
        var article = Sample.Of("Selon l'Union européenne, le Vietnam et les Émirats arabes unis coopèrent.");
        var surfaces = new PartnerReader().Read(article).Mentions.Select(m => article.Raw[m.Span.Start..m.Span.End]);
        Assert.Equal(["Union européenne", "Émirats arabes unis"], surfaces);
    }
}
