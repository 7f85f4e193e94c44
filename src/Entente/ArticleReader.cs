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

namespace Entente;

/// <summary>
/// Reads articles: text → dates, partners, people → clauses → encounters, visits, agreements, themes → rows. A stage sees what the
/// stages above it have read, and nothing else. Each goes through a batch of articles before the next begins: the code of one stage
/// fits into the caches of a processor, that of all does not, and article by article reading takes twice as long; a stage that finds
/// something and then settles it goes twice for the same reason. Safe for several threads.
/// </summary>
internal sealed class ArticleReader(CorpusOptions options)
{
    /// <summary>Articles that go through a stage together; more gain nothing.</summary>
    public const int BatchSize = 64;

    // What is read of long seeds takes memory until their batch is through.
    private const int BatchCharacters = 1 << 18;

    private readonly PartnerReader _partners = new(options.HomeCountry);
    private readonly PeopleReader _people = new(options.HomeCountry);
    private readonly ClauseReader _clauses = new(ClauseLexicons.French, options.HomeCountry);
    private readonly MeetingReader _meetings = new(EncounterLexicon.French, ClauseLexicons.French.Words);
    private readonly VisitReader _visits = new(VisitLexicon.French, ClauseLexicons.French.Words, PeopleLexicon.French.HomePlaces);
    private readonly AgreementReader _agreements = new(AgreementLexicon.French, ClauseLexicons.French.Words);
    private readonly ThemeReader _themes = new(ThemeLexicon.French, ClauseLexicons.French.Words);

    /// <summary>The facts of each file, in order.</summary>
    public IReadOnlyList<ArticleFacts> Read(IReadOnlyList<SeedFile> files)
    {
        var facts = new List<ArticleFacts>(files.Count);
        var batch = new List<ArticleSeed>(BatchSize);
        var characters = 0;
        foreach (var file in files)
        {
            var seed = SeedReader.ReadFile(file.Path);
            batch.Add(new ArticleSeed(file.DocId, file.Relative, seed));
            characters += seed.Text.Length;
            if (batch.Count == BatchSize || characters >= BatchCharacters)
            {
                facts.AddRange(Guarded(batch, Read));
                batch.Clear();
                characters = 0;
            }
        }

        facts.AddRange(Guarded(batch, Read));
        return facts;
    }

    /// <summary>A batch read with <paramref name="read"/>; a fault in it costs the one article that it meets, which is named as unread, and no other.</summary>
    internal static IEnumerable<ArticleFacts> Guarded(IReadOnlyList<ArticleSeed> batch, Func<IReadOnlyList<ArticleSeed>, ArticleFacts[]> read)
    {
        try
        {
            return read(batch);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && batch.Count > 1)
        {
            return batch.SelectMany(seed => Guarded([seed], read));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var at = fault.TargetSite is { } method ? $" in {method.DeclaringType?.Name}.{method.Name}" : "";
            return read([batch[0] with { Text = SeedText.OfNothing("reader-fault", $"A fault of the program{at}, please report it with the article: {fault.Message}") }]);
        }
    }

    public ArticleFacts Read(string docId, string file, SeedText seed) => Read([new ArticleSeed(docId, file, seed)])[0];

    /// <summary>The facts of each article of a batch, in order.</summary>
    public ArticleFacts[] Read(IReadOnlyList<ArticleSeed> batch) => Read(batch, static _ => { });

    /// <summary>The same; <paramref name="passed"/> is told the name of each stage that the batch has passed.</summary>
    public ArticleFacts[] Read(IReadOnlyList<ArticleSeed> batch, Action<string> passed)
    {
        var layouts = Each("layout", i => TextLexicons.French.Sections.Split(batch[i].Text.Text));
        var tokens = Each("tokens", i => ArticleTextReader.Tokenize(batch[i].Text.Text, layouts[i], TextLexicons.French));
        var texts = Each("text", i => ArticleTextReader.Read(batch[i], layouts[i], tokens[i], TextLexicons.French));
        var today = DateOnly.FromDateTime(options.Clock.GetUtcNow().Date);
        var expressions = Each("expressions", i => DateReader.Find(texts[i]));
        var dates = Each("dates", i => DateReader.Read(texts[i], expressions[i], today));
        var partners = Each("partners", i => _partners.Read(texts[i]));
        var groups = Each("groups", i => _people.FindGroups(texts[i], partners[i]));
        var people = Each("people", i => _people.Read(texts[i], partners[i], groups[i]));
        var verbs = Each("verbs", i => _clauses.FindVerbs(texts[i]));
        var contexts = Each("clauses", i => _clauses.Read(texts[i], dates[i], partners[i], people[i], verbs[i]));

        var stories = Each("stories", i => _meetings.Follow(contexts[i]));
        var meetings = Each("meetings", i => _meetings.Read(contexts[i], stories[i]));
        meetings = Each("further", i => _meetings.Complete(contexts[i], meetings[i], stories[i]));
        contexts = Each("settled", i => PartnersMet.Settle(contexts[i], meetings[i]));
        var visits = Each("visits", i => _visits.Read(contexts[i], meetings[i]));
        var agreements = Each("agreements", i => _agreements.Read(contexts[i], meetings[i]));
        var themes = Each("themes", i => _themes.Read(contexts[i], hasEvents: meetings[i].Count + agreements[i].Agreements.Count > 0));
        meetings = Each("hosts", i => MeetingHosts.Settle(contexts[i], meetings[i], visits[i].Visits));
        return Each("rows", i => ArticleRows.Make(contexts[i], meetings[i], visits[i], agreements[i], themes[i]) with { Unread = batch[i].Text.Unread });

        T[] Each<T>(string name, Func<int, T> stage)
        {
            var read = new T[batch.Count];
            for (var i = 0; i < read.Length; i++)
            {
                read[i] = stage(i);
            }

            passed(name);
            return read;
        }
    }
}
