using Entente.People;
using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Marks the people of whom a sentence speaks without their being there: those of whom something is told (<see cref="Bystanders"/>), who are told to have done
/// something before (<c>la visite effectuée par X</c>), or who did it at another time (<c>avait été reçu par X</c>). A later pronoun or <c>les deux ministres</c>
/// passes over them.
/// </summary>
internal sealed class AsideReader(WordSets words, PeopleLexicon people)
{
    public void Mark(ArticleText text, Sentence sentence, List<Actor> actors, List<VerbGroup> verbs)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            if (actors[i] is { Person: not null, IsGroup: false } && (Bystanders.IsAside(text.Tokens, sentence, actors[i].First, actors[i].End, people) || IsJoinedToOne(text, sentence, actors, i) || IsAgentOfThePast(text, sentence, actors[i], verbs)))
            {
                actors[i] = actors[i] with { IsAside = true };
            }
        }
    }

    /// <summary><c>la visite du président X et du ministre Y</c></summary>
    private bool IsJoinedToOne(ArticleText text, Sentence sentence, List<Actor> actors, int index)
    {
        var governor = GovernorOf(text, sentence, actors[index]);
        return index > 0 && actors[index - 1] is { IsAside: true } before && governor > sentence.First && words.Has("of", text.Tokens[governor].Folded)
            && governor - before.End == 1 && words.Has("joining-verbs", text.Tokens[before.End].Folded);
    }

    private bool IsAgentOfThePast(ArticleText text, Sentence sentence, Actor actor, List<VerbGroup> verbs)
    {
        var governor = GovernorOf(text, sentence, actor);
        if (governor <= sentence.First || !words.Has("agent", text.Tokens[governor].Folded))
        {
            return false;
        }

        var verb = verbs.LastOrDefault(v => v.End <= governor);
        return verb.Verb is not null && (verb is { Tense: Tense.Pluperfect, IsPassive: true } || verb.Tense == Tense.Participle && words.Has("told-of-verb", Folding.Fold(verb.Verb)));
    }

    /// <summary>The word before somebody's title and its article.</summary>
    private int GovernorOf(ArticleText text, Sentence sentence, Actor actor)
    {
        var governor = actor.First - 1;
        while (governor >= sentence.First && words.Has("title-lead", text.Tokens[governor].Folded))
        {
            governor--;
        }

        return governor;
    }
}
