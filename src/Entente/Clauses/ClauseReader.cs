using Entente.Dates;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>Puts actors and verbs beside the sentences: the last stage before the facts.</summary>
internal sealed class ClauseReader(ClauseLexicons lexicons, string homeCountry)
{
    private readonly ActorReader _actors = new(lexicons.Words, homeCountry);
    private readonly VerbReader _verbs = new(lexicons.Verbs, lexicons.Words);

    public ArticleContext Read(ArticleText text, DateReading dates, PartnerReading partners, PeopleReading people) =>
        new(text, dates, partners, people, homeCountry)
        {
            Actors = _actors.Read(text, partners, people),
            Verbs = [.. text.Sentences.Select(sentence => _verbs.Read(text, sentence))],
        };
}
