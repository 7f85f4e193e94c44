using Entente.CorpusReading;

namespace Entente.Tests.Articles;

/// <summary>
/// The figures of the reader on the seeds, on the articles that it was developed on (<c>dev</c>, <c>mini</c>, and <c>second</c>, which was kept apart for
/// the first rules), and on those that no rule was written from (<c>held</c>: read them for figures only). A floor is what was reached; raise it when the
/// rules get better.
/// </summary>
public sealed class ArticleFigureTests
{
    private static readonly Dictionary<string, GoldScorer> s_scores = [];

    public static TheoryData<string, string, double> Floors => new()
    {
        { "seeds", "main_partners", 1.000 },
        { "seeds", "partners", 1.000 },
        { "seeds", "meetings", 1.000 },
        { "seeds", "agreements", 1.000 },
        { "seeds", "visits", 1.000 },
        { "seeds", "themes", 1.000 },
        { "seeds", "document_date", 1.000 },
        { "seeds", "meeting_date", 1.000 },
        { "seeds", "meeting_kind", 1.000 },
        { "seeds", "meeting_people", 1.000 },
        { "seeds", "agreement_status", 1.000 },
        { "seeds", "agreement_date", 1.000 },
        { "dev", "main_partners", 0.999 },
        { "dev", "partners", 0.990 },
        { "dev", "meetings", 0.990 },
        { "dev", "agreements", 0.990 },
        { "dev", "visits", 0.990 },
        { "dev", "themes", 0.991 },
        { "dev", "document_date", 0.990 },
        { "dev", "meeting_date", 0.976 },
        { "dev", "meeting_kind", 0.990 },
        { "dev", "meeting_people", 0.990 },
        { "dev", "agreement_status", 0.990 },
        { "dev", "agreement_date", 0.977 },
        { "mini", "main_partners", 0.990 },
        { "mini", "partners", 0.990 },
        { "mini", "meetings", 0.990 },
        { "mini", "agreements", 0.990 },
        { "mini", "visits", 0.990 },
        { "mini", "themes", 0.990 },
        { "mini", "document_date", 0.990 },
        { "mini", "meeting_date", 0.963 },
        { "mini", "meeting_kind", 0.963 },
        { "mini", "meeting_people", 0.990 },
        { "mini", "agreement_status", 0.990 },
        { "mini", "agreement_date", 0.767 },
        { "second", "main_partners", 0.979 },
        { "second", "partners", 0.990 },
        { "second", "meetings", 0.955 },
        { "second", "agreements", 0.985 },
        { "second", "visits", 0.979 },
        { "second", "themes", 0.980 },
        { "second", "document_date", 0.990 },
        { "second", "meeting_date", 0.915 },
        { "second", "meeting_kind", 0.972 },
        { "second", "meeting_people", 0.967 },
        { "second", "agreement_status", 0.990 },
        { "second", "agreement_date", 0.955 },
        { "held", "main_partners", 1.000 },
        { "held", "partners", 0.989 },
        { "held", "meetings", 0.942 },
        { "held", "agreements", 0.869 },
        { "held", "visits", 0.842 },
        { "held", "themes", 0.855 },
        { "held", "document_date", 0.968 },
        { "held", "meeting_date", 0.937 },
        { "held", "meeting_kind", 0.937 },
        { "held", "meeting_people", 0.937 },
        { "held", "agreement_status", 0.937 },
        { "held", "agreement_date", 0.937 },
    };

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_figure_does_not_fall(string set, string figure, double floor) =>
        Assert.True(Score(set)[figure].F1 >= floor - 0.0005, $"{set} {figure}: {Score(set)[figure].F1:0.000} is below {floor:0.000}");

    private static GoldScorer Score(string set)
    {
        lock (s_scores)
        {
            if (!s_scores.TryGetValue(set, out var score))
            {
                var rows = new CorpusRows();
                new CorpusReader(new CorpusOptions()).Read(set == "seeds" ? TestFolders.Seeds : Path.Combine(TestFolders.Articles, set, "articles"), rows);
                s_scores[set] = score = GoldScorer.Score(rows, Path.Combine(TestFolders.Articles, set, "gold"));
            }

            return score;
        }
    }
}
