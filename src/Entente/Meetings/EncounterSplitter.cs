using Entente.Clauses;

namespace Entente.Meetings;

/// <summary>Tells as how many encounters a clause counts: those who sit together are one, whoever receives or is received by himself has one of his own.</summary>
internal static class EncounterSplitter
{
    public static IReadOnlyList<Encounter> Split(EncounterSides sides, bool isApart, bool isRespective)
    {
        var told = Parts(sides, isApart, isRespective);
        return isRespective && told.Count > 1 ? [.. told.Select((e, i) => e with { Turn = (i, told.Count) })] : told;
    }

    private static IReadOnlyList<Encounter> Parts(EncounterSides sides, bool isApart, bool isRespective)
    {
        var (trigger, home, guests) = (sides.Trigger, sides.Home, sides.Guests);
        var isOfSeveralStates = guests.Select(g => g.Country).Distinct().Count() > 1;
        var hasOwn = sides.HasObject || sides.Subjects.Count > 0 && (!trigger.IsInPassing || trigger.IsTheirs && sides.SubjectHome.Count > 0 && sides.SubjectGuests.Count > 0);
        var whole = new Encounter(trigger, sides.Clause.Sentence, home, guests, IsShared: false, hasOwn, HostIsHome(sides));
        if (isOfSeveralStates && (IsShared(sides) || AreReceivedAsOne(sides) || !isApart && AreDelegates(sides)))
        {
            return [whole with { IsShared = true }];
        }

        // "a eu une rencontre trilatérale avec les ministres lao X et cambodgien Y": one of all three.
        if (isOfSeveralStates && trigger.Rule.Form == TriggerForm.Noun && trigger.End < sides.Clause.End && sides.Clause.Words.Has("of-three", sides.Context.Text.Tokens[trigger.End].Folded))
        {
            return [whole with { IsShared = true, Trigger = trigger with { Rule = trigger.Rule with { Kind = MeetingKind.Conference } } }];
        }

        // "Le président A et le Premier ministre B ont reçu respectivement X et Y": one each, in this order.
        if (isRespective && home.Count > 1 && home.Count == guests.Count)
        {
            return [.. home.Zip(guests, (ours, theirs) => whole with { Home = [ours], Guests = [theirs] })];
        }

        // Each host who receives does so apart: "a été reçu par le président X et le Premier ministre Y" tells two meetings.
        // Those who welcome stand in line together, and "le ministre A et son adjoint B" receive as one.
        // "accueilli au ministère par A, puis au siège du gouvernement par B": who welcomes him afterwards stands in no line.
        if (whole.HostIsHome is { } isHome && trigger.Rule.Kind is MeetingKind.Reception or MeetingKind.CourtesyCall && (isHome ? home : guests) is { Count: > 1 } receiving && !IsWithOwn(sides.Clause, receiving)
            && (!sides.IsWelcome || IsAfterwards(sides.Clause, receiving)))
        {
            return [.. receiving.Select(host => isHome ? whole with { Home = [host] } : whole with { Guests = [host] })];
        }

        return [.. Hosts(sides, isApart).SelectMany(hosts => Visitors(sides, isApart).Select(visitors => whole with { Home = hosts, Guests = visitors }))];
    }

    private static bool IsAfterwards(Clause clause, IReadOnlyList<Actor> receiving) =>
        receiving.Zip(receiving.Skip(1)).All(pair => clause.Words.StandsIn("afterwards", clause.Context.Text.Tokens, pair.First.End, pair.Second.First));

    /// <summary><c>le ministre A et son vice-ministre B</c>: whoever comes behind the first is told as his.</summary>
    private static bool IsWithOwn(Clause clause, IReadOnlyList<Actor> actors) =>
        actors.Skip(1).All(a => clause.Words.StandsIn("possessive", clause.Context.Text.Tokens, Math.Max(0, a.First - 1), a.First + 1));

    private static List<List<Actor>> Hosts(EncounterSides sides, bool isApart) =>
        sides.Home.Count > 1 && isApart ? Each(sides.Home)
            : sides.Home.Count > 1 && !sides.IsWelcome && !sides.Trigger.IsEvent && sides.Objects.Contains(sides.Home[0]) ? SideReader.Separate(sides.Clause, sides.Home)
            : [[.. sides.Home]];

    private static List<List<Actor>> Visitors(EncounterSides sides, bool isApart)
    {
        var guests = sides.Guests;
        var areOfOne = guests.All(g => g.Country == guests[0].Country);

        // "Le commandant A et l'ambassadeur B ont été reçus par X": those of one side who are told of come together.
        return areOfOne && (sides.IsWelcome || !isApart && guests.Count > 1 && ReferenceEquals(guests, sides.SubjectGuests)) ? [[.. guests]]
            : isApart ? Each(guests)
            : SideReader.Separate(sides.Clause, guests);
    }

    private static List<List<Actor>> Each(IReadOnlyList<Actor> actors) => [.. actors.Select(actor => new List<Actor> { actor })];

    /// <summary>Who receives, as far as the frame tells.</summary>
    private static bool? HostIsHome(EncounterSides sides)
    {
        var rule = sides.Trigger.Rule;
        if (rule.Kind == MeetingKind.Reception && rule.Form == TriggerForm.Active)
        {
            return sides.SubjectHome.Count > 0 ? true : sides.SubjectGuests.Count > 0 ? false : sides.HasObject ? SideReader.Of(sides.Context, sides.Objects, sides.IsPair).Guests.Count > 0 : null;
        }

        if (rule.Kind != MeetingKind.CourtesyCall && !(rule.Kind == MeetingKind.Reception && sides.IsPassive))
        {
            return null;
        }

        var (home, guests) = SideReader.Of(sides.Context, sides.Objects, sides.IsPair);
        return home.Count > 0 ? true : guests.Count > 0 ? false : null;
    }

    /// <summary>A subject of several countries beside the home one, or <c>entre X, Y et Z</c>: they sit together.</summary>
    private static bool IsShared(EncounterSides sides) =>
        !sides.Trigger.IsPlural && (sides.SubjectHome.Count > 0 && sides.SubjectGuests.Count > 1 && !sides.HasObject || sides.HadBoth && sides.Subjects.Count == 0 || sides.Trigger.IsEvent && sides.HadBoth);

    /// <summary><c>L'ambassadeur X et le représentant de l'ONU Y ont été reçus ensemble par Z</c></summary>
    private static bool AreReceivedAsOne(EncounterSides sides) =>
        sides.Trigger.Rule.Kind == MeetingKind.Reception && sides.Home.Count == 1
            && sides.Clause.Words.StandsIn("as-one", sides.Context.Text.Tokens, sides.Trigger.End, Math.Min(sides.Trigger.End + 2, sides.Clause.End));

    /// <summary>
    /// <c>a reçu les représentants des parlements du Bangladesh, du Danemark et de la Suisse</c>, <c>a rencontré des marins russes, chinois et lao</c>: of a row of states those of no name
    /// come as one.
    /// </summary>
    private static bool AreDelegates(EncounterSides sides)
    {
        if (sides.Trigger.Rule.Form != TriggerForm.Active || sides.Guests.Count < 3 || !sides.Guests.All(g => g is { IsNamed: false, Person: null }))
        {
            return false;
        }

        var head = sides.Context.Text.Tokens[sides.Guests[0].First].Folded;
        return sides.Trigger.Rule.Kind == MeetingKind.Reception && sides.Clause.Words.Has("sent-together", head) || sides.Clause.Words.Has("troops", head);
    }
}
