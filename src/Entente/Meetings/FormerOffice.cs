using Entente.Clauses;
using Entente.People;

namespace Entente.Meetings;

/// <summary>Whether somebody is told to have had his office at another time: <c>X, ancien vice-ministre de la Défense</c>.</summary>
internal static class FormerOffice
{
    public static bool IsToldOf(ArticleContext context, Actor actor)
    {
        var tokens = context.Text.Tokens;
        return actor.Person is { } person && context.People.People[person] is var name && context.Text.Sentences[name.SentenceIndex] is var sentence && sentence.First + sentence.Count is var end
            && name.EndToken + 1 < end && tokens[name.EndToken].Folded == "," && PeopleLexicon.French.NameCues.TryMatchAt(tokens, name.EndToken + 1, end, out var cue) && cue.Value == NameCue.Former;
    }
}
