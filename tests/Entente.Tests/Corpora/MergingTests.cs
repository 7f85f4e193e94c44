using Entente.CorpusReading;
using Entente.Tables;
using Entente.Tests.Articles;

namespace Entente.Tests.Corpora;

/// <summary>What articles tell together: one fact told twice is one row, two facts stay two, in whatever order the articles come.</summary>
public sealed class MergingTests
{
    private const string Signed = " date 2019-05-06 Coopération\n\nLes ministres vietnamien et japonais de la Défense ont signé le 5 mai à Tokyo un mémorandum d'entente sur la médecine militaire.\n";
    private const string InForce = " date 2021-03-02 Coopération\n\nLe vice-ministre Hoang Xuan Chien a reçu mardi l'ambassadeur du Japon Yamada Takio. Les deux parties appliquent le mémorandum d'entente sur la médecine militaire.\n";
    private const string OtherSubject = " date 2021-04-02 Coopération\n\nLe vice-ministre Hoang Xuan Chien a reçu l'ambassadeur du Japon Yamada Takio. Les deux parties appliquent le mémorandum d'entente sur la cybersécurité.\n";
    private const string OtherPartner = " date 2021-05-02 Coopération\n\nLe vice-ministre Hoang Xuan Chien a reçu l'ambassadeur de France Nicolas Warnery. Les deux parties appliquent le mémorandum d'entente sur la médecine militaire.\n";
    private const string Planned = " date 2018-03-02 Coopération\n\nLe vice-ministre Hoang Xuan Chien a reçu l'ambassadeur du Japon Yamada Takio. Les deux parties signeront un mémorandum d'entente sur la médecine militaire.\n";
    private const string Body = "Le général Phan Van Giang a reçu le 12 mars à Hanoï l'ambassadeur de Russie Guennadi Bezdetko. Ils ont souligné la coopération dans la formation des officiers et le déminage, et signé un mémorandum d'entente sur la cybersécurité.\n";

    [Fact]
    public void An_instrument_in_force_here_and_signed_there_is_one_and_signed()
    {
        var row = Assert.Single(Read([("a", InForce), ("b", Signed)]).Agreements);
        Assert.Equal(("signed", "2019-05-05", "a; b"), (row.Status, row.Date.Date, string.Join("; ", row.DocIds)));
        Assert.Equal("a", row.Evidence.DocId);
    }

    [Fact]
    public void An_instrument_in_force_before_the_signing_is_another() =>
        Assert.Equal(["2023-05-05", ""], Read([("a", Signed.Replace("2019-05-06", "2023-05-06", StringComparison.Ordinal)), ("b", InForce)]).Agreements.Select(a => a.Date.Date));

    [Theory]
    [InlineData(OtherSubject)]
    [InlineData(OtherPartner)]
    [InlineData(Planned)]
    public void Another_subject_partner_or_stage_is_another_instrument(string other) => Assert.Equal(2, Read([("a", Signed), ("b", other)]).Agreements.Count);

    [Fact]
    public void One_in_force_that_two_signed_ones_fit_stays_its_own_and_joins_its_like()
    {
        var later = Signed.Replace("2019-05-06", "2020-05-06", StringComparison.Ordinal);
        var rows = Read([("a", Signed), ("b", later), ("c", InForce), ("d", InForce.Replace("mardi", "lundi", StringComparison.Ordinal))]).Agreements;
        Assert.Equal(["a: signed", "b: signed", "c; d: in_force"], rows.Select(r => $"{string.Join("; ", r.DocIds)}: {r.Status}"));
    }

