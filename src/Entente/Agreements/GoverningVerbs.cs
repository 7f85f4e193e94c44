using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the verbs that govern an instrument: what governs it most closely comes first.</summary>
internal sealed class GoverningVerbs(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far a verb may stand from its object, in tokens.</summary>
    private const int ObjectReach = 30;

    /// <summary>The verbs that have the instrument as object (before it, nearest first) or as subject (after its title).</summary>
    public IEnumerable<(VerbGroup Verb, bool IsSubject)> Of(Telling told)
    {
        var mention = told.Mention;
        foreach (var verb in told.Verbs)
        {
            if (told.IsSubjectOf(verb) && verb.IsPassive && lexicon.Of(verb.Verb) is AgreementCue.Sign or AgreementCue.Negotiate)
            {
                yield return (verb, true);
            }
        }

        // "le protocole que les deux ministères ont signé", "Un plan …, qui devrait être signé", "qu'elles comptent signer"
        foreach (var verb in told.Verbs)
        {
            if (told.IsSubjectOf(verb) && lexicon.Of(verb.Verb) is AgreementCue.Sign && IsRelative(told, mention.ChainEnd))
            {
                yield return (verb, true);
            }
        }

        for (var i = told.Verbs.Count - 1; i >= 0; i--)
        {
            var verb = told.Verbs[i];
            if (verb.Anchor >= mention.ChainFirst)
            {
                continue;
            }

            // "des documents ont été signés, dont un mémorandum": one of what was signed.
            var included = IsIncluded(told, verb.End);
            if (lexicon.Of(verb.Verb) is not AgreementCue.None && (!verb.IsPassive || included || words.Has("raising", Folding.Fold(verb.Verb)))
                && mention.ChainFirst - verb.Anchor <= ObjectReach && (included || !IsBroken(told.Context, verb.End, mention.ChainFirst)))
            {
                yield return (verb, false);
            }

            // An infinitive leaves room for the verb that governs it; a finite one closes the clause.
            if (verb.IsFinite && verb.Tense is not Tense.Infinitive)
            {
                yield break;
            }
        }
    }

    private static bool IsRelative(Telling told, int end)
    {
        for (var i = end; i < Math.Min(end + 2, told.Context.Text.Tokens.Count); i++)
        {
            if (told.Context.Text.Tokens[i].Folded is "que" or "qu'" or "qui")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIncluded(Telling told, int from)
    {
        for (var i = told.Mention.ChainFirst - 1; i >= from && i >= told.Mention.ChainFirst - 4; i--)
        {
            if (words.Has("including", told.Context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBroken(ArticleContext context, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            if (words.Has("clause-edge", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }
}
