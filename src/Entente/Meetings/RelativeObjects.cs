using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds those met on whom a relative clause tells the encounter: <c>l'ambassadeur X, que le ministre a reçu</c>, <c>le ministre X, avec lequel il s'est entretenu</c>.</summary>
internal sealed class RelativeObjects(Clause clause)
{
    private readonly Sentence sentence = clause.Sentence;
    private readonly Trigger? trigger = clause.Trigger;
    private readonly List<Actor> actors = clause.Actors;
    private readonly WordSets words = clause.Words;

    private TokenList Tokens => clause.Context.Text.Tokens;

    /// <summary>The one on whom a relative clause is told whose object he is: <c>l'ambassadeur X, que le ministre Y a reçu</c>, <c>qu'a reçu le ministre Y</c>.</summary>
    public Actor? One()
    {
        const int Back = 24;
        for (var i = trigger!.First - 1; i > sentence.First && i >= trigger.First - Back; i--)
        {
            if (words.Has("that", Tokens[i].Folded))
            {
                var before = words.Has("list-mark", Tokens[i - 1].Folded) ? i - 1 : i;
                return actors.Find(a => a.End == before) is { } told && (i == trigger.First - 1 || words.Has("subject-pronoun", Tokens[i + 1].Folded) || actors.Exists(a => a.First > i && a.End <= trigger.First)) ? told : null;
            }
        }

        return null;
    }

    /// <summary><c>les ambassadeurs du Népal et du Kenya que le président a reçus</c>: the participle agrees with all of them.</summary>
    public IReadOnlyList<Actor> WithJoined(Actor related)
    {
        var first = actors.IndexOf(related);
        while (first > 0 && words.EndingsOf("plural-ending").Has(Tokens[trigger!.End - 1].Folded) && clause.Joined(actors[first - 1], actors[first]) && clause.Context.IsForeign(actors[first - 1]) == clause.Context.IsForeign(related))
        {
            first--;
        }

        return [.. actors.Skip(first).TakeWhile(a => a.First <= related.First)];
    }

    /// <summary>Whom a relative clause takes up to whom something is paid: <c>le ministre X, auquel il rendait une visite de courtoisie</c>.</summary>
    public Actor? Addressed()
    {
        const int Back = 8;
        for (var i = trigger!.First - 1; i > sentence.First + 1 && i >= trigger.First - Back; i--)
        {
            var first = words.Has("related-to", Tokens[i].Folded) ? i
                : !words.Has("related-person", Tokens[i].Folded) ? -1
                : words.HasWritten("to", Tokens[i - 1].Text) ? i - 1
                : i - 2 > sentence.First && words.Has("of", Tokens[i - 1].Folded) && words.Has("near", Tokens[i - 2].Folded) ? i - 2 : -1;
            if (first > 0)
            {
                var before = words.Has("list-mark", Tokens[first - 1].Folded) ? first - 1 : first;
                return actors.Find(a => a.End == before);
            }
        }

        return null;
    }

    /// <summary>Those on whom a relative clause is told: <c>les ministres X et Y, avec lesquels le général Z s'était entretenu</c>.</summary>
    public IReadOnlyList<Actor> Several()
    {
        const int Back = 24;
        for (var i = trigger!.First - 1; i > sentence.First + 1 && i >= trigger.First - Back; i--)
        {
            if (!words.Has("person-relative", Tokens[i].Folded) || !words.Has("with", Tokens[i - 1].Folded))
            {
                continue;
            }

            var before = words.Has("list-mark", Tokens[i - 2].Folded) ? i - 2 : i - 1;
            var last = actors.FindIndex(a => a.End == before);
            var first = last;
            while (first > 0 && clause.Joined(actors[first - 1], actors[first]))
            {
                first--;
            }

            return last < 0 ? [] : clause.GroupAfter(actors[first].First, actors[first].First);
        }

        return [];
    }
}
