using Entente.Clauses;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the gatherings that are told by those who sit in them, whatever they are called: people of three states preside over one (<c>une activité coprésidée par A, B et C</c>),
/// the ministers of three states or of a body meet (<c>Les ministres des trois pays ont tenu leur rencontre annuelle</c>, <c>Les chefs des armées de l'ASEAN se sont réunis</c>).
/// </summary>
internal sealed class GatheringOfSeveral(EncounterLexicon lexicon, WordSets words)
{
    /// <summary>States other than the home country from which on those who sit together are several.</summary>
    private const int Several = 2;

    public Gathering? Find(ArticleContext context, Sentence sentence) =>
        Chaired(context, sentence) ?? (context.Holds(sentence, "number-three") ? OfStates(context, sentence) : null) ?? (context.Holds(sentence, "many-at-gathering") ? OfBodyWith(context, sentence) ?? OfBody(context, sentence) ?? OfNamedStates(context, sentence) : null);

    /// <summary><c>La première édition s'est tenue sous la présidence conjointe du général A, du général B et du général C</c></summary>
    private Gathering? Chaired(ArticleContext context, Sentence sentence)
    {
        foreach (var cue in lexicon.CuesOf(context.Text, sentence))
        {
            if (cue.Value == EncounterCue.Chairs && ChairedAt(context, sentence, cue) is { } chaired)
            {
                return chaired;
            }
        }

        return null;
    }

    private static Gathering? ChairedAt(ArticleContext context, Sentence sentence, PhraseMatch<EncounterCue> cue)
    {
        var chairs = context.Actors[sentence.Index].FindAll(a => a.First >= cue.First && a is { IsNamed: true, Person: not null });
        var states = chairs.Where(context.IsForeign).Select(a => a.Country!).Distinct(StringComparer.Ordinal).ToList();
        return states.Count >= Several && chairs.Exists(context.IsHome) ? new Gathering(cue.First, cue.Next, states, false) : null;
    }

    /// <summary><c>Les ministres de la Défense des trois pays ont tenu à Kon Tum leur rencontre annuelle</c>: the states are those named around it, if they are as many.</summary>
    private Gathering? OfStates(ArticleContext context, Sentence sentence)
    {
        const int Back = 2;
        // "Une réunion a suivi, où les trois parties ont arrêté le programme"
        var followed = Following(context, sentence);
        if ((Together(context, sentence) ?? followed) is not { } verb)
        {
            return null;
        }

        var tokens = context.Text.Tokens;
        if (!Enumerable.Range(sentence.First, (followed is null ? verb.First : sentence.First + sentence.Count - 1) - sentence.First).Any(i => words.Has("number-three", tokens[i].Folded) && (words.Has("states", tokens[i + 1].Folded) || words.Has("dual", tokens[i + 1].Folded))))
        {
            return null;
        }

        var states = context.Partners.Mentions.Where(m => m.Counts && m.Kind is MentionKind.Name or MentionKind.Demonym && m.SentenceIndex >= sentence.Index - Back && m.SentenceIndex <= sentence.Index + 1)
            .Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        return states.Count == Several ? new Gathering(verb.First, verb.End, states, false) : null;
    }

    /// <summary><c>Les ministres de la Défense du Vietnam, du Laos et du Cambodge ont tenu leur réunion</c></summary>
    private Gathering? OfNamedStates(ArticleContext context, Sentence sentence)
    {
        const int HeadReach = 3;
        if (Together(context, sentence) is not { } verb || !context.HomeMentions[sentence.Index].Any(m => m.EndToken <= verb.First)
            || !Enumerable.Range(sentence.First, Math.Min(HeadReach, sentence.Count)).Any(i => words.Has("many-at-gathering", context.Text.Tokens[i].Folded)))
        {
            return null;
        }

        var states = context.Mentions[sentence.Index].Where(m => m.EndToken <= verb.First && m.Counts && m.Kind == MentionKind.Name).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        return states.Count >= Several ? new Gathering(verb.First, verb.End, states, false) : null;
    }

