using Entente.Dates;
using Entente.Meetings;
using Entente.People;

namespace Entente.Visits;

/// <summary>
/// Finds the stage of a tour that the article is set in: whoever goes on to Chile or comes from Ottawa, and has met others in Brazil, has been there, though only
/// the other stages are called so (<c>Après le Brésil, la délégation se rendra au Chili</c>).
/// </summary>
internal static class HostStage
{
    /// <summary>How many days the stages of one tour lie apart at most.</summary>
    private const int Tour = 20;

    public static void Add(List<Visit> visits, VisitContext context, IReadOnlyList<Meeting> meetings)
    {
        foreach (var meeting in meetings.Where(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, IsMultilateral: false, Home.Count: > 0 }))
        {
            var host = TakenVisits.HostOf(context, meeting, meetings);
            if (host.Length == 0 || host == context.HomeCountry || context.IsBody(host) || meeting.Guests is not [{ Country: { } met, Level: not PersonLevel.Ambassador }, ..] || met != host || !context.Partners.MainPartners.Contains(host, StringComparer.Ordinal))
            {
                continue;
            }

            var head = meeting.Home[0];
            if (!visits.Exists(v => v.Person == head.Person && v.Destination == host)
                && visits.Find(v => v.Person == head.Person && v.Origin == context.HomeCountry && IsOfTour(v.Date, meeting.Date)) is { } other)
            {
                visits.Add(other with { Destination = host, Kind = VisitKind.Other, Date = default, Evidence = meeting.Evidence });
            }
        }
    }

    /// <summary>A stage without a time of its own, or near in time.</summary>
    public static bool IsOfTour(ResolvedDate stage, ResolvedDate meeting) =>
        stage.Date.IsEmpty || stage is { From: { } from, To: { } to } && meeting is { From: { } first, To: { } last } && from <= last.AddDays(Tour) && to >= first.AddDays(-Tour)
        || stage.Date.Year == 0 && stage.Date.Agrees(meeting.Date);
}
