using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>When an encounter was: the date nearest to its trigger in the sentence, those of a visit or an agreement left out.</summary>
internal sealed class EncounterDater(WordSets words)
{
    /// <summary>Days before the article's other events beyond which an event in the pluperfect is background.</summary>
    private const int SameVisit = 12;

    /// <summary>What is told from the other side of the date line may bear the day after the article's.</summary>
    private const int TimeZones = 1;

    /// <summary>Tokens from an encounter within which a day is its own.</summary>
    private const int Farthest = 45;

    /// <summary>Tokens before what opens a sentence: <c>Déjà, en mars 2019,</c>.</summary>
    private const int Few = 3;

    /// <summary>Tokens from the head of a sentence to the day of a return that opens it.</summary>
    private const int ReturnReach = 8;

    public DateMention? Find(ArticleContext context, Encounter encounter)
    {
        if (DaysInTurn.Of(context, encounter) is { } turn)
        {
            return turn;
        }

        if (BehindOne(context, encounter) is { } behind)
        {
            return behind;
        }

        if (encounter.OwnStretch(context) is { } own && context.DatesIn[encounter.Sentence.Index].FirstOrDefault(d => d.First >= own.From && d.End <= own.Until && d.Role != DateRole.Aside && !d.Expression.IsRange) is { } told)
        {
            return told;
        }

        DateMention? best = null;
        var bestDistance = int.MaxValue;
        // "La 3e réunion du comité mixte, placée sous la coprésidence de X et de Y, s'est tenue le 15 novembre": an event is dated beside its verb.
        var happening = encounter.Trigger.IsEvent ? context.Verbs[encounter.Sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= encounter.Trigger.End) : default;
        // "Le dialogue, ouvert mardi, s'est clos jeudi": an event of several days is of its first.
        if (happening.Verb is not null && words.Has("visit-ending", Folding.Fold(happening.Verb))
            && context.DatesIn[encounter.Sentence.Index].FirstOrDefault(d => d is { Role: DateRole.Aside, Expression.IsRange: false } && d.Resolved.Date.Day > 0 && d.First >= encounter.Trigger.End && d.End <= happening.First && words.Has("opened", context.Text.Tokens[d.ClauseFirst].Folded)) is { } opened)
        {
            return opened;
        }

        foreach (var date in context.DatesIn[encounter.Sentence.Index])
        {
            if (IsOfComing(context, encounter, date))
            {
                return date;
            }

            if (date.Expression.IsRange && !date.Expression.IsList && !encounter.Trigger.IsEvent || date.IsHistory(context.Text.Tokens) || date.IsVague || BelongsElsewhere(context, encounter, date)
                || encounter.Trigger.Tense is Tense.Past or Tense.Pluperfect && (IsToCome(date.Resolved, context.Dates.ArticleDate) || IsStretchToCome(date.Resolved, context.Dates)) || IsOpenDay(date))
            {
                continue;
            }

            // "Au cours de sa visite, qui s'achève le 9 mai, X a rencontré Y": the clause between the commas has a verb of its own.
            if (date.Role == DateRole.Clause && date.End < encounter.Trigger.First && words.Has("list-mark", context.Text.Tokens[date.End].Folded) && context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && (v.Tense is Tense.Present or Tense.Future || VisitOver.IsEnding(context, v)) && v.First > date.ClauseFirst && v.Anchor < date.First && v.Anchor < encounter.Trigger.First))
            {
                continue;
            }

            // "a rencontré X, qui doit prendre la parole dimanche", "Avec X, qu'il a remercié de venir dès le lendemain, il a évoqué"
            if (date.IsToCome && (date.Role == DateRole.Clause && date.First >= encounter.Trigger.End || date.Expression.Relative is { Anchor: DateAnchor.Context, Offset: > 0 }) && encounter.Trigger.Tense is Tense.Past or Tense.Pluperfect)
            {
                continue;
            }

            // "a pris part à la 8e conférence, tenue le 2 mars à Y": the participle tells of what he took part in.
            if (IsOfNextVerb(context, encounter, date) && !((encounter.Trigger.IsEvent || encounter.Trigger is { IsInPassing: true, Rule.Form: TriggerForm.Noun }) && date.Role == DateRole.Aside && words.Has("taken-place", context.Text.Tokens[date.ClauseFirst].Folded)))
            {
                continue;
            }

            // "s'est entretenu avec A et B, et, le lendemain, avec C": the day set before the last is his alone.
            if (IsOfNextMet(context, encounter, date))
            {
                continue;
            }

            // "Consacrée aux résultats de 2025 contre la drogue, la rencontre a réuni X et Y": the year of what a participle tells first.
            if (encounter.Trigger.Tense == Tense.Past && date.Resolved.Date is { Year: > 0, Month: 0 } && date.End < encounter.Trigger.First && date.First - encounter.Sentence.First > Few && words.Has("list-mark", context.Text.Tokens[date.End].Folded)
                && context.Verbs[encounter.Sentence.Index].FirstOrDefault() is { Tense: Tense.Participle } aside && aside.First == encounter.Sentence.First)
            {
                continue;
            }

            // "De retour jeudi de Zagreb, il a indiqué qu'il y avait rencontré Y"
            if (VisitOver.IsToldOnReturn(context, encounter) && date.First - encounter.Sentence.First <= ReturnReach)
            {
                continue;
            }

            // "a reçu X, arrivé dimanche": told aside of somebody.
            if (date is { Role: DateRole.Aside, Expression.IsRange: false } && !IsMetThen(context, encounter, date) && IsOfSomebody(context, encounter, date))
            {
                continue;
            }

            var distance = date.End <= encounter.Trigger.First ? encounter.Trigger.First - date.End
                : happening.Verb is not null && date.First >= happening.End ? date.First - happening.End
                : Math.Max(0, date.First - encounter.Trigger.End);
            if (date.First >= encounter.Trigger.End && context.Verbs[encounter.Sentence.Index].Count(v => (v.IsFinite || v.Tense == Tense.Infinitive) && v.First >= encounter.Trigger.End && v.Anchor < date.First) > (encounter.Trigger.IsEvent ? 1 : 0))
            {
                // "avait été accueilli par M. X, qui se rendra au Vietnam en mai", "l'a prié de venir en mai": another clause.
                if (date.Resolved.Date.Day == 0)
                {
                    continue;
                }

                // "Lors d'une rencontre avec X, Y s'est félicité le 12 juillet": said there, and then.
                distance += IsOfWhatWasSaid(context, encounter, date) ? 0 : 20;
            }

            // "Le 4 décembre, le général X, membre du Bureau politique, … a reçu": the day that opens a sentence is that of its first verb, however long its subject.
            if (distance >= Farthest && Opens(context, encounter, date))
            {
                distance = Farthest - 1;
            }

            // "Vendredi dernier, c'est à Phnom Penh que …: X y avait été reçu par Y, puis s'était entretenu avec Z"
            if (distance >= Farthest && encounter.Trigger.Tense == Tense.Pluperfect && date.First - encounter.Sentence.First <= Few && date.End <= encounter.Trigger.First)
            {
                distance = Farthest - 1;
            }

            // A date that is only a year or a month dates background, and only when nothing closer stands there.
            if (date.Resolved.Date.Day == 0 && date.Expression is { Relative: null or { Unit: DateUnit.Year or DateUnit.Month }, Weekday: null })
            {
                distance += 20;

                // "En 2019, X avait fait le voyage de Hanoï, où Y l'avait reçu": the year that opens a sentence in the pluperfect is that of all it tells.
                if (distance >= Farthest && encounter.Trigger.Tense == Tense.Pluperfect && date.First - encounter.Sentence.First <= Few && date.End <= encounter.Trigger.First)
                {
                    distance = Farthest - 1;
                }
            }

            if (distance < bestDistance && distance < Farthest)
            {
                (best, bestDistance) = (date, distance);
            }
        }

