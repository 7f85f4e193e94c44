using Entente.Partners;
using Entente.Texts;

namespace Entente.Tests.Partners;

public sealed class MainPartnersTests
{
    [Theory]
    [InlineData("Le ministre turc à Hanoï", "Le ministre a reçu l'ambassadeur du Japon.", "TUR")]
    [InlineData("Une rencontre à Singapour", "En marge de la réunion de l'ASEAN, à Singapour, le ministre a reçu son homologue japonais.", "JPN")]
    [InlineData("", "Le ministre a reçu les ambassadeurs du Laos et de Cuba.", "LAO CUB")]
    [InlineData("", "Les médecins connaissent les missions de maintien de la paix de l'ONU. Le directeur a salué l'aide italienne. L'ambassadeur d'Italie a dit que l'Italie continuerait.", "ITA")]
    [InlineData("", "Le ministre s'est entretenu avec son homologue brésilien. Enfin, il a reçu l'ambassadeur du Chili.", "BRA CHL")]
    [InlineData("", "Le ministre s'est entretenu avec son homologue brésilien. Le même jour, en marge du salon, il a rencontré le ministre du Chili.", "BRA")]
    [InlineData("", "Le ministre s'est entretenu avec son homologue brésilien. Il a évoqué le Chili.", "BRA")]
    [InlineData("Le Vietnam et l'UE signent un accord", "Le Japon l'a salué.", "EU")]
    [InlineData("", "La délégation a quitté Hanoï. Elle a été reçue par le ministre coréen.", "KOR")]
    [InlineData("", "Des médecins vietnamiens servent en République centrafricaine sous le casque bleu, mission onusienne.", "UN")]
    [InlineData("", "Le général thaïlandais a rendu une visite de courtoisie au ministre, qui croit à la coopération avec les pays de l'ASEAN, et donc avec la Thaïlande.", "THA")]
    [InlineData("Laos", "Le ministre a reçu les ambassadeurs du Japon et de Cuba.", "JPN CUB")]
    [InlineData("Laos et Vietnam", "Le ministre a reçu l'ambassadeur du Japon.", "LAO")]
    [InlineData("Clôture de l'exercice de l'ASEAN en Chine", "Il a duré cinq jours.", "ASEAN")]
    [InlineData("Visite en Chine du secrétaire général de l'ASEAN", "Elle a duré cinq jours.", "CHN ASEAN")]
    [InlineData("", "La conférence de l'ASEAN s'est ouverte jeudi au Brunei.", "ASEAN")]
    [InlineData("", "Les séances portent sur la vision des États-Unis, la Corée du Nord et la Chine.", "")]
    [InlineData("", "La délégation a quitté la France pour les États-Unis, où siège l'ONU. En France, le ministre a vu son homologue français et visité la France.", "FRA")]
    [InlineData("Singapour : Hanoï et Wellington se parlent", "Ils ont parlé de secourisme.", "NZL")]
    [InlineData("Laos : le ministre reçu par le président", "Il a parlé de secourisme.", "LAO")]
    [InlineData("", "Avec l'ambassadeur du Chili, le ministre a parlé de cuivre. À l'ambassadeur du Pérou, il a dit son souvenir du sommet de l'APEC.", "CHL PER")]
    [InlineData("", "Le ministre a rencontré à Jakarta, la capitale indonésienne, ses homologues canadien et malaisien.", "CAN MYS")]
    [InlineData("", "En marge de la réunion de l'ASEAN, qui s'est tenue avec la participation de l'Australie, de la Chine, des États-Unis et du Japon, le ministre a rencontré ses homologues indien et russe.", "IND RUS")]
    [InlineData("", "Le ministre a rencontré les ministres de l'Australie, de la Chine, des États-Unis et du Japon.", "AUS CHN USA JPN")]
    [InlineData("", "Bali (Indonésie) a accueilli la réunion restreinte des ministres de l'ASEAN.", "ASEAN")]
    [InlineData("Le président reçoit le directeur de l'ONUDC", "Il a parlé de stupéfiants.", "UN")]
    [InlineData("Le ministre rencontre des dirigeants de l'APEC", "Il s'est entretenu avec ses homologues chilien et canadien.", "CHL CAN")]
    [InlineData("", "Le ministre s'est entretenu avec son homologue australien. Par ailleurs, il est prévu que le ministre rencontre son homologue japonais.", "AUS")]
    [InlineData("", "Dans le cadre de la conférence de l'ASEAN, le ministre a eu des entrevues avec ses homologues japonais et coréen.", "JPN KOR")]
    [InlineData("", "Le Vietnam expose au Salon de La Havane, qui réunit des entreprises de quinze pays, dont l'Espagne et la Chine. Il vend du riz à Cuba.", "CUB")]
    [InlineData("", "Le Vietnam coopère avec de nombreux pays, dont le Japon.", "JPN")]
    [InlineData("", "Le Vietnam a battu l'Inde au tournoi organisé cette année par le Laos et le Cambodge.", "IND")]
    [InlineData("", "L'exercice organisé par les États-Unis et l'Inde s'est ouvert mardi.", "USA IND")]
    [InlineData("", "Le ministre a rencontré à Antananarivo, capitale de Madagascar, son homologue tunisien.", "TUN")]
    [InlineData("", "Un cours pour les sapeurs destinés aux missions de l'ONU est organisé par le Vietnam et la France.", "FRA")]
    [InlineData("", "Le Vietnam appuiera le Brunei dans l'organisation des réunions de défense de l'ASEAN.", "BRN")]
    [InlineData("", "Le Chili compte sur le Vietnam pour se rapprocher de l'ASEAN.", "CHL")]
    [InlineData("", "La 11e réunion des ministres de l'ASEAN a eu lieu à Vientiane sous la présidence du ministre laotien.", "ASEAN LAO")]
    [InlineData("", "Le Japon et les Nations unies appuient les missions des casques bleus vietnamiens.", "JPN UN")]
    [InlineData("Un cours destiné aux missions de l'ONU", "Le cours réservé aux officiers qui rejoindront les missions de l'ONU s'est ouvert lundi. L'Australie l'a financé. Trois instructeurs australiens l'ont donné. L'Australie continuera.", "AUS")]
    [InlineData("Un cours de l'ONU", "Le cours de l'ONU s'est ouvert lundi. L'Australie l'a financé. Trois instructeurs australiens l'ont donné. L'Australie continuera.", "UN")]
    [InlineData("", "L'ambassadrice du Vietnam en Tanzanie, accréditée également au Rwanda, a remis ses lettres de créance au président du Rwanda.", "RWA")]
    [InlineData("", "L'ambassadeur du Vietnam en France a prononcé un discours.", "FRA")]
    [InlineData("", "Invitée par le président du Comité militaire de l'Union européenne, le général italien Claudio Rossi, une délégation a pris part à la réunion.", "EU")]
    [InlineData("", "Le ministre a salué l'ambassadrice de l'Union européenne et le général italien Claudio Rossi.", "EU ITA")]
    [InlineData("", "Singapour, la Thaïlande et l'Inde ont fait manœuvrer dix navires. La Thaïlande et l'Inde s'en félicitent. La Thaïlande et l'Inde recommenceront.", "SGP THA IND")]
    [InlineData("", "À Hawaï, où se tenait la réunion des ministres des États-Unis, le ministre a rencontré son homologue philippin.", "PHL")]
    [InlineData("", "Le ministre s'est entretenu avec son homologue brésilien. Enfin, en recevant l'ambassadeur d'Allemagne, il a évoqué les médecins qui servent au Tchad.", "BRA DEU")]
    [InlineData("La Norvège aide le Vietnam dans le maintien de la paix de l'ONU", "Elle a remis du matériel.", "NOR")]
    [InlineData("", "Le forum traite des opérations de l'ONU. En marge, le ministre a rencontré son homologue japonais.", "JPN")]
    [InlineData("", "Le forum traite des opérations de l'ONU.", "UN")]
    [InlineData("", "Le ministre assiste à Manille, aux Philippines, à la réunion des ministres de la Défense de l'ASEAN, sur invitation du ministre philippin.", "ASEAN")]
    [InlineData("", "Le ministre visite les Philippines et assiste à la réunion des ministres de l'ASEAN, sur invitation du ministre philippin.", "PHL")]
    [InlineData("", "Rien de tel.", "")]
    [InlineData("Sommet de l'ASEAN : les rencontres bilatérales du Premier ministre", "En marge du sommet de l'ASEAN, le Premier ministre Pham Minh Chinh a rencontré mardi à Bangkok son homologue thaïlandais et le président indonésien.", "THA IDN")]
    [InlineData("Sommet de l'ASEAN : le Premier ministre plaide pour l'unité", "Le Premier ministre Pham Minh Chinh a appelé mardi à Bangkok les membres de l'ASEAN à l'unité.", "ASEAN")]
    public void The_headline_decides_else_the_sentence_that_opens_the_report(string title, string body, string main)
    {
        var article = ArticleTextReader.Read("main", "main.txt", title.Length == 0 ? $" date 2020-05-04 Photo : VNA\n\nHanoï (VNA) – {body}\n" : $" date 2020-05-04 {title}\n\n{body}\n");
        Assert.Equal(main, string.Join(' ', new PartnerReader().Read(article).MainPartners));
    }

