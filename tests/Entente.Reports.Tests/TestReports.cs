using Entente.Charts;
using Entente.Charts.Tests;

namespace Entente.Reports.Tests;

/// <summary>A small report of two charts and a table.</summary>
internal static class TestReports
{
    public static Report Report(string language = "en", string sentence = "Le ministre a reçu son homologue.", string title = "Report")
    {
        var charts = new HouseCharts(TestTables.Documents, language);
        var partners = TestTables.Table(TestTables.PartnerKeys, ("RUS,Russia,Russie", 3), ("TUR,Türkiye,Turquie", 1));
        var kinds = TestTables.Of(TestTables.PartnerKeys + ",kind", "meetings", ("RUS,Russia,Russie,talks", 2), ("RUS,Russia,Russie,reception", 1));
        var months = TestTables.Table("month", ("2025-10", 1), ("", 0));
        return new Report
        {
            Title = title,
            Language = language,
            Facts = [new("Articles", "3")],
            Documents = TestTables.Documents,
            Sections =
            [
                new("Coverage", [ReportItem.Of(charts.CoverageByPartner(partners, TestTables.Evidence(partners, sentence)))], "One.\n\nTwo."),
                new(
                    "Meetings",
                    [
                        ReportItem.Of(charts.MeetingsByPartnerAndKind(kinds, TestTables.Evidence(kinds, sentence))),
                        ReportItem.Of("by_month", "Months", months, TestTables.Evidence(months, sentence)),
                    ]),
            ],
        };
    }
}
