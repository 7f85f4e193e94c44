using System.Globalization;
using Entente.CorpusReading;

namespace Entente.Tests.Articles;

/// <summary>
/// The figures of the reader on the seeds, on the articles that it was developed on (<c>dev</c>, <c>mini</c>, <c>second</c>, <c>held</c>, <c>unseen</c>; <c>stress</c>: one
/// construction each; <c>retold</c>: what old and new pages look like; <c>long</c>, <c>pages</c>: whole articles; <c>several</c>: several meetings in each; <c>plain</c>: the
/// ordinary article of each agency and decade; <c>apart</c>: kept apart at first, then learnt from; <c>daily</c>, <c>bodies</c>, <c>instruments</c>, <c>stays</c>: ordinary articles, those about bodies and tours,
/// about agreements, and about stays with several meetings; <c>fresh</c>: kept apart at first, then learnt from; <c>rounds</c>: leaders' rounds of meetings and tours;
/// <c>manners</c>, <c>later</c>: the manners of the party's daily, the radio and the army's paper, kept apart at first; <c>defence</c>, <c>older</c>, <c>wider</c>: pages about defence, pages of 2005 to 2014
/// with lost leads and glued words, and general diplomacy, each scored once before it was learnt from; <c>press</c>, <c>margins</c>: after real
/// pages on two sides' defence, on leaders and on gatherings, and after those that tell several meetings or tell them in an unusual way, scored once before likewise; <c>agency</c>: after real pages on
/// two sides' defence, the services, the police, leaders and gatherings, <c>mixture</c>: a fair mix of pages about defence diplomacy, <c>envoys</c>, <c>forces</c>, <c>localities</c>: on leaders and ministries, on defence, and on whatever a month or a
/// province finds, scored once before likewise), and on those that no rule was written from
/// (<c>sealed</c>, <c>kept</c>, <c>reserve</c>, <c>unread</c>, <c>blind</c>, <c>fair</c>: read them for figures only). A floor is what was reached; raise it when the rules get better.
/// </summary>
public sealed class ArticleFigureTests
{
    private static readonly Dictionary<string, GoldScorer> s_scores = [];

    /// <summary>A set, a figure, and the least that it may be, a row each of <c>floors.tsv</c>.</summary>
    public static TheoryData<string, string, double> Floors
    {
        get
        {
            var floors = new TheoryData<string, string, double>();
            foreach (var row in File.ReadLines(Path.Combine(TestFolders.Articles, "floors.tsv")).Skip(1))
            {
                var cells = row.Split('\t');
                floors.Add(cells[0], cells[1], double.Parse(cells[2], CultureInfo.InvariantCulture));
            }

            return floors;
        }
    }

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
