using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds a gathering by those who join it, whatever its name: people of several states attend it, one of each side opens it.</summary>
internal sealed class GatheringJoined(WordSets words)
{
    /// <summary>How far its noun may stand from the verb of taking part.</summary>
    private const int NounReach = 22;

    /// <summary><c>Le ministre lao X et le ministre cambodgien Y ont participé à la réunion annuelle</c>: those of several states sit in it, whatever its name.</summary>
    public Gathering? BySeveral(ArticleContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "conference-noun"))
        {
            return null;
        }

        foreach (var verb in context.Verbs[sentence.Index])
        {
            if (verb is { IsReflexive: false, IsFinite: true, Tense: Tense.Past } && TakingPart.Attends(context, verb) && BySeveral(context, sentence, verb) is { } joined)
            {
                return joined;
            }
        }

        return null;
    }

    private Gathering? BySeveral(ArticleContext context, Sentence sentence, VerbGroup verb)
    {
        var states = context.Actors[sentence.Index].Where(a => a.End <= verb.First && a is { IsNamed: true, Person: not null } && context.IsForeign(a)).Select(a => a.Country!).Distinct(StringComparer.Ordinal).ToList();
        var head = Enumerable.Range(verb.End, Math.Max(0, Math.Min(NounReach, sentence.First + sentence.Count - verb.End))).FirstOrDefault(i => words.Has("conference-noun", context.Text.Tokens[i].Folded), -1);
        return states.Count > 1 && head >= 0 ? new Gathering(head, head + 1, states, false) : null;
    }

    /// <summary><c>une conférence ouverte mardi à Hanoï par le vice-ministre X et par Y, coordinateur de l'ONU</c>: one of each side opens it.</summary>
    public Gathering? OpenedByBoth(ArticleContext context, Sentence sentence)
    {
        const int ParticipleReach = 6;
        foreach (var verb in context.Holds(sentence, "held-by") ? context.Verbs[sentence.Index].Where(v => (v.IsPassive || v.Tense == Tense.Participle) && words.Has("held-by", context.Text.Tokens[v.Anchor].Folded)) : [])
        {
            var head = Enumerable.Range(Math.Max(sentence.First, verb.Anchor - ParticipleReach), Math.Min(ParticipleReach, verb.Anchor - sentence.First)).FirstOrDefault(i => words.Has("conference-noun", context.Text.Tokens[i].Folded) || words.Has("happening", context.Text.Tokens[i].Folded) && IsOfGathering(context, sentence), -1);
            var agent = Enumerable.Range(verb.End, Math.Max(0, sentence.First + sentence.Count - verb.End)).FirstOrDefault(i => words.Has("agent", context.Text.Tokens[i].Folded), -1);
            var hosts = context.Actors[sentence.Index].Where(a => agent >= 0 && a.First > agent && a is { IsNamed: true, Person: not null }).ToList();
            if (head >= 0 && hosts.Exists(context.IsHome) && hosts.Exists(context.IsForeign))
            {
                return new Gathering(head, verb.End, [.. hosts.Where(context.IsForeign).Select(a => a.Country!).Distinct(StringComparer.Ordinal)], false);
            }
        }

        return null;
    }

    /// <summary><c>… lors de la 5e conférence des deux forces. Cet événement est coprésidé par X et Y</c>: the sentence before names what it was.</summary>
    private static bool IsOfGathering(ArticleContext context, Sentence sentence) =>
        context.Text.Sentences.LastOrDefault(s => s.Section == SectionKind.Body && s.Index < sentence.Index) is { } before && context.Holds(before, "conference-noun");

    /// <summary>
    /// <c>Les délégués se sont retrouvés le 16 juin à un symposium, fruit d'une initiative commune du Centre vietnamien et du commandement américain</c>, <c>Un séminaire organisé
    /// conjointement par les deux ministères, vietnamien et australien, s'est ouvert mardi</c>: those of both sides hold it, as it or the next sentence tells.
    /// </summary>
    public Gathering? OfCommonInitiative(ArticleContext context, Sentence sentence)
    {
        if (!context.Holds(sentence, "conference-noun") || !context.DatesIn[sentence.Index].Any(d => d.Resolved.Date.Day > 0))
        {
            return null;
        }

        var held = context.Verbs[sentence.Index].FirstOrDefault(v => v is { IsReflexive: true, IsFinite: true, Tense: Tense.Past } && (words.Has("gathering-verb", Folding.Fold(v.Verb)) || words.Has("happens-itself", Folding.Fold(v.Verb))));
        var head = held.Verb is null ? -1 : Enumerable.Range(sentence.First, sentence.Count).FirstOrDefault(i => words.Has("conference-noun", context.Text.Tokens[i].Folded) && (words.Has("gathering-verb", Folding.Fold(held.Verb)) ? i >= held.End && i - held.End < NounReach : i < held.First), -1);
        var next = head < 0 ? null : context.Text.Sentences.FirstOrDefault(s => s.Index > sentence.Index && s.Section == SectionKind.Body);
        return head >= 0 && (OtherOf(context, sentence) ?? (next is null || !context.Holds(next, "demonstrative-told") ? null : OtherOf(context, next))) is { } other ? new Gathering(head, head + 1, [other], false) : null;
    }

    /// <summary>The one state that shares with the home country what it set up.</summary>
    private string? OtherOf(ArticleContext context, Sentence sentence)
    {
        const int Reach = 40;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        var at = Enumerable.Range(sentence.First, Math.Max(0, sentence.Count - 1)).FirstOrDefault(i => words.Has("set-up", tokens[i].Folded) && words.Has("in-common", tokens[i + 1].Folded), -1);
        var until = Math.Min(at + Reach, end);
        return at >= 0 && context.HomeMentions[sentence.Index].Any(m => m.FirstToken > at && m.FirstToken < until)
            && context.Mentions[sentence.Index].Where(m => m.FirstToken > at && m.FirstToken < until && m.Counts && !m.IsPlace && m.Kind != Partners.MentionKind.Body).Select(m => m.Code).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
    }
}
