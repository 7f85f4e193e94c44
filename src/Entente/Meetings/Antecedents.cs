using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Whom the text spoke of before, for a pronoun, a gap or a pair (<c>les deux ministres</c>) that stands for them.</summary>
internal sealed class Antecedents(ArticleContext context, Sentence sentence)
{
    /// <summary>Replaces <c>les deux ministres</c> by the last person of each side.</summary>
    public IReadOnlyList<Actor> Expand(IReadOnlyList<Actor> group)
    {
        if (!group.Any(a => a.Count > 1))
        {
            return group;
        }

        var expanded = new List<Actor>();
        foreach (var actor in group)
        {
            if (actor.Count == 1)
            {
                expanded.Add(actor);
                continue;
            }

            if (actor.IsOtherSide)
            {
                expanded.AddRange(LastGuests(actor.First, actor.Count));
                continue;
            }

            if (Recall(actor.First, wantHome: true) is { } home)
            {
                expanded.Add(home);
            }

            if (Recall(actor.First, wantHome: false) is { } guest)
            {
                expanded.Add(guest);
            }
        }

        return expanded;
    }

    /// <summary>The last person of a side before a token, captions left out.</summary>
    public Actor? Recall(int before, bool wantHome)
    {
        for (var s = sentence.Index; s >= 0; s--)
        {
            if (context.Text.Sentences[s].Section == SectionKind.Caption && s != sentence.Index)
            {
                continue;
            }

            for (var i = context.Actors[s].Count - 1; i >= 0; i--)
            {
                var actor = context.Actors[s][i];
                if (actor.End <= before && actor.Count == 1 && (actor.Person is not null || actor.IsNamed) && (wantHome ? context.IsHome(actor) : context.IsForeign(actor)))
                {
                    return actor;
                }
            }
        }

        return null;
    }

    /// <summary>The last foreign persons before a token, in order of the text.</summary>
    private List<Actor> LastGuests(int before, int count)
    {
        var found = new List<Actor>();
        for (var s = sentence.Index; s >= 0 && found.Count < count; s--)
        {
            foreach (var actor in context.Actors[s].Where(a => a.End <= before && a.Person is not null && context.IsForeign(a) && context.Text.Sentences[s].Section != SectionKind.Caption).Reverse())
            {
                if (found.Count < count && !found.Exists(a => a.Person == actor.Person))
                {
                    found.Insert(0, actor);
                }
            }
        }

        return found;
    }

    /// <summary>The partner named nearest to an actor in the sentence; else the one that the article is about.</summary>
    public string? PartnerNear(Actor actor) =>
        context.Mentions[sentence.Index].Where(m => m.Counts)
            .OrderBy(m => m.FirstToken >= actor.End ? m.FirstToken - actor.End : actor.First - m.FirstToken)
            .FirstOrDefault()?.Code ?? context.SolePartner;

    /// <summary>The first of whom the sentences right before spoke: the subject that a pronoun at the head of a sentence takes up.</summary>
    public Actor? SubjectBefore()
    {
        for (var s = sentence.Index - 1; s >= 0 && s >= sentence.Index - 3; s--)
        {
            if (context.Text.Sentences[s].Section == SectionKind.Body && context.Actors[s].FirstOrDefault(a => a.Person is not null || a.Count > 1) is { } subject)
            {
                return subject;
            }
        }

        return null;
    }
}
