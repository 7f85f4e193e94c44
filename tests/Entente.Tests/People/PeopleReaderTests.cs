using Entente.Partners;
using Entente.People;
using Entente.Tests.Partners;

namespace Entente.Tests.People;

public sealed class PeopleReaderTests
{
    private static PeopleReading Read(params string[] sentences)
    {
        var article = Sample.Of(sentences);
        return new PeopleReader().Read(article, new PartnerReader().Read(article));
    }

    private static string Show(PersonMention person) => $"{person.Name}/{person.Country}/{person.Role?.Function}";

    [Theory]
    [InlineData("Le Premier ministre Pham Minh Chinh en visite", "Pham Minh Chinh/VNM/HeadOfGovernment")]
    [InlineData("le ministre indien de la Défense, Shri Arvind Malhotra, a salué", "Arvind Malhotra/IND/Minister")]
    [InlineData("Agenda du PM Pham Minh Chinh en visite", "Pham Minh Chinh/VNM/HeadOfGovernment")]
    [InlineData("Le général Kim Van Thuyêt et le ministre coréen Kim Tae-young", "Kim Van Thuyêt/VNM/Rank Kim Tae-young/KOR/Minister")]
    [InlineData("à Sam Neua, chef-lieu de Houaphan, le gouverneur lao Phonexay Keola a reçu", "Phonexay Keola/LAO/Other")]
    [InlineData("le vice-ministre japonais Ro Manabe a reçu", "Ro Manabe/JPN/DeputyMinister")]
    [InlineData("s'est entretenu avec Haluk Gorgun, président de la Presidency of Defence Industries (agence des industries de défense de la Turquie), en visite", "Haluk Gorgun/TUR/HeadOfBody")]
    [InlineData("a reçu Haluk Görgün, président de l’Agence turque de l’industrie de la défense.", "Haluk Görgün/TUR/HeadOfBody")]
    [InlineData("Le général Phan Van Giang, membre du Bureau politique, vice-secrétaire de la Commission militaire centrale et ministre de la Défense, s'est entretenu", "Phan Van Giang/VNM/Minister")]
    [InlineData("le ministre de la Défense du Vietnam, le général Phùng Quang Thanh, et son homologue russe Sergueï Choïgou.", "Phùng Quang Thanh/VNM/Minister Sergueï Choïgou/RUS/Minister")]
    [InlineData("le président de la République, M. Truong Tân Sang, puis", "Truong Tân Sang/VNM/HeadOfState")]
    [InlineData("le président de la République démocratique du Timor-Leste, José Ramos-Horta, en visite", "José Ramos-Horta/TLS/HeadOfState")]
    [InlineData("le ministre d'État émirati chargé de la Défense, Mohammed ben Moubarak Al Mazrouei.", "Mohammed ben Moubarak Al Mazrouei/ARE/Minister")]
    [InlineData("M. Talal ben Abdallah al-Otaïbi, vice-ministre saoudien de la Défense.", "Talal ben Abdallah al-Otaïbi/SAU/DeputyMinister")]
    [InlineData("Son Excellence M. Mohamed Berrah, ambassadeur d'Algérie au Vietnam.", "Mohamed Berrah/DZA/Ambassador")]
    [InlineData("au ministre mozambicain de la Défense nationale, Atanásio Salvador M'tumuke, à Maputo", "Atanásio Salvador M'tumuke/MOZ/Minister")]
    [InlineData("le général P. A. Golovtchenko, commandant de la Marine russe,", "P. A. Golovtchenko/RUS/Commander")]
    [InlineData("le Premier ministre cambodgien, Samdech Techo Hun Sen.", "Hun Sen/KHM/HeadOfGovernment")]
    [InlineData("l'ambassadrice du Venezuela, Mme Tatiana Pugh Moreno, a exprimé", "Tatiana Pugh Moreno/VEN/Ambassador")]
    [InlineData("le général d'armée Viktor Zolotov, directeur du Service fédéral des troupes de la Garde nationale de la Fédération de Russie (Rosgvardia).", "Viktor Zolotov/RUS/Director")]
    [InlineData("et ses homologues thaïlandais, le général Prayut Chan-o-cha, et malaisien, Hishammuddin Hussein.", "Prayut Chan-o-cha/THA/Counterpart Hishammuddin Hussein/MYS/Counterpart")]
    [InlineData("Lê Hoai Trung, ministre vietnamien des Affaires étrangères, a reçu", "Lê Hoai Trung/VNM/Minister")]
    [InlineData("Le Japonais Hironori Kanazawa et le roi jordanien Abdallah II ont convenu", "Hironori Kanazawa/JPN/ Abdallah II/JOR/HeadOfState")]
    [InlineData("Le Japonais moyen et les Vietnamiens Mardi Gras", "")]
    [InlineData("La délégation a rendu visite au chantier naval de Song Thu, puis au port.", "")]
    [InlineData("La visite au Vietnam de Fidel Castro, en 1973, puis", "Fidel Castro//")]
    [InlineData("Le président de l'Association d'amitié Vietnam - Jordanie, Nguyen Tam Khoa, a reçu", "Nguyen Tam Khoa/VNM/Other")]
    [InlineData("les ministres de la Défense d'Australie, Richard Marles, du Japon, Nakatani Gen, et de Nouvelle-Zélande, Judith Collins.", "Richard Marles/AUS/Minister Nakatani Gen/JPN/Minister Judith Collins/NZL/Minister")]
    [InlineData("le représentant du CICR en Asie-Pacifique Bernard Keller", "Bernard Keller/ICRC/Other")]
    [InlineData("Les chefs d'état-major vietnamien et thaïlandais, Nguyen Tan Cuong et Songwit Noonpakdee, se sont vus", "Nguyen Tan Cuong/VNM/ChiefOfStaff Songwit Noonpakdee/THA/ChiefOfStaff")]
    [InlineData("le chef du groupe de travail ADSOM de l'ASEAN", "")]
    [InlineData("le général Meas Vyrith, chef adjoint du Comité national de lutte contre la drogue du Cambodge", "Meas Vyrith/KHM/Director")]
    [InlineData("une délégation de la Commission de la défense, conduite par son président, le général Lê Tân Minh", "Lê Tân Minh/VNM/Director")]
    [InlineData("avec le chargé d'affaires chilien, Pedro Rojas, a souhaité", "Pedro Rojas/CHL/Ambassador")]
    [InlineData("Le ministre russe de la Défense, Andreï Beloussov a souligné", "Andreï Beloussov/RUS/Minister")]
    [InlineData("Il a visité la rue Nguyen Thai Hoc, la baie d'Ha Long et Hô Chi Minh-Ville.", "")]
    [InlineData("la Garde nationale, le Bureau politique et l'Académie de police", "")]
    [InlineData("En l'absence du ministre de la Défense, le général Nguyen Tan Cuong a reçu", "Nguyen Tan Cuong/VNM/Rank")]
    [InlineData("Au nom du président de la République, le général Phan Van Giang, ministre de la Défense, a remis", "Phan Van Giang/VNM/Minister")]
    [InlineData("Mandaté par le Premier ministre, le colonel Le Van Nam s'est entretenu", "Le Van Nam/VNM/Rank")]
    [InlineData("Sur proposition du ministre de la Défense, le général Phan Van Giang, les deux parties ont ouvert", "Phan Van Giang/VNM/Minister")]
    [InlineData("Au nom du ministre de la Défense, le général Phan Van Giang, le colonel Le Van Nam a remercié", "Phan Van Giang/VNM/Minister Le Van Nam/VNM/Rank")]
    [InlineData("L'ambassadrice d'Espagne De Soria a félicité", "De Soria/ESP/Ambassador")]
    [InlineData("La ministre brésilienne Di Maria a félicité", "Di Maria/BRA/Minister")]
    [InlineData("Selon le capitaine britannique John Smith du HMS Albion, la visite", "John Smith/GBR/Rank")]
    [InlineData("avec des représentants du groupe espagnol Navalia et l'ambassadeur de Malte, Paul Borg", "Paul Borg/MLT/Ambassador")]
    [InlineData("Ivan Ivanov, président du sous-comité biélorusse de coopération,", "Ivan Ivanov/BLR/HeadOfBody")]
    [InlineData("Ivan Ivanov, président du groupe d'amitié Biélorussie - Vietnam,", "Ivan Ivanov/BLR/HeadOfBody")]
    [InlineData("le président biélorusse Ivan Ivanov, chef de la garde, a reçu", "Ivan Ivanov/BLR/HeadOfState")]
    [InlineData("avec la secrétaire d'État adjointe américaine, Wendy Smith, et", "Wendy Smith/USA/DeputyMinister")]
    [InlineData("avec l'assistant adjoint au secrétaire américain à la Défense, John Smith, et", "John Smith/USA/DeputyMinister")]
    public void Names_come_with_country_and_office(string text, string people) =>
        Assert.Equal(people, string.Join(' ', Read(text).People.Select(Show)));

