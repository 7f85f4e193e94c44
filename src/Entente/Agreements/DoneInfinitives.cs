using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Tells the infinitives of what has happened from those of what is meant: <c>le premier pays à nouer un partenariat</c>, <c>Ces années ont vu leurs ministères signer une déclaration</c>,
/// <c>avait permis aux deux pays de conclure une convention</c>, <c>où il avait pu signer un mémorandum</c>.
/// </summary>
internal sealed class DoneInfinitives(WordSets words)
{
    /// <summary>How far before the infinitive the ordinal may stand, in tokens.</summary>
    private const int OrdinalReach = 9;

    /// <summary>How far before the infinitive the verb may stand that brings it about, in tokens.</summary>
    private const int CauseReach = 30;

    public bool Contains(ArticleContext context, Sentence sentence, VerbGroup infinitive) =>
        infinitive.Tense == Tense.Infinitive && (IsOfFirst(context, sentence, infinitive) || IsBroughtAbout(context, sentence, infinitive));

    /// <summary><c>le premier pays d'Asie à nouer</c>, <c>l'un des premiers à avoir signé</c></summary>
    public bool IsOfFirst(ArticleContext context, Sentence sentence, VerbGroup infinitive)
    {
        var tokens = context.Text.Tokens;
        var at = infinitive.First - 1;
        if (at <= sentence.First || !words.HasWritten("to", tokens[at].Text))
        {
            return false;
        }

        for (var i = at - 1; i >= sentence.First && at - i <= OrdinalReach && tokens[i].Folded != ","; i--)
        {
            if (words.Has("first-to", tokens[i].Folded))
            {
                return context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < infinitive.First) is not { Verb: not null, Tense: Tense.Future or Tense.Conditional };
            }
        }

        return false;
    }

    private bool IsBroughtAbout(ArticleContext context, Sentence sentence, VerbGroup infinitive) =>
        context.Verbs[sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < infinitive.First) is { Verb: { } verb, Tense: Tense.Past or Tense.Pluperfect, IsPassive: false } cause
            && (words.Has("bringing-about", Folding.Fold(verb)) && infinitive.First - cause.End <= CauseReach || words.Has("managing-to", Folding.Fold(verb)) && infinitive.First - cause.End <= 1)
            && !(cause.First > sentence.First && words.Has("negator", context.Text.Tokens[cause.First - 1].Folded));
}
