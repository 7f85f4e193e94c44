using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>Finds when a visit is: a span of days near its noun, a date behind it or behind the visitor, or the date of the verb that begins it.</summary>
internal sealed class VisitDater(VisitLexicon lexicon, WordSets words)
{
    public DateMention? Find(VisitContext context, Sentence sentence, int first, int end, Actor visitor)
    {
        var near = context.DatesIn[sentence.Index].Where(d => !d.Resolved.Date.IsEmpty && !(d.Resolved.Date.Month == 0 && (d.Expression.IsRange || IsSince(context, sentence, d))) && !IsOfEventSince(context, sentence, d, first) && !(IsEnd(context, sentence, d) && context.DatesIn[sentence.Index].Any(o => o.First < d.First && o.Resolved.Date.IsDay && !o.Expression.IsRange))).ToList();
        var maker = context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < first);
        // "achèvera sa visite le 15 mars": its last day is not when it was.
        if (maker.Verb is not null && lexicon.EndsVisits(maker.Verb))
        {
            return null;
        }

        // A finite verb begins what happens on the visit, which has a date of its own; "la visite que X a effectuée en Chine en mars" does not.
        var clause = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.First >= end && !lexicon.MakesVisits(v.Verb)).Select(v => v.First).DefaultIfEmpty(int.MaxValue).Min();
        return OfOneOfSeveral(context, sentence, near, end, visitor)
            ?? near.Find(d => d.Expression.IsRange && d.First >= first - 10 && d.First <= end + VisitGoals.Reach)
            ?? near.Find(d => d.First >= end && d.First <= end + 8 && d.First < clause)
            ?? near.Find(d => visitor.First >= end && d.First >= visitor.End && d.First <= visitor.End + 6 && d.First < clause)
            ?? near.Find(d => d.End <= first && first - d.End <= 3)
            ?? OfVerb(maker, near, first)
            ?? (IsOccasion(context, sentence, first) ? near.FindLast(d => d.End <= first && !d.Resolved.Date.IsDay && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= d.End && v.First < first)) : null)
            ?? OfHead(context, near, sentence, first, maker)
            ?? (maker.Verb is not null && lexicon.MakesVisits(maker.Verb) ? near.Find(d => d.Expression.IsRange && d.First > maker.Anchor && d.End <= first) : null);
    }

    /// <summary><c>les visites au Vietnam du ministre X en mars 2016 et du président Y en mai 2018</c>: the date right behind each, where there is one before him as well.</summary>
    private static DateMention? OfOneOfSeveral(VisitContext context, Sentence sentence, List<DateMention> near, int end, Actor visitor)
    {
        const int Lead = 2;
        return visitor.First < end || !near.Exists(d => d.First >= end && d.End <= visitor.First && context.Actors[sentence.Index].Any(a => a.First >= end && a.End <= d.First && a.Person != visitor.Person)) ? null
            : near.Find(d => !d.Expression.IsRange && d.First >= visitor.End && d.First <= visitor.End + Lead);
    }

    /// <summary><c>y était revenu en novembre 1993, en mars 1995, puis en 2007</c>: the dates that follow the one of a visit, each of another.</summary>
    public IReadOnlyList<DateMention> Further(VisitContext context, Sentence sentence, DateMention? first)
    {
        var found = new List<DateMention>();
        var last = first;
        foreach (var date in context.DatesIn[sentence.Index])
        {
            if (last is not null && date.First > last.End && date is { Expression: { IsRange: false, Relative: null, Start.Year: > 0 } } && last.Expression is { IsRange: false, Relative: null } && !date.Resolved.Date.Agrees(last.Resolved.Date)
                && Enumerable.Range(last.End, date.First - last.End).All(i => words.Has("between-dates", context.Text.Tokens[i].Folded)) && Enumerable.Range(last.End, date.First - last.End).Any(i => words.Has("list-mark", context.Text.Tokens[i].Folded) || words.Has("joining-verbs", context.Text.Tokens[i].Folded)))
            {
                found.Add(date);
                last = date;
            }
        }

        return found;
    }

    /// <summary><c>jusqu'au 14 mars</c>: the last day of a stay, whose first is told before it.</summary>
    public bool IsEnd(VisitContext context, Sentence sentence, DateMention date)
    {
        const int Lead = 2;
        return !date.Expression.IsRange && words.StandsIn("until", context.Text.Tokens, Math.Max(sentence.First, date.First - Lead), date.First);
    }

    /// <summary><c>la première visite depuis 2019</c>: another one was then.</summary>
    private bool IsSince(VisitContext context, Sentence sentence, DateMention date) => date.First > sentence.First && words.Has("since", context.Text.Tokens[date.First - 1].Folded);

    /// <summary><c>la première visite de X depuis sa prise de fonctions en mars</c>: something else was then.</summary>
    private bool IsOfEventSince(VisitContext context, Sentence sentence, DateMention date, int visit)
    {
        const int Reach = 10;
        var tokens = context.Text.Tokens;
        for (var i = date.First - 1; i > sentence.First && i >= date.First - Reach && tokens[i].Kind != TokenKind.Punctuation; i--)
        {
            if (words.Has("since", tokens[i].Folded))
            {
                // "depuis la visite de X au Vietnam en mars 2019": of the visit itself.
                return date.First - i > 2 && !(i < visit && visit < date.First);
            }
        }

        return false;
    }

    /// <summary><c>Du 6 au 9 mars, X a été l'hôte de la Russie</c>, <c>En mars, X avait effectué une visite</c>: what heads a sentence is the time of its verb.</summary>
    private DateMention? OfHead(VisitContext context, List<DateMention> near, Sentence sentence, int first, VerbGroup maker)
    {
        const int Head = 4;
        var isMade = maker.Verb is not null && (lexicon.MakesVisits(maker.Verb) || lexicon.BeginsVisits(maker.Verb)) || context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == first);
        return near.Find(d => (d.Expression.IsRange || isMade) && d.Role != DateRole.Clause && d.First - sentence.First <= Head && d.End <= first && context.Verbs[sentence.Index].Count(v => v.IsFinite && v.First >= d.End && v.Anchor < first) <= 1);
    }

    /// <summary>The spans of days behind a noun of visit, in order: a tour has one for each state.</summary>
    public static IReadOnlyList<DateMention> Spans(VisitContext context, Sentence sentence, int from) =>
        [.. context.DatesIn[sentence.Index].Where(d => d.First >= from && d.Expression.IsRange && d.Resolved.Date.IsDay)];

    /// <summary><c>a jeté l'ancre le 12 mars au port de Da Nang pour une visite</c></summary>
    private DateMention? OfVerb(VerbGroup maker, List<DateMention> near, int first) =>
        maker.Verb is null || first - maker.First > 20 || words.Has("hosting", Folding.Fold(maker.Verb)) ? null : near.Find(d => d.First >= maker.First && d.End <= first && !d.Expression.IsRange);

    /// <summary><c>signé en 2023 pendant la visite</c>, <c>En 2019, lors de sa visite</c>: a month or year before is the visit's too.</summary>
    private bool IsOccasion(VisitContext context, Sentence sentence, int first)
    {
        for (var i = first - 1; i >= Math.Max(sentence.First, first - 4); i--)
        {
            if (words.Has("on-visit", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
