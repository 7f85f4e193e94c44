using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the verbs that govern an instrument: what governs it most closely comes first.</summary>
internal sealed class GoverningVerbs(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far a verb may stand from its object, in tokens.</summary>
    private const int ObjectReach = 30;

    /// <summary>How far the subject may stand behind its verb over what frames it, in tokens.</summary>
    private const int InvertedReach = 12;

    /// <summary>How far behind the verb the text may stand that changes hands, in tokens.</summary>
    private const int HandReach = 4;

    /// <summary>How far behind the verb the rank may stand that relations are made into, in tokens.</summary>
    private const int MakeReach = 8;

    /// <summary>How far behind a verb the parliament may stand that decides, in tokens.</summary>
    private const int ParliamentReach = 5;

    private readonly ArticleWords _articles = new(words);
    private readonly BindingVerbs _bonds = new(words);
    private readonly ReviewingVerbs _reviews = new(words);

    /// <summary>The verbs that have the instrument as object (before it, nearest first) or as subject (after its title).</summary>
    public IEnumerable<(VerbGroup Verb, AgreementCue Cue, bool IsSubject)> Of(Telling told)
    {
        var mention = told.Mention;
        foreach (var verb in told.Verbs)
        {
            var cue = CueOf(told, verb);
            // "un procès-verbal qui reconduit le programme": what looks like its participle is a present of its own.
            var isPresent = verb.First == verb.Anchor && verb.First > mention.Sentence.First && words.Has("who", told.Context.Text.Tokens[verb.First - 1].Folded);
            if (told.IsSubjectOf(verb) && verb.IsPassive && !isPresent
                && (cue is AgreementCue.Sign or AgreementCue.Negotiate && verb.IsFinite || cue == AgreementCue.Propose && verb.IsFinite && verb.First < verb.Anchor || cue is AgreementCue.Sign or AgreementCue.Renew or AgreementCue.Ratify or AgreementCue.Reach
                    || cue == AgreementCue.Establish && told.IsRank && verb.IsFinite && !words.Has("raising", Folding.Fold(verb.Verb))))
            {
                yield return (verb, cue, true);
            }
        }

        // "le protocole que les deux ministères ont signé", "Un plan …, qui devrait être signé", "qu'elles comptent signer"
        foreach (var verb in told.Verbs)
        {
            var cue = CueOf(told, verb);
            if (told.HasRelative && told.IsSubjectOf(verb) && (cue is AgreementCue.Sign or AgreementCue.Negotiate || cue == AgreementCue.Establish && told.IsRank && !words.Has("raising", Folding.Fold(verb.Verb))))
            {
                yield return (verb, cue, true);
            }
        }

        for (var i = told.Verbs.Count - 1; i >= 0; i--)
        {
            var verb = told.Verbs[i];
            if (verb.Anchor >= mention.ChainFirst)
            {
                continue;
            }

            if (mention.OpensClause)
            {
                yield break;
            }

            // "des documents ont été signés, dont un mémorandum": one of what was signed.
            var included = IsIncluded(told, verb.End);
            // "ont été signés un programme et un mémorandum": the subject follows.
            var isInverted = verb.IsPassive && verb.IsFinite && (mention.ChainFirst - verb.End <= 2
                || words.Has("indefinite", told.Context.Text.Tokens[verb.End].Folded) || words.Has("cardinal", told.Context.Text.Tokens[verb.End].Folded) || IsInvertedOver(told, verb));
            var cue = CueOf(told, verb);
            if (cue is not AgreementCue.None && (!verb.IsPassive || included || isInverted || words.Has("raising", Folding.Fold(verb.Verb)))
                && mention.ChainFirst - verb.Anchor <= ObjectReach && (included || !IsBroken(told.Context, verb.End, mention.ChainFirst)))
            {
                yield return (verb, cue, false);
            }

            // An infinitive leaves room for the verb that governs it; a finite one closes the clause.
            if (verb.IsFinite && verb.Tense is not Tense.Infinitive)
            {
                yield break;
            }
        }
    }

    /// <summary>What a verb says of an instrument, <c>rendre publique</c> and <c>se lier par</c> included.</summary>
    private AgreementCue CueOf(Telling told, VerbGroup verb) =>
        IsRatified(told, verb) ? AgreementCue.Ratify : told.Cues.Exists(c => c.Value == AgreementCue.Publish && c.First == verb.Anchor) || _bonds.Contains(told.Context, verb) || HandsOver(told, verb) ? AgreementCue.Sign
            : told.IsRank && (MakesOf(told, verb) || Declares(told, verb) || Develops(told, verb)) ? AgreementCue.Establish : IsAbout(told, verb) || BecomesPartOf(told, verb) ? AgreementCue.None : EntersInto(told, verb) ? AgreementCue.Establish : PassesWith(told, verb) ? AgreementCue.Sign : lexicon.Of(verb.Verb);

    /// <summary><c>ont décidé de s'engager dans un partenariat stratégique</c></summary>
    private bool EntersInto(Telling told, VerbGroup verb) =>
        told.IsRank && verb.IsReflexive && words.Has("entering", Folding.Fold(verb.Verb ?? "")) && told.Mention.First - verb.End == 2 && words.Has("inside", told.Context.Text.Tokens[verb.End].Folded) && words.Has("indefinite", told.Context.Text.Tokens[verb.End + 1].Folded);

    /// <summary><c>l'arrangement qu'elle a passé avec le Vietnam</c>: what one passes with somebody is a text.</summary>
    private bool PassesWith(Telling told, VerbGroup verb) =>
        !told.IsRank && told.HasRelative && told.IsSubjectOf(verb) && words.Has("passing", Folding.Fold(verb.Verb ?? "")) && words.Has("party-link", told.Context.Text.Tokens[verb.End].Folded);

    /// <summary><c>que le parlement slovaque approuve l'accord</c>, <c>l'accord sera examiné par la Diète</c>: what parliaments have to decide on is signed.</summary>
    private bool IsRatified(Telling told, VerbGroup verb)
    {
        var tokens = told.Context.Text.Tokens;
        if (told.IsRank || !words.Has("approving", Folding.Fold(verb.Verb ?? "")) || !_articles.IsDefinite(told))
        {
            return false;
        }

        var first = verb.IsPassive ? verb.End : Math.Max(told.Mention.Sentence.First, verb.First - Telling.SubjectReach);
        var end = verb.IsPassive ? Math.Min(verb.End + ParliamentReach, told.Mention.Sentence.First + told.Mention.Sentence.Count) : verb.First;
        return words.StandsIn("of-parliament", tokens, first, end) && !words.StandsIn("number-two", tokens, first, end) && !words.StandsIn("head-of-house", tokens, first, end);
    }

    /// <summary><c>L'entretien a porté sur le partenariat</c> raises nothing.</summary>
    private bool IsAbout(Telling told, VerbGroup verb) =>
        told.IsRank && !verb.IsPassive && words.Has("raising", Folding.Fold(verb.Verb ?? "")) && verb.End < told.Context.Text.Tokens.Count
            && (words.Has("on", told.Context.Text.Tokens[verb.End].Folded) || _reviews.Contains(told.Context, verb) || IsBorne(told, verb));

    /// <summary><c>La défense est devenue l'un des piliers du partenariat stratégique</c>: what becomes something of a rank sets none up.</summary>
    private bool BecomesPartOf(Telling told, VerbGroup verb)
    {
        var (tokens, first) = (told.Context.Text.Tokens, told.Mention.First);
        var of = words.Has("determiner", tokens[first - 1].Folded) && !words.Has("of", tokens[first - 1].Folded) ? first - 2 : first - 1;
        return told.IsRank && words.Has("becoming", Folding.Fold(verb.Verb ?? "")) && of > verb.End && words.Has("of", tokens[of].Folded) && !words.Has("that-of", tokens[of - 1].Folded) && !words.Has("rank-name", tokens[of - 1].Folded);
    }

    /// <summary><c>l'intérêt que Tokyo porte au partenariat stratégique</c></summary>
    private bool IsBorne(Telling told, VerbGroup verb)
    {
        var tokens = told.Context.Text.Tokens;
        var first = Math.Max(told.Mention.Sentence.First + 1, verb.First - Telling.SubjectReach);
        return Enumerable.Range(first, Math.Max(0, verb.First - first)).Any(i => words.Has("that", tokens[i].Folded) && words.Has("borne-to", tokens[i - 1].Folded));
    }

    /// <summary><c>ont échangé une lettre d'intention</c>, <c>ont vu échanger un mémorandum</c>, but not <c>ont échangé leurs vues sur un accord</c></summary>
    private bool HandsOver(Telling told, VerbGroup verb) =>
        words.Has("handing-over", Folding.Fold(verb.Verb ?? "")) && verb.Tense is Tense.Past or Tense.Pluperfect or Tense.Infinitive && told.Mention.ChainFirst - verb.End is >= 0 and <= HandReach
            && Enumerable.Range(verb.End, told.Mention.ChainFirst - verb.End).All(i => words.Has("determiner", told.Context.Text.Tokens[i].Folded) || words.Has("cardinal", told.Context.Text.Tokens[i].Folded) || words.Has("adverb", told.Context.Text.Tokens[i].Folded));

    /// <summary><c>ont annoncé un partenariat intégral</c></summary>
    private bool Declares(Telling told, VerbGroup verb) =>
        !verb.IsPassive && words.Has("declaring", Folding.Fold(verb.Verb ?? "")) && told.Mention.First - verb.End == 1 && words.Has("indefinite", told.Context.Text.Tokens[verb.End].Folded);

    /// <summary><c>de développer un partenariat intégral</c>, but not <c>de développer le partenariat</c></summary>
    private bool Develops(Telling told, VerbGroup verb) =>
        verb.Tense == Tense.Infinitive && words.Has("rank-making", Folding.Fold(verb.Verb ?? "")) && told.Mention.First - verb.End is >= 1 and <= HandReach && words.Has("indefinite", told.Context.Text.Tokens[told.Mention.First - 1].Folded);

    /// <summary><c>avaient fait de leurs relations un partenariat intégral</c></summary>
    private bool MakesOf(Telling told, VerbGroup verb) =>
        words.Has("making-into", Folding.Fold(verb.Verb ?? "")) && told.Mention.First - verb.End is >= 3 and <= MakeReach && words.Has("of", told.Context.Text.Tokens[verb.End].Folded) && words.Has("indefinite", told.Context.Text.Tokens[told.Mention.First - 1].Folded);

    /// <summary>
    /// <c>Ont ensuite été signés en leur présence un accord et un plan</c>: a frame of place or company stands between, and no subject before the verb.
    /// </summary>
    private bool IsInvertedOver(Telling told, VerbGroup verb)
    {
        var (tokens, first, until) = (told.Context.Text.Tokens, told.Mention.Sentence.First, told.Mention.ChainFirst);
        // An indefinite article or a number opens the subject, and nothing leads it ("par un accord").
        return until - verb.End is > 2 and <= InvertedReach && (words.Has("indefinite", tokens[until - 1].Folded) || words.Has("cardinal", tokens[until - 1].Folded))
            && !words.Has("noun-lead", tokens[until - 2].Folded)
            && !told.Verbs.Any(v => v.IsFinite && v.Anchor > verb.Anchor && v.Anchor < until)
            && (verb.First == first || words.Has("frame-lead", tokens[first].Folded) && !words.StandsIn("list-mark", tokens, first, verb.First));
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