        // "Arrivé vendredi, il a rencontré le soir même …"
        return best ?? ArrivalBefore(context, encounter) ?? (SaysSameDay(context, encounter) ? context.DatesIn[encounter.Sentence.Index].FirstOrDefault(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange && d.End <= encounter.Trigger.First) : null);
    }

    /// <summary>A day that commas set apart before another who is met, behind those of this encounter: <c>avec A, puis, le lendemain, avec B</c>.</summary>
    private bool IsOfNextMet(ArticleContext context, Encounter encounter, DateMention date)
    {
        var tokens = context.Text.Tokens;
        if (date.First <= encounter.Trigger.End)
        {
            return false;
        }

        var open = words.Has("article", tokens[date.First - 1].Folded) ? date.First - 2 : date.First - 1;
        return open - 1 > encounter.Trigger.End && words.Has("list-mark", tokens[open].Folded) && words.Has("joining-verbs", tokens[open - 1].Folded) && date.End + 1 < encounter.Sentence.First + encounter.Sentence.Count
            && words.Has("list-mark", tokens[date.End].Folded) && (words.Has("with", tokens[date.End + 1].Folded) || words.Has("agent", tokens[date.End + 1].Folded))
            && encounter.Guests.Concat(encounter.Home).Any(a => a.First >= encounter.Trigger.End && a.End <= open) && !encounter.Guests.Concat(encounter.Home).Any(a => a.First >= date.End);
    }

    /// <summary>An encounter that a preposition brings in at the head of a sentence, and the day right behind its one verb.</summary>
    private bool IsOfWhatWasSaid(ArticleContext context, Encounter encounter, DateMention date)
    {
        const int Opening = 3;
        const int Near = 3;
        return encounter.Trigger is { IsInPassing: true, Rule.Form: TriggerForm.Noun } && encounter.Trigger.First - encounter.Sentence.First <= Opening
            && context.Verbs[encounter.Sentence.Index].Where(v => v.IsFinite && v.First >= encounter.Trigger.End && v.Anchor < date.First).ToList() is [{ Tense: Tense.Past } said] && date.First - said.End <= Near && words.Has("remark", Folding.Fold(said.Verb));
    }

    /// <summary><c>X, venu lundi à Hanoï prendre congé de Y</c>: the day on which he came for it is that of the encounter.</summary>
    private bool IsOfComing(ArticleContext context, Encounter encounter, DateMention date)
    {
        const int Back = 6;
        var (tokens, first) = (context.Text.Tokens, encounter.Trigger.First);
        return encounter.Trigger.Rule.Kind == MeetingKind.CourtesyCall && date.End <= first && words.StandsIn("having-come", tokens, Math.Max(encounter.Sentence.First, date.First - Back), date.First) && !words.StandsIn("list-mark", tokens, date.End, first);
    }

    /// <summary><c>a reçu X et visité hier une usine</c>, <c>a reçu X avant de visiter mardi une usine</c>: the day of what was done next.</summary>
    private bool IsOfNextVerb(ArticleContext context, Encounter encounter, DateMention date) =>
        OpensJoined(context, encounter, date) || encounter.Trigger.Tense is Tense.Past or Tense.Pluperfect && context.Verbs[encounter.Sentence.Index].Any(v => v.First >= encounter.Trigger.End && v.End <= date.First && date.First - v.End <= 2 && Enumerable.Range(v.End, date.First - v.End).All(i => words.Has("before-day", context.Text.Tokens[i].Folded)) && v.First == v.Anchor
            && (v.Tense == Tense.Infinitive || v.IsFinite && words.Has("joining", context.Text.Tokens[v.First - 1].Folded)));

    /// <summary><c>s'était réuni avec X, et la veille il avait été reçu par Y</c>: the day opens the clause that is joined.</summary>
    private bool OpensJoined(ArticleContext context, Encounter encounter, DateMention date)
    {
        const int Clitics = 2;
        if (date.First <= encounter.Trigger.End)
        {
            return false;
        }

        var before = words.Has("article", context.Text.Tokens[date.First - 1].Folded) ? date.First - 2 : date.First - 1;
        return words.Has("joining-verbs", context.Text.Tokens[before].Folded)
            && context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && v.First >= date.End && v.First - date.End <= Clitics);
    }

    /// <summary><c>Arrivé à Alger le 17 mars, il s'est entretenu avec Y</c>: where nothing else dates what he did, he did it then; a visit that goes on may hold many days.</summary>
    private DateMention? ArrivalBefore(ArticleContext context, Encounter encounter)
    {
        var (tokens, sentence, trigger) = (context.Text.Tokens, encounter.Sentence, encounter.Trigger);
        return words.Has("arriving", tokens[sentence.First].Folded) && trigger.First - 1 > sentence.First && words.Has("subject-pronoun", tokens[trigger.First - 1].Folded)
            ? context.DatesIn[sentence.Index].FirstOrDefault(d => d.Resolved.Date.Day > 0 && !d.Expression.IsRange && d.End <= trigger.First)
            : null;
    }

    /// <summary><c>Dans l'après-midi</c> of a year that was named last: no day at all.</summary>
    private static bool IsOpenDay(DateMention date) => date.Expression.Relative is { Unit: DateUnit.Day } && date.Resolved.Date is { Year: > 0, Month: 0 };

    /// <summary>What was held was not held after the article: <c>a sollicité leur concours en vue de l'atterrissage, le 7 mars</c>.</summary>
    private static bool IsToCome(ResolvedDate date, ResolvedDate article) =>
        date.From is { } from && article.To is { } to ? from.DayNumber > to.DayNumber + TimeZones
        : date.Date is { Year: 0, Month: > 0, Day: > 0 } && article.Date is { Year: 0, Month: > 0, Day: > 0 } && (date.Date.Month, date.Date.Day).CompareTo((article.Date.Month, article.Date.Day)) > 0
            && date.Date.Month - article.Date.Month < 6;

    /// <summary>Nor in a year after the news, where the article itself has no date: <c>Avec ce dernier, il a discuté de la présidence de l'ASEAN en 2020</c>.</summary>
    private static bool IsStretchToCome(ResolvedDate date, DateReading dates) =>
        date.Date.Day == 0 && dates.ArticleDate.Date.IsEmpty && date.From is { } from && (dates.Reported.To ?? dates.Mentions.FirstOrDefault(m => m.Resolved.Date.IsDay)?.Resolved.To) is { } news && from > news;

    private static bool Opens(ArticleContext context, Encounter encounter, DateMention date)
    {
        const int HeadReach = 8;
        return date.First - encounter.Sentence.First <= HeadReach && date.End <= encounter.Trigger.First
            && !context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && v.First >= date.End && v.First < encounter.Trigger.First);
    }

    private bool SaysSameDay(ArticleContext context, Encounter encounter)
    {
        const int Reach = 12;
        var until = Math.Min(encounter.Trigger.End + Reach, encounter.Sentence.First + encounter.Sentence.Count);
        return words.StandsIn("same-day", context.Text.Tokens, encounter.Trigger.First, until) || StoryDays.IsOnArrival(context.Text.Tokens, Math.Max(encounter.Sentence.First, encounter.Trigger.First - Reach), until);
    }

    /// <summary>Whether an event told in the pluperfect, or with a date, is of another time than the article's news.</summary>
    public static bool IsBackground(Tense tense, ResolvedDate? date, ResolvedDate news, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        if (cues.Any(c => c.Value == EncounterCue.Far) && tense != Tense.Past)
        {
            return true;
        }

        if (date is { } own && !own.Date.IsEmpty)
        {
            if (own.From is { } from && news.To is { } now)
            {
                // The news of a month begins with the last days of the one before: "a reçu, les 27 et 28 juin" under 2017-07.
                const int LastDays = 7;
                var isJustBefore = news.Date.Day == 0 && tense == Tense.Past && own.Date.Day > 0 && news.From is { } begins && begins.DayNumber - (own.To ?? from).DayNumber is > 0 and <= LastDays;
                return !isJustBefore && now.DayNumber - (own.To ?? from).DayNumber > SameVisit + (news.Date.Day == 0 ? 20 : 0);
            }

            return tense == Tense.Pluperfect && (own.Date.Day == 0 || own.Date.Year == 0 && news.Date is { Year: 0, Day: > 0 } && DateCalendar.DaysApart(own.Date, news.Date) > SameVisit);
        }

        // A pluperfect without any date goes on with the news ("le visiteur avait été reçu par …"), unless a cue says otherwise.
        return false;
    }

    /// <summary><c>Avec M. X, rencontré le 26 septembre, il a discuté des préparatifs</c>: the day of the encounter that the sentence goes on with.</summary>
    private bool IsMetThen(ArticleContext context, Encounter encounter, DateMention date)
    {
        const int Reach = 2;
        return Enumerable.Range(Math.Max(encounter.Sentence.First + 1, date.First - Reach), Math.Max(0, Math.Min(Reach, date.First - encounter.Sentence.First - 1))).Any(i =>
            words.Has("met-then", context.Text.Tokens[i].Folded) && words.Has("list-mark", context.Text.Tokens[i - 1].Folded) && context.Actors[encounter.Sentence.Index].Any(a => a.End == i - 1 && encounter.Guests.Concat(encounter.Home).Any(g => g.Person == a.Person)));
    }

    /// <summary>Whether what tells a date aside is not the encounter itself (<c>le 2e dialogue, tenu en mai à Amman</c>).</summary>
    private bool IsOfSomebody(ArticleContext context, Encounter encounter, DateMention date)
    {
        var trigger = encounter.Trigger;
        return trigger.First > date.First && !IsWithin(context, encounter, date)
            || trigger.First < date.ClauseFirst && !(trigger.Rule.Form == TriggerForm.Noun && words.Has("taken-place", context.Text.Tokens[date.ClauseFirst].Folded)) && (trigger.Rule.Form != TriggerForm.Noun || context.Actors[encounter.Sentence.Index].Any(a => a.First >= trigger.End && a.First < date.ClauseFirst));
    }

    /// <summary><c>consacré la veille par la déclaration publiée à l'issue des entretiens entre X et Y</c>: nothing parts the encounter from the date.</summary>
    private bool IsWithin(ArticleContext context, Encounter encounter, DateMention date) =>
        (encounter.Trigger.IsInPassing || encounter.Trigger is { IsEvent: true, Rule.Kind: MeetingKind.Dialogue }) && !words.StandsIn("clause-mark", context.Text.Tokens, date.End, encounter.Trigger.First)
        && !context.Verbs[encounter.Sentence.Index].Any(v => v.IsFinite && v.First >= date.End && v.First < encounter.Trigger.First);

    /// <summary><c>ont signé le 24 octobre 2011 à Tokyo un mémorandum, au terme de leur entretien</c>: talks that the clause of a signing brings in were on its day.</summary>
    private bool IsOfSigning(ArticleContext context, Encounter encounter, DateMention date, int at)
    {
        var (trigger, verbs) = (encounter.Trigger, context.Verbs[encounter.Sentence.Index]);
        if (trigger.First < date.End || !verbs.Any(v => v is { IsFinite: true, Tense: Tense.Past } && v.First <= at && at < v.End && words.Has("concluding", Folding.Fold(v.Verb))))
        {
            return false;
        }

        // "a été signé samedi à Hanoï, au terme de l'entretien que X a eu avec Y"
        var isClosing = words.StandsIn("closing", context.Text.Tokens, date.End, trigger.First);
        return (isClosing || trigger is { IsInPassing: true, Rule.Form: TriggerForm.Noun }) && !verbs.Any(v => v.IsFinite && v.First > at && v.Anchor < trigger.First);
    }

    private bool BelongsElsewhere(ArticleContext context, Encounter encounter, DateMention date)
    {
        var tokens = context.Text.Tokens;
        for (var i = date.First - 1; i >= encounter.Sentence.First && i >= date.First - 6; i--)
        {
            // The trigger itself stands closer than any such word.
            if (i < encounter.Trigger.End && i >= encounter.Trigger.First)
            {
                return false;
            }

            // "sont tombés d'accord mardi" is no agreement that was made then.
            if (words.Has("for", tokens[i].Folded) && date.First - i <= 3 || words.Has("dated-otherwise", tokens[i].Folded) && !(i > encounter.Sentence.First && words.Has("of-elided", tokens[i - 1].Folded)))
            {
                if (IsOfSigning(context, encounter, date, i))
                {
                    return false;
                }

                // "à son arrivée à Rio le 5 juillet, X s'était entretenu": then and there.
                return !(words.Has("arrival", tokens[i].Folded) && i - 2 >= encounter.Sentence.First && words.Has("possessive", tokens[i - 1].Folded) && words.Has("upon", tokens[i - 2].Folded));
            }

            if (tokens[i].Folded is ",")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary><c>a rencontré A lundi et B dimanche</c>, <c>s'est entretenu lundi avec A et avec B dimanche</c>: the day right behind one of several is the own, where the one before has another.</summary>
    private static DateMention? BehindOne(ArticleContext context, Encounter encounter)
    {
        if (encounter.OwnStretch(context) is not { } own)
        {
            return null;
        }

        var last = context.Actors[encounter.Sentence.Index].Find(a => a.First == own.Until)?.End;
        var dates = context.DatesIn[encounter.Sentence.Index];
        return dates.FirstOrDefault(d => d.First == last && d.Role != DateRole.Aside && !d.Expression.IsRange && d.Resolved.Date.Day > 0) is { } behind
            && dates.Any(d => d.First >= encounter.Trigger.First && d.End <= own.Until && d.Resolved.Date.Day > 0 && d.Resolved.Date != behind.Resolved.Date) ? behind : null;
    }
}
