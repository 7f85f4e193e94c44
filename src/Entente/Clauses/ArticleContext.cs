using Entente.Dates;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>What the stages before the facts have read of an article; all fact readers take it.</summary>
internal record ArticleContext(
    ArticleText Text,
    DateReading Dates,
    PartnerReading Partners,
    PeopleReading People,
    string HomeCountry)
{
    private readonly string?[] _sentences = new string?[Text.Sentences.Count];
    private readonly bool?[] _historic = new bool?[People.People.Count];

    /// <summary>Which word sets have a word in which sentence.</summary>
    public required SentenceWords WordsIn { get; init; }

    /// <summary>The actors of each sentence, in order.</summary>
    public required List<Actor>[] Actors { get; init; }

    /// <summary>The verbs of each sentence, in order.</summary>
    public required List<VerbGroup>[] Verbs { get; init; }

    public required BySentence<PartnerMention> Mentions { get; init; }

    public required BySentence<HomeMention> HomeMentions { get; init; }

    public required BySentence<RoleMention> Roles { get; init; }

    public required BySentence<DateMention> DatesIn { get; init; }

    /// <summary>The name of each person by the mention that it is referred to by, where a fuller one than that is given.</summary>
    public required IReadOnlyDictionary<int, string> Names { get; init; }

    /// <summary>The one partner that the article is about, if it is about one.</summary>
    public string? SolePartner => Partners.MainPartners.Count == 1 ? Partners.MainPartners[0] : null;

    /// <summary>A partner is no state.</summary>
    public bool IsBody(string code) => Partners.IsBody(code);

    public bool IsHome(Actor actor) => actor.Country == HomeCountry;

    public bool IsForeign(Actor actor) => actor.Country is { } country && country != HomeCountry;

    /// <summary>The name of a person as first given in full; null for nobody.</summary>
    public string? NameOf(int? person) =>
        person is not { } root ? null : Names.TryGetValue(root, out var name) ? name : People.People[root].Name;

    /// <summary>Somebody of history, whom nobody meets: <c>le président Hô Chi Minh</c>.</summary>
    public bool IsHistoric(int? person) =>
        person is { } root && (_historic[root] ??= ClauseLexicons.French.Words.Has("historic", Folding.Fold(NameOf(root)!).Replace(' ', '-')));

    /// <summary>The sentence that begins at a character of the seed; null for none.</summary>
    public Sentence? SentenceAt(int start) => Text.Sentences.FirstOrDefault(s => s.Span.Start == start);

    /// <summary>Whether a word of a set stands in a sentence.</summary>
    public bool Holds(Sentence sentence, string set) => WordsIn.Holds(sentence, set);

    /// <summary>Whether a finite verb begins at a token.</summary>
    public bool BeginsFinite(Sentence sentence, int token)
    {
        foreach (var verb in Verbs[sentence.Index])
        {
            if (verb.First == token && verb.IsFinite)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text of a sentence as it stands in the seed; one string for all facts that rest on it.</summary>
    public string SentenceText(int index) => _sentences[index] ??= Text.Raw[Text.Sentences[index].Span.Start..Text.Sentences[index].Span.End];
}
