using Entente.Agreements;
using Entente.Dates;
using Entente.Meetings;
using Entente.People;
using Entente.Tables;
using Entente.Visits;

namespace Entente.CorpusReading;

/// <summary>
/// What articles settle together: open years, one meeting told in several articles, one instrument under several names, one person
/// under several spellings. Takes the facts of the articles in any order and keeps only those.
/// </summary>
internal sealed class CorpusResolver(CorpusOptions options)
{
    private static readonly PeopleReading s_nobody = new([], []);
    private readonly List<ArticleFacts> _articles = [];
    private readonly PersonResolver _people = new(options.HomeCountry);
    private readonly HashSet<ulong> _prints = [];

    /// <summary>Whether an article added before has the same body.</summary>
    public bool Knows(ArticleFacts article) => _prints.Contains(article.BodyPrint);

    public void Add(ArticleFacts article)
    {
        if (article.BodyPrint != 0)
        {
            _prints.Add(article.BodyPrint);
        }

        _people.Add(article.DocId, article.People);
        _articles.Add(article with { People = s_nobody, Mentions = [], Themes = [], Sections = [], Repairs = [], Warnings = [] });
    }

    /// <summary>Writes the tables that articles share; returns the number of warnings written.</summary>
    public int Resolve(ICorpusSink sink)
    {
        var articles = YearSettler.Settle(CopyMerger.Merge(_articles, out var copies), options.Clock);
        foreach (var article in articles)
        {
            sink.Write(article.Document with { Date = Names.Of(article.Date), DateBasis = Names.Of(article.Date.Basis) });
        }

        var people = _people.Resolve();
        foreach (var person in people.People)
        {
            sink.Write(new PersonRow(person.PersonId, person.Name, person.Variants, person.Country ?? "", person.Roles, person.DocIds));
        }

        foreach (var article in articles)
        {
            foreach (var visit in article.Visits)
            {
                sink.Write(RowOf(visit));
            }
        }

        WriteMeetings(MeetingMerger.Merge(articles.SelectMany(a => a.Meetings)), person => people.Find(person.DocId, person.Name)?.Name ?? person.Name, sink);
        WriteAgreements(AgreementMerger.Merge(articles), sink);
        foreach (var copy in copies)
        {
            sink.Write(new WarningRow(copy.DocId, "duplicate", $"The same article as {copy.OriginalFile}, which has its facts.", 0, 0));
        }

        return copies.Count + WriteWarnings(articles, sink);
    }

    private static VisitRow RowOf(Visit visit) =>
        new(visit.Visitor, visit.Origin, visit.Destination, Names.Of(visit.Kind), Names.Of(visit.Date), visit.Evidence);

    private static void WriteMeetings(IEnumerable<Meeting> meetings, Func<Participant, string> corpusName, ICorpusSink sink)
    {
        var ids = new StableId("m-");
        foreach (var m in meetings)
        {
            string[] home = [.. m.Home.Select(p => p.Name).Distinct(StringComparer.Ordinal)];
            string[] guests = [.. m.Guests.Select(p => p.Name).Distinct(StringComparer.Ordinal)];
            sink.Write(new MeetingRow(
                ids.Of([m.Date.Date.ToString(), Names.Of(m.Kind), Names.Of(m.Status), .. m.Partners.Order(StringComparer.Ordinal), .. home, "/", .. guests]),
                m.DocIds, Names.Of(m.Date), Names.Of(m.Date.Basis), Names.Of(m.Kind), Names.Of(m.Mode), Names.Of(m.Status), m.Place, m.HostCountry,
                m.Partners, home, guests, Levels.NameOf(m.Level), m.IsMultilateral, Plover.Of(m), m.Evidence)
            {
                HomeNames = [.. m.Home.Select(corpusName).Distinct(StringComparer.Ordinal)],
                GuestNames = [.. m.Guests.Select(corpusName).Distinct(StringComparer.Ordinal)],
            });
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
