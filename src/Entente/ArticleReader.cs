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
/// Reads one article: text → dates, partners, people → clauses → encounters, visits, agreements, themes → rows. A stage sees what the
/// stages above it have read, and nothing else. Safe for several threads.
/// </summary>
internal sealed class ArticleReader(CorpusOptions options)
{
    private readonly PartnerReader _partners = new(options.HomeCountry);
    private readonly PeopleReader _people = new(options.HomeCountry);
    private readonly ClauseReader _clauses = new(ClauseLexicons.French, options.HomeCountry);
    private readonly MeetingReader _meetings = new(EncounterLexicon.French, ClauseLexicons.French.Words);
    private readonly VisitReader _visits = new(VisitLexicon.French, ClauseLexicons.French.Words, PeopleLexicon.French.HomePlaces);
    private readonly AgreementReader _agreements = new(AgreementLexicon.French, ClauseLexicons.French.Words);
    private readonly ThemeReader _themes = new(ThemeLexicon.French, ClauseLexicons.French.Words);

    public ArticleFacts Read(SeedFile file)
    {
        var seed = SeedReader.ReadFile(file.Path);
        var facts = Read(file.DocId, file.Relative, seed);
        return seed.Encoding.Length == 0 ? facts with { Unread = seed.Warnings[0].Message } : facts;
    }

    public ArticleFacts Read(string docId, string file, SeedText seed)
    {
        var text = ArticleTextReader.Read(docId, file, seed, TextLexicons.French);
        var dates = DateReader.Read(text);
        var partners = _partners.Read(text);
        var people = _people.Read(text, partners);
        var context = _clauses.Read(text, dates, partners, people);

        var meetings = _meetings.Read(context);
        var visits = _visits.Read(context, meetings);
        var agreements = _agreements.Read(context, meetings);
        var themes = _themes.Read(context, hasEvents: meetings.Count + agreements.Agreements.Count > 0);
        return ArticleRows.Make(context, meetings, visits, agreements, themes);
    }
}
