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
        return with > 0 && context.Actors[sentence.Index].Any(a => a.First > with && a.First - with <= WithReach && a is { IsNamed: true, Person: not null })
            && verbs.LastOrDefault(v => v.First < noun.First && noun.First - v.End <= AccountReach && v.Tense is Tense.Gerund or Tense.Past && words.Has("accounting", Folding.Fold(v.Verb))) is { Verb: not null } account
            && (account.Tense == Tense.Past || account.First == sentence.First && verbs.FirstOrDefault(v => v.IsFinite && v.First >= noun.Next) is { Verb: not null, Tense: Tense.Past });
    }
}
