using CsCheck;
using Entente.Texts;
using Entente.Texts.Glue;

namespace Entente.Tests.Texts;

public sealed class GlueRepairerTests
{
    [Theory]
    [InlineData("Le ministre de laDéfense a reçu lavisite de deuxpays amis.", "laDéfense → la Défense|lavisite → la visite|deuxpays → deux pays")]
    [InlineData("L'avis desreprésentantsdu Parti et de l'armée vietnamienneet russe.", "desreprésentantsdu → des représentants du|vietnamienneet → vietnamienne et")]
    [InlineData("Le chef del'Agence, d'unpartenariat, d'ouvrirà tous.", "del'Agence → de l'Agence|unpartenariat → un partenariat|ouvrirà → ouvrir à")]
    [InlineData("Le général PhungQuang Thanh et M. TruongTân Sang se sont vus.", "PhungQuang → Phung Quang|TruongTân → Truong Tân")]
    [InlineData("M. Briceño et son homologue Phung Quang Thanhs'étaient entretenus.", "Thanhs'étaient → Thanh s'étaient")]
    [InlineData("Le président avivement remercié son hôte.", "avivement → a vivement")]
    [InlineData("Le ministre a reculundi son hôte ; ils ont salué lescours deformation.", "reculundi → recu lundi|lescours → les cours|deformation → de formation")]
    [InlineData("La convention de 1982.Ils ont parlé du19 au 26mai.", "1982.Ils → 1982. Ils|du19 → du 19|26mai → 26 mai")]
    [InlineData("Al'invitation du ministre, Legénéral est venu : il étaitun ami.", "Al'invitation → A l'invitation|Legénéral → Le général|étaitun → était un")]
    [InlineData("Les partiesont signé, les ministresont dit leursrencontres.", "partiesont → parties ont|ministresont → ministres ont|leursrencontres → leurs rencontres")]
    [InlineData("Il est arrivé au Vietnammardi, dans laville des Nationsunies et delui.", "Vietnammardi → Vietnam mardi|laville → la ville|Nationsunies → Nations unies|delui → de lui")]
    [InlineData("M. Tea Banh est venu. M. TeaBanh repart de NewDelhi.", "TeaBanh → Tea Banh|NewDelhi → New Delhi")]
    [InlineData("Le général Do Ba Ty est venu. Le général DoBa Ty repart.", "DoBa → Do Ba")]
    [InlineData("Ils ont ouvert laréunion, la 4econférence, la 1èresession et la rencontreADMM de l'an àvenir.", "laréunion → la réunion|4econférence → 4e conférence|1èresession → 1ère session|rencontreADMM → rencontre ADMM|àvenir → à venir")]
    [InlineData("Leministre a ouvert la 7eConférence et la 9ᵉréunion despaysaséaniens.", "Leministre → Le ministre|7eConférence → 7e Conférence|9ᵉréunion → 9ᵉ réunion|despaysaséaniens → des pays aséaniens")]
    [InlineData("Leministre a promis defavoriser les visites, demultiplier les cours et de donner desinformations sur la politique demultilatéralisation.", "Leministre → Le ministre|defavoriser → de favoriser|demultiplier → de multiplier|desinformations → des informations|demultilatéralisation → de multilatéralisation")]
    [InlineData("Ceux qui sont aujourd'huides hommes d'affaires, dont les visitesont repris.", "aujourd'huides → aujourd'hui des|visitesont → visites ont")]
    [InlineData("Leministre a été reçu parle président, accueilli parla ministre et salué parles généraux desdeux pays.", "Leministre → Le ministre|parle → par le|parla → par la|parles → par les|desdeux → des deux")]
    [InlineData("Leministre aeu mardi une rencontre, après avoireu des pourparlers et avait euun entretien desdeux côtés.", "Leministre → Le ministre|aeu → a eu|avoireu → avoir eu|euun → eu un|desdeux → des deux")]
    [InlineData("Leministre a été reçu mardi à Tokyo parle Premier ministre desdeux pays.", "Leministre → Le ministre|parle → par le|desdeux → des deux")]
    [InlineData("Leministre parle anglais, a appris qu'on parle desdeux pays et que l'élu parle du plan.", "Leministre → Le ministre|desdeux → des deux")]
    [InlineData("M. MurrayMcCully et M. DominicLeBlanc ont vu leministre, LePremier ministre, Phan VanGiang et LeVietnam.", "MurrayMcCully → Murray McCully|DominicLeBlanc → Dominic LeBlanc|leministre → le ministre|LePremier → Le Premier|VanGiang → Van Giang|LeVietnam → Le Vietnam")]
    [InlineData("M. RonDeSantis, Mme AnneDuBarry, M. PhanVanGiang et M. ErwanLePremier ont vu leministre.", "RonDeSantis → Ron DeSantis|AnneDuBarry → Anne DuBarry|PhanVanGiang → Phan Van Giang|ErwanLePremier → Erwan Le Premier|leministre → le ministre")]
    [InlineData("Lors desa visite, leministre a salué lebon bilan et le bondéroulement du plan.", "desa → de sa|leministre → le ministre|lebon → le bon|bondéroulement → bon déroulement")]
    [InlineData("Il est venu à Prague.Le ministre l'a reçu avec l'ONU.S'agissant du droit (CNUDM).Les deux sont partis d'Oslo.Tran Van Hai l'a dit.", "Prague.Le → Prague. Le|ONU.S' → ONU. S'|).Les → ). Les|Oslo.Tran → Oslo. Tran")]
    public void Takes_glued_words_apart(string text, string repairs)
    {
        var article = ArticleTextReader.Read("a", "a.txt", text);
        Assert.Equal(repairs, string.Join('|', article.Repairs.Select(r => $"{r.Surface} → {r.Repaired}")));
        Assert.All(article.Repairs, r => Assert.Equal(r.Surface, text[r.Span.Start..r.Span.End]));
        Assert.All(article.Tokens, t => Assert.Equal(t.Text, text[t.Start..t.End]));
    }

