using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Tables;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Whether an encounter of a story was held, is planned, or is recalled from another time.</summary>
internal sealed class StoryStatus(ArticleContext context, StoryDays days, List<Draft> drafts)
{
    /// <summary>The status of an encounter with its own date, or the <paramref name="stay"/> in which it was.</summary>
    public MeetingStatus Of(Encounter encounter, ResolvedDate? date, ResolvedDate? stay, IReadOnlyList<PhraseMatch<EncounterCue>> cues) =>
        IsOfOtherTimes(encounter, date) || date is null && IsBroughtUp(encounter) ? MeetingStatus.Recalled : OfTense(encounter.Trigger.Tense, date ?? stay, cues);

    /// <summary><c>Le Vietnam, qui avait tenu dix jours plus tôt, le 13 mars, son dialogue avec le Japon</c>, in an article about Laos.</summary>
    private bool IsOfOtherTimes(Encounter encounter, ResolvedDate? date)
    {
        const int Days = 6;
        return encounter.Trigger.Tense == Tense.Pluperfect && date is { To: { } to } && days.News.From is { } from && from.DayNumber - to.DayNumber > Days && context.Partners.MainPartners.Count > 0
            && (encounter.Guests.Count > 0 ? encounter.Guests.Select(g => g.Country!) : context.Mentions[encounter.Sentence.Index].Select(m => m.Code)).ToList() is { Count: > 0 } others && !others.Exists(c => context.Partners.MainPartners.Contains(c, StringComparer.Ordinal));
    }

    /// <summary>Without those that tell when something else was: <c>avait travaillé avec X au Centre Y, inauguré il y a trois mois</c>.</summary>
    public IReadOnlyList<PhraseMatch<EncounterCue>> OwnCues(Encounter encounter, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        bool IsOfAnother(PhraseMatch<EncounterCue> cue) => cue.Value == EncounterCue.Far && cue.First > encounter.Trigger.End
            && context.Verbs[encounter.Sentence.Index].Any(v => v.End == cue.First && v.First == v.Anchor && v.First > encounter.Trigger.End);
        return cues.Any(IsOfAnother) ? [.. cues.Where(c => !IsOfAnother(c))] : cues;
    }

    /// <summary><c>Il a rappelé que le ministre X avait reçu le général Y</c>: somebody else, at some other time.</summary>
    private bool IsBroughtUp(Encounter encounter)
    {
        var words = ClauseLexicons.French.Words;
        var (tokens, sentence, trigger) = (context.Text.Tokens, encounter.Sentence, encounter.Trigger);
        return trigger.Tense == Tense.Pluperfect && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.Tense == Tense.Past && v.End < trigger.First && words.Has("bringing-up", Folding.Fold(v.Verb))
            && words.StandsIn("that", tokens, v.End, Math.Min(v.End + 4, trigger.First))
            && encounter.Home.Concat(encounter.Guests).Where(a => a.Person is not null).All(a => a.First > v.End && !drafts.Exists(d => d.Status == MeetingStatus.Held && (d.Home.Exists(p => p.Person == a.Person) || d.Guests.Exists(p => p.Person == a.Person)))));
    }

    private MeetingStatus OfTense(Tense tense, ResolvedDate? date, IReadOnlyList<PhraseMatch<EncounterCue>> cues) => tense switch
    {
        Tense.Future => MeetingStatus.Planned,
        _ when EncounterDater.IsBackground(tense, date, days.News, cues) => MeetingStatus.Recalled,

        // "Ils s'étaient rencontrés en 2009": no news is dated by its year alone.
        _ when date is { Date: { Year: > 0, Month: 0 } } && days.News.Date.Year == 0 => MeetingStatus.Recalled,

        // "X et Y se sont rencontrés lundi. Ils ont salué la session tenue en septembre 2010": nor by its month, behind the news.
        _ when date is { Date: { Year: > 0, Month: > 0, Day: 0 } month } && days.News.Date.Year == 0 && drafts.Exists(d => d.Status == MeetingStatus.Held && !(d.Date.Date.Year == month.Year && d.Date.Date.Month == month.Month)) => MeetingStatus.Recalled,
        _ => MeetingStatus.Held,
    };
}
