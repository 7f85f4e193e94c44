using Entente.Agreements;
using Entente.Dates;
using Entente.Meetings;
using Entente.Tables;
using Entente.Visits;

namespace Entente.CorpusReading;

/// <summary>
/// What articles settle together: open years, one meeting told in several articles, one instrument under several names, one person
/// under several spellings. Takes the facts of the articles in any order and keeps only those.
/// </summary>
internal sealed class CorpusResolver(CorpusOptions options)
{
    private readonly List<ArticleFacts> _articles = [];

    public void Add(ArticleFacts article) => _articles.Add(article with { Mentions = [], Themes = [], Sections = [], Repairs = [], Warnings = [] });

    /// <summary>Writes the tables that articles share; returns the number of warnings written.</summary>
    public int Resolve(ICorpusSink sink)
    {
        var articles = YearSettler.Settle(_articles, options.Clock);
        foreach (var article in articles)
        {
            sink.Write(article.Document with { Date = Names.Of(article.Date), DateBasis = Names.Of(article.Date.Basis) });
        }

        foreach (var article in articles)
        {
            foreach (var visit in article.Visits)
            {
                sink.Write(RowOf(visit));
            }
        }

        WriteMeetings(MeetingMerger.Merge(articles.SelectMany(a => a.Meetings)), sink);
        WriteAgreements(AgreementMerger.Merge(articles.SelectMany(a => a.Agreements)), sink);
        return WriteWarnings(articles, sink);
    }

    private static VisitRow RowOf(Visit visit) =>
        new(visit.Visitor, visit.Origin, visit.Destination, Names.Of(visit.Kind), Names.Of(visit.Date), visit.Evidence);

    private static void WriteMeetings(IEnumerable<Meeting> meetings, ICorpusSink sink)
    {
        var ids = new StableId("m-");
        foreach (var m in meetings)
        {
            string[] home = [.. m.Home.Select(p => p.Name).Distinct(StringComparer.Ordinal)];
            string[] guests = [.. m.Guests.Select(p => p.Name).Distinct(StringComparer.Ordinal)];
            sink.Write(new MeetingRow(
                ids.Of([m.Date.Date.ToString(), Names.Of(m.Kind), Names.Of(m.Status), .. m.Partners.Order(StringComparer.Ordinal), .. home, "/", .. guests]),
                m.DocIds, Names.Of(m.Date), Names.Of(m.Date.Basis), Names.Of(m.Kind), Names.Of(m.Mode), Names.Of(m.Status), m.Place, m.HostCountry,
                m.Partners, home, guests, Levels.NameOf(m.Level), m.IsMultilateral, Plover.Of(m), m.Evidence));
        }
    }

    private static void WriteAgreements(IEnumerable<Agreement> agreements, ICorpusSink sink)
    {
        var ids = new StableId("a-");
        foreach (var a in agreements)
        {
            sink.Write(new AgreementRow(
                ids.Of([Names.Of(a.Instrument), a.Title, a.Date.Date.ToString(), .. a.Partners.Order(StringComparer.Ordinal)]),
                a.DocIds, Names.Of(a.Instrument), a.Title, a.Subject, Names.Of(a.Status), Names.Of(a.Date), a.Partners,
                a.IsMultilateral ? "multilateral" : "bilateral", Plover.Of(a), a.Evidence));
        }
    }

    private static int WriteWarnings(IReadOnlyList<ArticleFacts> articles, ICorpusSink sink)
    {
        var count = 0;
        foreach (var article in articles)
        {
            if (article.Date.Date.IsEmpty && article.Unread is null)
            {
                sink.Write(new WarningRow(article.DocId, "no-date", "Neither the article nor the corpus tells its date.", 0, 0));
                count++;
            }
            else if (article.Date.Date.Year == 0 && article.Unread is null)
            {
                sink.Write(new WarningRow(article.DocId, "year-unknown", $"The text gives {article.Date.Date} without a year.", 0, 0));
                count++;
            }
        }

        return count;
    }
}
