using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds whose talks an account is of: <c>X a informé son hôte des résultats de son entretien avec Z</c> tells of the talks of X, though the host stands nearer to the noun.
/// </summary>
internal sealed class TellerOfTalks(Clause clause)
{
    /// <summary>From the verb of the account to the talks: <c>a informé le Premier ministre de la teneur de son</c>.</summary>
    private const int AccountReach = 18;

    /// <summary>Between a subject and its verb: <c>X l'a informé</c>, <c>X lui en a fait part</c>.</summary>
    private const int Clitics = 3;

    private readonly ArticleContext context = clause.Context;
    private readonly Sentence sentence = clause.Sentence;
    private readonly WordSets words = clause.Words;

    private TokenList Tokens => context.Text.Tokens;

    /// <summary>The subject of the account, where the talks are told as those of one; empty for none.</summary>
    public IReadOnlyList<Actor> Find()
    {
        if (clause.Trigger is not { IsInPassing: true, IsAccount: true } trigger || !IsOfOne(trigger)
            || context.Verbs[sentence.Index].LastOrDefault(v => v.End <= trigger.First && words.Has("accounting", Folding.Fold(v.Verb))) is not { Verb: not null, IsPassive: false, IsReflexive: false, Tense: Tense.Past } account || trigger.First - account.End > AccountReach)
        {
            return [];
        }

        var pronoun = Enumerable.Range(Math.Max(sentence.First, account.First - Clitics), account.First - Math.Max(sentence.First, account.First - Clitics)).Any(i => words.Has("subject-pronoun", Tokens[i].Folded));
        var subject = pronoun ? clause.Antecedents.OneBefore() : clause.Actors.LastOrDefault(a => a.End <= account.First);
        return subject is { Count: 1, Person: not null } && (pronoun || account.First - subject.End < Clitics) ? [subject] : [];
    }

    /// <summary><c>son entretien avec Z</c>, <c>des entretiens avec Z</c></summary>
    private bool IsOfOne(Trigger talks) =>
        talks.First > sentence.First && !words.Has("their", Tokens[talks.First - 1].Folded) && (words.Has("possessive", Tokens[talks.First - 1].Folded) || talks.End < clause.End && words.Has("with", Tokens[talks.End].Folded));
}
