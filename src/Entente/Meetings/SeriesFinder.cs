using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Several encounters told at once without saying with whom; those of whom the text then tells by turns were met in them.</summary>
/// <param name="Sentence">Where they are told.</param>
/// <param name="Host">Who had them; null where nobody in person is told.</param>
/// <param name="Date">Their day, if it is told.</param>
/// <param name="Venue">Their place, if it is told.</param>
/// <param name="Kind">What the verb makes of them: <c>a reçu plusieurs délégations</c>.</param>
internal sealed record Series(Sentence Sentence, Actor? Host, DateMention? Date, Venue Venue, MeetingKind Kind);

/// <summary>
/// Finds the sentences that open a series of encounters: <c>a eu plusieurs entrevues bilatérales</c>, <c>s'est entretenu avec trois de ses homologues</c>,
/// <c>a multiplié les contacts</c>. One that names somebody who was met tells encounters of its own.
/// </summary>
internal sealed class SeriesFinder(EncounterLexicon lexicon, WordSets words, EncounterDater dater, VenueFinder venues)
{
    /// <summary>Between the word of number and its noun: <c>trois de ses principaux homologues</c>.</summary>
    private const int CountReach = 4;

    /// <summary>From the verb to its noun: <c>a eu vendredi 22 septembre à Dacca plusieurs entretiens</c>.</summary>
    private const int VerbReach = 20;

    private static readonly EncounterRule s_rule = new("", TriggerForm.Noun, ObjectMarker.Avec, MeetingKind.Talks, MeetingMode.InPerson, TriggerNeed.None, "", "");

    private readonly WordIds _nouns = words["series-noun"];

    public Series? Find(ArticleContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "series-noun"))
        {
            return null;
        }

        var tokens = context.Text.Tokens;
        for (var i = sentence.First + 2; i < sentence.First + sentence.Count; i++)
        {
            if (_nouns.Contains(tokens[i].Id) && IsCounted(tokens, sentence, i) && Holder(context, sentence, i) is { } verb)
            {
                return Of(context, sentence, i, verb);
            }
        }

        return null;
    }

    private Series? Of(ArticleContext context, Sentence sentence, int noun, VerbGroup verb)
    {
        // "a eu des entretiens séparés avec l'Agence indonésienne et la Garde côtière malaisienne": with whom, they say themselves.
        if (noun + 2 < sentence.First + sentence.Count && words.Has("with", context.Text.Tokens[noun + 2].Folded) && Institutions.Of(context, sentence, words).After(noun + 3) is [{ Country: not null } body] && !words.Has("delegates", context.Text.Tokens[body.First].Folded))
        {
            return null;
        }

        var host = HostOf(context, sentence, verb);
        if (context.Actors[sentence.Index].Any(a => a.First >= verb.End && (a.IsNamed && (host is null || a.Country is null || a.Country != host.Country) || a.First > noun && context.IsForeign(a) && !context.IsBody(a.Country!) && (host is null || a.Country != host.Country))))
        {
            return null;
        }

        var encounter = new Encounter(new Trigger(s_rule, verb.First, noun + 1, Tense.Past, IsPlural: true), sentence, [], [], false, false, null);
        var date = dater.Find(context, encounter);

        // "En 2023, X avait eu plusieurs entretiens": whoever is told of next was not met in them.
        return EncounterDater.IsBackground(verb.Tense, date?.Resolved, context.Dates.ArticleDate, lexicon.CuesOf(context.Text, sentence))
            ? null
            : new Series(sentence, host, date, venues.Find(context, encounter), KindOf(verb, context.Text.Tokens[noun]));
    }

    /// <summary><c>a reçu plusieurs délégations</c>, <c>a accordé plusieurs audiences</c></summary>
    private MeetingKind KindOf(VerbGroup verb, in Token noun) =>
        words.Has("receiving", Folding.Fold(verb.Verb)) || words.Has("audience", noun.Folded) ? MeetingKind.Reception : MeetingKind.Talks;

    /// <summary><c>plusieurs entretiens</c>, <c>trois de ses homologues</c>, <c>des rencontres bilatérales</c>, <c>les dirigeants de plusieurs pays</c>; <c>les deux ministres</c> are known.</summary>
    private bool IsCounted(TokenList tokens, Sentence sentence, int noun)
    {
        var end = sentence.First + sentence.Count;
        for (var i = noun - 1; i > sentence.First && i >= noun - CountReach && tokens[i].Kind == TokenKind.Word; i--)
        {
            if (words.Has("counted", tokens[i].Folded))
            {
                // "a salué la contribution de plusieurs ambassadeurs": of them, not with them.
                return !words.Has("known-before", tokens[i - 1].Folded) && !(words.Has("of", tokens[i - 1].Folded) && words.Has("counted-of", tokens[i].Folded));
            }
        }

        return noun + 1 < end && words.Has("one-by-one", tokens[noun + 1].Folded) && words.Has("indefinite-plural", tokens[noun - 1].Folded)
            || words.Has("multiplied", tokens[noun - 2].Folded) && words.Has("indefinite-plural", tokens[noun - 1].Folded)
            || noun + 2 < end && (words.Has("of", tokens[noun + 1].Folded) || words.Has("with", tokens[noun + 1].Folded)) && words.Has("counted", tokens[noun + 2].Folded)
            || words.Has("indefinite-plural", tokens[noun - 1].Folded) && IsOfSeveral(tokens, noun + 1, end);
    }

    /// <summary>Behind the noun, its field and the several states that they are of: <c>des chefs de la diplomatie de plusieurs pays</c>.</summary>
    private bool IsOfSeveral(TokenList tokens, int first, int end)
    {
        const int Reach = 7;
        for (var i = first + 1; i + 1 < end && i < first + Reach && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (words.Has("of", tokens[i].Folded) && words.Has("counted", tokens[i + 1].Folded))
            {
                return true;
            }
        }

        return false;
    }

    private VerbGroup? Holder(ArticleContext context, Sentence sentence, int noun)
    {
        var verbs = context.Verbs[sentence.Index];
        for (var i = verbs.Count - 1; i >= 0; i--)
        {
            var verb = verbs[i];
            if (verb.Anchor >= noun)
            {
                continue;
            }

            var name = Folding.Fold(verb.Verb);
            var isOfEncounter = words.Has("holding", name) || words.Has("multiplied", context.Text.Tokens[noun - 2].Folded) || lexicon.Verbs[verb.Verb].Any(r => r.Kind != MeetingKind.Contact && r.Need == TriggerNeed.None && (r.Form == TriggerForm.Active && !verb.IsReflexive || r.Form == TriggerForm.Reflexive && verb.IsReflexive || r.Form == TriggerForm.Any));
            return isOfEncounter && !verb.IsPassive && noun - verb.Anchor <= VerbReach && verb.Tense is Tense.Past or Tense.Pluperfect or Tense.Infinitive && !verbs.Any(v => v.Tense is Tense.Future or Tense.Conditional) ? verb : null;
        }

        return null;
    }

    private static Actor? HostOf(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var named = context.Actors[sentence.Index].Where(a => a.End <= verb.First && a is { Count: 1, Person: not null, Country: not null, IsAside: false }).ToList();
        return named.Count > 0 ? named[^1] : new Antecedents(context, sentence).SubjectBefore() is { Count: 1, Person: not null, Country: not null } before ? before : null;
    }
}
