using Entente.CorpusReading;
using Entente.Meetings;
using Entente.Tests.Articles;
using Entente.Texts;

namespace Entente.Tests.Meetings;

/// <summary>Runs the sentences that stand beside the rules, and the constructions of <c>encounters.examples.tsv</c>.</summary>
public sealed class EncounterRuleTests
{
    private const string Home = "le général Phan Van Giang, ministre de la Défense,";
    private const string Guest = "le ministre russe de la Défense, Andreï Beloussov,";

    public static TheoryData<string> Positives => new(EncounterLexicon.French.Rules.Where(r => r.Need != TriggerNeed.Never).Select(r => r.Positive));

    public static TheoryData<string> Negatives => new(EncounterLexicon.French.Rules.Select(r => r.Negative));

    public static TheoryData<string, string> Constructions => Examples.Load("Meetings/encounters.examples.tsv");

    [Theory]
    [MemberData(nameof(Positives))]
    public void A_rule_reads_its_example(string sentence)
    {
        var meetings = Read(sentence);
        Assert.Contains(meetings, m => m.Partners.Contains("RUS") && m.Home.Any(p => p.Name == "Phan Van Giang") && m.Guests.Any(p => p.Name == "Andreï Beloussov"));
    }

    [Theory]
    [MemberData(nameof(Negatives))]
    public void A_rule_leaves_its_look_alike_alone(string sentence) => Assert.Empty(Read(sentence));

