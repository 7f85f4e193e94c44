using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Tells the day and place of the one event of a text that has lost its lead from the picture of it: <c>La 3e Conférence élargie des ministres, le 4 novembre à Kuala Lumpur</c>, <c>L'ambassadeur X à
/// l'hôpital, le 16 janvier à Hô Chi Minh-Ville</c> (rule 4: a caption adds a detail). A text with a day of its own, or with several events, says itself when they were.
/// </summary>
internal sealed class CaptionOfEvent(EncounterLexicon lexicon, WordSets words, VenueFinder venues)
{
    /// <summary>The meetings, the one held with what its picture tells.</summary>
    public IReadOnlyList<Meeting> Settle(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        if (meetings.Where(m => m.Status == MeetingStatus.Held).ToList() is not [var only] || only.Date.Date.Day > 0 || only.Weekday is not null
            || context.Text.Sentences.Any(s => s.Section == SectionKind.Body && context.DatesIn[s.Index].Exists(d => d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null)))
        {
            return meetings;
        }

        foreach (var picture in context.Text.Sentences.Where(s => s.Section == SectionKind.Caption))
        {
            if (context.DatesIn[picture.Index] is [{ Expression.IsRange: false } day] && day.Resolved.Date.Day > 0 && (only.Date.Date.IsEmpty || only.Date.Date.Agrees(day.Resolved.Date)) && EventOf(context, picture, only) is { } head)
            {
                var venue = venues.Find(context, new Encounter(new Trigger(EncounterRule.OfGathering, head, head + 1, Tense.Past, IsEvent: true), picture, [], [], true, true, null));
                return [.. meetings.Select(m => !ReferenceEquals(m, only) ? m : m with
                {
                    Date = day.Resolved,
                    Weekday = day.Expression.Weekday,
                    Kind = m.Kind == MeetingKind.Talks && IsDialogue(context, picture) ? MeetingKind.Dialogue : m.Kind,
                    Place = m.Place.Length > 0 ? m.Place : venue.Place,
                    HostCountry = m.HostCountry.Length > 0 ? m.HostCountry : venue.Country,
                })];
            }
        }

        return meetings;
    }

    /// <summary>The token of the event that a picture shows: the gathering or session by its name, or somebody who was there; null where it shows another.</summary>
    private int? EventOf(ArticleContext context, Sentence picture, Meeting meeting)
    {
        if (meeting.Kind is MeetingKind.Conference or MeetingKind.Dialogue || meeting.IsInferred && IsDialogue(context, picture))
        {
            return lexicon.Gatherings.Find(context.Text, picture).Select(g => (int?)g.First).FirstOrDefault();
        }

        // "Le programme d'échange a eu lieu le 7 mai à Hanoï": that of which the text tells.
        if (meeting.IsMultilateral && context.Verbs[picture.Index].FirstOrDefault(v => v.IsFinite) is { Verb: { } happening, Tense: Tense.Past } held
            && (held.IsReflexive ? words.Has("happens-itself", Folding.Fold(happening)) : words.Has("happening-verb", Folding.Fold(happening)) && held.End < picture.First + picture.Count && words.Has("took-place", context.Text.Tokens[held.End].Folded)))
        {
            return held.First;
        }

        return context.Actors[picture.Index].Find(a => a.Person is not null && (meeting.Home.Any(h => h.Person == a.Person) || meeting.Guests.Any(g => g.Person == a.Person)))?.First;
    }

    private bool IsDialogue(ArticleContext context, Sentence picture) => lexicon.Nouns.Find(context.Text, picture).Any(n => n.Value.Kind == MeetingKind.Dialogue);
}
