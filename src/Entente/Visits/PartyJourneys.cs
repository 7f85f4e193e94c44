using Entente.Clauses;
using Entente.Meetings;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds the party that is told to have come without its head (<c>Ces invités, membres de l'Union des vétérans, sont à Hanoï</c>): a visit that is open until the article tells who leads it.</summary>
internal sealed class PartyJourneys(WordSets words, VisitGoals goals)
{
    public OpenVisit? Told(VisitContext context, Sentence sentence, VerbGroup verb, TravelVerb travel)
    {
        if (!verb.IsFinite || verb.IsReflexive != travel.IsReflexive || verb.Tense is not (Tense.Past or Tense.Present or Tense.Imperfect) || !travel.Allows(verb.Tense) || travel.IsDirect || travel.IsCarrying || travel.IsSending || travel.IsCompany || travel.IsToward || travel.IsBound || travel.Object.Length > 0
            || sentence.Section != SectionKind.Body || VerbTime.IsNegated(context, sentence, verb) || !OpensWithParty(context, sentence, verb)
            || IsOfAnotherTime(context, sentence, verb))
        {
            return null;
        }

        // "Les délégations sont nombreuses à Hanoï"
        if (verb.End >= sentence.First + sentence.Count || !words.Has("goal-lead", context.Text.Tokens[verb.End].Folded) && !context.DatesIn[sentence.Index].Any(d => d.First == verb.End || d.First == verb.End + 1))
        {
            return null;
        }

        var reached = goals.Between(context, sentence, verb.End, verb.End + travel.Reach, travel.AnyCapital);
        return reached is [var goal] && goal == context.HomeCountry ? new OpenVisit(sentence, verb.First, verb.End, VisitKind.Other, null) : null;
    }

    /// <summary><c>Ces invités, …</c>, <c>Les vétérans cubains</c>: known to the reader, and no further verb before the one that tells their journey.</summary>
    private bool OpensWithParty(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Lead = 3;
        var tokens = context.Text.Tokens;
        return (words.Has("definite", tokens[sentence.First].Folded) || words.Has("this", tokens[sentence.First].Folded)) && words.StandsIn("guest-party", tokens, sentence.First + 1, Math.Min(sentence.First + 1 + Lead, verb.First))
            && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.End <= verb.First);
    }

    /// <summary><c>Les vétérans russes sont venus au Vietnam en 2015</c>: a month or year is not that of the news.</summary>
    private static bool IsOfAnotherTime(VisitContext context, Sentence sentence, VerbGroup verb) =>
        context.DatesIn[sentence.Index].Any(d => d.First >= verb.First && !d.Resolved.Date.IsDay && d.Resolved is { Date.IsEmpty: false, To: { } last } && last < (context.Dates.ArticleDate.From ?? context.Dates.Reported.From ?? DateOnly.MinValue));
}
