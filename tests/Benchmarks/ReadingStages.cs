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

/// <summary>What each stage of the reader takes of an article, time and bytes allocated, next to decoding and splitting.</summary>
internal static class ReadingStages
{
    private const int Articles = 260;
    private const int WarmUp = 60;

    private static readonly string[] Names = ["split", "decode", "text", "dates", "partners", "people", "clauses", "meetings", "visits", "agreements", "themes", "rows"];

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
        var ticks = new long[Names.Length];
        var bytes = new long[Names.Length];
        var best = Enumerable.Repeat(long.MaxValue, Names.Length).ToArray();
        for (var i = 0; i < (WarmUp + rounds) * Articles; i++)
        {
            if (i % Articles == 0 && i >= WarmUp * Articles)
            {
                // The quietest round of each stage: other work on the machine only ever adds.
                for (var s = 0; s < best.Length; s++)
                {
                    best[s] = i == WarmUp * Articles ? long.MaxValue : Math.Min(best[s], ticks[s]);
                }

                Array.Clear(ticks);
                Array.Clear(bytes);
            }

            var article = samples[i % Articles];
            var clock = Stopwatch.GetTimestamp();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var stage = 0;
            SampleArticles.DecodeAndSplit(article);
            Next();
            var seed = SeedReader.Read(article);
            Next();
            var text = ArticleTextReader.Read("a", "a.txt", seed, TextLexicons.French);
            Next();
            var dates = DateReader.Read(text);
            Next();
            var partners = partnerReader.Read(text);
            Next();
            var people = peopleReader.Read(text, partners);
            Next();
            var context = clauseReader.Read(text, dates, partners, people);
            Next();
            var meetings = meetingReader.Read(context);
            Next();
            var visits = visitReader.Read(context, meetings);
            Next();
            var agreements = agreementReader.Read(context, meetings);
            Next();
            var themes = themeReader.Read(context, hasEvents: meetings.Count + agreements.Agreements.Count > 0);
            Next();
            ArticleRows.Make(context, meetings, visits, agreements, themes);
            Next();

            void Next()
            {
                ticks[stage] += Stopwatch.GetTimestamp() - clock;
                bytes[stage++] += GC.GetAllocatedBytesForCurrentThread() - allocated;
                allocated = GC.GetAllocatedBytesForCurrentThread();
                clock = Stopwatch.GetTimestamp();
            }
        }

        for (var i = 0; i < Names.Length; i++)
        {
            Console.WriteLine($"{Names[i],-12}{best[i] * 1e6 / Stopwatch.Frequency / Articles,8:N1} µs {bytes[i] / Articles,9:N0} bytes");
        }

        Console.WriteLine($"all{(best.Sum() - best[0]) / (double)best[0],17:N1} times decode and split");
    }
}
