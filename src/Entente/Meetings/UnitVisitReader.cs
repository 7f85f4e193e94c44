using Entente.Clauses;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the visits that officers of partners pay to a unit or school of the home side, where no word of encounter tells who met them there: <c>Les attachés militaires du Japon et de l'Inde ont
/// visité mardi l'Académie navale. Le directeur X leur a présenté l'école</c>. Attachés meet those of the unit by coming; of others somebody has to show them round.
/// </summary>
internal sealed class UnitVisitReader(WordSets words, EncounterDater dater, VenueFinder venues)
{
    private static readonly EncounterRule s_rule = new("", TriggerForm.Any, ObjectMarker.A, MeetingKind.Contact, MeetingMode.InPerson, TriggerNeed.None, "", "");

    /// <summary>The visits that no meeting told has.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told)
    {
        var found = new List<Meeting>();
        Sentence? before = null;
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            var lead = IsDated(context, sentence) ? sentence : before is not null && GoesOn(context, before, sentence) ? before : null;
            before = sentence;
            if (lead is not null && Visiting(context, sentence) is { Verb: not null } verb && VisitOf(context, sentence, verb, lead, [.. told, .. found]) is { } visit)
            {
                found.Add(visit);
            }
        }

        return found;
    }

    private static bool IsDated(ArticleContext context, Sentence sentence) => context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null);

    /// <summary><c>Les attachés de l'Inde et du Chili se sont rendus mercredi à Quang Ninh. Ils ont visité la brigade 170</c>: the day and the states are told with the journey.</summary>
    private bool GoesOn(ArticleContext context, Sentence before, Sentence sentence)
    {
        const int HeadReach = 3;
        return IsDated(context, before) && context.Holds(before, "attaches") && context.DatesIn[sentence.Index].Count == 0
            && Enumerable.Range(sentence.First, Math.Min(HeadReach, sentence.Count)).Any(i => words.Has("subject-pronoun", context.Text.Tokens[i].Folded) || words.Has("attaches", context.Text.Tokens[i].Folded) || words.Has("delegation", context.Text.Tokens[i].Folded))
            && context.Verbs[before.Index].FirstOrDefault(v => v.IsFinite) is { Verb: not null, Tense: Tense.Past, IsPassive: false } && Visiting(context, before).Verb is null;
    }

    private Meeting? VisitOf(ArticleContext context, Sentence sentence, VerbGroup verb, Sentence lead, IReadOnlyList<Meeting> told)
    {
        var going = lead == sentence ? verb : context.Verbs[lead.Index].First(v => v.IsFinite);
        var guests = Guests(context, lead, going);
        var host = Host(context, sentence, verb);
        var areAttaches = words.StandsIn("attaches", context.Text.Tokens, lead.First, going.First);
        if (guests.Count == 0 || host is null && !areAttaches || told.Any(m => m.Status == MeetingStatus.Held && m.Partners.Intersect(guests, StringComparer.Ordinal).Any()))
        {
            return null;
        }

        var encounter = new Encounter(new Trigger(s_rule, going.First, going.End, Tense.Past), lead, [], [], guests.Count > 1, true, null);
        var date = dater.Find(context, encounter);
        if (date is null || EncounterDater.IsBackground(Tense.Past, date.Resolved, context.Dates.ArticleDate, []))
        {
            return null;
        }

        var venue = venues.Find(context, encounter);
        var head = Head(context, sentence, guests);
        return Meeting.Of(context, sentence, MeetingKind.Contact, date.Resolved, host is null ? [] : [host], head is null ? [] : [head]) with
        {
            Partners = guests,
            Weekday = date.Expression.Weekday,
            IsInferred = true,
            IsMultilateral = guests.Count > 1,
            Place = venue.Place,
            HostCountry = context.HomeCountry,
        };
    }

    /// <summary>The verb by which somebody goes to see a unit of the home side; none for a place where nobody is met.</summary>
    private VerbGroup Visiting(ArticleContext context, Sentence sentence)
    {
        const int ObjectReach = 12;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        var verb = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite);
        var visits = verb is { Verb: not null, IsPassive: false, Tense: Tense.Past } && (words.Has("sightseeing", Folding.Fold(verb.Verb)) || words.Has("going", Folding.Fold(verb.Verb)) && (verb.IsReflexive || verb.End < end && words.Has("visit-whole", tokens[verb.End].Folded)));
        var until = Math.Min(verb.End + ObjectReach, end);
        return visits && (words.StandsIn("institution", tokens, verb.End, until) || words.StandsIn("our-unit", tokens, verb.End, until)) && !context.Mentions[sentence.Index].Any(m => m.FirstToken >= verb.End && m.FirstToken < until) ? verb : default;
    }

    /// <summary>The states of several who visit it: those that the subject names, else that of the one who leads them or speaks for them.</summary>
    private List<string> Guests(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        if (!words.StandsIn("attaches", context.Text.Tokens, sentence.First, verb.First) && !words.StandsIn("delegation", context.Text.Tokens, sentence.First, verb.First))
        {
            return [];
        }

        var states = context.Mentions[sentence.Index].Where(m => m.EndToken <= verb.First && m.Counts && !m.IsPlace).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList();
        return states.Count > 0 ? states : Head(context, sentence, []) is { Country: { } country } ? [country] : [];
    }

    /// <summary>The first foreigner whom the sentence or the next ones name.</summary>
    private static Actor? Head(ArticleContext context, Sentence sentence, List<string> guests)
    {
        const int Following = 5;
        return context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index >= sentence.Index).Take(Following).SelectMany(s => context.Actors[s.Index])
            .FirstOrDefault(a => a is { IsNamed: true, Person: not null } && context.IsForeign(a) && (guests.Count == 0 || guests.Contains(a.Country!, StringComparer.Ordinal)));
    }

    /// <summary>Who shows them the unit: <c>Le directeur X leur a présenté l'école</c>, <c>Le colonel X a informé les invités des tâches</c>.</summary>
    private Actor? Host(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        const int Following = 3;
        foreach (var told in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index >= sentence.Index).Take(Following))
        {
            if (context.Verbs[told.Index].FirstOrDefault(v => v is { IsFinite: true, IsPassive: false, Tense: Tense.Past } && (told != sentence || v.First > verb.End) && words.Has("unit-hosting", Folding.Fold(v.Verb))) is { Verb: not null } showing
                && context.Actors[told.Index].FindLast(a => a.End <= showing.First && a is { IsNamed: true, Person: not null }) is { } host && context.IsHome(host))
            {
                return host;
            }
        }

        return null;
    }
}
