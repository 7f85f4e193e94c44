using Entente.Clauses;
using Entente.Dates;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Makes visits of who travels, and one of two tellings of the same.</summary>
internal sealed class VisitCollector(VisitGoals goals, VisitDater dater, VisitorRecall recall)
{
    public void Add(List<Visit> visits, VisitContext context, VisitTelling telling)
    {
        var (sentence, first, end, kind, visitor) = telling;
        var reach = telling.Reach;
        if (visitor.Person is null && recall.LeaderBehind(context, sentence, visitor) is { } leader)
        {
            visitor = leader;
        }

        // "Visite au Vietnam du ministre slovaque de la Défense"
        if (visitor.Person is null && goals.Of(context, sentence, first, end, reach, visitor.Country ?? "") is [var aim, ..] && VisitorRecall.OfTitle(context, sentence, visitor, aim) is { } holder)
        {
            visitor = holder;
        }

        if (visitor.Level == PersonLevel.Ambassador || context.NameOf(visitor.Person) is not { } name || (visitor.Country ?? Origin(context, sentence, end, reach)) is not { } origin)
        {
            return;
        }

        // "est allé s'incliner devant la statue offerte au président Hô Chi Minh à Moscou": he is who is honoured.
        if (visitor.First > 0 && context.IsHistoric(visitor.Person!.Value) && WordSets.French.Has("contracted-to", context.Text.Tokens[visitor.First - 1].Folded))
        {
            return;
        }

        // "l'attaché de défense X, qui quitte le Vietnam au terme de son mandat" has lived here.
        if (origin != context.HomeCountry && context.IsAccredited(visitor.Person!.Value))
        {
            return;
        }

        // "la visite du ministre" in an article about a journey to that minister's country is the other way round.
        if (!visitor.IsNamed && visits.Exists(v => v.Destination == origin) && goals.Between(context, sentence, end, end + reach).Count == 0)
        {
            return;
        }

        var date = dater.Find(context, sentence, first, end, visitor);
        var destinations = telling.Goals ?? goals.Of(context, sentence, first, end, reach, origin);
        var spans = VisitDater.Spans(context, sentence, end);
        foreach (var (goal, index) in destinations.Select((goal, index) => (goal, index)))
        {
            // A visit of people of one third country to another is not ours.
            if (goal != context.HomeCountry && origin != context.HomeCountry)
            {
                continue;
            }

            var visit = new Visit(
                name, visitor.Person!.Value, origin, goal, kind, (spans.Count == destinations.Count ? spans[index] : date)?.Resolved ?? default,
                new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End));
            IReadOnlyList<DateMention> days = destinations.Count == 1 ? dater.Further(context, sentence, date) : [];
            if (days.Count > 0 && OwnOf(context, sentence, visitor, origin, [date!, .. days]) is { } own)
            {
                Join(visits, telling.IsAnother, visit with { Date = own.Resolved });
                continue;
            }

            Join(visits, telling.IsAnother || visits.Find(v => v.Person == visit.Person && v.Destination == goal) is { } told && IsLongBefore(context, told, visit), visit);
            foreach (var further in days)
            {
                Join(visits, isAnother: true, visit with { Date = further.Resolved });
            }
        }
    }

    /// <summary><c>a reçu Y, en visite officielle au Vietnam. … la visite de Y au Vietnam en mai 2003</c>: what is told of another year, without the kind that the visit has, is one before it.</summary>
    private static bool IsLongBefore(VisitContext context, Visit told, Visit visit)
    {
        const int Season = 200;
        return told is { Kind: not VisitKind.Other, Date.Date.IsEmpty: true } && told.Evidence.Start != visit.Evidence.Start && visit.Kind == VisitKind.Other && visit.Date.To is { } last && context.Dates.ArticleDate.From is { } news && news.DayNumber - last.DayNumber > Season;
    }

    /// <summary><c>A et B sont venus au Vietnam respectivement en mai 2014 et en mars 2016</c>: of as many days as there are visitors that of this one.</summary>
    private static DateMention? OwnOf(VisitContext context, Sentence sentence, Actor visitor, string origin, IReadOnlyList<DateMention> days)
    {
        if (!context.Holds(sentence, "respective"))
        {
            return null;
        }

        var visitors = context.Actors[sentence.Index].Where(a => a.Person is not null && a.Country == origin && a.End <= days[0].First).ToList();
        var place = visitors.FindIndex(a => a.Person == visitor.Person);
        return visitors.Count == days.Count && place >= 0 ? days[place] : null;
    }

    /// <summary><c>la visite de Vladimir Poutine au Vietnam</c>: who comes here without a country of the own is of the one that the article is about.</summary>
    private string? Origin(VisitContext context, Sentence sentence, int end, int reach) =>
        goals.Between(context, sentence, end, end + reach).Contains(context.HomeCountry) ? context.SolePartner : null;

    /// <summary>Two tellings of one visit agree in visitor, goal and, as far as both tell it, date; one that is told to be another (<paramref name="isAnother"/>) only wholly.</summary>
    private static void Join(List<Visit> visits, bool isAnother, Visit visit)
    {
        var same = visits.FindIndex(v => v.Person == visit.Person && v.Destination == visit.Destination && (isAnother ? v.Date.Date == visit.Date.Date : v.Date.Date.IsEmpty || visit.Date.Date.IsEmpty || v.Date.Date.Agrees(visit.Date.Date) || IsWithin(v.Date, visit.Date)));
        if (same < 0)
        {
            visits.Add(visit);
            return;
        }

        var told = visits[same];
        visits[same] = told with { Kind = told.Kind == VisitKind.Other ? visit.Kind : told.Kind, Date = told.Date.Date.IsEmpty || IsDayOf(told.Date, visit.Date) ? visit.Date : told.Date };
    }

    /// <summary><c>a rencontré le 10 mai Y, en visite au Vietnam. … la visite de Y du 8 au 11 mai</c>: the stretch tells the stay, the day only the meeting.</summary>
    private static bool IsDayOf(ResolvedDate day, ResolvedDate stay) =>
        day.Date.Day > 0 && (day.Last.IsEmpty || day.Last == day.Date) && !stay.Last.IsEmpty && stay.Last != stay.Date && Settled(day) is { From: { } told } && Settled(stay) is { From: { } first, To: { } last } && told >= first && told <= last;

    /// <summary>Days whose year is open, in one that has them all, so that they can be told apart.</summary>
    private static ResolvedDate Settled(ResolvedDate date) => date.OfYear(LeapYear);

    private const int LeapYear = 2000;

    /// <summary>How many days a stay that is told by two of its days can last: who leaves a state within a week of being there was there once.</summary>
    private const int Stay = 7;

    /// <summary>A day of a stay told before (<c>du 12 au 15 juin … Le 14 juin, la délégation est arrivée à Nha Trang</c>), or one near it (<c>Il quittera le Japon le 27 octobre</c>).</summary>
    private static bool IsWithin(ResolvedDate told, ResolvedDate other) =>
        (told.Date.Year == 0) == (other.Date.Year == 0) && Settled(told) is { Date.IsDay: true } stay && Settled(other) is { Date.IsDay: true } day && stay is { From: { } from, To: { } to } && day is { From: { } first, To: { } last } && first <= to.AddDays(Stay) && last >= from.AddDays(-Stay);
}
