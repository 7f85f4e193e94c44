using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Reads the session for which somebody has gone abroad, where the text goes on with what both sides agreed and tells it no other way: <c>X s'est rendu à Varsovie pour coprésider la 3e réunion du Comité
/// mixte. Les deux parties ont examiné …</c>.
/// </summary>
internal sealed class SessionGoneTo(EncounterLexicon lexicon, WordSets words)
{
    /// <summary>Between the verb of taking part and the session.</summary>
    private const int Reach = 6;

    private readonly VenueReader _venues = new(words);

    /// <summary>The meetings, those remarks as what was said at the session, or the session itself where nobody's remarks are left.</summary>
    public IReadOnlyList<Meeting> Settle(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var held = meetings.Where(m => m.Status == MeetingStatus.Held).ToList();
        if (held.Count > 1 || held is [var only] && (only.Kind != MeetingKind.Talks || TellsItself(context, only)) || held.Count == 0 && (meetings.Any(m => m.Status == MeetingStatus.Planned) || !CaptionReader.TellsOfBoth(context)))
        {
            return meetings;
        }

        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            if (GoingOf(context, sentence) is not { } going || context.SolePartner is not { } partner || context.IsBody(partner))
            {
                continue;
            }

            var venue = Enumerable.Range(going.Gone.End, going.Purpose.First - going.Gone.End).Select(i => _venues.Read(context, sentence, i)).FirstOrDefault(v => v is not null) ?? Venue.None;
            if (held is [var told])
            {
                return !told.Partners.Contains(partner, StringComparer.Ordinal) ? meetings : [.. meetings.Select(m => !ReferenceEquals(m, told) ? m : m with
                {
                    Kind = MeetingKind.Dialogue,
                    Place = m.Place.Length > 0 ? m.Place : venue.Place,
                    HostCountry = m.HostCountry.Length > 0 ? m.HostCountry : venue.Country,
                })];
            }

            if (context.Actors[sentence.Index].LastOrDefault(a => a.End <= going.Gone.First && a is { Count: 1, Person: not null }) is { } home && context.IsHome(home))
            {
                var day = context.DatesIn[sentence.Index].FirstOrDefault(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange && d.End <= going.Purpose.First);
                return [Meeting.Of(context, sentence, MeetingKind.Dialogue, day?.Resolved ?? context.Dates.ArticleDate, [home], []) with { IsInferred = true, Partners = [partner], Place = venue.Place, HostCountry = venue.Country }, .. meetings];
            }
        }

        return meetings;
    }

    /// <summary>A word of encounter tells the meeting, and not only what the two said or agreed.</summary>
    private bool TellsItself(ArticleContext context, Meeting meeting) =>
        !meeting.IsInferred && (context.SentenceAt(meeting.Evidence.Start) is not { } sentence || Antecedents.TellsEncounter(context, sentence) || lexicon.Nouns.Find(context.Text, sentence).Exists(n => n.Value is { Kind: MeetingKind.Talks or MeetingKind.Reception or MeetingKind.CourtesyCall or MeetingKind.Call, Need: TriggerNeed.None }));

    /// <summary>The verb of going, and that of what for: <c>est allée à Lima pour coprésider la 3e session de la commission</c>.</summary>
    private (VerbGroup Gone, VerbGroup Purpose)? GoingOf(ArticleContext context, Sentence sentence)
    {
        var verbs = context.Verbs[sentence.Index];
        foreach (var session in lexicon.Nouns.Find(context.Text, sentence).Where(n => n.Value.Kind == MeetingKind.Dialogue))
        {
            var purpose = verbs.LastOrDefault(v => v.Tense == Tense.Infinitive && v.End <= session.First && session.First - v.End <= Reach && (words.Has("taking-part", Folding.Fold(v.Verb)) || words.Has("chairing", Folding.Fold(v.Verb))));
            if (purpose.Verb is not null && words.Has("purpose", context.Text.Tokens[purpose.First - 1].Folded)
                && verbs.LastOrDefault(v => v.IsFinite && v.Anchor < purpose.First) is { Verb: { } going, Tense: Tense.Past } gone && words.Has("going", Folding.Fold(going)) && gone.IsReflexive == (going == "rendre"))
            {
                return (gone, purpose);
            }
        }

        return null;
    }
}
