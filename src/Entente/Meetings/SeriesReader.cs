using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds the encounters of a series (<see cref="SeriesFinder"/>): somebody of the other side opens a sentence, as the one turned to (<c>Avec le ministre indien X, il a fait
/// le point</c>) or as the one who speaks (<c>La ministre allemande Y s'est dite prête</c>).
/// </summary>
internal sealed class SeriesReader(EncounterLexicon lexicon, WordSets words, EncounterDater dater)
{
    /// <summary>From the head of a sentence to somebody who opens it: <c>Pour sa part, le ministre X</c>.</summary>
    private const int HeadReach = 6;

    private static readonly EncounterRule s_rule = new("", TriggerForm.Any, ObjectMarker.Avec, MeetingKind.Talks, MeetingMode.InPerson, TriggerNeed.None, "", "");

    /// <summary>The meetings of a story's series that none of those told has.</summary>
    public IReadOnlyList<Meeting> Find(ArticleContext context, IReadOnlyList<Meeting> told, MeetingStory story)
    {
        var found = new List<Meeting>();
        if (story.Series.Count == 0)
        {
            return found;
        }

        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body && s.Index > story.Series[0].Sentence.Index))
        {
            if (story.SeriesBefore(sentence) is not { Host: { } host } series || (Turn(context, sentence, host) ?? Invited(context, sentence, host, told.Concat(found))) is not { } guest || told.Concat(found).Any(m => Has(context, m, guest) && (!IsTurnedTo(context, sentence) || IsOf(m, host))))
            {
                continue;
            }

            var (home, foreign) = context.IsHome(host) ? (host, guest) : (guest, host);
            var encounter = new Encounter(new Trigger(s_rule, guest.First, guest.End, Tense.Past), sentence, [home], [foreign], false, true, null);
            var date = dater.Find(context, encounter) is { Resolved.Date.Day: > 0 } own ? own : series.Date;
            var meeting = Make(context, sentence, home, foreign, date, story.DayBefore(sentence.Index), series);
            found.Add(IsReceived(context, sentence, guest) ? meeting with { Kind = MeetingKind.Reception } : meeting);
        }

        return found;
    }

    /// <summary>The one whose turn a sentence tells; null for none.</summary>
    private Actor? Turn(ArticleContext context, Sentence sentence, Actor host)
    {
        var actors = context.Actors[sentence.Index];
        var isHostHome = context.IsHome(host);
        if (actors.Find(a => a.Person is not null || a.Count > 1) is not { IsNamed: true, Count: 1, Person: { } person, Country: not null, IsAside: false } guest
            || (isHostHome ? !context.IsForeign(guest) : !context.IsHome(guest)) || guest.First - sentence.First > HeadReach && !IsBroughtTo(context, sentence, guest) || context.People.Bystanders.Contains(person)
            || lexicon.CuesOf(context.Text, sentence).Any(c => c.Value is EncounterCue.Press or EncounterCue.Far or EncounterCue.Background))
        {
            return null;
        }

        if (IsBroughtTo(context, sentence, guest))
        {
            return guest;
        }

        // "Le chef de la police australienne X et le vice-ministre chinois Y, qui se sont entretenus": of two states, with each other.
        if (actors.Any(a => a.First >= guest.End && context.IsForeign(a) && context.IsForeign(guest) && a is { IsNamed: true, Person: not null } && a.Country != guest.Country && words.StandsIn("and", context.Text.Tokens, guest.End, a.First)
            && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= guest.End && v.First < a.First)))
        {
            return null;
        }

        // "Lors du déjeuner offert par Y, X a eu un échange avec Z": Y only gave it.
        if (words.StandsIn("agent", context.Text.Tokens, sentence.First, guest.First))
        {
            return null;
        }

        var verb = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= guest.End);
        if (verb.Verb is null || verb.Tense is not (Tense.Past or Tense.Present) && !VerbTime.IsPerfect(context, sentence, verb, words))
        {
            return null;
        }

        var lead = sentence.First < guest.First ? context.Text.Tokens[sentence.First].Folded : "";
        if (words.Has("turned-to", lead) || words.Has("facing", lead))
        {
            return guest;
        }

        var isTravel = words.Has("travelling", Folding.Fold(verb.Verb)) || words.Has("distant", Folding.Fold(verb.Verb)) && !words.Has("object-pronoun", context.Text.Tokens[verb.First - 1].Folded);
        var isView = words.Has("according", lead) && !words.StandsIn("list-mark", context.Text.Tokens, sentence.First, guest.First);
        return !isView && !verb.IsPassive && !isTravel ? guest : null;
    }

    /// <summary><c>Il a invité la ministre indienne X à visiter le Vietnam</c>: in a round, one of a state of which nobody was told as met; null for none.</summary>
    private Actor? Invited(ArticleContext context, Sentence sentence, Actor host, IEnumerable<Meeting> told)
    {
        const int Lead = 3;
        var verb = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite);
        if (verb is not { Verb: { } inviting, Tense: Tense.Past, IsPassive: false } || !words.Has("inviting", Folding.Fold(inviting)) || lexicon.CuesOf(context.Text, sentence).Any(c => c.Value is EncounterCue.Press or EncounterCue.Far))
        {
            return null;
        }

        var actors = context.Actors[sentence.Index];
        var isHost = words.StandsIn("subject-pronoun", context.Text.Tokens, Math.Max(sentence.First, verb.First - Lead), verb.First) || actors.Exists(a => a.Person == host.Person && a.End <= verb.First);
        return isHost && actors.Find(a => a.First >= verb.End) is { IsNamed: true, Count: 1, Person: not null, IsAside: false, Country: { } country } guest && guest.First - verb.End < Lead && context.IsHome(guest) != context.IsHome(host)
            && !told.Any(m => m.Partners.Contains(country, StringComparer.Ordinal)) ? guest : null;
    }

    /// <summary><c>La première l'a réuni au ministre X</c>, <c>Une autre l'a mis face à face avec Y</c></summary>
    private bool IsBroughtTo(ArticleContext context, Sentence sentence, Actor guest)
    {
        const int Lead = 3;
        const int Gap = 3;
        var verb = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite);
        return verb is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect } && verb.First - sentence.First <= Lead + 1 && words.StandsIn("one-of-series", context.Text.Tokens, sentence.First, Math.Min(sentence.First + Lead, verb.First))
            && new BringingTogether(words).EndOf(context, sentence, verb) is { } end && guest.First >= end && guest.First - end <= Gap;
    }

    /// <summary><c>Avec le ministre X, il n'a été question que …</c>: whoever else met him too, this is of the host.</summary>
    private bool IsTurnedTo(ArticleContext context, Sentence sentence) => words.Has("with", context.Text.Tokens[sentence.First].Folded);

    private static bool IsOf(Meeting meeting, Actor host) => meeting.Home.Concat(meeting.Guests).Any(p => p.Person == host.Person);

    /// <summary><c>Le ministre X, reçu mardi soir, a assuré …</c></summary>
    private static bool IsReceived(ArticleContext context, Sentence sentence, Actor guest) =>
        context.Verbs[sentence.Index].Any(v => v is { Tense: Tense.Participle, Verb: not null } && v.First == guest.End + 1 && EncounterLexicon.French.Verbs[v.Verb].Any(r => r is { Kind: MeetingKind.Reception, Form: TriggerForm.Passive, Need: TriggerNeed.None }));

    private static bool Has(ArticleContext context, Meeting meeting, Actor guest) =>
        meeting.Guests.Concat(meeting.Home).Any(p => p.Person == guest.Person || CorpusReading.PersonKey.Same(p.Name, context.NameOf(guest.Person)!));

    private static Meeting Make(ArticleContext context, Sentence sentence, Actor home, Actor guest, DateMention? date, ResolvedDate? day, Series series) =>
        Meeting.Of(context, sentence, series.Kind, date?.Resolved ?? day ?? context.Dates.Presumed, [home], [guest]) with
        {
            Weekday = date?.Expression.Weekday,
            Place = series.Venue.Place,
            HostCountry = series.Venue.Country,
        };
}
