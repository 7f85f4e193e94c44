using Entente.CorpusReading;
using Entente.Summaries;
using Entente.Tables;
using Microsoft.Data.Analysis;

namespace Entente;

/// <summary>
/// A folder of press articles, read: one DataFrame per table of the data dictionary, and counts over them.
/// Unknown values are empty strings; lists in a cell are joined with <c>; </c>.
/// </summary>
public sealed class Corpus
{
    private readonly CorpusSummaries _summaries;
    private readonly Lazy<EngagementSummaries> _engagements;

    private Corpus(string path, CorpusRows rows, IReadOnlyList<UnreadSeed> unread, string home)
    {
        Path = path;
        Unread = unread;
        _summaries = new CorpusSummaries(rows);
        _engagements = new Lazy<EngagementSummaries>(() => new EngagementSummaries(rows, home));
        Documents = Layouts.Documents.ToDataFrame(rows.Documents);
        Mentions = Layouts.Mentions.ToDataFrame(rows.Mentions);
        People = Layouts.People.ToDataFrame(rows.People);
        Visits = Layouts.Visits.ToDataFrame(rows.Visits);
        Meetings = Layouts.Meetings.ToDataFrame(rows.Meetings);
        Agreements = Layouts.Agreements.ToDataFrame(rows.Agreements);
        Themes = Layouts.Themes.ToDataFrame(rows.Themes);
        Sections = Layouts.Sections.ToDataFrame(rows.Sections);
        Repairs = Layouts.Repairs.ToDataFrame(rows.Repairs);
        Warnings = Layouts.Warnings.ToDataFrame(rows.Warnings);
    }

    /// <summary>The folder or file that was read.</summary>
    public string Path { get; }

    /// <summary>Files that gave no text.</summary>
    public IReadOnlyList<UnreadSeed> Unread { get; }

    /// <summary>One row per seed.</summary>
    public DataFrame Documents { get; }

    /// <summary>One row per mention of a partner.</summary>
    public DataFrame Mentions { get; }

    /// <summary>One row per person of the corpus.</summary>
    public DataFrame People { get; }

    /// <summary>One row per visit that an article is set in or recalls.</summary>
    public DataFrame Visits { get; }

    /// <summary>One row per meeting of the corpus: held, planned and recalled.</summary>
    public DataFrame Meetings { get; }

    /// <summary>One row per agreement of the corpus.</summary>
    public DataFrame Agreements { get; }

    /// <summary>What the two sides cooperate on, by seed.</summary>
    public DataFrame Themes { get; }

    /// <summary>How each seed was divided; the sections of a seed cover it without overlap.</summary>
    public DataFrame Sections { get; }

    /// <summary>Every change made for reading.</summary>
    public DataFrame Repairs { get; }

    /// <summary>What could not be read, or a person should check.</summary>
    public DataFrame Warnings { get; }

    /// <summary>Reads every text file of a folder and its subfolders, or one file.</summary>
    public static Corpus Load(string path, CorpusOptions? options = null)
    {
        options ??= new CorpusOptions();
        var rows = new CorpusRows();
        var result = new CorpusReader(options).Read(path, rows);
        return new Corpus(path, rows, result.Unread, options.HomeCountry);
    }

    /// <summary>Articles by main partner; an article about two partners counts for each.</summary>
    public Summary CoverageByPartner() => _summaries.CoverageByPartner();

    /// <summary>Articles by month; those without a known month stand under the empty month.</summary>
    public Summary CoverageByMonth() => _summaries.CoverageByMonth();

    /// <summary>Articles by month and main partner.</summary>
    public Summary CoverageByMonthAndPartner() => _summaries.CoverageByMonthAndPartner();

    /// <summary>Articles by agency.</summary>
    public Summary CoverageByAgency() => _summaries.CoverageByAgency();

    /// <summary>Mentions by partner, whether the article is about it or not.</summary>
    public Summary MentionsByPartner() => _summaries.MentionsByPartner();

    /// <summary>
    /// Meetings held, visits, and agreements signed or set up, by the year of the event and by type (<c>meeting</c>, <c>visit</c>,
    /// <c>agreement</c>). Each counts once; those without a known year stand under the empty year.
    /// </summary>
    public Summary EngagementsByYearAndType() => _engagements.Value.ByYearAndType();

    /// <summary>The same by partner and activity: a kind of meeting, <c>visit_received</c>, <c>visit_abroad</c>, <c>agreement</c>.</summary>
    public Summary EngagementsByPartnerAndActivity() => _engagements.Value.ByPartnerAndActivity();

    /// <summary>The same by region of the partner; with partners in two regions one counts for each. Bodies are under <c>bodies</c>.</summary>
    public Summary EngagementsByRegion() => _engagements.Value.ByRegion();

    /// <summary>Visits by partner and direction (<c>visit_received</c>, <c>visit_abroad</c>); one told in several articles counts once.</summary>
    public Summary VisitsByPartnerAndDirection() => _engagements.Value.VisitsByPartnerAndDirection();

    /// <summary>Ranks of partnership by partner, date, title and status, those that are proposed or planned included.</summary>
    public Summary PartnershipRanks() => _engagements.Value.PartnershipRanks();

    /// <summary>Meetings by partner; one with several partners counts for each. Empty status: of every status.</summary>
    public Summary MeetingsByPartner(string status = "held") => _summaries.MeetingsByPartner(status);

    /// <summary>Meetings by kind.</summary>
    public Summary MeetingsByKind(string status = "held") => _summaries.MeetingsByKind(status);

    /// <summary>Meetings by partner and kind.</summary>
    public Summary MeetingsByPartnerAndKind(string status = "held") => _summaries.MeetingsByPartnerAndKind(status);

    /// <summary>Meetings by the higher level of the two sides.</summary>
    public Summary MeetingsByLevel(string status = "held") => _summaries.MeetingsByLevel(status);

    /// <summary>Meetings by month; those without a known month stand under the empty month.</summary>
    public Summary MeetingsByMonth(string status = "held") => _summaries.MeetingsByMonth(status);

    /// <summary>Meetings by pair of persons.</summary>
    public Summary WhoMetWhom(string status = "held") => _summaries.WhoMetWhom(status);

    /// <summary>Agreements by partner; one with several partners counts for each.</summary>
    public Summary AgreementsByPartner() => _summaries.AgreementsByPartner();

    /// <summary>Agreements by instrument.</summary>
    public Summary AgreementsByInstrument() => _summaries.AgreementsByInstrument();

    /// <summary>Agreements by status.</summary>
    public Summary AgreementsByStatus() => _summaries.AgreementsByStatus();

    /// <summary>Agreements whose date is told, by year, partner, instrument, title and status.</summary>
    public Summary AgreementTimeline() => _summaries.AgreementTimeline();

    /// <summary>Articles by partner and theme of cooperation.</summary>
    public Summary ThemesByPartner() => _summaries.ThemesByPartner();
}
