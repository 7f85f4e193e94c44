using System.Text.Json;
using Entente.Tests.Articles;
using Microsoft.Data.Analysis;

namespace Entente.Tests.Corpora;

public sealed class CorpusTests
{
    private static readonly string s_articles = Path.Combine(TestFolders.Articles, "dev", "articles");
    private static readonly Lazy<Corpus> s_dev = new(() => Corpus.Load(s_articles));
    private static readonly Lazy<Corpus> s_seeds = new(() => Corpus.Load(TestFolders.Seeds));

    [Fact]
    public void Every_row_is_the_text_that_it_was_read_from()
    {
        var corpus = s_dev.Value;
        var texts = Directory.EnumerateFiles(s_articles).ToDictionary(f => Path.GetFileNameWithoutExtension(f)!, File.ReadAllText);
        foreach (var table in new[] { corpus.Visits, corpus.Meetings, corpus.Agreements, corpus.Themes })
        {
            Assert.NotEqual(0, table.Rows.Count);
            foreach (var row in table.Rows)
            {
                var doc = ((string)row[table.Columns.IndexOf("doc_id") >= 0 ? "doc_id" : "doc_ids"]).Split("; ")[0];
                Assert.Equal((string)row["sentence"], texts[doc][(int)row["start"]..(int)row["end"]]);
            }
        }

        foreach (var row in corpus.Mentions.Rows)
        {
            Assert.Equal((string)row["surface"], texts[(string)row["doc_id"]][(int)row["start"]..(int)row["end"]]);
        }
    }

    [Fact]
    public void Sections_cover_each_seed_without_overlap()
    {
        var ends = new Dictionary<string, int>();
        foreach (var row in s_dev.Value.Sections.Rows)
        {
            var doc = (string)row["doc_id"];
            Assert.Equal(ends.GetValueOrDefault(doc), (int)row["start"]);
            ends[doc] = (int)row["end"];
        }

        Assert.All(ends, end => Assert.Equal(File.ReadAllText(Path.Combine(s_articles, end.Key + ".txt")).Length, end.Value));
    }

    [Fact]
    public void Every_number_equals_its_evidence()
    {
        foreach (var corpus in new[] { s_seeds.Value, s_dev.Value })
        {
            Summary[] summaries =
            [
                corpus.CoverageByPartner(), corpus.CoverageByMonth(), corpus.CoverageByMonthAndPartner(), corpus.CoverageByAgency(), corpus.MeetingsByPartner(),
                corpus.MeetingsByPartnerAndKind(), corpus.MeetingsByKind(), corpus.MeetingsByLevel(), corpus.MeetingsByMonth(), corpus.WhoMetWhom(),
                corpus.AgreementsByPartner(), corpus.AgreementsByInstrument(), corpus.AgreementsByStatus(), corpus.AgreementTimeline(), corpus.ThemesByPartner(),
                corpus.MentionsByPartner(), corpus.EngagementsByYearAndType(), corpus.EngagementsByPartnerAndActivity(), corpus.EngagementsByRegion(),
                corpus.VisitsByPartnerAndDirection(), corpus.PartnershipRanks(),
            ];
            foreach (var summary in summaries)
            {
                Assert.NotEqual(0, summary.Table.Rows.Count);
                var keys = summary.Table.Columns.Count - 1;
                var evidence = summary.Evidence.Rows.GroupBy(row => Key(row, keys)).ToDictionary(g => g.Key, g => g.Count());
                Assert.Equal(summary.Table.Rows.Count, evidence.Count);
                Assert.All(summary.Table.Rows, row => Assert.Equal(evidence[Key(row, keys)], (int)row[keys]));
            }
        }
    }

    [Fact]
    public void The_seeds_tell_six_meetings()
    {
        var table = s_seeds.Value.MeetingsByPartner().Table;
        var counts = table.Rows.ToDictionary(row => (string)row["partner"], row => (int)row["meetings"]);
        Assert.Equal(new Dictionary<string, int> { ["RUS"] = 3, ["TUR"] = 2, ["AZE"] = 1 }, counts);
    }

    [Fact]
    public void The_corpus_settles_a_year_and_says_so()
    {
        var row = s_seeds.Value.Documents.Rows.Single(r => ((string)r["doc_id"]).StartsWith("001", StringComparison.Ordinal));
        Assert.Equal(("2025-10-14", "corpus"), ((string)row["date"], (string)row["date_basis"]));
    }

