using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds the verb of holding that governs a noun of encounter: <c>a eu, le 8 septembre à Hanoï, avec le ministre X, un long entretien</c>.</summary>
internal sealed class NounGovernor(WordSets words)
{
    /// <summary>How far a noun may stand from the verb that governs it, people not counted: <c>a eu, le 8 septembre à Hanoï, avec le ministre X, un long entretien</c>.</summary>
    private const int GovernReach = 18;

    private readonly NounSetting _setting = new(words);
    private readonly ReportedTalks _accounts = new(words);

    /// <summary>Somebody chairs what the verb governs.</summary>
    public bool Chairs(VerbGroup verb) => words.Has("chairing", Folding.Fold(verb.Verb));

    /// <summary>The verb that holds the noun; null where none does. <c>isAddressed</c> for what is paid to somebody (<c>rendre une visite à</c>), <c>isSession</c> for what opens as well.</summary>
    public VerbGroup? Find(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, int noun, bool isAddressed, bool isSession)
    {
        for (var i = verbs.Count - 1; i >= 0; i--)
        {
            var verb = verbs[i];
            if (verb.Anchor >= noun)
            {
                continue;
            }

            var holds = words.Has("holding", Folding.Fold(verb.Verb)) && !_accounts.IsOutcome(context, sentence, verb, noun) && !_setting.IsPointMade(context, verbs, verb) && !_setting.IsAccountOf(context.Text.Tokens, verb, noun) || isSession && words.Has("opening", Folding.Fold(verb.Verb)) || isAddressed && words.Has("paying", Folding.Fold(verb.Verb));
            if (holds && (IsPerfect(context, verb) || words.StandsIn("colon", context.Text.Tokens, verb.Anchor, noun)))
            {
                return null;
            }

            if (holds && (!verb.IsReflexive || words.Has("holding-oneself", Folding.Fold(verb.Verb))) && (!verb.IsPassive || Chairs(verb)) && WordDistance.Between(context, sentence, verb.Anchor, noun) <= GovernReach)
            {
                return verb.IsPassive ? null : verb;
            }

            if (verb.IsFinite)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary><c>ont maintenu le dialogue</c>, <c>ayant déjà démontré leur utilité pour favoriser le dialogue</c>: an auxiliary whose participle the lexicon does not know holds nothing.</summary>
    private bool IsPerfect(ArticleContext context, VerbGroup verb)
    {
        var tokens = context.Text.Tokens;
        return verb is { Verb: "avoir", Tense: Tense.Present or Tense.Imperfect or Tense.Gerund or Tense.Participle }
            && (UnknownParticiple.Is(tokens[verb.End], words) || words.Has("made-lately", tokens[verb.End].Folded) && UnknownParticiple.Is(tokens[verb.End + 1], words));
    }
}