    [Theory]
    [InlineData("Dans le cadre de l'Assemblée générale de l'ONU, le ministre Bui Thanh Son a eu mardi une série de contacts bilatéraux. Il a reçu le ministre cubain Bruno Rodriguez. Il a rencontré le ministre chilien Alberto van Klaveren.", "CUB CHL", "UN CUB CHL")]
    [InlineData("Dans le cadre de l'Assemblée générale de l'ONU, le ministre Bui Thanh Son a rencontré mardi le ministre cubain Bruno Rodriguez.", "CUB", "UN CUB")]
    [InlineData("Le ministre Bui Thanh Son a eu mardi plusieurs entrevues. L'accord avec l'Union européenne y a été évoqué. Il a rencontré le ministre cubain Bruno Rodriguez. Il a reçu le ministre chilien Alberto van Klaveren.", "CUB CHL", "EU CUB CHL")]
    [InlineData("Le ministre Bui Thanh Son a reçu mardi le ministre cubain Bruno Rodriguez. Il a eu un bref échange avec le ministre chilien Alberto van Klaveren.", "CUB", "CUB CHL")]
    [InlineData("Le ministre Bui Thanh Son conduit une délégation au sommet de l'APEC. Il a reçu mardi le ministre cubain Bruno Rodriguez.", "CUB APEC", "CUB APEC")]
    [InlineData("Le ministre Bui Thanh Son est arrivé lundi pour plusieurs réunions. Au programme : la réunion de l'ASEAN, et une rencontre avec l'Inde. Il a rencontré le ministre cubain Bruno Rodriguez. Il a reçu le ministre chilien Alberto van Klaveren.", "CUB CHL", "ASEAN IND CUB CHL")]
    [InlineData("Le ministre Bui Thanh Son a rencontré mardi le ministre cubain Bruno Rodriguez. Il a reçu le ministre chilien Alberto van Klaveren. Le ministre turc Ismail Demir a souhaité une visite.", "CUB CHL TUR", "CUB CHL TUR")]
    [InlineData("Le ministre Bui Thanh Son a rencontré mardi le ministre cubain Bruno Rodriguez. Le ministre turc Ismail Demir a souhaité une visite.", "CUB", "CUB TUR")]
    [InlineData("Le ministre Bui Thanh Son a rencontré mardi à La Havane le ministre cubain Bruno Rodriguez. Sur place, il a rencontré aussi les ministres de certains pays de l'ASEAN.", "CUB", "CUB ASEAN")]
    [InlineData("Le rôle de l'ASEAN et de ses mécanismes grandit, ont-ils noté. Les deux parties ont convenu de se soutenir à l'ASEAN.\n\nLe ministre Bui Thanh Son (gauche), au 9e dialogue de défense Vietnam - Cuba, le 5 mai. Photo : VNA\n", "CUB", "ASEAN CUB")]
    public void Those_who_were_met_are_what_a_report_is_about(string body, string main, string partners)
    {
        var seed = SeedReader.Read(System.Text.Encoding.UTF8.GetBytes(" date 2020-05-06 Photo : VNA\n\nHanoï (VNA) – " + body + "\n"));
        var document = new ArticleReader(new CorpusOptions()).Read("main", "main.txt", seed).Document;
        Assert.Equal(main, string.Join(' ', document.MainPartners));
        Assert.Equal(partners, string.Join(' ', document.Partners));
    }
}
