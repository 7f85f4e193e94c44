using Entente.Dates;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>Puts actors and verbs beside the sentences: the last stage before the facts.</summary>
internal sealed class ClauseReader(ClauseLexicons lexicons, string homeCountry)
{
    private readonly ActorReader _actors = new(lexicons.Words, homeCountry);
    private readonly AsideReader _asides = new(lexicons.Words, PeopleLexicon.French);
    private readonly VerbReader _verbs = new(lexicons.Verbs, lexicons.Words);

    public ArticleContext Read(ArticleText text, DateReading dates, PartnerReading partners, PeopleReading people) => Read(text, dates, partners, people, FindVerbs(text));

    /// <summary>The verbs of each sentence.</summary>
    public List<VerbGroup>[] FindVerbs(ArticleText text)
    {
        var verbs = new List<VerbGroup>[text.Sentences.Count];
        for (var i = 0; i < verbs.Length; i++)
        {
            verbs[i] = _verbs.Read(text, text.Sentences[i]);
        }

        return verbs;
    }

    public ArticleContext Read(ArticleText text, DateReading dates, PartnerReading partners, PeopleReading people, List<VerbGroup>[] verbs)
    {
        var sentences = text.Sentences.Count;
        var mentions = new BySentence<PartnerMention>(partners.Mentions, static m => m.SentenceIndex, sentences);
        var home = new BySentence<HomeMention>(partners.Home, static m => m.SentenceIndex, sentences);
        var wordsIn = lexicons.Words.In(text);
        var actors = _actors.Read(text, wordsIn, mentions, home, people);
        for (var i = 0; i < sentences; i++)
        {
            _asides.Mark(text, text.Sentences[i], actors[i], verbs[i]);
        }

        return new ArticleContext(text, dates, partners, people, homeCountry)
        {
            WordsIn = wordsIn,
            Mentions = mentions,
            HomeMentions = home,
            Roles = new BySentence<RoleMention>(people.Roles, static r => r.SentenceIndex, sentences),
            DatesIn = new BySentence<DateMention>(dates.Mentions, static d => d.SentenceIndex, sentences),
            Names = NamesOf(people),
            Actors = actors,
            Verbs = verbs,
        };
    }

    // The first full name given of each person.
    private static Dictionary<int, string> NamesOf(PeopleReading people)
    {
        var names = new Dictionary<int, string>();
        for (var i = 0; i < people.People.Count; i++)
        {
            if (!people.People[i].IsSurnameOnly)
            {
                names.TryAdd(people.People[i].RefersTo ?? i, people.People[i].Name);
            }
        }

        return names;
    }
}
