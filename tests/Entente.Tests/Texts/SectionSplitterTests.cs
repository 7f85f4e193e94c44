using CsCheck;
using Entente.Texts;

namespace Entente.Tests.Texts;

public sealed class SectionSplitterTests
{
    private const string Lead = "Le ministre de la Défense a reçu lundi à Hanoï son homologue, venu pour une visite officielle de trois jours.";
    private const string Body = "Les deux parties ont échangé leurs vues sur la coopération bilatérale et sur la situation de la région.";

    /// <summary>Seeds, and what each section must hold: <c>kind: text</c>, trimmed, in order.</summary>
    public static TheoryData<string, string[]> Layouts() => new()
    {
        { $" date 2025-10-13 Un titre\n\n{Lead}\n", ["Header: date 2025-10-13", "Title: Un titre", $"Body: {Lead}"] },
        { $" date 2021-05 Hanoï, 20 mai (VNA) - {Lead} -VNA", ["Header: date 2021-05 Hanoï, 20 mai (VNA) -", $"Body: {Lead}", "Signature: -VNA"] },
        { $" date 2021 Le ministre et son hôte. Photo : VNA\n\n{Lead}", ["Header: date 2021", "Caption: Le ministre et son hôte.", "Credit: Photo : VNA", $"Body: {Lead}"] },
        { $"Un titre | Photo : VNA\n\n{Lead}", ["Title: Un titre", "Credit: | Photo : VNA", $"Body: {Lead}"] },
        { $"Un titre hinh anh 1Le ministre parle. Photo : VNA\n\n{Lead}", ["Title: Un titre", "Caption: hinh anh 1Le ministre parle.", "Credit: Photo : VNA", $"Body: {Lead}"] },
        { $"Un titre\n\n{Lead}\n\nUn titre - ảnh 1Le ministre parle. Photo: qdnd.vn\n\n{Body}", ["Title: Un titre", $"Body: {Lead}", "Caption: Un titre - ảnh 1Le ministre parle.", "Credit: Photo: qdnd.vn", $"Body: {Body}"] },
        { $"{Lead}\n\n{Body}", [$"Body: {Lead}\n\n{Body}"] },
        { $"Un titre\n\nPhoto : VNA/CVN\n\nHanoï (VNA) – {Lead}\n>> Un autre article\n{Body}\n\nVNA/CVN", ["Title: Un titre", "Credit: Photo : VNA/CVN", "Header: Hanoï (VNA) –", $"Body: {Lead}", "Link: >> Un autre article", $"Body: {Body}", "Signature: VNA/CVN"] },
        { $"Un titre\n\nLe ministre (à droite) et son hôte, à Hanoï\n\n{Lead}", ["Title: Un titre", "Caption: Le ministre (à droite) et son hôte, à Hanoï", $"Body: {Lead}"] },
        { $"Un titre\n\nDes soldats à l'exercice\nPhoto : VNA\n\n{Lead}", ["Title: Un titre", "Caption: Des soldats à l'exercice", "Credit: Photo : VNA", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre parle. Photo : VNALe ministre{Lead[11..]}", ["Title: Un titre", "Caption: Le ministre parle.", "Credit: Photo : VNA", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre parle. Hanoï (VNA) – {Lead}", ["Title: Un titre", "Caption: Le ministre parle.", "Header: Hanoï (VNA) –", $"Body: {Lead}"] },
        { $"Un titre\n\n{Lead} (Photo: VNA)\n\n{Body}", ["Title: Un titre", $"Caption: {Lead}", "Credit: (Photo: VNA)", $"Body: {Body}"] },
        { $"Un titre\n\n{Lead}\n{Lead.Replace(" de la ", " dela", StringComparison.Ordinal)}\n\n{Body}.-AVI", ["Title: Un titre", $"Body: {Lead}", $"Repeat: {Lead.Replace(" de la ", " dela", StringComparison.Ordinal)}", $"Body: {Body}.", "Signature: -AVI"] },
        { $"Un titre\n\n{Lead.Replace(" de la ", " dela", StringComparison.Ordinal)}\n{Lead}", ["Title: Un titre", $"Repeat: {Lead.Replace(" de la ", " dela", StringComparison.Ordinal)}", $"Body: {Lead}"] },
        { $"Un titre\n\n{Lead}\n\nVoir plus\n\nUn autre titre\n\n{Body}\n\nTél : 024 38 25", ["Title: Un titre", $"Body: {Lead}", $"Teaser: Voir plus\n\nUn autre titre\n\n{Body}", "Footer: Tél : 024 38 25"] },
        { $"Un titre\n\n{Lead}\n\nHoang Hoa – VNA/CVN\nUn autre titre", ["Title: Un titre", $"Body: {Lead}", "Signature: Hoang Hoa – VNA/CVN", "Teaser: Un autre titre"] },
        { $"Un titre\n\n{Lead} Il l'a dit à l'Agence vietnamienne d'information (VNA).\n\n{Body}", ["Title: Un titre", $"Body: {Lead} Il l'a dit à l'Agence vietnamienne d'information (VNA).\n\n{Body}"] },
        { $"Un titre\n\n{Lead} - VNA./.\nTous droits réservés", ["Title: Un titre", $"Body: {Lead}", "Signature: - VNA./.", "Footer: Tous droits réservés"] },
        { $"Un titre\n\n{Lead}\n\n{Body}\n\nLa Tunisie expose ses dattes\nUne quinzaine d'entreprises de Tunis participeront à la foire.", ["Title: Un titre", $"Body: {Lead}\n\n{Body}", "Teaser: La Tunisie expose ses dattes\nUne quinzaine d'entreprises de Tunis participeront à la foire."] },
        { $"Un titre\n\n{Lead}\n\nUne place pour Hanoï\n\n{Body}\n\n{Lead.Replace("lundi", "mardi", StringComparison.Ordinal)}", ["Title: Un titre", $"Body: {Lead}\n\nUne place pour Hanoï\n\n{Body}\n\n{Lead.Replace("lundi", "mardi", StringComparison.Ordinal)}"] },
        { $"Un titre\n\nVOVWORLD - {Lead}", ["Title: Un titre", "Header: VOVWORLD -", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre parle. Photo VNA\n\n{Lead}", ["Title: Un titre", "Caption: Le ministre parle.", "Credit: Photo VNA", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre parle. Photo diffusée par l'AVI\n\n{Lead}", ["Title: Un titre", "Caption: Le ministre parle.", "Credit: Photo diffusée par l'AVI", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre parle. Photos prises par VNA/CVN\n\n{Lead}", ["Title: Un titre", "Caption: Le ministre parle.", "Credit: Photos prises par VNA/CVN", $"Body: {Lead}"] },
        { $"Un titre\n\n{Lead}\n\nLes photos diffusées par la VNA montrent les deux ministres.", ["Title: Un titre", $"Body: {Lead}\n\nLes photos diffusées par la VNA montrent les deux ministres."] },
        { $"Un titre\n\nLe ministre parle (Photo/VNA/CVN)\n\n{Lead}", ["Title: Un titre", "Caption: Le ministre parle", "Credit: (Photo/VNA/CVN)", $"Body: {Lead}"] },
        { $"Un titre\n\nPhoto d'illustration\n\n{Lead}", ["Title: Un titre", "Credit: Photo d'illustration", $"Body: {Lead}"] },
        { $"Un titre\n\n{Lead}\n\n{Body}\n\nCoopération avec la Tunisie\nLors de l'entretien avec le ministre Ali Trabelsi, les deux parties ont parlé de Sfax.", ["Title: Un titre", $"Body: {Lead}\n\n{Body}\n\nCoopération avec la Tunisie\nLors de l'entretien avec le ministre Ali Trabelsi, les deux parties ont parlé de Sfax."] },
        { $"Un titre\n\n{Lead}VNA/CVN\nUn autre titre", ["Title: Un titre", $"Body: {Lead}", "Signature: VNA/CVN", "Teaser: Un autre titre"] },
        { $"Un titre\n\nVNA\n\n{Lead}\n\n{Body}", ["Title: Un titre", "Credit: VNA", $"Body: {Lead}\n\n{Body}"] },
        { $"Un titre\n\n{Lead}\n\nHanoï (VNA) – {Lead}\n\n{Body}", ["Title: Un titre", $"Body: {Lead}", $"Repeat: Hanoï (VNA) – {Lead}", $"Body: {Body}"] },
        { $"Un titre\n\nLes photos de la VNA et de ses reporters ont ému le public venu nombreux à Hanoï.\n\n{Lead}", ["Title: Un titre", $"Body: Les photos de la VNA et de ses reporters ont ému le public venu nombreux à Hanoï.\n\n{Lead}"] },
        { $"Un titre\n\nLe navire Bouleau mouille à Cam Ranh, au Khanh Hoa (Centre), pour une escale de quatre jours. Il repart lundi.\n\n{Body}", ["Title: Un titre", $"Body: Le navire Bouleau mouille à Cam Ranh, au Khanh Hoa (Centre), pour une escale de quatre jours. Il repart lundi.\n\n{Body}"] },
        { $"Un titre\n\n{Lead}\n\nLe ministre (centre) et ses hôtes à Vinh\n\n{Body}", ["Title: Un titre", $"Body: {Lead}", "Caption: Le ministre (centre) et ses hôtes à Vinh", $"Body: {Body}"] },
        { $"Un titre\n\n{Lead}\n\nLe navire au port de Vinh, le 2 mai.\nPhoto : VNA\n\n{Body}", ["Title: Un titre", $"Body: {Lead}", "Caption: Le navire au port de Vinh, le 2 mai.", "Credit: Photo : VNA", $"Body: {Body}"] },
        { $"{Lead}\nPhoto : VNA\n{Body}", [$"Body: {Lead}", "Credit: Photo : VNA", $"Body: {Body}"] },
        { $"{Lead}\nPhoto: AVI\n|\n{Body}", [$"Body: {Lead}", "Credit: Photo: AVI\n|", $"Body: {Body}"] },
        { $"Le port de Vinh, dans la\nprovince de Nghê An (Centre) |\n{Lead}", ["Caption: Le port de Vinh, dans la\nprovince de Nghê An (Centre) |", $"Body: {Lead}"] },
        { $"Un port de la région de Vinh |\n{Lead}", ["Caption: Un port de la région de Vinh |", $"Body: {Lead}"] },
        { $"Le président a adressé jeudi ses félicitations au président élu du pays voisin.-AVI\nUn autre titre\n{Body}", ["Body: Le président a adressé jeudi ses félicitations au président élu du pays voisin.", "Signature: -AVI", $"Teaser: Un autre titre\n{Body}"] },
        { $"Un titre\n21-04-2016 | 09:30 GMT+7\n{Lead}", ["Title: Un titre", "Header: 21-04-2016 | 09:30 GMT+7", $"Body: {Lead}"] },
        { $"Un titre\nDe 8:00 à 9:30, le 30/11/2018\n\n{Lead}", ["Title: Un titre", $"Body: De 8:00 à 9:30, le 30/11/2018\n\n{Lead}"] },
        { $"04/04/2016 15:11 GMT+7 Email Print Like 0\n\nUn titre\n\n{Lead}", ["Header: 04/04/2016 15:11 GMT+7 Email Print Like 0", "Title: Un titre", $"Body: {Lead}"] },
        { $"Laos\nLe ministre de la Défense reçoit son homologue laotien\n\n{Lead}", ["Title: Laos\nLe ministre de la Défense reçoit son homologue laotien", $"Body: {Lead}"] },
        { $" date 2019-06 Le 20 juin, la délégation a visité la ville (Photo: VNA)\n\n{Lead}", ["Header: date 2019-06", "Caption: Le 20 juin, la délégation a visité la ville", "Credit: (Photo: VNA)", $"Body: {Lead}"] },
        { $"Le 10e dialogue des deux pays\n\n{Lead}", ["Title: Le 10e dialogue des deux pays", $"Body: {Lead}"] },
        { $"Un titre\n\n{Lead} Ce qui en restera, c'est une image : le 7 août, deux navires côte à côte.", ["Title: Un titre", $"Body: {Lead} Ce qui en restera, c'est une image : le 7 août, deux navires côte à côte."] },
        { $"Accueil / Politique\nPublié le : 12/09/2023 08:33\nUn titre\nMis à jour : 13/09/2023 09:10\n\n{Lead}", ["Header: Accueil / Politique\nPublié le : 12/09/2023 08:33", "Title: Un titre", "Header: Mis à jour : 13/09/2023 09:10", $"Body: {Lead}"] },
        { $"Mardi 15 octobre 2019 - 10:03\nUn titre\n\n{Lead}", ["Header: Mardi 15 octobre 2019 - 10:03", "Title: Un titre", $"Body: {Lead}"] },
        { $"Un titre\nVietnam+ (VNA) 15 octobre 2019 10:03\n\n{Lead}", ["Title: Un titre", "Header: Vietnam+ (VNA) 15 octobre 2019 10:03", $"Body: {Lead}"] },
        { $"Un titre\n\n{Lead}\n\nBáo Nghệ AnBáo Nghệ An12/10/2024\n\n{Body}", ["Title: Un titre", $"Body: {Lead}", "Header: Báo Nghệ AnBáo Nghệ An12/10/2024", $"Body: {Body}"] },
        { $"Un titre\n\n{Lead}\n\nIls se sont revus le 12/10/2024\n\n{Body}", ["Title: Un titre", $"Body: {Lead}\n\nIls se sont revus le 12/10/2024\n\n{Body}"] },
        { $"Mardi 15 octobre 2019\n\nUn titre\n\n{Lead}", ["Header: Mardi 15 octobre 2019", "Title: Un titre", $"Body: {Lead}"] },
        { $"Un titre\n\nLe 15 octobre 2019 à 10:03, le navire est parti.\n\n{Lead}", ["Title: Un titre", $"Body: Le 15 octobre 2019 à 10:03, le navire est parti.\n\n{Lead}"] },
        { $"Accueil chaleureux pour la délégation\n\n{Lead}", ["Title: Accueil chaleureux pour la délégation", $"Body: {Lead}"] },
        { $"Le ministre reçoit son homologue {Lead}\n\n{Body}", ["Title: Le ministre reçoit son homologue", $"Body: {Lead}\n\n{Body}"] },
        { $" date 2019-10 Vietnam et Pérou resserrent leurs liens{Lead}\n\n{Body}", ["Header: date 2019-10", "Title: Vietnam et Pérou resserrent leurs liens", $"Body: {Lead}\n\n{Body}"] },
        { $"Le général Kim Jong Un a reçu lundi à Pyongyang le ministre de la Défense du pays voisin et ses collaborateurs.\n\n{Body}", [$"Body: Le général Kim Jong Un a reçu lundi à Pyongyang le ministre de la Défense du pays voisin et ses collaborateurs.\n\n{Body}"] },
        { $"Un navire de la flotte a quitté lundi le port de Le Havre, où il avait mouillé pendant trois jours avec ses marins.\n\n{Body}", [$"Body: Un navire de la flotte a quitté lundi le port de Le Havre, où il avait mouillé pendant trois jours avec ses marins.\n\n{Body}"] },
        { $"Un titre\n\nLe ministre et son hôte, en 2022. Photo d'archives\n\n{Lead}", ["Title: Un titre", "Caption: Le ministre et son hôte, en 2022.", "Credit: Photo d'archives", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre et son hôte (Photo d'illustration)\n\n{Lead}", ["Title: Un titre", "Caption: Le ministre et son hôte", "Credit: (Photo d'illustration)", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre parle. Photo : QĐND {Lead}", ["Title: Un titre", "Caption: Le ministre parle.", "Credit: Photo : QĐND", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre parle. Photo : Bao Duc {Lead}", ["Title: Un titre", "Caption: Le ministre parle.", "Credit: Photo : Bao Duc", $"Body: {Lead}"] },
        { $"Un titre\n\nLe ministre et son hôte. © VNA\n\n{Lead}", ["Title: Un titre", "Caption: Le ministre et son hôte.", "Credit: © VNA", $"Body: {Lead}"] },
        { $"Un titre\n\n{Lead}\n#Pérou #défense\nAutres\nUn autre titre\n{Body}", ["Title: Un titre", $"Body: {Lead}", "Link: #Pérou #défense", $"Teaser: Autres\nUn autre titre\n{Body}"] },
        { "Sans rien d'autre", ["Body: Sans rien d'autre"] },
        { "", [] },
        { " \n ", ["Body:"] },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Finds_the_article_proper(string seed, string[] sections)
    {
        var article = ArticleTextReader.Read("a", "a.txt", seed);
        Assert.Equal(sections, article.Sections.Select(s => $"{s.Kind}: {seed[s.Span.Start..s.Span.End].Trim()}".Trim()));
    }

    [Theory]
    [InlineData($"Un titre\n\nHanoï (VNA) – {Lead}\n\nPhoto : QDND", "VNA")]
    [InlineData($"Un titre\n\n(VOVWORLD) - {Lead}\n\nVOV/VNA", "VOV/VNA")]
    [InlineData($"Un titre\n\n(VOVWORLD) - {Lead}", "VOV")]
    [InlineData($"Un titre\n\n{Lead}\n\nPhoto : Duc Trong/VNA/CVN", "VNA/CVN")]
    [InlineData($"Un titre\n\nPhoto : qdnd.vn\n\n{Lead}", "")]
    [InlineData($"Un titre\n\nLe ministre. Photo . VNA\n\n{Lead}", "VNA")]
    [InlineData($"Un titre\n\n{Lead} L'agence VNA et la VOV y étaient.", "")]
    public void Names_the_agency(string seed, string agency) => Assert.Equal(agency, ArticleTextReader.Read("a", "a.txt", seed).Agency);

    [Fact]
    public void A_dateline_has_place_date_and_agency()
    {
        const string Seed = $" date 2013 Un titre\n\nTel-Aviv, 14 juin (VNA) – {Lead}";
        var dateline = ArticleTextReader.Read("a", "a.txt", Seed).Dateline;
        Assert.NotNull(dateline);
        Assert.Equal(("Tel-Aviv", "14 juin", "VNA"), (At(dateline.Place), At(dateline.Date), At(dateline.Agency)));

        static string At(TextSpan span) => Seed[span.Start..span.End];
    }

    [Theory]
    [InlineData("Hanoi. 14 juillet (VNA)", "Hanoi", "14 juillet")]
    [InlineData("Séoul. 1er mars (VNA)", "Séoul", "1er mars")]
    public void A_full_stop_may_part_the_place_of_a_dateline_from_its_day(string opening, string place, string date)
    {
        var seed = $" date 2019-07 {opening} - {Lead}";
        var dateline = ArticleTextReader.Read("a", "a.txt", seed).Dateline;
        Assert.NotNull(dateline);
        Assert.Equal((place, date), (seed[dateline.Place.Start..dateline.Place.End], seed[dateline.Date.Start..dateline.Date.End]));
    }

    [Fact]
    public void Sections_cover_the_seed_and_sentences_their_tokens() => HostileText.Any.Sample(seed =>
    {
        var article = ArticleTextReader.Read("a", "a.txt", seed);
        var at = 0;
        foreach (var section in article.Sections)
        {
            Assert.Equal(at, section.Span.Start);
            Assert.True(section.Span.End > at);
            at = section.Span.End;
        }

        Assert.Equal(seed.Length, at);
        Assert.Equal(article.Tokens.Count, article.Sentences.Sum(s => s.Count));
        Assert.All(article.Sentences, s => Assert.Contains(article.Sections, section => section.Kind == s.Section && section.Span.Contains(s.Span)));
    }, iter: 3000);

    [Theory]
    [InlineData("fr", Lead)]
    [InlineData("en", "The two sides agreed to step up the exchange of delegations between their armies.")]
    [InlineData("vi", "Hai bên nhất trí đẩy mạnh trao đổi đoàn và phối hợp quản lý biên giới của hai nước.")]
    [InlineData("es", "El ministro de Defensa recibió a la delegación y los dos países firmaron un acuerdo.")]
    [InlineData("", "2025")]
    public void Tells_the_language(string language, string text) => Assert.Equal(language, ArticleTextReader.Read("a", "a.txt", text).Language);
}
