using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the talks of which somebody gives an account elsewhere: <c>Faisant part au Premier ministre de ce qu'il avait retiré de son entretien avec le ministre X, l'hôte a noté</c>,
/// <c>a fait savoir ce qu'avait donné sa rencontre avec Y</c>.
/// </summary>
internal sealed class ReportedTalks(WordSets words)
{
    /// <summary>From the verb of the account to the talks: <c>informant le Premier ministre de la teneur de ses entretiens</c>.</summary>
    private const int AccountReach = 18;

    /// <summary>From the noun to whom it joins: <c>ses entretiens de la matinée avec</c>.</summary>
    private const int WithReach = 5;

    /// <summary><c>ce qu'avait donné son entretien avec Y</c>: the noun is the subject, and nobody holds it.</summary>
    public bool IsOutcome(ArticleContext context, Sentence sentence, VerbGroup verb, int noun)
    {
        const int Reach = 2;
        var tokens = context.Text.Tokens;
        return noun - verb.End <= Reach && verb.First - 2 >= sentence.First && words.Has("that", tokens[verb.First - 1].Folded) && words.Has("this-which", tokens[verb.First - 2].Folded);
    }

    /// <summary>Whether a noun with its possessive is of talks accounted for, with somebody named.</summary>
    public bool Contains(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun, string determiner)
    {
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        if (noun.Value is not { Need: TriggerNeed.None, Kind: MeetingKind.Talks, Object: ObjectMarker.Avec } || !words.Has("possessive", determiner))
        {
            return false;
        }

        var with = Enumerable.Range(noun.Next, Math.Max(0, Math.Min(WithReach, end - noun.Next))).FirstOrDefault(i => words.Has("with", tokens[i].Folded), -1);
        return with > 0 && context.Actors[sentence.Index].Any(a => a.First > with && a.First - with <= WithReach && a is { IsNamed: true, Person: not null }) && IsTold(sentence, verbs, noun, "accounting");
    }

    /// <summary>
    /// Whether a noun is of talks between both sides whose outcome somebody tells or praises: <c>Saluant les résultats de l'entretien entre le général X et le commandant de l'Armée de l'air</c>,
    /// <c>a apprécié la séance de travail entre la délégation lao et l'Académie</c>. Those of a year or a visit that the sentence tells are another's.
    /// </summary>
    public bool IsOfBoth(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        const int Reach = 7;
        const int HouseReach = 34;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        if (noun.Value is not { Need: TriggerNeed.None, Kind: MeetingKind.Talks, Object: ObjectMarker.Avec } || noun.Next >= end || !words.Has("between", tokens[noun.Next].Folded) || !IsTold(sentence, verbs, noun, "accounting") && !IsPraised(tokens, sentence, verbs, noun))
        {
            return false;
        }

        var until = verbs.Where(v => v.IsFinite && v.First > noun.Next).Select(v => v.First).FirstOrDefault(end);
        until = Math.Min(until, noun.Next + HouseReach);
        var people = context.Actors[sentence.Index].Where(a => a.First > noun.Next && a.First < until).ToList();
        return people.Count > 0 && people[0].First - noun.Next <= Reach && people.Exists(a => context.IsForeign(a) && (a.Person is not null || a.IsGroup) || a.Country is null && words.Has("group", tokens[a.First].Folded))
            && (people.Exists(context.IsHome) || context.HomeMentions[sentence.Index].Any(m => m.FirstToken > noun.Next && m.FirstToken < until))
            && !words.StandsIn("journey-noun", tokens, noun.Next, until) && !context.DatesIn[sentence.Index].Exists(d => d.Resolved.Date.Day == 0 && d.Expression.Weekday is null);
    }

    /// <summary><c>a informé son hôte des résultats du 1er dialogue de défense Vietnam - Corée</c>: whoever gives an account of a dialogue of both states has come from it, unless it was one of a year told.</summary>
    public bool IsOfDialogue(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        const int Outcome = 7;
        return noun.Value.Kind == MeetingKind.Dialogue && SessionNouns.IsOfTwo(context, sentence, noun.Next) && words.StandsIn("came-of-talks", context.Text.Tokens, Math.Max(sentence.First, noun.First - Outcome), noun.First)
            && IsTold(sentence, verbs, noun, "accounting") && !context.DatesIn[sentence.Index].Exists(d => d.Resolved.Date.Day == 0 && d.Expression.Weekday is null);
    }

    /// <summary>What is told of talks stands between two tokens: <c>les résultats de</c>, <c>le point de</c>, <c>ce qui était ressorti de</c>.</summary>
    public bool IsAccount(TokenList tokens, int first, int end) => words.StandsIn("account-noun", tokens, first, end) || words.StandsIn("came-of-talks", tokens, first, end);

    /// <summary>A verb of the set has what came of the talks for its object, as news: in the past, or as the participle that opens a sentence of the past.</summary>
    private bool IsTold(Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun, string set) =>
        verbs.LastOrDefault(v => v.First < noun.First && noun.First - v.End <= AccountReach && v.Tense is Tense.Gerund or Tense.Past && words.Has(set, Folding.Fold(v.Verb))) is { Verb: not null } account
            && (account.Tense == Tense.Past || account.First == sentence.First && verbs.FirstOrDefault(v => v.IsFinite && v.First >= noun.Next) is { Verb: not null, Tense: Tense.Past });

    /// <summary><c>a apprécié les résultats de l'entretien</c>, <c>Saluant la séance de travail</c>: nothing but what came of them stands between.</summary>
    private bool IsPraised(TokenList tokens, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        const int Near = 2;
        const int Outcome = 5;
        return IsTold(sentence, verbs, noun, "praising") && verbs.Last(v => v.First < noun.First) is var praise
            && (noun.First - praise.End <= Near || words.StandsIn("came-of-talks", tokens, Math.Max(praise.End, noun.First - Outcome), noun.First));
    }
}
