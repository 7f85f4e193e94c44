using Entente.Clauses;
using Entente.Lexicons;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the ceremonies at which people of both sides stand, where no word of encounter tells it: <c>La cérémonie a été organisée sous la présidence de X et de Y</c>,
/// <c>Le Centre a été inauguré en présence de X et de Y</c>, <c>Y étaient présents X et Y</c>, <c>La remise a eu lieu entre X et Y</c>. One side alone makes none, unless something
/// is handed over before an envoy and the other side stands by unnamed.
/// </summary>
internal sealed class CeremonyReader(EncounterLexicon lexicon, WordSets words, EncounterDater dater, VenueFinder venues)
{
    private static readonly EncounterRule s_rule = new("", TriggerForm.Any, ObjectMarker.Entre, MeetingKind.Contact, MeetingMode.InPerson, TriggerNeed.None, "", "");

    private readonly CeremonyPeople _people = new(lexicon, words);
    private readonly CeremonySpeakers _speakers = new(words);
    private readonly NumberedSession _numbered = new(words);

    /// <summary>The ceremonies whose people no meeting told has.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told, MeetingStory story)
    {
        var found = new List<Meeting>();
        Sentence? before = null;
        Sentence? last = null;
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            var isEvent = IsHeld(context, sentence);
            // "Une remise a eu lieu mardi. L'ambassadeur Y a assisté à la cérémonie": the one told before.
            var ceremony = isEvent && (before is null || HasDay(context, sentence)) ? sentence : before;
            var people = isEvent ? _people.At(context, sentence) : [];
            if (people.Count == 0 && (before ?? LostBefore(context, sentence, last)) is { } open && _people.Told(context, sentence) is { Count: > 0 } there)
            {
                // "Un cours a été ouvert. Ont assisté à l'ouverture X et Y"
                (people, ceremony) = (there, open);
            }

            // "X a décerné l'ordre à onze officiers. Étaient présents à la cérémonie …"
            // "La conférence a eu lieu. Avant la conférence, un accueil officiel a été organisé. X et Y ont coprésidé la conférence": what led up to it is passed over.
            var leadsUp = before is not null && words.Has("before-after", context.Text.Tokens[sentence.First].Folded);
            before = leadsUp ? before : isEvent || Giving(context, sentence).Verb is not null ? sentence : null;
            if (people.Count > 0 && MeetingOf(context, sentence, ceremony!, last, people, told.Concat(found), story) is { } meeting)
            {
                found.Add(meeting);
            }

            last = sentence;
        }

