using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Finds the verb that tells who commands a ship or a unit: <c>X commande un équipage de 93 hommes</c>, <c>X, qui commande le navire</c>, <c>la frégate que commande X</c>,
/// <c>commandée par X</c>. He is <c>le commandant</c> of whom the text then speaks.
/// </summary>
internal sealed class CommandCue(WordSets words)
{
    /// <summary>Whether it stands beside the title and name from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public bool Tells(TokenList tokens, Sentence sentence, int first, int end)
    {
        var limit = sentence.First + sentence.Count;
        var behind = end + 2 < limit && words.Has("list-mark", tokens[end].Folded) && words.Has("who", tokens[end + 1].Folded) ? end + 2 : end;
        if (behind < limit && words.HasWritten("commands", tokens[behind].Text))
        {
            return true;
        }

        var before = first - 1;
        while (before > sentence.First && words.Has("title-lead", tokens[before].Folded))
        {
            before--;
        }

        // "que commande le capitaine X", "commandée par le capitaine X"
        return before > sentence.First && (words.Has("commands", tokens[before].Folded) && words.Has("that", tokens[before - 1].Folded)
            || words.Has("agent", tokens[before].Folded) && words.Has("commanded", tokens[before - 1].Folded));
    }
}
