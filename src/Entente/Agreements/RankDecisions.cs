using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the verb by which two decide to raise their relations: <c>ont décidé, en janvier à Rome, d'élever</c>, <c>ont salué la décision d'élever</c>.</summary>
internal sealed class RankDecisions(WordSets words)
{
    /// <summary>How far behind a verb of hailing the decision may stand, in tokens.</summary>
    private const int HailingReach = 5;

    /// <summary>The verb that governs an infinitive of setting up a rank; null where that is only wanted, or not decided.</summary>
    public VerbGroup? Of(ArticleContext context, Sentence sentence, VerbGroup infinitive)
    {
        var verbs = context.Verbs[sentence.Index];
        if (verbs.LastOrDefault(v => v.IsFinite && v.Anchor < infinitive.First) is not { Verb: { } verb, Tense: Tense.Past or Tense.Pluperfect } deciding
            || verbs.Any(v => v.First >= deciding.End && v.Anchor < infinitive.First && words.Has("wanting", Folding.Fold(v.Verb ?? ""))) || deciding.First > sentence.First && words.Has("negator", context.Text.Tokens[deciding.First - 1].Folded))
        {
            return null;
        }

        var isHailed = words.Has("hailing", Folding.Fold(verb)) && words.StandsIn("decision", context.Text.Tokens, deciding.End, Math.Min(deciding.End + HailingReach, infinitive.First));
        return isHailed || words.Has("deciding", Folding.Fold(verb)) ? deciding : null;
    }
}
