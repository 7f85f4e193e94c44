using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Verbs that sign only in some of their forms: <c>se sont liés par un mémorandum</c>, <c>se sont dotés d'un accord</c>, <c>un protocole a été échangé</c>.</summary>
internal sealed class BindingVerbs(WordSets words)
{
    public bool Contains(ArticleContext context, VerbGroup verb) =>
        verb.Tense is Tense.Past or Tense.Pluperfect
            && (verb.IsReflexive && words.Has("binding", Folding.Fold(verb.Verb)) && words.Has("bound-by", context.Text.Tokens[verb.End].Folded)
                || verb.IsPassive && words.Has("handing-over", Folding.Fold(verb.Verb)));
}
