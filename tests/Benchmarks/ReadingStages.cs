using System.Diagnostics;
using Entente;
using Entente.Agreements;
using Entente.Clauses;
using Entente.CorpusReading;
using Entente.Dates;
using Entente.Meetings;
using Entente.Partners;
using Entente.People;
using Entente.Texts;
using Entente.Themes;
using Entente.Visits;

namespace Benchmarks;

/// <summary>What each stage of the reader takes of an article in a batch, time and bytes allocated, next to decoding and splitting.</summary>
internal static class ReadingStages
{
    private const int WarmUp = 60;

    private static readonly string[] Names = ["split", "decode", "layout", "tokens", "text", "expressions", "dates", "partners", "groups", "people", "verbs", "clauses", "stories", "meetings", "further", "settled", "visits", "agreements", "themes", "rows"];

    public static void Print(int rounds)
    {
        var samples = new SampleArticles();
        var home = new CorpusOptions().HomeCountry;
        var partnerReader = new PartnerReader(home);
        var peopleReader = new PeopleReader(home);
        var clauseReader = new ClauseReader(ClauseLexicons.French, home);
        var meetingReader = new MeetingReader(EncounterLexicon.French, ClauseLexicons.French.Words);
        var visitReader = new VisitReader(VisitLexicon.French, ClauseLexicons.French.Words, PeopleLexicon.French.HomePlaces);
        var agreementReader = new AgreementReader(AgreementLexicon.French, ClauseLexicons.French.Words);
        var themeReader = new ThemeReader(ThemeLexicon.French, ClauseLexicons.French.Words);
        var batches = (samples.Originals + ArticleReader.BatchSize - 1) / ArticleReader.BatchSize;
        var bytes = new long[Names.Length];

        // The quietest reading of each batch by each stage: other work on the machine only ever adds.
        var best = new long[Names.Length, batches];
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            Array.Clear(bytes);
            for (var batch = 0; batch < batches; batch++)
            {
                var first = batch * ArticleReader.BatchSize;
                ReadBatch(batch, [.. Enumerable.Range((round * samples.Originals) + first, Math.Min(ArticleReader.BatchSize, samples.Originals - first)).Select(i => samples[i])], isFirst: round <= WarmUp);
            }
        }

        var sums = Enumerable.Range(0, Names.Length).Select(stage => Enumerable.Range(0, batches).Sum(batch => best[stage, batch])).ToArray();
        for (var i = 0; i < Names.Length; i++)
        {
            Console.WriteLine($"{Names[i],-12}{sums[i] * 1e6 / Stopwatch.Frequency / samples.Originals,8:N1} µs {bytes[i] / samples.Originals,9:N0} bytes");
        }

        Console.WriteLine($"all{(sums.Sum() - sums[0]) / (double)sums[0],17:N1} times decode and split");

        // In the order of the reader, a batch through each stage.
        void ReadBatch(int number, byte[][] batch, bool isFirst)
        {
            var clock = Stopwatch.GetTimestamp();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var stage = 0;
            _ = Each(i => SampleArticles.DecodeAndSplit(batch[i]));
            var seeds = Each(i => SeedReader.Read(batch[i]));
            var layouts = Each(i => TextLexicons.French.Sections.Split(seeds[i].Text));
            var tokens = Each(i => ArticleTextReader.Tokenize(seeds[i].Text, layouts[i], TextLexicons.French));
            var texts = Each(i => ArticleTextReader.Read(new ArticleSeed("a", "a.txt", seeds[i]), layouts[i], tokens[i], TextLexicons.French));
            var expressions = Each(i => DateReader.Find(texts[i]));
            var dates = Each(i => DateReader.Read(texts[i], expressions[i], DateOnly.MaxValue));
            var partners = Each(i => partnerReader.Read(texts[i]));
            var groups = Each(i => peopleReader.FindGroups(texts[i], partners[i]));
            var people = Each(i => peopleReader.Read(texts[i], partners[i], groups[i]));
            var verbs = Each(i => clauseReader.FindVerbs(texts[i]));
            var contexts = Each(i => clauseReader.Read(texts[i], dates[i], partners[i], people[i], verbs[i]));
            var stories = Each(i => meetingReader.Follow(contexts[i]));
            var meetings = Each(i => meetingReader.Read(contexts[i], stories[i]));
            meetings = Each(i => meetingReader.Complete(contexts[i], meetings[i], stories[i]));
            contexts = Each(i => PartnersMet.Settle(contexts[i], meetings[i]));
            var visits = Each(i => visitReader.Read(contexts[i], meetings[i]));
            var agreements = Each(i => agreementReader.Read(contexts[i], meetings[i]));
            var themes = Each(i => themeReader.Read(contexts[i], hasEvents: meetings[i].Count + agreements[i].Agreements.Count > 0));
            _ = Each(i => ArticleRows.Make(contexts[i], meetings[i], visits[i], agreements[i], themes[i]));

            T[] Each<T>(Func<int, T> work)
            {
                var read = new T[batch.Length];
                for (var i = 0; i < read.Length; i++)
                {
                    read[i] = work(i);
                }

                var taken = Stopwatch.GetTimestamp() - clock;
                best[stage, number] = isFirst ? taken : Math.Min(best[stage, number], taken);
                bytes[stage++] += GC.GetAllocatedBytesForCurrentThread() - allocated;
                allocated = GC.GetAllocatedBytesForCurrentThread();
                clock = Stopwatch.GetTimestamp();
                return read;
            }
        }
    }
}