    [Fact]
    public void Two_spellings_are_one_person()
    {
        var row = Assert.Single(s_seeds.Value.People.Rows, r => ((string)r["variants"]).Contains("Haluk", StringComparison.Ordinal));
        Assert.Equal("Haluk Gorgun; Haluk Görgün", (string)row["variants"]);
    }

    [Fact]
    public void What_is_set_aside_yields_nothing()
    {
        var partners = s_seeds.Value.Mentions.Rows.Where(r => ((string)r["doc_id"]).StartsWith("003", StringComparison.Ordinal)).Select(r => (string)r["partner"]).Distinct();
        Assert.Equal(["RUS"], partners);
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.JsonLines)]
    public void The_same_seeds_give_the_same_bytes(TableFormat format)
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        var first = CorpusExport.Extract(s_articles, one.Path, new CorpusOptions { DegreeOfParallelism = 1 }, new ExportOptions { Format = format });
        CorpusExport.Extract(s_articles, two.Path, new CorpusOptions { DegreeOfParallelism = 4 }, new ExportOptions { Format = format });
        Assert.Equal(10, first.Files.Count);
        Assert.Equal(10, Directory.GetFiles(one.Path).Length);
        foreach (var file in first.Files)
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(two.Path, Path.GetFileName(file))));
        }

        if (format == TableFormat.JsonLines)
        {
            Assert.All(first.Files.SelectMany(File.ReadLines), line => JsonDocument.Parse(line).Dispose());
        }
    }

    [Fact]
    public void A_guarded_cell_is_no_formula()
    {
        using var seeds = new TemporaryFolder();
        using var tables = new TemporaryFolder();
        File.WriteAllText(Path.Combine(seeds.Path, "=cmd.txt"), "Le ministre a parlé.");
        CorpusExport.Extract(seeds.Path, tables.Path, export: new ExportOptions { GuardFormulas = true });
        Assert.StartsWith("'=cmd,", File.ReadLines(Path.Combine(tables.Path, "documents.csv")).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_told()
    {
        using var seeds = new TemporaryFolder();
        File.WriteAllText(Path.Combine(seeds.Path, "a-empty.txt"), "");
        File.WriteAllBytes(Path.Combine(seeds.Path, "b-binary.txt"), [0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0, 0xff, 0xfe, 0, 1]);
        File.WriteAllBytes(Path.Combine(seeds.Path, "c-latin.txt"), [.. "Le g"u8, 0xe9, .. "n"u8, 0xe9, .. "ral Phan Van Giang a re"u8, 0xe7, .. "u l'ambassadeur de Russie."u8]);
        var corpus = Corpus.Load(seeds.Path);
        Assert.Equal(["a-empty.txt", "b-binary.txt"], corpus.Unread.Select(u => u.File));
        Assert.Equal(3, corpus.Documents.Rows.Count);
        Assert.Equal("RUS", (string)corpus.Documents.Rows[2]["partners"]);
    }

    [Fact]
    public void Seeds_of_one_name_have_ids_of_their_own()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["2024/001.txt", "2025/001.txt", "001.txt", "only.txt", "both.txt", "both.TXT"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
            File.WriteAllText(Path.Combine(folder.Path, name), "Le Vietnam et le Laos.");
        }

        Assert.Equal(["001", "2024/001", "2025/001", "both.TXT", "both.txt", "only"], Corpus.Load(folder.Path).Documents.Rows.Select(row => (string)row["doc_id"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pipe_among_the_seeds_is_not_waited_for()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "a.txt"), "Le Vietnam et le Laos.");
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Windows has no pipes among its files");
        using (var maker = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(folder.Path, "pipe.txt")]))
        {
            await maker.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var corpus = await Task.Run(() => Corpus.Load(folder.Path)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal(["pipe.txt"], corpus.Unread.Select(seed => seed.File));
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var problem = Assert.Throws<DirectoryNotFoundException>(() => Corpus.Load("no-such-folder"));
        Assert.Contains("no-such-folder", problem.Message, StringComparison.Ordinal);
    }

    private static string Key(DataFrameRow row, int keys) => string.Join('\u001f', Enumerable.Range(0, keys).Select(i => (string)row[i]));
}
