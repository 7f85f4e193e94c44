using Entente.CorpusReading;
using Entente.Tables;

namespace Entente.Summaries;

/// <summary>The counts that the notebooks chart, each with the sentences that it rests on.</summary>
internal sealed class CorpusSummaries(CorpusRows rows)
{
    public Summary CoverageByPartner()
    {
        var summary = Start("coverage_by_partner", "articles", PartnerKey.Columns);
        foreach (var document in rows.Documents)
        {
            foreach (var partner in document.MainPartners)
            {
                summary.Add(document.Evidence, PartnerKey.Of(partner));
            }
        }

        return summary.ByCount();
    }

    public Summary CoverageByMonth()
    {
        var summary = Start("coverage_by_month", "articles", "month");
        foreach (var document in rows.Documents)
        {
            summary.Add(document.Evidence, Month(document.Date));
        }

        return summary.ByKey();
    }

    public Summary CoverageByMonthAndPartner()
    {
        var summary = Start("coverage_by_month_and_partner", "articles", ["month", .. PartnerKey.Columns]);
        foreach (var document in rows.Documents)
        {
            foreach (var partner in document.MainPartners)
            {
                summary.Add(document.Evidence, [Month(document.Date), .. PartnerKey.Of(partner)]);
            }
        }

        return summary.ByKey();
    }

    public Summary CoverageByAgency()
    {
        var summary = Start("coverage_by_agency", "articles", "agency");
        foreach (var document in rows.Documents)
        {
            summary.Add(document.Evidence, document.Agency);
        }

        return summary.ByCount();
    }

    public Summary MentionsByPartner()
    {
        var summary = Start("mentions_by_partner", "mentions", PartnerKey.Columns);
        foreach (var mention in rows.Mentions)
        {
            summary.Add(new EvidenceCells(mention.DocId, mention.Sentence, mention.Start, mention.End), PartnerKey.Of(mention.Partner));
        }

        return summary.ByCount();
    }

    public Summary MeetingsByPartner(string status)
    {
        var summary = Start("meetings_by_partner", "meetings", PartnerKey.Columns);
        foreach (var meeting in Meetings(status))
        {
            AddForEachPartner(summary, meeting.Partners, meeting.Evidence);
        }

        return summary.ByCount();
    }

    public Summary MeetingsByPartnerAndKind(string status)
    {
        var summary = Start("meetings_by_partner_and_kind", "meetings", [.. PartnerKey.Columns, "kind"]);
        foreach (var meeting in Meetings(status))
        {
            foreach (var partner in PartnerKey.OrNone(meeting.Partners))
            {
                summary.Add(meeting.Evidence, [.. PartnerKey.Of(partner), meeting.Kind]);
            }
        }

        return summary.ByCount();
    }

    public Summary MeetingsByKind(string status) => CountMeetings("meetings_by_kind", "kind", status, m => m.Kind).ByCount();

    public Summary MeetingsByLevel(string status) => CountMeetings("meetings_by_level", "level", status, m => m.Level).ByCount();

    public Summary MeetingsByMonth(string status) => CountMeetings("meetings_by_month", "month", status, m => Month(m.Date)).ByKey();

    public Summary WhoMetWhom(string status)
    {
        var summary = Start("who_met_whom", "meetings", ["home_person", "partner_person", .. PartnerKey.Columns]);
        foreach (var meeting in Meetings(status))
        {
            foreach (var home in meeting.HomeNames)
            {
                foreach (var guest in meeting.GuestNames)
                {
                    var partner = meeting.Partners.Count == 1 ? meeting.Partners[0] : "";
                    summary.Add(meeting.Evidence, [home, guest, .. PartnerKey.Of(partner)]);
                }
            }
        }

        return summary.ByCount();
    }

    public Summary AgreementsByPartner()
    {
        var summary = Start("agreements_by_partner", "agreements", PartnerKey.Columns);
        foreach (var agreement in rows.Agreements)
        {
            AddForEachPartner(summary, agreement.Partners, agreement.Evidence);
        }

        return summary.ByCount();
    }

    public Summary AgreementsByInstrument() => CountAgreements("agreements_by_instrument", "instrument", a => a.Instrument).ByCount();

    public Summary AgreementsByStatus() => CountAgreements("agreements_by_status", "status", a => a.Status).ByCount();

    /// <summary>Agreements with a date of signing or establishing, by year.</summary>
    public Summary AgreementTimeline()
    {
        var summary = Start("agreement_timeline", "agreements", ["year", "date", .. PartnerKey.Columns, "instrument", "title", "status"]);
        foreach (var agreement in rows.Agreements.Where(a => a.Date.From.Length > 0))
        {
            foreach (var partner in PartnerKey.OrNone(agreement.Partners))
            {
                summary.Add(agreement.Evidence, [agreement.Date.From[..4], agreement.Date.Date, .. PartnerKey.Of(partner), agreement.Instrument, agreement.Title, agreement.Status]);
            }
        }

        return summary.ByKey();
    }

    public Summary ThemesByPartner()
    {
        var summary = Start("themes_by_partner", "articles", [.. PartnerKey.Columns, "theme"]);
        foreach (var theme in rows.Themes.DistinctBy(t => (t.Evidence.DocId, t.Partner, t.Theme)))
        {
            summary.Add(theme.Evidence, [.. PartnerKey.Of(theme.Partner), theme.Theme]);
        }

        return summary.ByCount();
    }

    private static SummaryBuilder Start(string name, string counted, params string[] keys) => new(name, counted, keys);

    /// <summary>The month of a date that has one; <c>--10-14</c> and <c>2011</c> have none.</summary>
    private static string Month(DateCells date) => date.Date.Length >= 7 && date.Date[0] != '-' ? date.Date[..7] : "";

    private static void AddForEachPartner(SummaryBuilder summary, IReadOnlyList<string> partners, EvidenceCells evidence)
    {
        foreach (var partner in PartnerKey.OrNone(partners))
        {
            summary.Add(evidence, PartnerKey.Of(partner));
        }
    }

    private IEnumerable<MeetingRow> Meetings(string status) => rows.Meetings.Where(m => status.Length == 0 || m.Status == status);

    private SummaryBuilder CountMeetings(string name, string key, string status, Func<MeetingRow, string> read)
    {
        var summary = Start(name, "meetings", key);
        foreach (var meeting in Meetings(status))
        {
            summary.Add(meeting.Evidence, read(meeting));
        }

        return summary;
    }

    private SummaryBuilder CountAgreements(string name, string key, Func<AgreementRow, string> read)
    {
        var summary = Start(name, "agreements", key);
        foreach (var agreement in rows.Agreements)
        {
            summary.Add(agreement.Evidence, read(agreement));
        }

        return summary;
    }
}
