using Entente.People;
using Entente.Tables;

namespace Entente.Meetings;

/// <summary>Whether two tellings of one article are of one meeting: of the same status and partners, of nobody else, on no other day, and not told as another.</summary>
internal static class SameMeeting
{
    public static bool Is(Draft a, Draft b)
    {
        if (a.Status != b.Status || a.Institution != b.Institution || a.IsOfOtherOffices(b) || !a.Partners.Intersect(b.Partners, StringComparer.Ordinal).Any() || a.IsShared != b.IsShared && (a.Partners.Count > 1 || b.Partners.Count > 1))
        {
            return false;
        }

        if (a.HasOwnDate && b.HasOwnDate && !a.Date.Date.Agrees(b.Date.Date))
        {
            return false;
        }

        // "a eu mercredi un entretien …; jeudi, elle a rendu visite au ministre", of weeks that nothing tells
        if (a is { HasOwnDate: true, Weekday: { } day } && b is { HasOwnDate: true, Weekday: { } other } && day != other)
        {
            return false;
        }

        // "Le lendemain, les deux délégations ont eu une séance de travail" is not the call paid the day before.
        if (b.HasOwnDate && !a.HasOwnDate && a.Kind != b.Kind && a.Date.Date.Day > 0 && b.Date.Date.Day > 0 && !a.Date.Date.Agrees(b.Date.Date))
        {
            return false;
        }

        // Whoever calls on a minister does not hold the session with him.
        // But "Accueillant Y, X a rappelé" of the two who sat at its head tells how it began.
        var isTakenUp = a.Kind == MeetingKind.Dialogue && b is { IsByTheWay: true, Home.Count: > 0, Guests.Count: > 0 } && a.Home.Count > 0 && a.Guests.Count > 0;
        if (!isTakenUp && (a.Kind == MeetingKind.Dialogue) != (b.Kind == MeetingKind.Dialogue) && (a.Kind is MeetingKind.Reception or MeetingKind.CourtesyCall || b.Kind is MeetingKind.Reception or MeetingKind.CourtesyCall))
        {
            return false;
        }

        // "En marge du dialogue, X s'est entretenu avec Y", who both sat in it.
        if (a.Kind == MeetingKind.Dialogue && b is { IsInMargin: true, Kind: not MeetingKind.Dialogue } || b.Kind == MeetingKind.Dialogue && a is { IsInMargin: true, Kind: not MeetingKind.Dialogue })
        {
            return false;
        }

        // "X a coprésidé le 3e dialogue à Rome. Durant son séjour, il a rencontré le ministre Y": what fills the rest of the stay is no part of the session.
        if (a is { Kind: MeetingKind.Dialogue, Guests.Count: 0, Home.Count: > 0 } && b is { IsOfStay: true, Kind: MeetingKind.Talks or MeetingKind.Contact, Guests.Count: > 0 })
        {
            return false;
        }

        // "est allé saluer le ministre Y. Le même jour, X a travaillé avec des responsables du ministère": with others than him.
        if (b is { IsOfUnnamed: true, IsFurther: true } && a.Guests.Count > 0)
        {
            return false;
        }

        if (IsAboveSession(a, b) || IsFurtherTalks(a, b))
        {
            return false;
        }

        // "Il a informé le président de l'entretien qu'il avait eu avec le ministre de la Défense": with another than whom he tells it to.
        if (b is { IsAccount: true, IsOfNamelessOffice: true } && !a.IsAccount)
        {
            return false;
        }

        // "X et son homologue ont tenu une consultation. Auparavant, X avait rencontré Y": Y is not the counterpart.
        if (b is { IsEarlier: true, Guests.Count: > 0 } && a.Guests.Count == 0 && !(a.Kind == MeetingKind.Reception && b.Kind == MeetingKind.Reception && a.Date.Date.IsEmpty))
        {
            return false;
        }

        // A session told with its own day, of nobody in person, is not the talks of two told before.
        if (b is { Kind: MeetingKind.Dialogue, HasOwnDate: true, Home.Count: 0, Guests.Count: 0 } && a.Kind != MeetingKind.Dialogue && a.Guests.Count > 0)
        {
            return false;
        }

        return SamePeople(a.Home, b.Home) && SamePeople(a.Guests, b.Guests);
    }

    /// <summary>
    /// <c>X a coprésidé la 3e session de la commission. Il a eu une entrevue avec le président Y</c>: who is at the head of a state or of its government has no seat in the session of those below.
    /// </summary>
    public static bool IsAboveSession(Draft session, Draft other) => session.Kind == MeetingKind.Dialogue && other.Kind != MeetingKind.Dialogue
        && (session is { Guests.Count: 0, Home.Count: > 0 } && other is { Guests.Count: > 0, GuestLevel: >= PersonLevel.HeadOfGovernment } && session.HomeLevel < other.GuestLevel
            || session is { Home.Count: 0, Guests.Count: > 0 } && other is { Home.Count: > 0, HomeLevel: >= PersonLevel.HeadOfGovernment } && session.GuestLevel < other.HomeLevel);

    /// <summary><c>Une consultation entre les deux ministères a eu lieu mardi. Le même jour, X a eu un entretien avec Y</c>: the two met besides the session, of which the text names nobody.</summary>
    public static bool IsFurtherTalks(Draft session, Draft other) =>
        session is { Kind: MeetingKind.Dialogue, Home.Count: 0, Guests.Count: 0 } && other is { Kind: MeetingKind.Talks, IsFurther: true, IsByTheWay: false, Home.Count: > 0, Guests.Count: > 0 };

    private static bool SamePeople(List<Participant> a, List<Participant> b) =>
        a.Count == 0 || b.Count == 0 || a.Any(x => b.Any(y => x.Person == y.Person || CorpusReading.PersonKey.Same(x.Name, y.Name)));
}
