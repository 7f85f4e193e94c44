using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Tells the days of a visit that its own sentence leaves open: those that another sentence gives (<c>Durant cette escale, du 4 au 9 novembre</c>,
/// <c>sa visite, qui s'achève le 9 mai</c>), and its last day where it is told how long it is (<c>arrivé lundi pour une visite de trois jours</c>).
/// </summary>
internal sealed class StayDays(WordSets words, VisitDater dater)
{
    /// <summary>How far behind the noun of a visit its days may stand, in tokens: <c>sa visite officielle au Vietnam, du 4 au 9</c>.</summary>
    private const int Reach = 8;

    /// <summary>How far behind the noun its length may stand: <c>une visite officielle d'amitié de trois jours</c>.</summary>
    private const int LengthReach = 6;

    /// <summary>A visit lasts no longer.</summary>
    private const int Longest = 15;

    private static readonly DateWords s_numbers = DateFinder.French.Words;

    public void Settle(List<Visit> visits, VisitContext context)
    {
        for (var i = 0; i < visits.Count; i++)
        {
            var visit = visits[i];
            if (visit.Date.Date is { IsEmpty: false, Day: 0 } || IsStretch(visit.Date))
            {
                continue;
            }

            if (DaysElsewhere(visits, context, visit) is { } days)
            {
                visits[i] = visit with { Date = days };
            }
            else if (visit.Date.Date.Day > 0 && (OfEnd(context, visit) ?? OfLength(context, visit)) is { } stay)
            {
                visits[i] = visit with { Date = stay };
            }
        }
    }

    private static bool IsStretch(ResolvedDate date) => !date.Last.IsEmpty && date.Last != date.Date;

    /// <summary>The days that a sentence tells of the one visit that it can mean.</summary>
    private ResolvedDate? DaysElsewhere(List<Visit> visits, VisitContext context, Visit visit)
    {
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && context.Holds(s, "stay-told")))
        {
            foreach (var days in context.DatesIn[sentence.Index].Where(d => d.Expression is { IsRange: true, IsList: false } && d.Resolved.Date.Day > 0 && IsStretch(d.Resolved)))
            {
                if (NounBefore(context, sentence, days.First) is { } noun && IsOf(context, sentence, noun, visit) && Fits(visit.Date, days.Resolved)
                    && visits.Count(v => v.Destination == visit.Destination && (v.Date.Date.IsEmpty || Fits(v.Date, days.Resolved)) && IsOf(context, sentence, noun, v)) == 1)
                {
                    return days.Resolved;
                }
            }
        }

        return null;
    }

    /// <summary>The noun of a visit that is known already, before its days: <c>sa visite</c>, <c>cette escale</c>, with nothing but its goal and kind between.</summary>
    private int? NounBefore(VisitContext context, Sentence sentence, int days)
    {
        var tokens = context.Text.Tokens;
        for (var i = days - 1; i > sentence.First && days - i <= Reach; i--)
        {
            if (words.Has("stay-told", tokens[i].Folded))
            {
                return words.Has("possessive", tokens[i - 1].Folded) || words.Has("this", tokens[i - 1].Folded) ? i : null;
            }

            if (context.Verbs[sentence.Index].Any(v => v.First <= i && i < v.End) || context.Actors[sentence.Index].Any(a => a.First <= i && i < a.End))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The states behind the noun are its goal, and nobody of the same side who has not made it stands in the sentence.</summary>
    private static bool IsOf(VisitContext context, Sentence sentence, int noun, Visit visit) =>
        context.Mentions[sentence.Index].Where(m => m.FirstToken > noun && m.FirstToken - noun <= Reach && m.Kind is Partners.MentionKind.Name or Partners.MentionKind.Capital).All(m => m.Code == visit.Destination)
        && !(visit.Destination != context.HomeCountry && context.HomeMentions[sentence.Index].Any(m => m.FirstToken > noun && m.FirstToken - noun <= Reach && m.Kind is Partners.MentionKind.Name))
        && (context.Actors[sentence.Index].Where(a => a is { Person: not null, Country: { } country } && country == visit.Origin).ToList() is var same && (same.Count == 0 || same.Any(a => a.Person == visit.Person)));

    private static bool Fits(ResolvedDate told, ResolvedDate days) =>
        told.Date.IsEmpty || (told.From is { } from && days is { From: { } first, To: { } last } ? from >= first && from <= last : told.Date.Agrees(days.Date));

    /// <summary><c>est arrivé lundi pour une visite qui durera jusqu'au 14 mars</c></summary>
    private ResolvedDate? OfEnd(VisitContext context, Visit visit) =>
        context.SentenceAt(visit.Evidence.Start) is { } sentence && context.Holds(sentence, "until") && visit.Date.From is { } from
        && context.DatesIn[sentence.Index].FirstOrDefault(d => d.Resolved.Date.IsDay && dater.IsEnd(context, sentence, d)) is { Resolved: var end } && end.From!.Value.DayNumber - from.DayNumber is > 0 and <= Longest
            ? new ResolvedDate(visit.Date.Date, end.Date, visit.Date.Basis)
            : null;

    /// <summary><c>est arrivé lundi pour une visite de trois jours</c>: the third day is the last; <c>a achevé jeudi une visite de trois jours</c>: the first was two days before.</summary>
    private ResolvedDate? OfLength(VisitContext context, Visit visit)
    {
        if (context.SentenceAt(visit.Evidence.Start) is not { } sentence || !context.Holds(sentence, "stay-days"))
        {
            return null;
        }

        var tokens = context.Text.Tokens;
        for (var i = sentence.First + 2; i < sentence.First + sentence.Count; i++)
        {
            if (words.Has("stay-days", tokens[i].Folded) && words.Has("of", tokens[i - 2].Folded) && s_numbers.TryMatch(DateClass.Number, tokens, i - 1, i, out var count) && count.Value is > 1 and <= Longest
                && Enumerable.Range(Math.Max(sentence.First, i - LengthReach), i - Math.Max(sentence.First, i - LengthReach)).Any(n => words.Has("stay-told", tokens[n].Folded)))
            {
                return IsOver(context, sentence, i) || Shifted(visit.Date, count.Value - 1) is not { } last ? null : new ResolvedDate(visit.Date.Date, last, visit.Date.Basis);
            }
        }

        return null;
    }

    /// <summary>The day that is told may be the last one: <c>a achevé jeudi une visite de trois jours</c>.</summary>
    private bool IsOver(VisitContext context, Sentence sentence, int until) =>
        words.StandsIn("when-over", context.Text.Tokens, sentence.First, until) || words.StandsIn("ending-by", context.Text.Tokens, sentence.First, until)
        || context.Verbs[sentence.Index].Any(v => v.First < until && (words.Has("visit-ending", Folding.Fold(v.Verb)) || words.Has("putting-end", Folding.Fold(v.Verb)) || words.Has("visit-leaving", Folding.Fold(v.Verb))));

    private static PartialDate? Shifted(ResolvedDate date, int days) =>
        date.From is { } from ? PartialDate.Of(DateCalendar.Shift(from, days)) : date.Date is { Year: 0, Day: > 0 } open ? DateCalendar.ShiftInOpenYear(open, days) : null;
}
