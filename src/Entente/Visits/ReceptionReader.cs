using Entente.Clauses;
using Entente.Dates;
using Entente.Meetings;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds the visits that the text recalls by a reception abroad: <c>X, qui avait été reçu à Hanoï en mars</c>, <c>avoir accueilli l'an dernier à Hanoï le ministre X</c>.
/// One of the news is told as a meeting; only a month or year before it tells a stay of another time. Whom a state receives has come to it.
/// </summary>
internal sealed class ReceptionReader(WordSets words, VisitGoals goals, VisitorFinder visitors, VisitCollector collector)
{
    /// <summary>How far behind the verb place, time and guest may stand, in tokens.</summary>
    private const int Reach = 12;

    public void Add(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        AddExpected(visits, context, sentence);
        foreach (var verb in context.Verbs[sentence.Index].Where(v => words.Has("receiving", Folding.Fold(v.Verb))))
        {
            if (verb is { IsPassive: false, IsFinite: true } && Host(context, sentence, verb) is { } host && Guest(context, sentence, verb) is { Person: not null } received && VisitorRecall.Travels(context, received, host))
            {
                collector.Add(visits, context, new VisitTelling(sentence, verb.First, verb.End, VisitKind.Other, received) { Reach = Reach, Goals = [host] });
                continue;
            }

            // "Reçu à Varsovie en 2018, le général X avait invité son homologue"
            var isOpening = verb is { Tense: Tense.Participle, IsPassive: true } && verb.First == sentence.First;
            var described = Described(context, sentence, verb);
            if (verb.Tense is not (Tense.Past or Tense.Pluperfect or Tense.Infinitive) && !isOpening && described is null)
            {
                continue;
            }

            var until = Math.Min(verb.End + Reach, sentence.First + sentence.Count);
            var place = goals.Between(context, sentence, verb.End, until, anyCapital: true).FirstOrDefault();
            if (place is null || !IsOfAnotherTime(context, sentence, verb, until) || (described is not null ? described : isOpening ? context.Actors[sentence.Index].Find(a => a.First >= verb.End && a is { Person: not null, Count: 1 }) : verb.IsPassive ? visitors.Before(context, sentence, verb.First, place) : Relative(context, sentence, verb) ?? Guest(context, sentence, verb)) is not { Person: not null } guest || !VisitorRecall.Travels(context, guest, place))
            {
                continue;
            }

            collector.Add(visits, context, new VisitTelling(sentence, verb.First, verb.End, VisitKind.Other, guest) { Reach = Reach, Goals = [place] });
        }
    }

    /// <summary>The state, or the capital for it, that receives: <c>Le Vietnam a accueilli en 2023 le président X</c>.</summary>
    private string? Host(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        const int Gap = 1;
        if (RegionBefore(context, sentence, verb) is { } region)
        {
            return region;
        }

        return context.Mentions[sentence.Index].FirstOrDefault(m => m.EndToken <= verb.First && verb.First - m.EndToken <= Gap && OpensClause(context, sentence, m.FirstToken) && m.Kind is MentionKind.Name or MentionKind.Capital)?.Code
            ?? (context.HomeMentions[sentence.Index].Any(m => m.EndToken <= verb.First && verb.First - m.EndToken <= Gap && OpensClause(context, sentence, m.FirstToken) && m.Kind is MentionKind.Name or MentionKind.Capital) ? context.HomeCountry : null);
    }

    /// <summary>A state at the head of a sentence or of its clause: <c>C'est dans ce climat que l'Indonésie accueille X</c>.</summary>
    private bool OpensClause(VisitContext context, Sentence sentence, int state)
    {
        var tokens = context.Text.Tokens;
        var before = state - 1 > sentence.First && words.Has("article", tokens[state - 1].Folded) ? state - 2 : state - 1;
        return state - sentence.First <= 1 || words.Has("that", tokens[before].Folded) || tokens[before].Folded is ":" or ";";
    }