    /// <summary>Names, acronyms, rare and foreign words, and what is written together on purpose.</summary>
    [Theory]
    [InlineData("M. Sébastien Lecornu, M. Delacroix, Mme Lamarche et M. Dupont sont venus. Lecornu a parlé. Il a reçu le ministre, Dmytro Salamatin, et M. Salamatin a parlé.")]
    [InlineData("Le général Jassouzakov, M. Aeschlimann, Mme Mapisa-Nqakula, M. Chinedu, M. Simonet, M. Romanov et M. Khrénine.")]
    [InlineData("MM. McDonald, DiCaprio et DeGaulle, de la société VietJet, de VinFast, de PetroVietnam, de BaoViet, de ViVu, de BaBa et de YouTube.")]
    [InlineData("MM. Ian McCully, Jean MacDonald, Gerald FitzGerald, Dominic LeBlanc, Ron DeSantis et Mike DeWine sont venus. M. MacDonald a parlé.")]
    [InlineData("La cyberdéfense, les narcotrafiquants, la coprésidence, la visioconférence, le télétravail et le partenariat sino-vietnamien.")]
    [InlineData("Le COVID-19, le G20, l'IDEX-2025, l'A380, la COP26, la 47e édition, le 1er juin, à 20h30, sur 100km et 30.000 tonnes de 5kg.")]
    [InlineData("Le 4x4, la 2CV, le 5econd, la 3eme et la 12ème place, à 100ha, en 2e et en 1er.")]
    [InlineData("Le général Thongloi, M. Bounlai et un centre de données hyperscale.")]
    [InlineData("Le mot desa est indonésien, l'appareil iADMM et le site eANTV aussi.")]
    [InlineData("Les áo dài, le phở, le Têt, le bánh chưng et le nem, à Xi'an, à N'Djamena, à Sana'a et chez M. O'Brien.")]
    [InlineData("Voir le site vnanet.vn, qdnd.vn, www.courrierduvietnam.com et l'adresse contact@vnanet.vn.")]
    [InlineData("L'Etat kazakhstanais, onusien, émirati, bangladais et timorais ; l'evenement du gouvernement ; le ministere.")]
    [InlineData("La déformation des pièces, la démesure du projet et le ministre qui a recu son hôte.")]
    [InlineData("Le site Vietnam.Net, S.E.M.Le Van Hai, Mme.Le Thi Lan, Prof.Tran Hai et J.R.Smith.")]
    public void Leaves_what_is_whole(string text) => Assert.Empty(ArticleTextReader.Read("a", "a.txt", "Le ministre de la Défense a reçu son homologue et les deux parties.\n" + text).Repairs);

    [Fact]
    public void A_text_in_another_language_is_left_alone() =>
        Assert.Empty(ArticleTextReader.Read("a", "a.txt", "The two sides agreed that theministry of the army would be visited by laDéfense in May.").Repairs);

    [Fact]
    public void The_dictionary_is_found_quickly()
    {
        Assert.True(WordForms.French.Contains("vietnamiennes") && WordForms.French.Contains("Turquie") && WordForms.French.Contains("œuvre") && WordForms.French.Contains("oeuvre"));
        Assert.False(WordForms.French.Contains("vietnamienneet") || WordForms.French.Contains("") || WordForms.French.Contains("turquie") || WordForms.French.Contains("越南"));
        Assert.True(WordForms.French.ContainsFolded("evenement"));
        Assert.False(WordForms.French.ContainsFolded("etatun"));
    }

    [Fact]
    public void Repaired_tokens_still_cover_the_text() => HostileText.Any.Sample(text =>
    {
        var article = ArticleTextReader.Read("a", "a.txt", "Le chef de la mission est venu et les autres sont ici. " + text);
        var end = 0;
        foreach (var token in article.Tokens)
        {
            Assert.True(token.Start >= end && token.End > token.Start);
            Assert.Equal(Folding.Fold(article.Raw.AsSpan(token.Start, token.Length)), token.Folded);
            end = token.End;
        }

        Assert.All(article.Repairs, r => Assert.Equal(article.Raw[r.Span.Start..r.Span.End], r.Surface));
    });
}
