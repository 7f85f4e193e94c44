using Entente.Partners;
using Entente.Texts;

namespace Entente.People;

/// <summary>
/// Tells the name of a company, a party or an institute from that of a person in whose title it stands: <c>le président du groupe sud-coréen Daewoo, M. X</c>,
/// <c>X, PDG du groupe américain General Electric</c>, <c>le président du parti Komeito, X</c>, <c>X, directeur de l'Académie de la défense Kaysone Phomvihane</c>.
/// </summary>
internal static class HouseName
{
    /// <summary>Whether a run of capitals right behind a title is part of it.</summary>
    /// <param name="lexicon">Words of people and their offices.</param>
    /// <param name="nations">The states and bodies told.</param>
    /// <param name="tokens">Of the article.</param>
    /// <param name="title">The title that ends where the run begins.</param>
    /// <param name="name">The run.</param>
    /// <param name="isApposed">The title stands behind the comma of a person already named.</param>
    /// <param name="end">The end of the sentence.</param>
    public static bool IsOfTitle(PeopleLexicon lexicon, NationMap nations, TokenList tokens, TitleUnit title, NameRun name, bool isApposed, int end)
    {
        if (title.Entry.IsPlural || name.IsHomeName || title.End != name.First || !IsHouse(lexicon, nations, tokens, title, name.First))
        {
            return false;
        }

        // Whose name it is stands behind the comma.
        var behind = name.End + 1 < end && lexicon.Words.Has("of", tokens[name.End].Folded) && nations.TryGet(name.End + 1, out var state) ? state.End : name.End;
        return isApposed || behind + 1 < end && tokens[behind].Text == "," && tokens[behind + 1].IsCapitalized && !nations.TryGet(behind + 1, out _);
    }

    private static bool IsHouse(PeopleLexicon lexicon, NationMap nations, TokenList tokens, TitleUnit title, int first)
    {
        if (Enumerable.Range(title.HeadEnd, Math.Max(0, first - title.HeadEnd)).Any(i => lexicon.Words.Has("named-house", tokens[i].Folded)))
        {
            return true;
        }

        var noun = nations.TryGet(first - 1, out var nation) && nation.Kind == MentionKind.Demonym ? nation.First - 1 : first - 1;
        return noun >= title.HeadEnd && !tokens[noun].IsCapitalized && lexicon.NameCues.TryMatchAt(tokens, noun, noun + 1, out var cue) && cue.Value == NameCue.Enterprise;
    }
}
