using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Verbs that sign only in some of their forms: <c>se sont liés par un mémorandum</c>, <c>se sont dotés d'un accord</c>, <c>un protocole a été échangé</c>.</summary>
internal sealed class BindingVerbs(WordSets words)
{
    /// <summary>How far behind the verb the texts may stand that change hands, in tokens.</summary>
    private const int TextReach = 4;

    public bool Contains(ArticleContext context, VerbGroup verb) =>
        verb.Tense is Tense.Past or Tense.Pluperfect
            && (verb.IsReflexive && words.Has("binding", Folding.Fold(verb.Verb)) && words.Has("bound-by", context.Text.Tokens[verb.End].Folded)
                || words.Has("handing-over", Folding.Fold(verb.Verb)) && (verb.IsPassive || HandsOverTexts(context, verb)));

    /// <summary><c>ont échangé douze documents de coopération</c>, but not <c>ont échangé leurs vues</c></summary>
    private bool HandsOverTexts(ArticleContext context, VerbGroup verb) =>
        words.StandsIn("text-noun", context.Text.Tokens, verb.End, Math.Min(verb.End + TextReach, context.Text.Tokens.Count));
}
