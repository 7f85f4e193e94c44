using Entente.Texts;

namespace Entente.Clauses;

/// <summary>
/// Marks the people of whom a sentence speaks without their being there: whose visit or letter it brings up (<c>la visite officielle du président X</c>,
/// <c>une lettre du ministre X</c>, <c>la visite effectuée par X</c>), or who did something at another time (<c>avait été reçu par X</c>). A later pronoun or
/// <c>les deux ministres</c> passes over them.
/// </summary>
internal sealed class AsideReader(WordSets words)
{
    /// <summary>From the noun to its <c>de</c>: <c>la visite officielle d'amitié en France, en mars dernier, du président X</c>.</summary>
    private const int NounReach = 12;

    private readonly WordIds _nouns = words["told-of"];
    private readonly WordIds _hosts = words["host-of"];

    public void Mark(ArticleText text, Sentence sentence, List<Actor> actors, List<VerbGroup> verbs)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            if (actors[i] is { Person: not null, IsGroup: false } && IsAside(text, sentence, actors, i, verbs))
            {
                actors[i] = actors[i] with { IsAside = true };
            }
        }
    }

    private bool IsAside(ArticleText text, Sentence sentence, List<Actor> actors, int index, List<VerbGroup> verbs)
    {
        var governor = actors[index].First - 1;
        while (governor >= sentence.First && words.Has("title-lead", text.Tokens[governor].Folded))
        {
            governor--;
        }

        if (governor <= sentence.First)
        {
            return false;
        }

        var word = text.Tokens[governor].Folded;
        if (words.Has("of", word))
        {
            // "la visite du président X et du ministre Y"
            return IsOfNoun(text, sentence, actors, verbs, governor) || index > 0 && actors[index - 1] is { IsAside: true } before && governor - before.End == 1 && words.Has("joining-verbs", text.Tokens[before.End].Folded);
        }

        if (!words.Has("agent", word))
        {
            return false;
        }

        var verb = verbs.LastOrDefault(v => v.End <= governor);
        return verb.Verb is not null && (verb is { Tense: Tense.Pluperfect, IsPassive: true } || verb.Tense == Tense.Participle && words.Has("told-of-verb", Folding.Fold(verb.Verb)));
    }

    private bool IsOfNoun(ArticleText text, Sentence sentence, List<Actor> actors, List<VerbGroup> verbs, int governor)
    {
        for (var i = governor - 1; i >= sentence.First && governor - i <= NounReach && !verbs.Any(v => v.IsFinite && v.Anchor == i) && !actors.Any(a => a.End - 1 == i); i--)
        {
            // "une visite à l'invitation du ministre X": he is the host.
            if (_hosts.Contains(text.Tokens[i].Id))
            {
                return false;
            }

            if (_nouns.Contains(text.Tokens[i].Id))
            {
                return true;
            }
        }

        return false;
    }
}