        return told.Count + found.Count > 0 ? found : [.. Spoken(context, story)];
    }

    /// <summary>The ceremony or gathering at which somebody of each side spoke, where the text tells nothing else.</summary>
    private IEnumerable<Meeting> Spoken(ArticleContext context, MeetingStory story)
    {
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && HasDay(context, s) && (IsHeld(context, s) || _speakers.IsGathering(context, s, lexicon))))
        {
            if (_speakers.After(context, sentence) is { Count: > 0 } people && MeetingOf(context, sentence, sentence, null, people, [], story) is { } meeting)
            {
                return [meeting];
            }
        }

        return [];
    }

    /// <summary>The sentence of a ceremony whose lead is lost: <c>Étaient présents X et Y. Lors de la cérémonie, …</c>.</summary>
    private static Sentence? LostBefore(ArticleContext context, Sentence sentence, Sentence? last) =>
        last is null && context.Text.Sentences.FirstOrDefault(s => s.Index > sentence.Index && s.Section == SectionKind.Body) is { } next && context.Holds(next, "ceremony-event") && context.Verbs[next.Index].Any(IsPast) ? next : null;

    private Meeting? MeetingOf(ArticleContext context, Sentence sentence, Sentence ceremony, Sentence? last, List<Actor> people, IEnumerable<Meeting> told, MeetingStory story)
    {
        var home = people.FindAll(context.IsHome);
        var guests = people.FindAll(context.IsForeign);
        // "X a remis des ordres à des officiers lao. La cérémonie a été honorée de la présence de Y"
        if ((home.Count == 0) != (guests.Count == 0) && (Gives(context, ceremony) ?? (last is null ? null : Gives(context, last))) is { } giver && context.IsHome(giver) == (home.Count == 0) && (context.IsHome(giver) || context.IsForeign(giver)))
        {
            (context.IsHome(giver) ? home : guests).Add(giver);
        }

        // "La cérémonie a vu la participation du colonel russe Y. L'ambassadeur X a remercié les vétérans"
        if (home.Count == 0 && guests.Count > 0 && _speakers.OfHome(context, ceremony) is { } speaker)
        {
            home.Add(speaker);
        }

        if (home.Count == 0 && guests.Count == 0 || told.Any(m => m.Evidence.Start == sentence.Span.Start || Has(m, home) && Has(m, guests)))
        {
            return null;
        }

        // "L'accord a été signé entre les deux écoles, en présence du colonel X et du colonel Y": those of the schools only sign.
        if (!context.Holds(ceremony, "ceremony-event") && Giving(context, ceremony).Verb is null && !people.Exists(a => a.Level >= PersonLevel.Ambassador) && !context.Holds(ceremony, "twinning"))
        {
            return null;
        }

        var partner = home.Count > 0 && guests.Count > 0 ? null : Unnamed(context, sentence, ceremony, home.Count > 0 ? home : guests);
        if ((home.Count == 0 || guests.Count == 0) && (partner is null || told.Any(m => m.Status == MeetingStatus.Held && m.Partners.Contains(partner, StringComparer.Ordinal))))
        {
            return null;
        }

        var verb = context.Verbs[ceremony.Index].First(IsPast);
        var encounter = new Encounter(new Trigger(s_rule, verb.First, verb.End, Tense.Past, IsEvent: true), ceremony, home, guests, false, true, null);
        var date = dater.Find(context, encounter);
        var venue = venues.Find(context, encounter);
        if (EncounterDater.IsBackground(verb.Tense, date?.Resolved, context.Dates.ArticleDate, []))
        {
            return null;
        }

        // People of several states sit in a gathering.
        var isGathering = guests.Select(g => g.Country).Distinct(StringComparer.Ordinal).Count() > 1 && context.Holds(ceremony, "conference-noun");
        var meeting = Meeting.Of(context, sentence, isGathering ? MeetingKind.Conference : context.Verbs[sentence.Index].Exists(v => v.IsFinite && _numbered.IsChaired(context, sentence, v)) || _numbered.IsOfBoth(context, ceremony) ? MeetingKind.Dialogue : MeetingKind.Contact, date?.Resolved ?? story.DayBefore(sentence.Index) ?? context.Dates.Presumed, home, guests);
        return meeting with
        {
            Partners = partner is null ? meeting.Partners : [partner],
            Weekday = date?.Expression.Weekday,
            IsInferred = true,
            IsMultilateral = isGathering,
            Place = venue.Place,
            HostCountry = venue.Country,
        };
    }

    /// <summary>
    /// The partner of something handed over (<c>Une cérémonie de remise des restes</c>) where one side is told by an envoy and the other by those who came for it: <c>Étaient présents
    /// des représentants du ministère et l'ambassadeur américain Y</c>.
    /// </summary>
    private string? Unnamed(ArticleContext context, Sentence sentence, Sentence ceremony, List<Actor> envoys)
    {
        var isGuest = context.IsForeign(envoys[0]);
        // Where the text names somebody of the other side, or of a side that nothing tells, he may be the one who stands for it.
        if (context.Actors[sentence.Index].Exists(a => a is { IsNamed: true, Country: null, IsInstitution: false } && a.Person is not null)
            || context.Text.Sentences.Any(s => s.Section == SectionKind.Body && context.Actors[s.Index].Exists(a => a is { IsNamed: true, Person: not null } && (isGuest ? context.IsHome(a) : context.IsForeign(a)))))
        {
            return null;
        }

        // "Les restes ont été remis à la partie américaine"
        if (!context.Holds(ceremony, "handing-noun") && !context.Verbs[ceremony.Index].Exists(v => IsPast(v) && words.Has("awarding", Folding.Fold(v.Verb))) || envoys[0].Level < PersonLevel.Ambassador || FormerOffice.IsToldOf(context, envoys[0]))
        {
            return null;
        }

        // "La remise des prix a eu lieu mardi. L'ambassadeur Y était présent": nothing passes from one side to the other, unless both are told as sides.
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        if (isGuest && !context.Mentions[ceremony.Index].Any(m => m.Code == envoys[0].Country) && !words.StandsIn("side-head", tokens, sentence.First, end))
        {
            return null;
        }

        if (!isGuest)
        {
            return context.Mentions[sentence.Index].Where(m => m is { Counts: true, IsPlace: false }).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList() is [var sole] && IsBodyThere(context, sentence) ? sole : null;
        }

        var isHomeThere = context.HomeMentions[sentence.Index].Any(m => m.Kind != Partners.MentionKind.Capital) && IsBodyThere(context, sentence);
        return isHomeThere ? envoys[0].Country : null;
    }

    private bool IsBodyThere(ArticleContext context, Sentence sentence) => words.StandsIn("institution", context.Text.Tokens, sentence.First, sentence.First + sentence.Count);

    /// <summary>Who hands something over as the subject of a sentence: <c>X a décerné mardi l'ordre de l'Amitié à onze officiers</c>; null for nobody.</summary>
    private Actor? Gives(ArticleContext context, Sentence sentence) =>
        Giving(context, sentence) is { Verb: not null } verb ? context.Actors[sentence.Index].FindLast(a => a.End <= verb.First && a is { IsNamed: true, Person: not null, Country: not null }) : null;

    /// <summary>The verb of a sentence that tells something as handed over.</summary>
    private VerbGroup Giving(ArticleContext context, Sentence sentence) =>
        context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite) is { IsPassive: false, IsReflexive: false, Tense: Tense.Past, Verb: { } given } verb && words.Has("awarding", Folding.Fold(given)) ? verb : default;

    /// <summary><c>La 150e cérémonie de rapatriement a été organisée</c>, <c>Le Centre a été inauguré</c>, <c>La remise a eu lieu</c>; a welcome only opens the talks that follow it.</summary>
    private bool IsHeld(ArticleContext context, Sentence sentence) =>
        (context.Holds(sentence, "ceremony-event") || _people.Signing(context, sentence).Verb is not null) && !lexicon.CuesOf(context.Text, sentence).Any(c => c.Value == EncounterCue.Welcome) && context.Verbs[sentence.Index].Any(IsPast) && !context.Verbs[sentence.Index].Any(v => v.Tense is Tense.Future or Tense.Conditional);

    private static bool HasDay(ArticleContext context, Sentence sentence) => context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0 || d.Expression.Weekday is not null);

    private static bool IsPast(VerbGroup verb) => verb.IsFinite && verb.Tense is Tense.Past;

    private static bool Has(Meeting meeting, List<Actor> side) => meeting.Status == MeetingStatus.Held && side.Exists(a => meeting.Home.Concat(meeting.Guests).Any(p => p.Person == a.Person));
}
