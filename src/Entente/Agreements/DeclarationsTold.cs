using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Tells that two sides have issued a declaration where no verb makes it: the text says what it says.</summary>
internal sealed class DeclarationsTold(WordSets words)
{
    public bool AreNews(Telling told) => IsIssued(told) || IsQuoted(told);

    /// <summary><c>Selon la Déclaration commune, les deux Premiers ministres sont convenus</c>, <c>Dans le communiqué conjoint, les deux parties s'engagent</c>: what it says is the news.</summary>
    private bool IsQuoted(Telling told)
    {
        var (mention, tokens) = (told.Mention, told.Context.Text.Tokens);
        return mention.Name.Instrument == Instrument.JointDeclaration && told.Wish is null && mention.First - mention.Sentence.First == 2 && words.Has("quoting", tokens[mention.Sentence.First].Folded) && words.Has("definite", tokens[mention.First - 1].Folded)
            && mention.EndOfTitle < mention.ZoneEnd && tokens[mention.EndOfTitle].Folded == "," && told.Verbs.Any(v => v.IsFinite && v.First > mention.EndOfTitle && v.Tense is Tense.Past or Tense.Present);
    }

    /// <summary><c>une déclaration commune énonce les grandes lignes</c>, <c>Une déclaration conjointe l'a rendu public</c>: there is none until it is issued.</summary>
    private bool IsIssued(Telling told)
    {
        var mention = told.Mention;
        var tokens = told.Context.Text.Tokens;
        return mention.Name.Instrument == Instrument.JointDeclaration && told.Wish is null && mention.First > mention.Sentence.First && words.Has("indefinite", tokens[mention.First - 1].Folded)
            && told.Verbs.Any(v => v.IsFinite && v.First >= mention.EndOfTitle && v.First - mention.EndOfTitle <= 2 && v.Tense is Tense.Present or Tense.Past && words.Has("declaring-text", Texts.Folding.Fold(v.Verb ?? "")));
    }
}