    /// <summary><c>Une réunion a suivi</c>: on the day told before.</summary>
    public bool IsFollowing(ArticleContext context, Sentence sentence) => Following(context, sentence) is not null;

    /// <summary>The verb by which a meeting of no name comes after what was told before it.</summary>
    private VerbGroup? Following(ArticleContext context, Sentence sentence)
    {
        const int HeadReach = 4;
        return context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is { Verb: not null, IsPassive: false, Tense: Tense.Past } verb && words.Has("following-event", Folding.Fold(verb.Verb))
            && words.StandsIn("conference-noun", context.Text.Tokens, sentence.First, Math.Min(sentence.First + HeadReach, verb.First)) ? verb : null;
    }

    /// <summary><c>Les chefs des forces de défense des pays de l'ASEAN se sont réunis jeudi par visioconférence</c></summary>
    private Gathering? OfBody(ArticleContext context, Sentence sentence)
    {
        const int HeadReach = 3;
        if (Together(context, sentence) is not { } verb || context.Mentions[sentence.Index].LastOrDefault(m => m.EndToken <= verb.First && m.Kind == MentionKind.Body) is not { } body
            || context.Actors[sentence.Index].Any(a => a.IsNamed && a.End <= verb.First) || !words.StandsIn("many-at-gathering", context.Text.Tokens, sentence.First, sentence.First + Math.Min(HeadReach, sentence.Count)))
        {
            return null;
        }

        return new Gathering(verb.First, verb.End, [body.Code], false);
    }

    /// <summary><c>Mardi, les chefs des polices de l'ASEAN ont tenu une réunion avec le commissaire australien X</c>, <c>ont rencontré leur homologue X</c>: of the body and of his state.</summary>
    private Gathering? OfBodyWith(ArticleContext context, Sentence sentence)
    {
        const int HeadReach = 12;
        const int ObjectReach = 8;
        var tokens = context.Text.Tokens;
        foreach (var verb in context.Verbs[sentence.Index].Where(v => v is { IsFinite: true, IsPassive: false, IsReflexive: false, Tense: Tense.Past }))
        {
            if (context.Mentions[sentence.Index].LastOrDefault(m => m.EndToken == verb.First && m.Kind == MentionKind.Body) is not { } body
                || !words.StandsIn("many-at-gathering", tokens, Math.Max(sentence.First, body.FirstToken - HeadReach), body.FirstToken) || context.Actors[sentence.Index].Any(a => a.IsNamed && a.End <= verb.First && verb.First - a.End <= HeadReach))
            {
                continue;
            }

            var with = Enumerable.Range(verb.End, Math.Max(0, Math.Min(ObjectReach, sentence.First + sentence.Count - verb.End))).FirstOrDefault(i => words.Has("with", tokens[i].Folded), -1);
            var isHeld = with > 0 && words.Has("holding", Folding.Fold(verb.Verb)) && words.StandsIn("gathering", tokens, verb.End, with);
            var from = isHeld ? with : words.Has("meeting-peers", Folding.Fold(verb.Verb)) ? verb.End - 1 : -1;
            if (from > 0 && context.Actors[sentence.Index].FirstOrDefault(a => a.First > from && a.First - from <= ObjectReach) is { Count: 1, IsGroup: false, Country: { } country } && country != context.HomeCountry && country != body.Code)
            {
                return new Gathering(verb.First, verb.End, [country, body.Code], false);
            }
        }

        return null;
    }

    /// <summary>The verb by which several come together (<c>se sont réunis</c>), or hold what they hold (<c>ont tenu leur rencontre</c>).</summary>
    private VerbGroup? Together(ArticleContext context, Sentence sentence)
    {
        const int ObjectReach = 20;
        var tokens = context.Text.Tokens;
        foreach (var verb in context.Verbs[sentence.Index].Where(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past }))
        {
            if (verb.IsReflexive && words.Has("gathering-verb", Folding.Fold(verb.Verb))
                || words.Has("holds-gathering", Folding.Fold(verb.Verb)) && words.StandsIn("gathering", tokens, verb.End, Math.Min(verb.End + ObjectReach, sentence.First + sentence.Count)))
            {
                return verb;
            }
        }

        return null;
    }
}