    [Fact]
    public void A_copied_article_tells_its_facts_once()
    {
        var rows = Read([("a", Body), ("b", " date 2024-03-13 Réception\n\n" + Body), ("c", Body)]);
        Assert.Equal("b; a; c", string.Join("; ", Assert.Single(rows.Meetings).DocIds));
        Assert.Equal("b; a; c", string.Join("; ", Assert.Single(rows.Agreements).DocIds));
        Assert.Equal(rows.Themes.Count, rows.Themes.Select(t => t.Theme).Distinct().Count());
        Assert.Equal(["a", "c"], rows.Warnings.Where(w => w.Code == "duplicate").Select(w => w.DocId));
        Assert.All(rows.Documents, d => Assert.StartsWith("2024-03-1", d.Date.Date, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_only_named_as_host_and_who_is_only_named_as_guest_may_have_met_others()
    {
        var rows = Read(
        [
            ("a", " date 2024-03-14 Vietnam - Philippines\n\nLe colonel vietnamien Hoang Quôc Viên a été reçu mardi à Manille par un vice-ministre philippin."),
            ("b", " date 2024-03-14 Vietnam - Philippines\n\nLa délégation vietnamienne a été reçue mardi à Manille par le président philippin Ferdinand Marcos Jr."),
        ]).Meetings;
        Assert.All(rows, row => Assert.True(row.HomePeople.Count == 0 || row.PartnerPeople.Count == 0));
        Assert.Equal(2, rows.Count);
    }

    [Theory]
    [InlineData(" date 2019-10-23 Cambodge\n\nLe général Ngô Xuân Lich a reçu mardi 22 octobre à Hanoï le général Tea Banh, ministre cambodgien de la Défense.", "2019-10-24")]
    [InlineData(" date 2019-10-29 Cambodge\n\nLe général Ngô Xuân Lich a reçu mardi 29 octobre à Hanoï le général Tea Banh, ministre cambodgien de la Défense.", "--10-24")]
    [InlineData(" date 2019-10-23 ADMM\n\nLe Vietnam a participé mardi 22 octobre à Bali à la conférence des ministres de la Défense de l'ASEAN. En marge de la conférence, le général Ngô Xuân Lich s'est entretenu avec le général Tea Banh, ministre cambodgien de la Défense.", "--10-24")]
    public void A_guest_seen_on_the_next_days_settles_the_year_unless_he_comes_every_year(string dated, string date)
    {
        var open = "Le général Ngô Xuân Lich s'est entretenu le 24 octobre à Hanoï avec le général Tea Banh, ministre cambodgien de la Défense.";
        Assert.Equal(date, Read([("a", dated), ("b", open)]).Documents[1].Date.Date);
    }

    [Theory]
    [InlineData("mardi 22 octobre", "2019-10-22")]
    [InlineData("vendredi 25 octobre", "--10-25")]
    [InlineData("lundi 22 octobre", "--10-22")]
    public void An_ambassador_is_met_all_year_round_and_a_weekday_stands_against_a_year(string day, string date)
    {
        const string Dated = " date 2019-10-22 Réception\n\nLe général Ngô Xuân Lich a reçu le 22 octobre à Hanoï l'ambassadeur de Russie Konstantin Vnoukov.";
        Assert.Equal(date, Read([("a", Dated), ("b", $"Le général Ngô Xuân Lich a reçu {day} à Hanoï l'ambassadeur de Russie Konstantin Vnoukov. Le diplomate a remercié l'armée vietnamienne.")]).Documents[1].Date.Date);
    }

    [Fact]
    public void A_changed_article_is_no_copy() =>
        Assert.Equal(2, Read([("a", Body), ("b", Body.Replace("12 mars", "14 mars", StringComparison.Ordinal))]).Meetings.Count);

    [Fact]
    public void The_order_of_the_articles_changes_nothing()
    {
        var articles = Directory.EnumerateFiles(Path.Combine(TestFolders.Articles, "dev", "articles")).Concat(Directory.EnumerateFiles(TestFolders.Seeds)).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))).ToList();
        var there = Facts(Read(articles));
        articles.Reverse();
        Assert.Equal(there, Facts(Read(articles)));
    }

    private static List<string> Facts(CorpusRows rows) =>
    [
        .. rows.Meetings.Select(m => $"{m.MeetingId} {string.Join(';', m.DocIds)} {m.Date.Date} {m.Status} {m.Kind}").Order(StringComparer.Ordinal),
        .. rows.Agreements.Select(a => $"{a.AgreementId} {string.Join(';', a.DocIds)} {a.Date.Date} {a.Status}").Order(StringComparer.Ordinal),
        .. rows.Visits.Select(v => $"{v.Evidence.DocId} {v.Visitor} {v.Destination} {v.Date.Date}").Order(StringComparer.Ordinal),
    ];

    private static CorpusRows Read(IEnumerable<(string Id, string Text)> articles)
    {
        var options = new CorpusOptions();
        var reader = new ArticleReader(options);
        var resolver = new CorpusResolver(options);
        var rows = new CorpusRows();
        foreach (var (id, text) in articles)
        {
            var facts = reader.Read(id, id + ".txt", new Entente.Texts.SeedText(text, "utf-8", []));
            CorpusReader.WriteOwnRows(facts, resolver.Knows(facts), rows);
            resolver.Add(facts);
        }

        resolver.Resolve(rows);
        return rows;
    }
}
