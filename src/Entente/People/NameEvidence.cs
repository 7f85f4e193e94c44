using Entente.Texts;

namespace Entente.People;

/// <summary>Whether a run of capitalized words is a person by what stands with it.</summary>
internal sealed class NameEvidence(TokenList tokens, PeopleLexicon lexicon)
{
    public bool Suffices(Apposition group, Sentence sentence)
    {
        var name = group.Name!;
        if (group.Titles.Count > 0)
        {
            // `le ministre Giang` directly; across a comma only a name of two words, so that no place slips in.
            var isBeside = group.Titles.Exists(unit => unit.End == name.First);
            return isBeside || name.Words > 1 || group.IsShared;
        }

        // Without any title only a name of the home country's kind, where it is no address or monument: `rue Nguyen Thai Hoc`.
        return name is { IsHomeName: true, Words: > 2 } && !FollowsPlaceWord(name.First, sentence.First);
    }

    private bool FollowsPlaceWord(int at, int sentenceFirst)
    {
        if (at == sentenceFirst)
        {
            return false;
        }

        var before = tokens[at - 1];
        return lexicon.IsPlaceWord(before) || (before.IsCapitalized && lexicon.IsOrganisationWord(before)) || before.Text is "à" or "," or "-";
    }
}
