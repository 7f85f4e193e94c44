using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Tells what reads like an encounter and is none of ours: nobody is met in person, or two others met each other.</summary>
internal static class NoMeetings
{
    /// <summary>Nobody is met, or nobody in person.</summary>
    public static bool IsOfNobody(EncounterSides sides) =>
        LacksOther(sides) || IsOfMany(sides) || IsStay(sides) || IsWelcomeByNobody(sides) || IsOfInstitution(sides) || IsByNobody(sides) || IsOneSided(sides) || LacksObject(sides) || IsOfOthersAlone(sides) || IsAccountOfNobody(sides);

    /// <summary>Those who meet are of other countries.</summary>
    public static bool IsOfOthers(EncounterSides sides, bool isApart) => IsOfThird(sides) || IsBetweenOthers(sides, isApart) || IsWithOwn(sides);

    /// <summary><c>L'ambassadeur X l'a accueilli</c>: whoever is received was not told of the other side.</summary>
    public static bool IsOfUntold(EncounterSides sides) =>
        !sides.HasObject && sides.Trigger.Rule.Form != TriggerForm.Noun && sides.Clause.Objects.HasPronoun && sides.Guests.Count == 0
            && !sides.Context.Actors[Math.Max(0, sides.Clause.Sentence.Index - 1)].Concat(sides.Context.Actors[sides.Clause.Sentence.Index]).Any(sides.Context.IsForeign);

    /// <summary>No object is told where there must be one, and the subject is not of both sides: <c>X et Y se sont réunis</c>.</summary>
    private static bool LacksOther(EncounterSides sides)
    {
        var rule = sides.Trigger.Rule;
        var areTogether = sides.Subject is [{ IsInstitution: true }, { IsInstitution: true }] || rule is { Form: not TriggerForm.Noun, Object: ObjectMarker.Avec, Need: TriggerNeed.WithPerson } && sides.SubjectHome.Any(a => a.Person is not null) && sides.SubjectGuests.Any(a => a.Person is not null);
        var needsObject = rule.Need == TriggerNeed.WithPerson || rule.Object is ObjectMarker.A or ObjectMarker.De || rule is { Form: TriggerForm.Noun, Kind: MeetingKind.Contact };
        return !sides.HasObject && !areTogether && needsObject && !sides.Clause.Objects.HasPronoun && (sides.Clause.After("as-one", sides.Trigger.End, 2) is null || !sides.Subject.Any(s => s.IsNamed));
    }

    /// <summary><c>Les chefs de délégation sont allés saluer le sultan</c>: nobody in person, and of no state where the article is about a body.</summary>
    private static bool IsOfMany(EncounterSides sides) =>
        (sides.Guests.Count > 0 && sides.Home.Count == 0 || sides.Home.Count > 0 && sides.Guests.Count == 0 && sides.Context.SolePartner is { } sole && sides.Context.IsBody(sole)) && sides.Subject.Count == 0 && sides.Clause.Subjects.IsOfMany;

    /// <summary><c>L'Indonésie accueille depuis lundi le ministre X</c>: a visit, and nobody met so far.</summary>
    private static bool IsStay(EncounterSides sides) => sides.Trigger.Rule is { Kind: MeetingKind.Reception, Form: TriggerForm.Active } && sides.Clause.Subjects.IsState;

    /// <summary>
    /// <c>Des représentants sont venus souhaiter la bienvenue à X</c>, <c>Les marins ont été accueillis par des représentants de la Marine</c>: by nobody in particular.
    /// </summary>
    private static bool IsWelcomeByNobody(EncounterSides sides)
    {
        var isByMany = sides.Trigger.Rule is { Kind: MeetingKind.Reception, Form: TriggerForm.Noun, Object: ObjectMarker.A } && sides.Subject.Count > 0 && sides.Subject.All(s => s.Person is null && IsUnnamed(sides, s));
        return isByMany || sides.IsPassive && sides.IsWelcome && sides.HasObject && sides.Objects.All(o => o.Person is null);
    }

    private static bool IsUnnamed(EncounterSides sides, Actor actor)
    {
        var head = sides.Context.Text.Tokens[actor.First].Folded;
        return sides.Clause.Words.Has("many", head) || sides.Clause.Words.Has("no-office", head);
    }

    /// <summary><c>La frégate a été accueillie par le commandement</c>: nobody in person on either side.</summary>
    private static bool IsOfInstitution(EncounterSides sides) =>
        sides.IsPassive && sides.Subject.Count == 0 && sides.HasObject && sides.Objects.All(o => o.IsInstitution) && !sides.Clause.Subjects.HasPronoun;

