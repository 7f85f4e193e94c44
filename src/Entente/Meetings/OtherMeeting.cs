using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.People;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Whether what a pair is told to have done (<c>les deux ministres</c>, <c>ils</c>) is another meeting than the one told of them.</summary>
internal static class OtherMeeting
{
    /// <summary><c>Au cours de cette visite, ils ont coprésidé la première session du comité</c>: another than the talks told.</summary>
    public static bool IsSessionOfVisit(ArticleContext context, Draft? told, Encounter encounter, IReadOnlyList<PhraseMatch<EncounterCue>> cues) =>
        encounter.Trigger is { Rule.Kind: MeetingKind.Dialogue, IsInPassing: false } trigger && told is { Kind: not MeetingKind.Dialogue, Mode: MeetingMode.InPerson }
            && !(encounter.Home.Any(a => a.First >= encounter.Sentence.First && a.Count == 1) && encounter.Guests.Any(a => a.First >= encounter.Sentence.First && a.Count == 1))
            && (cues.Any(c => c.Value == EncounterCue.Near && c.First < trigger.First) || ClauseLexicons.French.Words.StandsIn("visit-whole", context.Text.Tokens, encounter.Sentence.First, trigger.First));

    /// <summary><c>X s'est entretenu avec une haute délégation du Département. Il a été également reçu par le ministre Y</c>: by another than whom the text did not name.</summary>
    public static bool IsFurtherReception(ArticleContext context, Draft? told, Encounter encounter)
    {
        var (trigger, tokens) = (encounter.Trigger, context.Text.Tokens);
        return trigger.Rule is { Kind: MeetingKind.Reception, Form: TriggerForm.Passive } && told is { Kind: not MeetingKind.Reception, Guests.Count: 0, Home.Count: > 0 } && told.Sentence != encounter.Sentence.Index
            && encounter.Guests.Any(g => g is { IsNamed: true, Person: not null }) && ClauseLexicons.French.Words.StandsIn("beside", tokens, trigger.First, trigger.End);
    }

    /// <summary>
    /// <c>X a été reçu par le Premier ministre Y. Le même jour, les deux délégations ont tenu une séance de travail</c>: another than the audience, and whoever gave that did not sit in it;
    /// null where it is none such.
    /// </summary>
    public static Encounter? OfDelegations(Draft? told, Encounter encounter, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        static Actor Unnamed(Actor actor) => actor.Level >= PersonLevel.HeadOfGovernment ? actor with { Person = null, IsNamed = false, IsInstitution = true, Level = PersonLevel.Other } : actor;
        var isAnother = encounter is { IsOfBoth: true, PairLevel: <= PersonLevel.Other, Trigger: { IsInPassing: false, IsDefinite: false, IsEvent: false, Rule: { Form: TriggerForm.Noun, Kind: MeetingKind.Talks } } trigger }
            && told is { Kind: MeetingKind.Reception or MeetingKind.CourtesyCall, IsAudience: true } && cues.Any(c => c.Value == EncounterCue.Near && c.First < trigger.First);
        return isAnother ? encounter with { Home = [.. encounter.Home.Select(Unnamed)], Guests = [.. encounter.Guests.Select(Unnamed)] } : null;
    }

    /// <summary><c>Le lendemain, les deux délégations ont eu une séance de travail</c>: another than the call of the day before.</summary>
    public static bool IsOfOtherDay(Draft told, DateMention? date) =>
        date is { Resolved.Date.Day: > 0 } && told is { Kind: MeetingKind.Reception or MeetingKind.CourtesyCall, Date.Date.Day: > 0 } && !told.Date.Date.Agrees(date.Resolved.Date);

    /// <summary><c>Le président X a reçu le ministre Y. Le même matin, les deux ministres avaient eu un entretien</c>: a minister of ours and Y.</summary>
    public static bool IsOfOtherOffice(Draft told, Encounter encounter) =>
        encounter.PairLevel > PersonLevel.Other && told.HomeLevel > PersonLevel.Other && told.HomeLevel != encounter.PairLevel
            && encounter.Home.Any(a => a.Level == encounter.PairLevel) && encounter.Guests.Any(a => a.Level == encounter.PairLevel) && told.IsOfOthers(encounter.Home);

    /// <summary>
    /// <c>Le ministre X a écouté l'ambassadeur du Vietnam en Espagne présenter la situation. Lors de la rencontre, il a salué l'ambassade</c>: of ours with one another, whoever of the
    /// other state was told before.
    /// </summary>
    public static bool IsWithOurEmbassy(ArticleContext context, Encounter encounter)
    {
        if (encounter is not { HasOwnPeople: false, Trigger: { IsInPassing: true, IsDefinite: true, IsTheirs: false } } || encounter.Guests.Any(g => g.First >= encounter.Sentence.First)
            || context.Text.Sentences.LastOrDefault(s => s.Section == SectionKind.Body && s.Index < encounter.Sentence.Index) is not { } before || context.Actors[before.Index].Exists(context.IsForeign))
        {
            return false;
        }

        return context.Actors[before.Index].Exists(a => context.IsHome(a) && a.Level == PersonLevel.Ambassador && encounter.Home.All(h => h.Person != a.Person) && context.Verbs[before.Index].Any(v => v.IsFinite && v.End <= a.First));
    }
}
