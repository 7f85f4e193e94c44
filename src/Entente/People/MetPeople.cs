using Entente.Texts;

namespace Entente.People;

/// <summary>Whether a word of encounter governs what begins at a token: <c>un entretien avec …</c>, <c>a été reçu mardi par …</c>.</summary>
internal sealed class MetPeople(TokenList tokens, PeopleLexicon lexicon)
{
    private const int Reach = 9;

    /// <summary>Of the longest phrase before <c>à</c>.</summary>
    private const int PaidReach = 4;

    /// <summary>A preposition stands right before, and a word of encounter before that, with no mark between.</summary>
    public bool IsMet(int at, int sentenceFirst)
    {
        // "a donné audience à Sok Vannarith"
        for (var i = at - 2; i >= sentenceFirst && i >= at - PaidReach && lexicon.Words.HasWritten("to", tokens[at - 1].Text); i--)
        {
            if (lexicon.NameCues.TryMatchAt(tokens, i, at - 1, out var paid) && paid.Value == NameCue.Paid && paid.Next == at - 1)
            {
                return true;
            }
        }

        if (at - 1 <= sentenceFirst || !lexicon.NameCues.TryMatchAt(tokens, at - 1, at, out var with) || with.Value is not (NameCue.With or NameCue.By))
        {
            return false;
        }

        for (var i = at - 2; i >= sentenceFirst && i > at - Reach && tokens[i].Text is not ("," or ";" or ":"); i--)
        {
            if (IsEncounter(i, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word of encounter stands right before: <c>a rencontré …</c></summary>
    public bool IsObject(int at, int sentenceFirst) => at - 1 >= sentenceFirst && IsEncounter(at - 1, at);

    /// <summary>A word of encounter stands somewhere before in the sentence.</summary>
    public bool IsToldBefore(int at, int sentenceFirst)
    {
        for (var i = sentenceFirst; i < at; i++)
        {
            if (IsEncounter(i, at))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsEncounter(int at, int end) => lexicon.NameCues.TryMatchAt(tokens, at, end, out var cue) && cue.Value == NameCue.Met;
}
