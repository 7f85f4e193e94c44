using Entente.Clauses;
using Entente.Dates;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Tells where a text looks back on a whole visit: its news is that the visit is over (<c>a quitté Hanoï jeudi, au terme d'une visite de cinq jours</c>), or a sentence sums it
/// up (<c>Durant son séjour, il a été reçu par X et a rencontré Y</c>). On which of its days somebody was met, nobody says.
/// </summary>
internal sealed class VisitOver(ArticleContext context)
{
    /// <summary>The lead and what goes on with it.</summary>
    private const int LeadSentences = 2;

    /// <summary>Tokens from a verb, or from what says that it is over, to the noun of the visit.</summary>
    private const int NounReach = 6;

    /// <summary>Tokens that open a sentence.</summary>
    private const int Opening = 6;

    private readonly WordSets _words = ClauseLexicons.French.Words;
    private bool? _isNews;

    /// <summary>The article reports that a visit is over.</summary>
    public bool IsNews => _isNews ??= Lead.Any(Ends);

    /// <summary>The days told of a visit with the news that it is over; null for none.</summary>
    public DateMention? Days => IsNews ? Lead.SelectMany(s => context.DatesIn[s.Index]).FirstOrDefault(d => d.Expression is { IsRange: true, IsList: false } && d.Resolved.Date.Day > 0 && !d.IsToCome) : null;

    private IEnumerable<Sentence> Lead => context.Text.Sentences.Where(s => s.Section == SectionKind.Body).Take(LeadSentences);

    /// <summary>A sentence sums up a visit: <c>Au cours de cette visite, …</c>.</summary>
    public bool SumsUp(Sentence sentence, int until)
    {
        var tokens = context.Text.Tokens;
        // "Toujours au Cambodge, il est allé saluer X"
        if (_words.Has("still-there", tokens[sentence.First].Folded) && context.Mentions[sentence.Index].Any(m => m.Kind == MentionKind.Name && m.FirstToken <= sentence.First + 3 && m.EndToken < until))
        {
            return true;
        }

        for (var i = sentence.First + 1; i < Math.Min(sentence.First + Opening, until - 1); i++)
        {
            if (_words.Has("visit-whole", tokens[i].Folded) && (_words.Has("possessive", tokens[i - 1].Folded) || _words.Has("known-visit", tokens[i - 1].Folded)))
            {
                return _words.StandsIn("in-time-of", tokens, sentence.First, i);
            }
        }

        return false;
    }

    /// <summary>The last day told of a visit that a sentence sums up: <c>Au cours de sa visite, qui s'est achevée le 10 mars</c>; null for none.</summary>
    public ResolvedDate? LastDay(Sentence sentence, int until) =>
        context.DatesIn[sentence.Index].FirstOrDefault(d => d.End <= until && d.Resolved.Date.Day > 0 && (d.Expression is { IsRange: true, IsList: false } || IsEndOf(sentence, d)))?.Resolved;

    private bool IsEndOf(Sentence sentence, DateMention date) => context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < date.First) is { Verb: not null } group
        && IsEnding(context, group);

    /// <summary><c>s'achève</c>, <c>a pris fin</c></summary>
    public static bool IsEnding(ArticleContext context, VerbGroup verb) =>
        (ClauseLexicons.French.Words, Folding.Fold(verb.Verb)) is var (words, name)
        && (words.Has("visit-ending", name) || words.Has("putting-end", name) && verb.End < context.Text.Tokens.Count && words.Has("visit-over", context.Text.Tokens[verb.End].Folded));

    /// <summary><c>De retour jeudi de Zagreb, il a indiqué qu'il y avait rencontré X</c>, <c>À son retour</c>: on some day of the visit that he is back from.</summary>
    public static bool IsToldOnReturn(ArticleContext context, Encounter encounter)
    {
        const int Clitics = 2;
        var (words, tokens, sentence, trigger) = (ClauseLexicons.French.Words, context.Text.Tokens, encounter.Sentence, encounter.Trigger);
        return sentence.Count > 2 && trigger.First - Clitics > sentence.First
            && (words.StandsIn("return-noun", tokens, sentence.First + 1, sentence.First + 3) && !words.StandsIn("list-mark", tokens, sentence.First, sentence.First + 3) || words.Has("being-back", tokens[sentence.First].Folded))
            && words.StandsIn("place-pronoun", tokens, trigger.First - Clitics, trigger.End);
    }

    /// <summary>A sentence reports that a visit is over.</summary>
    public bool Ends(Sentence sentence)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        // "C'est sur cet entretien qu'a pris fin la visite": the verb behind what is set first.
        var isCleft = context.Verbs[sentence.Index].Count > 0 && _words.Has("it-is", tokens[sentence.First].Folded);
        var main = context.Verbs[sentence.Index].Where(v => v.IsFinite).Skip(isCleft ? 1 : 0).FirstOrDefault(v => !(v.First > sentence.First && _words.Has("who", tokens[v.First - 1].Folded)));
        if (main.Verb is null || main.Tense is not (Tense.Past or Tense.Imperfect))
        {
            return false;
        }

        var verb = Folding.Fold(main.Verb);

        // "a achevé vendredi sa visite", "ont mis fin à leur séjour", "La visite s'est achevée"
        if (_words.Has("visit-ending", verb) || _words.Has("putting-end", verb) && _words.StandsIn("visit-over", tokens, main.End, Math.Min(main.End + 3, end)))
        {
            return _words.StandsIn("visit-whole", tokens, main.End, Math.Min(main.End + NounReach + 3, end)) || _words.StandsIn("visit-whole", tokens, sentence.First, Math.Min(sentence.First + 3, main.First));
        }

        // "est rentré jeudi d'une visite officielle de six jours", "est arrivée à Hanoï, mettant fin à sa visite au Laos", "est arrivé à Hanoï, à l'issue de ses visites en X et en Y"
        if (_words.Has("visit-back", verb))
        {
            return Enumerable.Range(main.End, Math.Max(0, Math.Min(main.End + NounReach, end - 2) - main.End)).Any(i => _words.Has("of-elided", tokens[i].Folded) && _words.StandsIn("visit-whole", tokens, i + 1, i + 3)) || Enumerable.Range(sentence.First, sentence.Count).Any(i => EndsOwnVisit(i, end));
        }

        // "est reparti jeudi", "a quitté Hanoï jeudi": who goes home has ended his visit, also where nothing names it.
        if (_words.Has("going-home", verb) || _words.Has("going-away", verb) && context.Actors[sentence.Index].FindLast(a => a.End <= main.First) is { Person: not null } guest && context.IsForeign(guest) && !_words.StandsIn("visit-whole", tokens, main.End, end))
        {
            return true;
        }

        // "a quitté Hanoï au terme d'une visite", "Mettant fin à sa visite, il a regagné Paris"
        return _words.Has("visit-leaving", verb)
            && Enumerable.Range(sentence.First, sentence.Count).Any(i => _words.Has("when-over", tokens[i].Folded) && _words.StandsIn("visits-over", tokens, i + 1, Math.Min(i + NounReach, end)));
    }

    /// <summary><c>mettant fin à sa visite</c>, <c>à l'issue de leurs visites</c>: of who has arrived, his own.</summary>
    private bool EndsOwnVisit(int at, int end)
    {
        var tokens = context.Text.Tokens;
        return (_words.Has("ending-by", tokens[at].Folded) || _words.Has("when-over", tokens[at].Folded))
            && Enumerable.Range(at + 1, Math.Max(0, Math.Min(at + NounReach, end) - at - 1)).Any(n => _words.Has("visits-over", tokens[n].Folded) && _words.StandsIn("possessive", tokens, at + 1, n));
    }
}
