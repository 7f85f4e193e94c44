using Entente.Texts;

namespace Entente.Tests.Texts;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("M. Choïgou est arrivé. Il repart.", "M. Choïgou est arrivé.|Il repart.")]
    [InlineData("Le gén. Giang et J. R. Smith parlent. Fin", "Le gén. Giang et J. R. Smith parlent.|Fin")]
    [InlineData("La R. tchèque. Elle a dit « oui. » Puis non.", "La R. tchèque.|Elle a dit « oui. »|Puis non.")]
    [InlineData("depuis 1982.Ils ont dit.Le site vnanet.vn reste", "depuis 1982.|Ils ont dit.|Le site vnanet.vn reste")]
    [InlineData("La paix… Et puis ? Non ! a-t-il dit", "La paix…|Et puis ?|Non ! a-t-il dit")]
    [InlineData("Titre sans point\nLe corps\nqui continue. (Suite.) Fin", "Titre sans point|Le corps\nqui continue.|(Suite.)|Fin")]
    [InlineData("Titre sans point\nLe chef de la\nMarine est à\nLima. Une foire\nHanoï\nLe Pérou et le\n\nChili", "Titre sans point|Le chef de la\nMarine est à\nLima.|Une foire|Hanoï|Le Pérou et le|Chili")]
    [InlineData("Prix, photos, etc. pour tous. 15 navires.", "Prix, photos, etc. pour tous.|15 navires.")]
    [InlineData("S.E.M. Lê dit: \"Oui.\" \"Non.\"", "S.E.M. Lê dit: \"Oui.\"|\"Non.\"")]
    [InlineData("...", "...")]
    public void Splits(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', ArticleTextReader.Read("a", "a.txt", text).Sentences.Select(s => text[s.Span.Start..s.Span.End])));

    [Fact]
    public void Paragraphs_are_counted() =>
        Assert.Equal([0, 1, 1, 2], ArticleTextReader.Read("a", "a.txt", "\nUn\n\nDeux. Trois.\nQuatre").Sentences.Select(s => s.Paragraph));
}
