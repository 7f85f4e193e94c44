using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the earlier visit of somebody else that a text looks back on, for the encounter that it tells of it next: <c>Il est revenu sur la visite que X a effectuée en mai au Japon.
/// Lors de ces entretiens, X et Y ont …</c>.
/// </summary>
internal static class EarlierVisit
{
    /// <summary>Tokens from the head of a sentence to the noun that takes up what was told.</summary>
    private const int Opening = 6;

    /// <summary>The month of that visit, which was over before the <paramref name="news"/>; null where the encounter is none of it.</summary>
    public static ResolvedDate? MonthOf(ArticleContext context, Encounter encounter, ResolvedDate news)
    {
        var (trigger, sentence) = (encounter.Trigger, encounter.Sentence);
        var isKnown = trigger.IsDefinite || trigger.First > sentence.First && WordSets.French.Has("known-visit", context.Text.Tokens[trigger.First - 1].Folded);
        var isTakenUp = trigger.IsInPassing && isKnown && trigger.First - sentence.First <= Opening || trigger.Tense == Tense.Pluperfect;
        if (!isTakenUp || sentence.Section != SectionKind.Body || trigger.Tense is not (Tense.Past or Tense.Pluperfect) || news.From is not { } from
            || context.DatesIn[sentence.Index].Count > 0 || encounter.Home.FirstOrDefault(a => a.Person is not null) is not { } visitor)
        {
            return null;
        }

        var body = context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index < sentence.Index).ToList();
        if (body.Count < 2 || context.Actors[body[0].Index].Exists(a => a.Person == visitor.Person) || !context.Holds(body[^1], "visit-whole") || !context.Actors[body[^1].Index].Exists(a => a.Person == visitor.Person))
        {
            return null;
        }

        if (context.DatesIn[body[^1].Index] is not [{ Resolved: { To: { } to } stay }] || to >= from)
        {
            return null;
        }

        return stay.SomeDay;
    }
}
