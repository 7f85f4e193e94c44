using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds who meets whom at a trigger. The object stands after its marker; the subject is the nearest actor of the other side before it, or
/// the one that a pronoun stands for. <c>les deux ministres</c> are one of each side. People named only as background
/// (<c>à l'invitation de</c>) are left out. Several partners joined to one object are as many encounters.
/// </summary>
internal sealed class ParticipantFinder(WordSets words)
{
    public IReadOnlyList<Encounter> Find(ArticleContext context, Sentence sentence, Trigger trigger, IReadOnlyList<PhraseMatch<EncounterCue>> cues)
    {
        // "a rappelé que le Président Hô Chi Minh avait été reçu à Varsovie": he was, and not whoever says so.
        if (trigger.Rule.Form != TriggerForm.Noun && context.Actors[sentence.Index].Exists(a => a.End == trigger.First && context.IsHistoric(a.Person)))
        {
            return [];
        }

        var clause = new Clause(context, sentence, trigger, PresentActors.Of(context, sentence, cues), words);
        var isChairs = trigger.IsEvent;
        var named = isChairs ? DelegationHeads.ChairsOf(context, sentence, [.. cues.Where(c => c.Value != EncounterCue.Chairs || c.First >= trigger.First)]) : clause.Objects.Find();
        if (isChairs && named.Count == 0)
        {
            named = clause.Objects.Find();
        }

        // "s'est rendu à Vientiane pour voir ses homologues": what he had in view; whom he met is named.
        if (clause.Subjects.IsOfPurpose && !named.Any(a => a.IsNamed) && !clause.Objects.HasPronoun && !IsOfBothGoing(clause, trigger, named))
        {
            return [];
        }

        var pair = named.Count == 0 && clause.Subjects.Find() is { Count: > 0 } subject && subject.All(s => s.Count > 1) ? subject[0] : null;
        var isRespective = context.Holds(clause.Sentence, "respective");
        var encounters = Combine(clause, named, isRespective || cues.Any(c => c.Value == EncounterCue.Apart), isRespective);
        return pair is not null ? [.. encounters.Select(e => e with { IsOfBoth = true, PairLevel = Antecedents.LevelOf(context, pair) })] : encounters;
    }

    /// <summary><c>Les deux dirigeants se sont rendus dans la salle de conférence pour s'entretenir</c>, <c>… pour tenir leur entretien</c>: one of each side, who went together.</summary>
    private static bool IsOfBothGoing(Clause clause, Trigger trigger, IReadOnlyList<Actor> named) =>
        named.Count == 0 && trigger.Rule is { Object: ObjectMarker.Avec, Kind: MeetingKind.Talks, Form: TriggerForm.Reflexive or TriggerForm.Noun } && clause.After("with", trigger.End, ObjectFinder.Reach) is null
        && clause.Subjects.Find() is { Count: > 0 } both && (clause.Subjects.HasPluralPronoun || both.All(a => a.Count == 2) || both.Any(clause.Context.IsHome) && both.Any(clause.Context.IsForeign));

    /// <summary>One of each side who open a sentence together (<c>Le vice-ministre X et son homologue Y ont estimé …</c>); nobody else.</summary>
    public IReadOnlyList<Actor> PairOf(ArticleContext context, Sentence sentence)
    {
        const int HeadReach = 3;
        var clause = new Clause(context, sentence, null, [.. context.Actors[sentence.Index]], words);
        // "De l'avis du vice-ministre X et de son homologue Y"
        var view = Enumerable.Range(sentence.First, Math.Min(HeadReach, sentence.Count)).FirstOrDefault(i => words.Has("view-noun", context.Text.Tokens[i].Folded), sentence.First - 1) + 1;
        var pair = clause.GroupAfter(view, view + HeadReach);
        return pair.Any(context.IsHome) && pair.Any(context.IsForeign) ? pair : [];
    }

    private static IReadOnlyList<Encounter> Combine(Clause clause, IReadOnlyList<Actor> named, bool isApart, bool isRespective)
    {
        var told = EncounterSides.Of(clause, named);
        if (NoMeetings.IsOfNobody(told))
        {
            return [];
        }

        told = told.WithHomeSide();
        if (NoMeetings.IsOfOthers(told, isApart))
        {
            return [];
        }

        var sides = told.Completed();
        return NoMeetings.IsOfUntold(sides) ? [] : EncounterSplitter.Split(sides.WithInstitution(), isApart, isRespective);
    }
}
