using Entente.Clauses;

namespace Entente.Meetings;

/// <summary>
/// Those whom a list names of several told by number or office alone: <c>des dirigeants de l'APEC, tels que A et B</c>, <c>les dirigeants vietnamiens, dont A et B</c>. They are
/// met, and the others are nobody in person.
/// </summary>
internal static class NamedAmong
{
    /// <summary>Tokens between what tells the encounter and the word that opens the list.</summary>
    private const int Reach = 25;

    /// <summary>Words that open it: <c>à savoir</c>, <c>parmi lesquels</c>, <c>tels que le</c>.</summary>
    private const int Lead = 3;

    /// <summary>The named ones; empty where the clause names none of those it counts.</summary>
    /// <param name="clause">The clause, with what tells the encounter.</param>
    /// <param name="found">Whom it has for its object without the list.</param>
    public static IReadOnlyList<Actor> Of(Clause clause, IReadOnlyList<Actor> found)
    {
        var (tokens, words, from) = (clause.Context.Text.Tokens, clause.Words, clause.Trigger!.End);
        var until = Math.Min(from + Reach, clause.End);
        var isCounted = false;
        for (var i = from; i < until; i++)
        {
            isCounted |= words.Has("counted-up", tokens[i].Folded);
            if (isCounted && words.Has("naming-some", tokens[i].Folded))
            {
                return !IsTold(clause, from, i) && !found.Any(a => a.IsNamed && a.End <= i) && clause.GroupAfter(i + 1, i + Lead) is { Count: > 0 } named && named.All(a => a is { IsNamed: true, Count: 1 }) && !HasVerb(clause, named[^1].End) ? named : [];
            }
        }

        return [];
    }

    /// <summary>Somebody is named before, or a verb tells of something else.</summary>
    private static bool IsTold(Clause clause, int from, int at) =>
        clause.Context.Verbs[clause.Sentence.Index].Any(v => v.IsFinite && v.First >= from && v.First < at) || clause.Actors.Exists(a => a is { IsNamed: true, Person: not null } && a.First >= from && a.End <= at);

    /// <summary><c>les dirigeants, dont le président A a salué la venue</c>: a relative clause, and no list.</summary>
    private static bool HasVerb(Clause clause, int end) => clause.Context.Verbs[clause.Sentence.Index].Any(v => v.IsFinite && v.First >= end && v.First - end <= 1);
}
