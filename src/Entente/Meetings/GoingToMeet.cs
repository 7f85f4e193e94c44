using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the journey of which an infinitive of encounter is the end: <c>s'était rendu au Sénat pour y rencontrer X</c>, <c>étaient allés, le matin, déposer une gerbe et saluer X</c>.
/// </summary>
internal static class GoingToMeet
{
    /// <summary>Between what introduces the infinitive and it: <c>pour y rencontrer</c>, <c>afin de l'y saluer</c>.</summary>
    private const int Clitics = 3;

    /// <summary>The verb of going; null where the infinitive depends on another.</summary>
    public static VerbGroup? Of(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        if (verb.Tense != Tense.Infinitive)
        {
            return null;
        }

        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        var before = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.End <= verb.First);
        if (before.Verb is null || !Goes(context, before))
        {
            return null;
        }

        var lead = verb.First - 1;
        for (var steps = 0; steps < Clitics && lead > before.End && words.Has("before-purpose", tokens[lead].Folded); steps++)
        {
            lead--;
        }

        if (lead < before.End)
        {
            return before;
        }

        // "s'est rendu au Sénat pour y rencontrer"
        if (words.Has("purpose", tokens[lead].Folded))
        {
            return before;
        }

        // "est allé fleurir le Mausolée et saluer", "est allé, mardi, saluer", "s'est rendu au Mausolée pour déposer une gerbe et saluer"
        var isDirect = before.Verb != "rendre" && words.Has("list-mark", tokens[lead].Folded);
        var isJoined = words.Has("joining-verbs", tokens[lead].Folded) && (before.Verb != "rendre" || words.StandsIn("purpose", tokens, before.End, lead));
        return lead == verb.First - 1 && (isDirect || isJoined) ? before : null;
    }

    private static bool Goes(ArticleContext context, VerbGroup verb)
    {
        if (verb.IsPassive || verb.Tense is not (Tense.Past or Tense.Pluperfect or Tense.Future))
        {
            return false;
        }

        return verb.Verb switch
        {
            "aller" => true,
            "rendre" => verb.IsReflexive,
            _ => Enumerable.Range(verb.First, verb.Anchor - verb.First).Any(i => ClauseLexicons.French.Verbs.Of(context.Text.Tokens[i]).Any(f => f.Infinitive == "aller")),
        };
    }
}
