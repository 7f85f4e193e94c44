using Entente.Clauses;
using Entente.Lexicons;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the ceremonies at which people of both sides stand, where no word of encounter tells it: <c>La cérémonie a été organisée sous la présidence de X et de Y</c>,
/// <c>Le Centre a été inauguré en présence de X et de Y</c>, <c>Y étaient présents X et Y</c>, <c>La remise a eu lieu entre X et Y</c>. One side alone makes none.
/// </summary>
internal sealed class CeremonyReader(EncounterLexicon lexicon, WordSets words, EncounterDater dater, VenueFinder venues)
{
    /// <summary>At the head of a sentence, of who was there: <c>Y étaient présents</c>, <c>Assistaient à la cérémonie</c>.</summary>
    private const int HeadReach = 5;

    private static readonly EncounterRule s_rule = new("", TriggerForm.Any, ObjectMarker.Entre, MeetingKind.Contact, MeetingMode.InPerson, TriggerNeed.None, "", "");

    private readonly WordIds _events = words["ceremony-event"];

    /// <summary>The ceremonies whose people no meeting told has.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told, MeetingStory story)
    {
        var found = new List<Meeting>();
        Sentence? before = null;
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            var isEvent = IsHeld(context, sentence);
            var ceremony = isEvent ? sentence : before;
            var people = isEvent ? Attending(context, sentence) : [];
            // "Un cours a été ouvert. Ont assisté à l'ouverture X et Y"
            if (people.Count == 0 && before is not null && TellsPresence(context, sentence))
            {
                (people, ceremony) = (Named(context, sentence, sentence.First), before);
            }

            before = isEvent ? sentence : null;
            if (people.Count > 0 && MeetingOf(context, sentence, ceremony!, people, told.Concat(found), story) is { } meeting)
            {
                found.Add(meeting);
            }
        }

        return found;
    }

    private Meeting? MeetingOf(ArticleContext context, Sentence sentence, Sentence ceremony, List<Actor> people, IEnumerable<Meeting> told, MeetingStory story)
    {
        var home = people.FindAll(context.IsHome);
        var guests = people.FindAll(context.IsForeign);
        if (home.Count == 0 || guests.Count == 0 || told.Any(m => m.Evidence.Start == sentence.Span.Start || Has(m, home) && Has(m, guests)))
        {
            return null;
        }

        var verb = context.Verbs[ceremony.Index].First(v => IsPast(v));
        var encounter = new Encounter(new Trigger(s_rule, verb.First, verb.End, Tense.Past, IsEvent: true), ceremony, home, guests, false, true, null);
        var date = dater.Find(context, encounter);
        var venue = venues.Find(context, encounter);
        if (EncounterDater.IsBackground(verb.Tense, date?.Resolved, context.Dates.ArticleDate, []))
        {
            return null;
        }

        // People of several states sit in a gathering.
        var isGathering = guests.Select(g => g.Country).Distinct(StringComparer.Ordinal).Count() > 1 && context.Holds(ceremony, "conference-noun");
        return Meeting.Of(context, sentence, isGathering ? MeetingKind.Conference : MeetingKind.Contact, date?.Resolved ?? story.DayBefore(sentence.Index) ?? context.Dates.Presumed, home, guests) with
        {
            Weekday = date?.Expression.Weekday,
            IsInferred = true,
            IsMultilateral = isGathering,
            Place = venue.Place,
            HostCountry = venue.Country,
        };
    }

    /// <summary><c>La 150e cérémonie de rapatriement a été organisée</c>, <c>Le Centre a été inauguré</c>, <c>La remise a eu lieu</c>; a welcome only opens the talks that follow it.</summary>
    private bool IsHeld(ArticleContext context, Sentence sentence) =>
        context.Holds(sentence, "ceremony-event") && !lexicon.CuesOf(context.Text, sentence).Any(c => c.Value == EncounterCue.Welcome) && context.Verbs[sentence.Index].Any(IsPast) && !context.Verbs[sentence.Index].Any(v => v.Tense is Tense.Future or Tense.Conditional);

    private static bool IsPast(VerbGroup verb) => verb.IsFinite && verb.Tense is Tense.Past;

    /// <summary>Those behind the words of presence, of presiding, or between whom something changed hands.</summary>
    private List<Actor> Attending(ArticleContext context, Sentence sentence)
    {
        var tokens = context.Text.Tokens;
        var cue = lexicon.CuesOf(context.Text, sentence).FirstOrDefault(c => c.Value == EncounterCue.Chairs && !IsOfDelegation(context, sentence, c.First));
        if (cue.Count > 0)
        {
            return Named(context, sentence, cue.First);
        }

        for (var i = sentence.First + 1; i < sentence.First + sentence.Count; i++)
        {
            if (words.Has("between", tokens[i].Folded) && _events.Contains(FirstNoun(context, sentence)) || words.Has("in-presence", tokens[i].Folded) && words.Has("there", tokens[i - 1].Folded))
            {
                return Named(context, sentence, i);
            }
        }

        return [];
    }

    /// <summary><c>Une délégation placée sous la direction du général X a assisté à l'inauguration</c>: he leads it, and not what it saw.</summary>
    private static bool IsOfDelegation(ArticleContext context, Sentence sentence, int cue) => context.Actors[sentence.Index].Exists(a => a.IsGroup && a.First < cue && cue < a.End);

    /// <summary>The event that is the subject of its sentence: <c>La remise symbolique a eu lieu entre X et Y</c>.</summary>
    private int FirstNoun(ArticleContext context, Sentence sentence)
    {
        for (var i = sentence.First; i < Math.Min(sentence.First + HeadReach, sentence.First + sentence.Count); i++)
        {
            if (_events.Contains(context.Text.Tokens[i].Id))
            {
                return context.Text.Tokens[i].Id;
            }
        }

        return -1;
    }

    private bool TellsPresence(ArticleContext context, Sentence sentence)
    {
        // "À l'entretien assistaient …" is of another encounter.
        var tokens = context.Text.Tokens;
        if (!words.Has("there", tokens[sentence.First].Folded) && !words.Has("present", tokens[sentence.First].Folded) && FirstNoun(context, sentence) < 0)
        {
            return false;
        }

        for (var i = sentence.First; i < Math.Min(sentence.First + HeadReach, sentence.First + sentence.Count); i++)
        {
            if (words.Has("present", tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Actor> Named(ArticleContext context, Sentence sentence, int from) =>
        [.. context.Actors[sentence.Index].Where(a => a.First >= from && a is { IsNamed: true, Person: { } person, Count: 1, Country: not null } && !context.IsHistoric(person)).DistinctBy(a => a.Person)];

    private static bool Has(Meeting meeting, List<Actor> side) => meeting.Status == MeetingStatus.Held && side.Exists(a => meeting.Home.Concat(meeting.Guests).Any(p => p.Person == a.Person));
}