    [Theory]
    [InlineData("Sergueï Choïgou", "Le ministre russe Sergueï Choïgou est arrivé.", "M. Choïgou a rencontré le président Truong Tân Sang.")]
    [InlineData("Phan Van Giang", "Le général Phan Van Giang a reçu le ministre russe Andreï Beloussov.", "Le général Giang a salué la visite.")]
    [InlineData("Giampaolo Di Paola", "Le ministre italien Giampaolo Di Paola est arrivé.", "L'amiral Di Paola a répondu.")]
    [InlineData("Tô Lâm", "Le ministre Tô Lâm a reçu M. Viktor Zolotov.", "Tô Lâm a prié la partie russe d'aider.")]
    public void A_later_name_refers_to_the_first_full_one(string name, params string[] sentences)
    {
        var people = Read(sentences).People;
        var later = people.First(p => p.SentenceIndex == 1);
        Assert.Equal(name, people[Assert.NotNull(later.RefersTo)].Name);
    }

    [Theory]
    [InlineData("Au cours de sa rencontre avec le chargé d'affaires chilien, Phan Van Giang a souhaité un accord.", "CHL")]
    [InlineData("Recevant l'ambassadrice canadienne, Phan Van Giang s'est réjoui de ces progrès.", "CAN")]
    [InlineData("À l'ambassadeur d'Iran, Phan Van Giang exprime ses condoléances.", "IRN")]
    [InlineData("Devant son homologue russe, Phan Van Giang ne cache pas son estime.", "RUS")]
    public void The_subject_of_the_next_verb_does_not_hold_the_office_before_it(string text, string country)
    {
        var reading = Read("Le ministre vietnamien de la Défense, Phan Van Giang, a reçu plusieurs diplomates.", text);
        Assert.Contains(reading.Roles, r => r.SentenceIndex == 1 && r.Country == country && !r.IsNamed);
        Assert.Equal("VNM", Assert.Single(reading.People, p => p.SentenceIndex == 1).Country);
    }

    [Theory]
    [InlineData("ministre vietnamien", "Phan Van Giang")]
    [InlineData("ministre turc", "Yasar Güler")]
    [InlineData("hôte turc", "Yasar Güler")]
    [InlineData("ministre russe", null)]
    public void An_office_without_a_name_means_who_holds_it(string office, string? name)
    {
        var reading = Read("Le ministre de la Défense, le général Phan Van Giang, a reçu le ministre turc Yasar Güler.", $"Le {office} a salué la visite.");
        var role = Assert.Single(reading.Roles, r => r is { IsNamed: false, SentenceIndex: 1 });
        Assert.Equal(name, role.Person is { } person ? reading.People[person].Name : null);
    }

    [Theory]
    [InlineData("a reçu les ambassadeurs du Laos, du Cambodge, de Chine et de Russie", "LAO KHM CHN RUS")]
    [InlineData("des rencontres avec ses homologues singapourien, américain et canadien.", "SGP USA CAN")]
    public void A_plural_office_is_one_for_each_country(string text, string countries) =>
        Assert.Equal(countries, string.Join(' ', Read(text).Roles.Select(r => r.Country)));
}
