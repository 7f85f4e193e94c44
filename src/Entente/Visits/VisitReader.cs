using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Meetings;
using Entente.Partners;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Visits;

/// <summary>
/// Finds who travels where: <c>X, en visite officielle au Vietnam</c>, <c>effectue une visite</c>, <c>la visite d'État en Inde de X</c>,
/// <c>se rendra au Vietnam</c>. A visit that is only wished for, or that nobody is named for, is none.
/// </summary>
internal sealed class VisitReader(VisitLexicon lexicon, WordSets words)
{
    private const int GoalReach = 14;

    public IReadOnlyList<Visit> Read(ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        var visits = new List<Visit>();
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section is SectionKind.Body or SectionKind.Title))
        {
            foreach (var noun in lexicon.Nouns.Find(context.Text, sentence))
            {
                if (noun.Value is { } kind && !IsWished(context, sentence, noun) && VisitorOf(context, sentence, noun) is { } visitor)
                {
                    Add(visits, context, sentence, noun.First, noun.Next, kind, visitor, IsTour(context, noun));
                }
            }

            foreach (var verb in context.Verbs[sentence.Index].Where(v => v is { Verb: "arriver", Tense: Tense.Past or Tense.Participle or Tense.Pluperfect }))
            {
                var arrived = Before(context, sentence, verb.First) ?? (verb.Anchor - sentence.First <= 1 ? context.Actors[sentence.Index].FirstOrDefault(a => a.IsNamed) : null);
                if (arrived is not null && GoalsOf(context, sentence, verb.End, verb.End + 6, anyCapital: true) is { Count: > 0 } reached && reached[0] != arrived.Country)
                {
                    Add(visits, context, sentence, verb.First, verb.End, VisitKind.Other, arrived, isTour: false);
                }
            }

            foreach (var verb in context.Verbs[sentence.Index].Where(v => v is { Verb: "séjourner", Tense: Tense.Past or Tense.Future or Tense.Present } or { Verb: "rendre", IsReflexive: true, Tense: Tense.Past or Tense.Future or Tense.Present }))
            {
                if (GoalsOf(context, sentence, verb.End, verb.End + 5).Count > 0 && Before(context, sentence, verb.First) is { } traveller)
                {
                    Add(visits, context, sentence, verb.First, verb.End, VisitKind.Other, traveller, isTour: false);
                }
            }
        }

        AddAlluded(visits, context, meetings);
        return visits;
    }

    /// <summary>
    /// <c>cette visite</c>, <c>la cérémonie d'accueil</c>: the article takes a visit for granted that it does not introduce. It is that of the first
    /// foreign guest received at home, or of the home head received abroad; an ambassador is no visitor.
    /// </summary>
    private void AddAlluded(List<Visit> visits, ArticleContext context, IReadOnlyList<Meeting> meetings)
    {
        if (meetings.FirstOrDefault(m => m is { Status: MeetingStatus.Held, Mode: MeetingMode.InPerson, IsMultilateral: false, Partners.Count: 1 }) is not { } meeting || meeting.HostCountry.Length == 0)
        {
            return;
        }

        var isAtHome = meeting.HostCountry == context.HomeCountry;
        if (!isAtHome && meeting.HostCountry != meeting.Partners[0]
            || (isAtHome ? meeting.Guests : meeting.Home) is not [{ Level: not People.PersonLevel.Ambassador, Country: { } origin } visitor, ..] || visits.Exists(v => v.Person == visitor.Person))
        {
            return;
        }

        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            var cue = lexicon.Allusions.Find(context.Text, sentence).FirstOrDefault();
            // A sentence that tells the visit of another takes that one for granted.
            if (cue.Count > 0 && !visits.Exists(v => v.Evidence.Start == sentence.Span.Start))
            {
                visits.Add(new Visit(
                    visitor.Name, visitor.Person, origin, isAtHome ? context.HomeCountry : meeting.Partners[0], VisitKind.Other, default,
                    new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End)));
                return;
            }
        }
    }

    private static bool IsTour(ArticleContext context, PhraseMatch<VisitKind?> noun) => context.Text.Tokens[noun.First].Folded == "tournee";

    private static void Add(List<Visit> visits, ArticleContext context, Sentence sentence, int first, int end, VisitKind kind, Actor visitor, bool isTour)
    {
        if (context.NameOf(visitor.Person) is not { } name || visitor.Country is not { } origin)
        {
            return;
        }

        var goals = GoalsOf(context, sentence, end, end + (isTour ? 40 : GoalReach));
        if (goals.Count == 0)
        {
            goals = GoalsOf(context, sentence, Math.Max(sentence.First, first - 8), first);
        }

        goals.RemoveAll(g => g == origin);
        if (goals.Count == 0)
        {
            if (origin != context.HomeCountry)
            {
                goals.Add(context.HomeCountry);
            }
            else if (context.SolePartner is { } sole)
            {
                goals.Add(sole);
            }
        }

        var date = DateOf(context, sentence, first, end);
        foreach (var goal in goals)
        {
            // A visit of people of one third country to another is not ours.
            if (goal != context.HomeCountry && origin != context.HomeCountry)
            {
                continue;
            }

            var visit = new Visit(
                name, visitor.Person!.Value, origin, goal, kind, date?.Resolved ?? default,
                new EvidenceCells(context.Text.DocId, context.SentenceText(sentence.Index), sentence.Span.Start, sentence.Span.End));
            var same = visits.FindIndex(v => v.Person == visit.Person && v.Destination == visit.Destination && (v.Date.Date.IsEmpty || visit.Date.Date.IsEmpty || v.Date.Date.Agrees(visit.Date.Date)));
            if (same < 0)
            {
                visits.Add(visit);
            }
            else
            {
                var told = visits[same];
                visits[same] = told with { Kind = told.Kind == VisitKind.Other ? kind : told.Kind, Date = told.Date.Date.IsEmpty ? visit.Date : told.Date };
            }
        }
    }

    /// <summary>
    /// The visitor: after the noun with <c>de</c> (past the goal), in the relative clause on it, or the nearest actor before it.
    /// </summary>
    private Actor? VisitorOf(ArticleContext context, Sentence sentence, PhraseMatch<VisitKind?> noun)
    {
        var tokens = context.Text.Tokens;
        var actors = context.Actors[sentence.Index];
        var end = sentence.First + sentence.Count;
        for (var i = noun.Next; i < Math.Min(noun.Next + 7, end); i++)
        {
            if (tokens[i].Folded is "de" or "du" or "d'" or "que" or "qu'" or "des" && actors.FirstOrDefault(a => a.First > i && a.First <= i + 3) is { } named
                && !Enumerable.Range(noun.Next, i - noun.Next).Any(k => tokens[k].Kind == TokenKind.Punctuation && tokens[k].Folded != "-"))
            {
                return Person(context, sentence, named, noun);
            }
        }

        var before = noun.First > sentence.First ? tokens[noun.First - 1].Folded : "";
        if (before == "en" && noun.First - 1 <= sentence.First + 1)
        {
            return actors.FirstOrDefault(a => a.First >= noun.Next && a.IsNamed);
        }

        // "Dans le cadre de sa visite officielle en Chine, le général X"
        if (before is "sa" or "leur" && !actors.Any(a => a.End <= noun.First))
        {
            return GoalsOf(context, sentence, noun.Next, noun.Next + 6).Count > 0 ? actors.FirstOrDefault(a => a.First >= noun.Next && a.IsNamed) : null;
        }

        // "cette visite", "la visite" without its visitor say nothing new.
        if (before is "cette" or "la" or "l'" or "leur" or "leurs" or "les" or "des" or "ses")
        {
            return null;
        }

        return Before(context, sentence, noun.First) is { } actor ? Person(context, sentence, actor, noun) : null;
    }

    private Actor? Before(ArticleContext context, Sentence sentence, int token)
    {
        var actors = context.Actors[sentence.Index].Where(a => a.End <= token && a.Count == 1).ToList();
        var actor = actors.LastOrDefault();
        // "le ministre X et sa délégation sont en visite"
        if (actor is { Person: null } && actors.LastOrDefault(a => a.Person is not null) is { } named && actor.First - named.End <= 7)
        {
            actor = named;
        }

        for (var i = token - 1; i >= sentence.First && i >= token - 6; i--)
        {
            if (words.Has("subject-pronoun", context.Text.Tokens[i].Folded))
            {
                actor = context.Actors[sentence.Index].FirstOrDefault(a => a.End <= token) ?? Last(context, sentence.Index - 1);
                break;
            }
        }

        return actor;
    }

    private static Actor? Last(ArticleContext context, int sentence) => sentence < 0 ? null : context.Actors[sentence].FirstOrDefault(a => a.Person is not null);

    /// <summary>A delegation or office without a name stands for the last person of its side.</summary>
    private static Actor? Person(ArticleContext context, Sentence sentence, Actor actor, PhraseMatch<VisitKind?> noun)
    {
        if (actor.Person is not null)
        {
            return actor;
        }

        var country = actor.Country ?? (GoalsOf(context, sentence, noun.Next, noun.Next + GoalReach) is { Count: > 0 } goals && goals[0] != context.HomeCountry ? context.HomeCountry : null);
        for (var s = sentence.Index; s >= 0 && country is not null; s--)
        {
            if (context.Actors[s].LastOrDefault(a => a.End <= actor.First && a.Person is not null && a.Country == country) is { } named)
            {
                return named;
            }
        }

        return null;
    }

    private static bool IsWished(ArticleContext context, Sentence sentence, PhraseMatch<VisitKind?> noun) =>
        context.Verbs[sentence.Index].Any(v => v.Anchor < noun.First && noun.First - v.Anchor <= 6 && v.Verb is "effectuer" or "rendre" or "faire" && v.Tense is Tense.Infinitive or Tense.Subjunctive or Tense.Conditional && v.Anchor < noun.First && noun.First - v.Anchor <= 6);

    private static List<string> GoalsOf(ArticleContext context, Sentence sentence, int from, int until, bool anyCapital = false)
    {
        var tokens = context.Text.Tokens;
        var goals = new List<(int At, string Code)>();
        bool Leads(int first)
        {
            for (var i = first - 1; i >= sentence.First && i >= first - 2; i--)
            {
                var folded = tokens[i].Folded;
                if (folded is "au" or "aux" or "en" || folded is "a" && tokens[i].Text is "à" or "À" || folded is "aupres")
                {
                    return true;
                }

                if (folded is not ("la" or "l'" or "le" or "de" or "d'"))
                {
                    return false;
                }
            }

            return false;
        }

        foreach (var mention in context.Partners.Mentions.Where(m => m.SentenceIndex == sentence.Index && m.FirstToken >= from && m.FirstToken < until && (m.Kind is MentionKind.Name or MentionKind.Body || m.Kind == MentionKind.Capital && (anyCapital || m.FirstToken < from + 4)) && Leads(m.FirstToken)))
        {
            goals.Add((mention.FirstToken, mention.Code));
        }

        foreach (var mention in context.Partners.Home.Where(m => m.SentenceIndex == sentence.Index && m.FirstToken >= from && m.FirstToken < until && (m.Kind == MentionKind.Name || m.Kind == MentionKind.Capital && (anyCapital || m.FirstToken < from + 4)) && Leads(m.FirstToken)))
        {
            goals.Add((mention.FirstToken, context.HomeCountry));
        }

        return [.. goals.OrderBy(g => g.At).Select(g => g.Code).Distinct(StringComparer.Ordinal)];
    }

    private static DateMention? DateOf(ArticleContext context, Sentence sentence, int first, int end)
    {
        var near = context.Dates.Mentions.Where(d => d.SentenceIndex == sentence.Index && !d.Resolved.Date.IsEmpty).ToList();
        return near.Find(d => d.Expression.IsRange && d.First >= first - 10 && d.First <= end + GoalReach)
            ?? near.Find(d => d.First >= end && d.First <= end + 8)
            ?? near.Find(d => d.End <= first && first - d.End <= 3);
    }
}
