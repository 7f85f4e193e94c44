using Entente.Clauses;
using Entente.People;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Reads the meeting whose telling a text has lost from what is left of it: the remarks of both sides, a caption.</summary>
internal sealed class LostLeadReader(EncounterLexicon lexicon, WordSets words)
{
    private readonly LostTrilateral _trilateral = new(words);
    private readonly RemarksReader _remarks = new(lexicon, new ParticipantFinder(words), words);

    /// <summary>The meetings with the one of the lost lead.</summary>
    public IReadOnlyList<Meeting> Add(ArticleContext context, IReadOnlyList<Meeting> meetings, MeetingStory story, ConferenceFinder conferences) =>
        Find(context, meetings, story, conferences) is { } lost ? story.GoesOn ? [lost, .. meetings] : WithRemarks(meetings, lost) : meetings;

    /// <summary>The meeting whose telling is lost: the only one, or one of other people whose remarks stand before the first that is told.</summary>
    private Meeting? Find(ArticleContext context, IReadOnlyList<Meeting> meetings, MeetingStory story, ConferenceFinder conferences)
    {
        var held = meetings.Where(m => m.Status == MeetingStatus.Held).ToList();
        if (held.Count == 0)
        {
            // "Le général X au 12e dialogue", over a text of what he will do there: a picture of another.
            return (IsToCome(context) ? null : conferences.Find(context, fromCaption: true)) ?? _trilateral.Find(context) ?? (_remarks.Find(context, int.MaxValue) is { } remarks && !meetings.Any(m => IsAnnounced(m, remarks)) ? remarks : null);
        }

        // Those who speak at a gathering do not meet one another for that; "Auparavant, X a rencontré Z" goes on from a meeting told before.
        var named = held.Exists(m => m.Guests.Count + m.Home.Count > 0);
        var isCut = named && IsCut(context);
        if (held.Exists(m => m.Kind == MeetingKind.Conference) || story.IsOfLostDialogue || named && !story.GoesOn && !isCut)
        {
            return null;
        }

        return _remarks.Find(context, named ? story.FirstHeld : int.MaxValue) is { Guests: [var guest], Home.Count: > 0 } lost
            && !held.Exists(m => (m.IsInferred || !story.GoesOn && !(isCut && m.Home.All(h => lost.Home.All(l => l.Person != h.Person)))) && m.Guests.Any(g => g.Person == guest.Person)) ? lost : null;
    }

    /// <summary><c>X et Y devraient se rencontrer en février, a annoncé le ministère</c>: the sentence tells that the same two are to meet.</summary>
    private static bool IsAnnounced(Meeting told, Meeting remarks) =>
        told.Status == MeetingStatus.Planned && told.Evidence.Start == remarks.Evidence.Start && told.Guests.Any(g => remarks.Guests.Any(r => r.Person == g.Person)) && told.Home.Any(h => remarks.Home.Any(r => r.Person == h.Person));

    /// <summary>
    /// <c>Il a su gré à la Pologne de son aide. …</c>, <c>Les deux vice-ministres se sont réjouis</c>: a text that begins with those whom it has not named goes on from a lead that is lost.
    /// </summary>
    private bool IsCut(ArticleContext context)
    {
        const int Opening = 2;
        var opening = context.Text.Sentences.Where(s => s.Section is SectionKind.Body).Take(Opening).ToList();
        return opening.Count > 0 && (words.Has("subject-pronoun", context.Text.Tokens[opening[0].First].Folded)
            || opening.SelectMany(s => context.Actors[s.Index]).FirstOrDefault(a => a.Person is not null || a.Count == 2) is { Person: null, Level: > PersonLevel.Other });
    }

    /// <summary>The text tells only what will be: a verb in the future in one of its first sentences, and none of what was.</summary>
    internal static bool IsToCome(ArticleContext context)
    {
        const int Opening = 3;
        var verbs = context.Text.Sentences.Where(s => s.Section == SectionKind.Body && context.Verbs[s.Index].Any(v => v.IsFinite)).Take(Opening).SelectMany(s => context.Verbs[s.Index]).ToList();
        return verbs.Exists(v => v.Tense == Tense.Future) && !verbs.Exists(v => v.IsFinite && v.Tense is Tense.Past or Tense.Pluperfect or Tense.Imperfect);
    }

    /// <summary><c>Une délégation de l'armée lao a rendu visite aux gardes-frontières de Gia Lai. Le général X a remercié … Le colonel Y a affirmé …</c>: who speak are those of the one meeting, of which the text names nobody.</summary>
    private static IReadOnlyList<Meeting> WithRemarks(IReadOnlyList<Meeting> meetings, Meeting lost) =>
        meetings.Where(m => m.Status == MeetingStatus.Held).ToList() is [{ Home.Count: 0, Guests.Count: 0, Kind: not (MeetingKind.Conference or MeetingKind.Dialogue) } only] && only.Partners.SequenceEqual(lost.Partners, StringComparer.Ordinal)
            ? [.. meetings.Select(m => ReferenceEquals(m, only) ? m with { Home = lost.Home, Guests = lost.Guests, Level = lost.Level } : m)]
            : [lost, .. meetings];
}
