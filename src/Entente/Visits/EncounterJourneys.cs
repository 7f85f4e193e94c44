using Entente.Clauses;
using Entente.Meetings;
using Entente.Partners;
using Entente.People;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds the journey abroad that only an encounter tells: who leads the home side that has met the one partner of the article in its country has come there
/// (<c>Le ministre X s'est entretenu jeudi à Sofia avec son homologue Y</c>), unless he or she lives there. An article about several partners, as at a
/// conference, tells the journeys that it is about by themselves, and so does one about a guest.
/// </summary>
internal sealed class EncounterJourneys(WordSets words, VisitGoals goals)
{
    public void Add(List<Visit> visits, VisitContext context, IReadOnlyList<Meeting> meetings)
    {
        AddEarlier(visits, context, meetings);

        // Where the article is set: the first encounter whose place is told.
        if (meetings.FirstOrDefault(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, HostCountry.Length: > 0 } && IsPlaceTold(context, m, meetings)) is not { Partners: [var partner], HostCountry: var host } meeting
            || partner != host || partner != context.SolePartner || context.IsBody(host) || meeting.Guests is [{ Level: PersonLevel.Ambassador }, ..] || IsOnBoard(context, meeting))
        {
            return;
        }

        if (meeting.Home is not [{ Level: not PersonLevel.Ambassador } head, ..] || context.IsResident(words, head.Person) || IsOfEnvoy(context, meeting, head.Person)
            || visits.Exists(v => v.Person == head.Person && v.Destination == host || (v.Destination == host || v.Origin == host) && IsOfThisTime(v, meeting) && !IsOfAnother(context, v, head.Person)))
        {
            return;
        }

        visits.Add(new Visit(head.Name, head.Person, context.HomeCountry, host, VisitKind.Other, meeting.Date, meeting.Evidence));
    }

    /// <summary><c>Lors d'une précédente visite, en 2008, il avait rencontré le général X</c>: where he has been received now.</summary>
    private void AddEarlier(List<Visit> visits, VisitContext context, IReadOnlyList<Meeting> meetings)
    {
        const int Opening = 6;
        foreach (var meeting in meetings)
        {
            if (meeting is { Status: MeetingStatus.Recalled, Home.Count: > 0, Guests: [{ Level: not PersonLevel.Ambassador, Country: { } origin } guest, ..], Date.Date.Year: > 0 } && context.SentenceAt(meeting.Evidence.Start) is { } sentence
                && words.StandsIn("earlier", context.Text.Tokens, sentence.First, Math.Min(sentence.First + Opening, sentence.First + sentence.Count)) && words.StandsIn("stage-of", context.Text.Tokens, sentence.First, Math.Min(sentence.First + Opening, sentence.First + sentence.Count))
                && goals.Between(context, sentence, sentence.First, sentence.First + sentence.Count).Count == 0
                && meetings.Any(m => m.Status == MeetingStatus.Held && m.HostCountry == context.HomeCountry && m.Guests.Any(g => g.Person == guest.Person))
                && !visits.Exists(v => v.Person == guest.Person && v.Destination == context.HomeCountry && v.Date.Date.Year == meeting.Date.Date.Year))
            {
                visits.Add(new Visit(guest.Name, guest.Person, origin, context.HomeCountry, VisitKind.Other, meeting.Date, meeting.Evidence));
            }
        }
    }

    /// <summary><c>à Rome</c>, <c>Paris a abrité</c> in the sentence that tells the encounter or in the lead: where somebody may be is not enough.</summary>
    private bool IsPlaceTold(VisitContext context, Meeting meeting, IReadOnlyList<Meeting> meetings) =>
        (context.SentenceAt(meeting.Evidence.Start) is { } sentence && IsPlaceTold(context, meeting, sentence))
        || (context.Text.Sentences.FirstOrDefault(s => s.Section == SectionKind.Body) is { } lead && IsPlaceTold(context, meeting, lead))
        // "Vientiane (VNA) - X est allé saluer le ministre lao Y"
        || meeting.Kind is MeetingKind.CourtesyCall or MeetingKind.Reception && context.StateOfDateline == meeting.HostCountry && !meetings.Any(m => m.Kind == MeetingKind.Conference);

    private bool IsPlaceTold(VisitContext context, Meeting meeting, Sentence sentence) =>
        goals.Between(context, sentence, sentence.First, sentence.First + sentence.Count, anyCapital: true).Contains(meeting.HostCountry) || meeting.HostCountry == context.HomeCountry
            || context.Mentions[sentence.Index].Any(m => m.Code == meeting.HostCountry && m.Kind == MentionKind.Capital);

    /// <summary>Received on board of a ship, somebody may be in a port of the own country.</summary>
    private bool IsOnBoard(VisitContext context, Meeting meeting) =>
        context.SentenceAt(meeting.Evidence.Start) is { } sentence && words.StandsIn("vessel", context.Text.Tokens, sentence.First, sentence.First + sentence.Count);

    /// <summary><c>L'ambassadeur du Vietnam en Afrique du Sud, au Botswana et en Namibie, X, a remis</c>: an office of one who lives abroad, though more stands between.</summary>
    private static bool IsOfEnvoy(VisitContext context, Meeting meeting, int person) =>
        context.SentenceAt(meeting.Evidence.Start) is { } sentence && context.Actors[sentence.Index].Find(a => a.Person == person) is { } head
        && context.Actors[sentence.Index].Any(a => a is { Person: null, Level: PersonLevel.Ambassador } && a.End <= head.First && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= a.End && v.First < head.First));

    /// <summary><c>X s'est entretenu avec Y à Vientiane alors que le président Z effectuait une visite au Laos</c>: the visit of somebody else of the home side, told as nothing of his.</summary>
    private bool IsOfAnother(VisitContext context, Visit visit, int person) =>
        visit.Origin == context.HomeCountry && visit.Person != person && visit.Person >= 0 && context.SentenceAt(visit.Evidence.Start) is { } told
            && context.Actors[told.Index].Find(a => a.Person == visit.Person) is { } other && (context.Actors[told.Index].Find(a => a.Person == person) is { } head ? Says(context, told, head, other) : IsMeanwhile(context, told, other));

    /// <summary><c>Ces activités ont été menées alors que le président Z effectuait une visite au Laos</c></summary>
    private bool IsMeanwhile(VisitContext context, Sentence sentence, Actor other) =>
        Enumerable.Range(sentence.First, other.First - sentence.First).Any(i => words.Has("meanwhile", context.Text.Tokens[i].Folded) && words.Has("that", context.Text.Tokens[i + 1].Folded));

    /// <summary><c>X a déclaré que, depuis la visite en Chine de Z, les relations …</c>: it is only what he speaks of.</summary>
    private bool Says(VisitContext context, Sentence sentence, Actor head, Actor other) =>
        context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= head.End && v.End < other.First && words.Has("remark", Folding.Fold(v.Verb)));

    /// <summary>A visit without a time of its own may be the one of the encounter.</summary>
    private static bool IsOfThisTime(Visit visit, Meeting meeting) =>
        meeting.Date.Date.IsEmpty || HostStage.IsOfTour(visit.Date, meeting.Date);
}
