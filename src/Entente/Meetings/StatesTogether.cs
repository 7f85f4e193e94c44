using Entente.Clauses;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds gatherings that no name tells: a verb brings representatives of several states together, or they meet one another.</summary>
internal static class StatesTogether
{
    /// <summary>The index after a verb that brings representatives of several partners together (<c>a réuni des représentants du Laos, de …</c>).</summary>
    public static int? Assembles(ArticleContext context, Sentence sentence)
    {
        const int Several = 3;
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (verb is { IsPassive: false, IsReflexive: false, IsFinite: true, Tense: Tense.Past or Tense.Present } && Assembles(context, sentence, verb) && StatesBehind(context, sentence, verb.End) >= Several)
            {
                return verb.End;
            }
        }

        return null;
    }

    /// <summary><c>a réuni</c>, whatever did; a tournament brings together as well (<c>a rassemblé</c>), so that another verb is one of a gathering that is its subject.</summary>
    private static bool Assembles(ArticleContext context, Sentence sentence, VerbGroup verb) =>
        WordSets.French.Has("bringing-delegates", Folding.Fold(verb.Verb))
            && (WordSets.French.Has("uniting", Folding.Fold(verb.Verb)) || WordSets.French.StandsIn("body-encounter", context.Text.Tokens, sentence.First, verb.First) || WordSets.French.StandsIn("gathering", context.Text.Tokens, sentence.First, verb.First));

    private static int StatesBehind(ArticleContext context, Sentence sentence, int from) =>
        context.Mentions[sentence.Index].Where(m => m.FirstToken >= from).Select(m => m.Code).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Several states as the subject of meeting one another (<c>Les gardes-frontières du Vietnam, de Chine et du Laos se sont réunis</c>).</summary>
    public static Gathering? Meeting(ArticleContext context, Sentence sentence)
    {
        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (verb is { IsReflexive: true, Tense: Tense.Past } && WordSets.French.Has("gathering-verb", Folding.Fold(verb.Verb)) && MeetingOfStates(context, sentence, verb) is { } meeting)
            {
                return meeting;
            }
        }

        return null;
    }

    private static Gathering? MeetingOfStates(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var states = context.Mentions[sentence.Index].Where(m => m.EndToken <= verb.First && m.Kind == MentionKind.Name).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        return states.Count > 1 && context.HomeMentions[sentence.Index].Any(m => m.EndToken <= verb.First) ? new Gathering(verb.First, verb.End, states, false) : null;
    }
}