    /// <summary><c>La capitale polonaise a accueilli X</c>: the state of the adjective.</summary>
    private string? RegionBefore(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        return context.Mentions[sentence.Index].FirstOrDefault(m => IsRegion(m.Kind, m.FirstToken, m.EndToken))?.Code
            ?? (context.HomeMentions[sentence.Index].Any(m => IsRegion(m.Kind, m.FirstToken, m.EndToken)) ? context.HomeCountry : null);

        bool IsRegion(MentionKind kind, int first, int end) =>
            kind == MentionKind.Demonym && verb.First - end is 0 or 1 && first - 1 > sentence.First && words.Has("region", context.Text.Tokens[first - 1].Folded) && OpensClause(context, sentence, first - 1);
    }

    /// <summary><c>X est attendu en octobre à Hanoï</c>, <c>Hanoï attend en octobre le président X</c></summary>
    private void AddExpected(List<Visit> visits, VisitContext context, Sentence sentence)
    {
        foreach (var verb in context.Verbs[sentence.Index].Where(v => words.Has("expecting", Folding.Fold(v.Verb)) && (v.IsFinite && v.Tense is Tense.Present or Tense.Imperfect or Tense.Future || Described(context, sentence, v) is not null) && !VerbTime.IsNegated(context, sentence, v)))
        {
            var place = verb.IsPassive ? goals.Between(context, sentence, verb.End, verb.End + Reach, anyCapital: true).FirstOrDefault() : Host(context, sentence, verb);
            if (place is not null && (verb.IsPassive ? visitors.Before(context, sentence, verb.First, place) : Guest(context, sentence, verb)) is { Person: not null } guest && VisitorRecall.Travels(context, guest, place))
            {
                collector.Add(visits, context, new VisitTelling(sentence, verb.First, verb.End, VisitKind.Other, guest) { Reach = Reach, Goals = [place] });
            }
        }
    }

    private static Actor? Guest(VisitContext context, Sentence sentence, VerbGroup verb) =>
        context.Actors[sentence.Index].Find(a => a.First >= verb.End && a.First - verb.End <= Reach && a is { IsNamed: true, Count: 1 });

    /// <summary><c>le président X, qu'il avait accueilli à Hanoï en mars</c>, <c>X, que le ministre Y avait reçu à Hanoï en 2015</c>: the guest stands before the clause.</summary>
    private Actor? Relative(VisitContext context, Sentence sentence, VerbGroup verb)
    {
        var tokens = context.Text.Tokens;
        for (var i = verb.First - 1; i > sentence.First && i >= verb.First - Reach; i--)
        {
            if (words.Has("that", tokens[i].Folded))
            {
                var end = tokens[i - 1].Text == "," ? i - 1 : i;
                return context.Actors[sentence.Index].Find(a => a.End == end && a is { Person: not null, Count: 1 });
            }

            if (context.BeginsFinite(sentence, i))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary><c>Le président X, reçu à Hanoï en novembre 2017, …</c>, <c>X, attendu à Moscou le 8 mai</c>: whom a bare participle right behind describes.</summary>
    private static Actor? Described(VisitContext context, Sentence sentence, VerbGroup verb) =>
        verb is { Tense: Tense.Participle, IsPassive: true } && verb.First > sentence.First && context.Text.Tokens[verb.First - 1].Text == ","
            ? context.Actors[sentence.Index].Find(a => a.End == verb.First - 1 && a is { IsNamed: true, Person: not null, Count: 1 })
            : null;

    /// <summary><c>En mars 1993, X fut accueilli à Tokyo</c>: what heads a sentence is the time of its first verb.</summary>
    private static bool IsHead(VisitContext context, Sentence sentence, VerbGroup verb, DateMention date)
    {
        const int Head = 2;
        return date.First - sentence.First <= Head && date.End <= verb.First && context.Verbs[sentence.Index].Count(v => v.IsFinite && v.First >= date.End && v.Anchor < verb.First) <= (verb.Tense == Tense.Infinitive ? 1 : 0);
    }

    /// <summary>A month or a year beside the verb, and not that of the news.</summary>
    private static bool IsOfAnotherTime(VisitContext context, Sentence sentence, VerbGroup verb, int until) =>
        context.DatesIn[sentence.Index].Any(d => (d.First >= verb.First - 1 && d.First < until || IsHead(context, sentence, verb, d)) && !d.Resolved.Date.IsDay && d.Resolved is { Date.IsEmpty: false, To: { } last } && last < (context.Dates.ArticleDate.From ?? context.Dates.Reported.From ?? DateOnly.MinValue));
}
