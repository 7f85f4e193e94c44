using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds the subject of an encounter that stands behind all else of its clause: those counted up behind a colon, those who come to take leave.</summary>
internal sealed class SubjectBehind(Clause clause)
{
    private readonly ArticleContext context = clause.Context;
    private readonly Sentence sentence = clause.Sentence;
    private readonly Trigger? trigger = clause.Trigger;
    private readonly List<Actor> actors = clause.Actors;
    private readonly WordSets words = clause.Words;

    private TokenList Tokens => context.Text.Tokens;

    /// <summary><c>Trois ambassadeurs ont été reçus mardi par le ministre X : A (Cuba), B (Allemagne) et C (Singapour)</c>: those counted up behind the colon.</summary>
    public IReadOnlyList<Actor> CountedUp()
    {
        const int Lead = 3;
        var colon = trigger is { Rule: { Form: TriggerForm.Passive, Object: ObjectMarker.Par }, IsInPassing: false } && words.StandsIn("counted-up", Tokens, sentence.First, trigger.First) ? clause.ClauseEnd(trigger.End) : clause.End;
        return colon < clause.End && Tokens[colon].Text == ":" && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > colon) && clause.GroupAfter(colon + 1, colon + Lead) is { Count: > 1 } group && group.All(a => a is { IsNamed: true, Count: 1 } && context.IsForeign(a)) ? group : [];
    }

    /// <summary><c>Le même jour, sont venus prendre congé du vice-ministre X l'attaché Y et son successeur</c>: nothing but time stands before the verb, and its subject behind whom they call on.</summary>
    public IReadOnlyList<Actor> Callers()
    {
        var going = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite);
        if (trigger is not { IsInPassing: false, Rule: { Kind: MeetingKind.CourtesyCall, Form: TriggerForm.Noun or TriggerForm.Governed } } || going.Verb is null || going.First > trigger.First || clause.Objects.Find() is not { Count: > 0 } visited
            || going.First > sentence.First && Tokens[going.First - 1].Kind == TokenKind.Word && !context.DatesIn[sentence.Index].Any(d => d.First < going.First && d.End >= going.First))
        {
            return [];
        }

        var caller = actors.Find(a => a.First >= visited[^1].End);
        return caller?.Country is not null && context.IsHome(caller) != context.IsHome(visited[0]) && !clause.IsOblique(visited[^1].End, caller.First) ? clause.GroupAfter(caller.First, caller.First) : [];
    }
}
