using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds the verb whose subject a noun of encounter is: <c>a eu lieu</c>, <c>s'est tenu</c>, <c>a réuni</c>, <c>a débuté</c>.</summary>
internal sealed class NounEvent(WordSets words)
{
    private readonly NounSetting _setting = new(words);
    private readonly NounGovernor _governor = new(words);
    private readonly BringingTogether _bringing = new(words);

    /// <summary>The verb, in the tense in which it tells the event; null where the noun has no event of its own.</summary>
    public VerbGroup? Find(ArticleContext context, Sentence sentence, IReadOnlyList<VerbGroup> verbs, PhraseMatch<EncounterRule> noun)
    {
        foreach (var verb in verbs)
        {
            var happens = verb.Verb switch
            {
                "avoir" => verb.End < sentence.First + sentence.Count && words.Has("took-place", context.Text.Tokens[verb.End].Folded),
                "prendre" => !verb.IsPassive && verb.First >= noun.Next && !words.Has("that", context.Text.Tokens[verb.First - 1].Folded) && verb.End < sentence.First + sentence.Count && words.Has("came-to-end", context.Text.Tokens[verb.End].Folded),
                _ when words.Has("happens-itself", Folding.Fold(verb.Verb)) => verb.IsReflexive,
                "prévoir" => verb.IsPassive,
                "réunir" or "suivre" => !verb.IsPassive,
                _ when words.Has("begins", Folding.Fold(verb.Verb)) => !verb.IsPassive,
                _ => verb.IsPassive && (_governor.Chairs(verb) || IsUnderChairs(context, sentence, verb)) || _bringing.EndOf(context, sentence, verb) is not null && !_bringing.IsOfAnother(context.Text.Tokens, sentence, noun.First),
            };
            // "Le dialogue était coprésidé par X et Y": the chairs of one that was held.
            var isChaired = verb is { Tense: Tense.Imperfect, IsPassive: true } && (_governor.Chairs(verb) || IsUnderChairs(context, sentence, verb)) || NounSetting.IsToldAsItWent(context, sentence, verb, noun.Next);
            if (happens && verb.IsFinite && (isChaired || verb.Tense is Tense.Past or Tense.Pluperfect or Tense.Present or Tense.Future || verb.Verb == "prévoir")
                && (verb.First >= noun.Next && verb.First - noun.Next <= 30 || verb.Verb == "débuter" && noun.First > verb.Anchor && noun.First - verb.Anchor <= 4 || IsInverted(context, verbs, verb, noun.First))
                && !verbs.Any(v => v.IsFinite && v.First >= noun.Next && v.First < verb.First && !_setting.IsAside(context.Text.Tokens, v, verb)) && !_setting.IsHabit(context.Text.Tokens, sentence, verb))
            {
                return isChaired ? verb with { Tense = Tense.Past } : verb;
            }
        }

        return null;
    }

    /// <summary><c>était placée sous la double présidence de X et de Y</c></summary>
    private bool IsUnderChairs(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 5;
        return words.Has("placing", Folding.Fold(verb.Verb)) && words.StandsIn("presidency", context.Text.Tokens, verb.End, Math.Min(verb.End + Reach, sentence.First + sentence.Count));
    }

    /// <summary><c>Mardi s'est ouverte à Oslo la deuxième consultation</c>: between verb and noun stand time, place and article.</summary>
    private bool IsInverted(ArticleContext context, IReadOnlyList<VerbGroup> verbs, VerbGroup verb, int noun)
    {
        const int Reach = 11;
        return verb.Verb != "prévoir" && !words.Has("bringing-together", Folding.Fold(verb.Verb)) && !words.Has("putting", Folding.Fold(verb.Verb)) && noun > verb.Anchor && noun - verb.Anchor < Reach
            && Enumerable.Range(verb.End, noun - verb.End).All(i => !words.Has("inversion-stop", context.Text.Tokens[i].Folded)) && !verbs.Any(v => v.Anchor > verb.Anchor && v.Anchor < noun);
    }
}
