using Entente.Clauses;

namespace Entente.Meetings;

/// <summary>Words that tell of an encounter, and how they stand in their clause.</summary>
/// <param name="Rule">The row that they match.</param>
/// <param name="First">First token: of the governing verb, if a verb governs a noun.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Tense">Of the verb, or of the verb that brings the noun in.</param>
/// <param name="IsInPassing">A noun after <c>lors de</c> and the like: its people may stand anywhere in the sentence.</param>
/// <param name="IsDefinite">A noun with a definite or possessive article: it may be a meeting told before.</param>
/// <param name="SubjectFollows">A participle or gerund opens the sentence and its subject follows.</param>
/// <param name="IsTheirs"><c>leur entretien</c>: of those just named.</param>
/// <param name="IsPlural">Several encounters told at once: <c>des rencontres ont réuni</c>.</param>
/// <param name="IsEvent">The noun is the subject: <c>le 8e dialogue a eu lieu</c>, <c>un entretien a réuni</c>.</param>
internal sealed record Trigger(
    EncounterRule Rule, int First, int End, Tense Tense, bool IsInPassing = false, bool IsDefinite = false, bool SubjectFollows = false, bool IsEvent = false, bool IsTheirs = false, bool IsPlural = false)
{
    /// <summary>The noun where it is the second that one verb holds: time and place of its own stand behind it.</summary>
    public int? Joined { get; init; }

    /// <summary>Somebody gives an account of it, where he meets others: <c>l'a informé des résultats de son entretien avec Y</c>.</summary>
    public bool IsAccount { get; init; }
}