    /// <summary><c>le ministère a remis du matériel à son homologue</c>: nobody in person did; <c>l'ambassade a remis l'ordre à X, ancien ministre</c>: nor did he stand for his state.</summary>
    private static bool IsByNobody(EncounterSides sides) =>
        sides.Trigger is { Rule: { Need: TriggerNeed.WithPerson, Object: ObjectMarker.A }, SubjectFollows: false }
            && (sides.Subject.Count == 0 && !sides.Objects.Any(sides.Context.IsHome) || sides.HasObject && sides.Subject.All(s => s.Person is null) && sides.Objects.All(o => FormerOffice.IsToldOf(sides.Context, o)));

    /// <summary>What both sides do is told of one.</summary>
    private static bool IsOneSided(EncounterSides sides)
    {
        var named = sides.Subject.Concat(sides.Objects).Where(a => a.IsNamed);
        return sides.Trigger.Rule.Need == TriggerNeed.Mutual && !(named.Any(sides.Context.IsHome) && named.Any(sides.Context.IsForeign));
    }

    private static bool LacksObject(EncounterSides sides)
    {
        var objects = sides.Clause.Objects;
        return !sides.HasObject && (sides.Trigger.Rule.Object is ObjectMarker.Direct or ObjectMarker.Par && (!objects.HasPronoun || sides.Clause.Subjects.HasPluralPronoun)
            || (sides.SubjectHome.Count == 0 || sides.SubjectGuests.Count == 0) && objects.IsUntold);
    }

    /// <summary><c>Le secrétaire américain et le ministre chinois se sont rencontrés</c>: none of ours.</summary>
    private static bool IsOfOthersAlone(EncounterSides sides) =>
        !sides.HasObject && sides.SubjectHome.Count == 0 && sides.Trigger.Rule.Form == TriggerForm.Reflexive && sides.SubjectGuests.Where(g => g.Person is not null).Select(g => g.Country).Distinct().Count() > 1;

    /// <summary><c>L'ambassadeur X a informé le général Y des résultats de l'entretien au niveau des vice-ministres</c>: who tells of it and who is told need not have sat in it.</summary>
    private static bool IsAccountOfNobody(EncounterSides sides)
    {
        var trigger = sides.Trigger;
        return !sides.HasObject && trigger is { IsAccount: true, IsInPassing: true, IsTheirs: false }
            && sides.Context.Verbs[sides.Clause.Sentence.Index].Exists(v => v.End <= trigger.First && v.Tense is Tense.Past or Tense.Gerund && sides.Clause.Words.Has("accounting", Folding.Fold(v.Verb)));
    }

    /// <summary>Somebody of another country met somebody of a third.</summary>
    private static bool IsOfThird(EncounterSides sides) =>
        sides.HasObject && sides.Home.Count == 0 && sides.Guests.Count > 0 && sides.SubjectHome.Count == 0 && sides.SubjectGuests.Count > 0 && (!sides.Trigger.IsInPassing || sides.Trigger.IsAccount) && !sides.Trigger.SubjectFollows
            && sides.SubjectGuests.All(s => sides.Guests.All(g => g.Country != s.Country || g.Person != s.Person)) && sides.SubjectGuests.All(s => s.IsNamed || s.Country is not null)
            && sides.Subject.All(s => s.Count == 1);

    /// <summary><c>Le secrétaire américain et le ministre chinois se sont rencontrés</c>, <c>… ont eu une rencontre</c>: two others met each other.</summary>
    private static bool IsBetweenOthers(EncounterSides sides, bool isApart) =>
        !sides.HasObject && sides.SubjectHome.Count == 0 && sides.SubjectGuests.Select(s => s.Country).Distinct(StringComparer.Ordinal).Count() > 1
            && (sides.Trigger.Rule.Form == TriggerForm.Reflexive || sides.Trigger is { Rule: { Form: TriggerForm.Noun, Object: ObjectMarker.Avec }, IsInPassing: false, IsEvent: false, IsTheirs: false } && !isApart
                && sides.Subject.All(s => s is { IsNamed: true, Count: 1 } && s.First < sides.Trigger.First) && !sides.Clause.Objects.HasPronoun);

    /// <summary>All who are named are of the home side.</summary>
    private static bool IsWithOwn(EncounterSides sides) =>
        sides.HasObject && sides.Guests.Count == 0 && sides.Home.Count > 0 && sides.SubjectGuests.Count == 0
            && (sides.SubjectHome.Count > 0 && !sides.Trigger.IsInPassing && !sides.Trigger.SubjectFollows || sides.Clause.Subjects.IsHomeBehind(sides.Objects));
}
