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

        if (ComeFor(context, sentence, verb) is { } come)
        {
            return come;
        }

        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        var before = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.End <= verb.First);
        if (before.Verb is null)
        {
            return null;
        }

        if (IsBehindDayOrPlace(context, sentence, before, verb))
        {
            return before;
        }

        if (!Goes(context, before))
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

    /// <summary><c>l'amiral X, venu lundi à Hanoï prendre congé du ministre Y, …</c>: he came for it, behind a comma.</summary>
    private static VerbGroup? ComeFor(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Reach = 10;
        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        for (var i = verb.First - 1; i > sentence.First && i >= verb.First - Reach && !words.Has("list-mark", tokens[i].Folded); i--)
        {
            if (words.Has("having-come", tokens[i].Folded))
            {
                return words.Has("list-mark", tokens[i - 1].Folded) && context.Actors[sentence.Index].Exists(a => a.End == i - 1 && a.Person is not null)
                    && context.Verbs[sentence.Index].Find(v => v.Anchor == i && v.Tense == Tense.Participle) is { Verb: not null } come ? come with { Tense = Tense.Past } : null;
            }
        }

        return null;
    }

    /// <summary><c>est venu mercredi à Hanoï prendre congé du président</c>, <c>est allé jeudi saluer le roi</c>: only when and where he went stands between.</summary>
    private static bool IsBehindDayOrPlace(ArticleContext context, Sentence sentence, VerbGroup going, VerbGroup verb)
    {
        const int Longest = 12;
        var (tokens, words) = (context.Text.Tokens, ClauseLexicons.French.Words);
        return going is { Verb: { } go, IsPassive: false, Tense: Tense.Past or Tense.Pluperfect or Tense.Future } && words.Has("come-or-go", Folding.Fold(go)) && verb.First > going.End && verb.First - going.End <= Longest && (tokens[verb.First - 1].IsCapitalized || context.DatesIn[sentence.Index].Exists(d => d.End == verb.First))
            && !words.StandsIn("list-mark", tokens, going.End, verb.First) && !words.StandsIn("purpose", tokens, going.End, verb.First) && !words.StandsIn("terminal", tokens, going.End, verb.First);
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