    [Theory]
    [MemberData(nameof(Constructions))]
    public void A_construction_is_read_as_it_says(string sentence, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Read(sentence).Select(Describe)));

    [Fact]
    public void A_caption_without_an_article_tells_its_meeting()
    {
        var meeting = Assert.Single(Examples.Read("Le général Phan Van Giang (à droite) et le ministre russe de la Défense, Andreï Beloussov, lors de leur entretien lundi à Hanoï. Photo : VNA").Meetings);
        Assert.Equal("RUS", Assert.Single(meeting.Partners));
    }

    [Fact]
    public void A_caption_tells_a_meeting_beside_those_of_the_text()
    {
        var meetings = Examples.Read("Le secrétaire général Tô Lâm a salué la coopération des deux polices.\n\nLe secrétaire général Tô Lâm (droite) a reçu mardi 11 mars à Hanoï Wang Xiaohong, ministre chinois de la Police. Photo : VNA\n\nWang Xiaohong s'est aussitôt après entretenu avec son homologue vietnamien Luong Tam Quang.").Meetings;
        Assert.Contains(meetings, m => m.Kind == MeetingKind.Reception && m.Home.Any(h => h.Name == "Tô Lâm"));
        Assert.Contains(meetings, m => m.Kind == MeetingKind.Talks && m.Home.Any(h => h.Name == "Luong Tam Quang"));
    }

    [Fact]
    public void A_picture_of_another_time_tells_no_meeting() =>
        Assert.DoesNotContain(
            Examples.Read("Le vice-ministre Hoang Xuan Chien a reçu jeudi à Hanoï l'ambassadeur de France Olivier Brochet.\n\nLe ministre Phan Van Giang (gauche) et le ministre français Sébastien Lecornu, le 6 mai 2024 à Hanoï. Photo : VNA\n\nOlivier Brochet a rappelé cette visite.").Meetings,
            m => m.Status == MeetingStatus.Held && m.Guests.Any(g => g.Name == "Sébastien Lecornu"));

    [Fact]
    public void A_caption_names_the_gathering_of_a_lost_lead()
    {
        var meeting = Assert.Single(Examples.Read("Y étaient représentés 80 pays.\n\nLe vice-ministre Hoang Xuan Chien à la conférence ministérielle de l'ONU sur les Casques bleus. Photo : VNA\n\nLes délégués ont adopté une déclaration. Le vice-ministre Hoang Xuan Chien y a rencontré jeudi le ministre indien Rajnath Singh.").Meetings, m => m.Kind == MeetingKind.Conference);
        Assert.Equal("Hoang Xuan Chien", Assert.Single(meeting.Home).Name);
    }

    [Theory]
    [InlineData("Le vice-ministre vietnamien de la Défense, Hoang Xuan Chien (gauche), et le ministre péruvien de la Défense, général Jorge Ramos, le 16 juin à Lima. |\nLes deux parties ont décidé de rapprocher les marines du Vietnam et du Pérou.", "PER --06-16 Hoang Xuan Chien Jorge Ramos")]
    [InlineData("Le Premier ministre vietnamien Pham Minh Chinh (gauche) et la présidente péruvienne Ana Ramos, le 16 juin à Lima. |\nL'accord est né lors de leur rencontre, en marge du sommet de l'APEC.\nLes deux dirigeants ont examiné leur collaboration.", "PER --06-16 Pham Minh Chinh Ana Ramos")]
    [InlineData("Le vice-ministre Hoang Xuan Chien et la ministre péruvienne de la Défense, Ana Ramos, le 16 juin à Lima. |\nLe Vietnam et le Pérou approfondiront leur partenariat. Hoang Xuan Chien a salué ces liens. Pour sa part, la cheffe de la délégation péruvienne a remercié le Vietnam.", "PER --06-16 Hoang Xuan Chien Ana Ramos")]
    [InlineData("Le Premier ministre vietnamien Pham Minh Chinh (gauche) et la présidente péruvienne Ana Ramos, le 16 juin à Lima. |\nL'article constate que la coopération progresse. Les auteurs rappellent que le Vietnam compte.", "")]
    [InlineData("Le Premier ministre vietnamien Pham Minh Chinh (gauche) et la présidente péruvienne Ana Ramos, le 16 juin à Lima. |\nLes deux dirigeants se retrouveront en août au Vietnam. Ils examineront leur collaboration.", "")]
    public void A_picture_of_two_with_a_day_tells_the_meeting_of_a_lost_lead(string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", new ArticleReader(new CorpusOptions()).Read("example", "example.txt", new SeedText(text + "\n", "utf-8", [])).Meetings.Where(m => m.Status == MeetingStatus.Held)
            .Select(m => $"{string.Join(' ', m.Partners)} {m.Date.Date} {string.Join(' ', m.Home.Concat(m.Guests).Select(p => p.Name))}")));

    [Theory]
    [InlineData("4e réunion élargie des ministres de la Défense de l'ASEAN, le 12 mai à Bangkok. |\nLes délégués de l'ASEAN et de douze pays ont participé à cet événement.\nLa délégation vietnamienne est conduite par le général Phan Van Giang, ministre de la Défense.", "Conference --05-12 Bangkok")]
    [InlineData("Le 3e dialogue de défense entre le Vietnam et l'Inde, le 8 juin à New Delhi. |\nLa partie vietnamienne était conduite par le vice-ministre Hoang Xuan Chien et celle de l'Inde par le secrétaire à la Défense, Ajay Kumar.\nLes deux parties ont évalué leur coopération.", "Dialogue --06-08 New Delhi")]
    [InlineData("Le vice-ministre Hoang Xuan Chien au 3e dialogue de défense Vietnam - Inde, le 8 juin 2014 à New Delhi. |\nLe vice-ministre Hoang Xuan Chien a reçu mardi 5 mai l'ambassadeur d'Inde Pranay Verma.", "Reception --05-05 ")]
    public void A_caption_tells_the_day_and_place_of_the_event_of_a_lost_lead(string text, string expected)
    {
        var meeting = Assert.Single(new ArticleReader(new CorpusOptions()).Read("example", "example.txt", new SeedText(text + "\n", "utf-8", [])).Meetings);
        Assert.Equal(expected, $"{meeting.Kind} {meeting.Date.Date} {meeting.Place}");
    }

    [Fact]
    public void Guests_of_an_event_meet_nobody_for_that() =>
        Assert.Empty(Examples.Read("L'ambassade du Vietnam en Argentine a donné mercredi une présentation de la politique extérieure.\nY ont assisté l'ambassadeur du Vietnam en Argentine, Ngo Minh Nguyet, et des représentants du ministère argentin de la Défense.\nLe colonel Ly Van Than a, de son côté, commenté le Livre blanc.").Meetings);

    private static string Describe(Meeting m) =>
        $"{m.Status} {m.Kind} {m.Date.Date} {string.Join('+', m.Partners)} [{string.Join(", ", m.Home.Select(p => p.Name))}] [{string.Join(", ", m.Guests.Select(p => p.Name))}]";

    private static IReadOnlyList<Meeting> Read(string sentence) => Examples.Read(sentence.Replace("X ", Home + " ", StringComparison.Ordinal).Replace("Y ", Guest + " ", StringComparison.Ordinal)
        .Replace("X.", Home.TrimEnd(',') + ".", StringComparison.Ordinal).Replace("Y.", Guest.TrimEnd(',') + ".", StringComparison.Ordinal)
        .Replace("Y,", Guest, StringComparison.Ordinal).Replace(",,", ",", StringComparison.Ordinal)).Meetings;
}
