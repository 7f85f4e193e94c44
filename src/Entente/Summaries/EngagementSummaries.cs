using Entente.CorpusReading;
using Entente.Partners;

namespace Entente.Summaries;

/// <summary>The counts that analysts publish: meetings, visits and agreements side by side, by year, partner and region.</summary>
internal sealed class EngagementSummaries
{
    private readonly string _home;
    private readonly CorpusRows _rows;
    private readonly List<Engagement> _engagements;

    public EngagementSummaries(CorpusRows rows, string home)
    {
        (_rows, _home) = (rows, home);
        _engagements = [.. Meetings(), .. Visits(), .. Agreements()];
    }

    /// <summary>Each counts once, however many partners it has.</summary>
    public Summary ByYearAndType()
    {
        var summary = new SummaryBuilder("engagements_by_year_and_type", "engagements", "year", "type");
        foreach (var engagement in _engagements)
        {
            summary.Add(engagement.Evidence, engagement.Year, engagement.Type);
        }

        return summary.ByKey();
    }

    public Summary ByPartnerAndActivity()
    {
        var summary = new SummaryBuilder("engagements_by_partner_and_activity", "engagements", [.. PartnerKey.Columns, "activity"]);
        foreach (var engagement in _engagements)
        {
            foreach (var partner in PartnerKey.OrNone(engagement.Partners))
            {
                summary.Add(engagement.Evidence, [.. PartnerKey.Of(partner), engagement.Activity]);
            }
        }

        return summary.ByCount();
    }

    /// <summary>One with partners in two regions counts for each; with two in one region, once.</summary>
    public Summary ByRegion()
    {
        var summary = new SummaryBuilder("engagements_by_region", "engagements", "region");
        foreach (var engagement in _engagements)
        {
            foreach (var region in PartnerKey.OrNone([.. engagement.Partners.Select(PartnerRegions.Of).Distinct(StringComparer.Ordinal)]))
            {
                summary.Add(engagement.Evidence, region);
            }
        }

        return summary.ByCount();
    }

    public Summary VisitsByPartnerAndDirection()
    {
        var summary = new SummaryBuilder("visits_by_partner_and_direction", "visits", [.. PartnerKey.Columns, "direction"]);
        foreach (var visit in _engagements.Where(engagement => engagement.Type == "visit"))
        {
            summary.Add(visit.Evidence, [.. PartnerKey.Of(visit.Partners[0]), visit.Activity]);
        }

        return summary.ByCount();
    }

    /// <summary>Ranks of partnership, by partner and date; a rank that is only wished for has its status.</summary>
    public Summary PartnershipRanks()
    {
        var summary = new SummaryBuilder("partnership_ranks", "agreements", [.. PartnerKey.Columns, "date", "title", "status"]);
        foreach (var rank in _rows.Agreements.Where(agreement => agreement.Instrument == "partnership"))
        {
            foreach (var partner in PartnerKey.OrNone(rank.Partners))
            {
                summary.Add(rank.Evidence, [.. PartnerKey.Of(partner), rank.Date.Date, rank.Title, rank.Status]);
            }
        }

        return summary.ByKey();
    }

    private IEnumerable<Engagement> Meetings() => _rows.Meetings
        .Where(meeting => meeting.Status == "held")
        .Select(meeting => new Engagement("meeting", meeting.Kind, meeting.Date, meeting.Partners, meeting.Evidence));

    private IEnumerable<Engagement> Visits() => VisitMerger.Merge(_rows.Visits.Where(visit => visit.Origin == _home || visit.Destination == _home))
        .Select(visit => visit.Origin == _home
            ? new Engagement("visit", "visit_abroad", visit.Date, [visit.Destination], visit.Evidence)
            : new Engagement("visit", "visit_received", visit.Date, [visit.Origin], visit.Evidence));

    private IEnumerable<Engagement> Agreements() => _rows.Agreements
        .Where(agreement => agreement.Status is "signed" or "established")
        .Select(agreement => new Engagement("agreement", "agreement", agreement.Date, agreement.Partners, agreement.Evidence));
}
