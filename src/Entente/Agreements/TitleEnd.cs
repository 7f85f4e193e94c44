using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds the right end of an instrument's title: its complements belong to it, a finite verb, a relative clause, a date of signing or a second thing end it.</summary>
internal sealed class TitleEnd(AgreementLexicon lexicon, WordSets words)
{
    private readonly TitleContinuation _goingOn = new(words);
    private readonly RunOutTexts _runOut = new(words);

    /// <summary>The token behind the title whose name ends at <c>from</c>, before <c>limit</c>.</summary>
    public int Find(ArticleContext context, Sentence sentence, int from, int limit, bool isRank)
    {
        var tokens = context.Text.Tokens;
        var verbs = context.Verbs[sentence.Index];
        var end = from;
        for (var i = from; i < limit; i++)
        {
            var token = tokens[i];
            if (token.Folded is "," && _goingOn.ContinuesList(context, sentence, i, limit))
            {
                continue;
            }

            if (token.Folded == "(" && _goingOn.IsShortName(context, sentence, i, limit))
            {
                i += TitleContinuation.BracketCount - 1;
                continue;
            }

            // "le mécanisme de communication par téléphone avec la garde-côte": by what, and not by whom.
            if (i > from && i + 1 < limit && words.Has("agent", token.Folded) && words.Has("means", tokens[i + 1].Folded))
            {
                continue;
            }

            // "a vu dans cet accord le prolongement de celui de 2015": a bare article opens another complement of the verb.
            if (i == from && words.Has("article", token.Folded) && !words.Has("subject-lead", tokens[from - 1].Folded) && token.SpaceBefore && i + 1 < limit && !tokens[i + 1].IsCapitalized)
            {
                break;
            }

            // "voir ce mémorandum aider à approfondir la coopération"
            if (i == from && verbs.Any(v => v.Tense == Tense.Infinitive && v.First == i))
            {
                break;
            }

            if (words.Has("title-end", token.Folded) || token.Kind == TokenKind.Punctuation && token.Folded is not "-" and not "/" and not "'" and not "." and not "°"
                || token.Folded == "." && (i + 1 >= limit || token.SpaceBefore)
                || verbs.Any(v => (v.IsFinite || v.Tense == Tense.Participle && (words.Has("making", tokens[v.Anchor].Folded) || lexicon.Of(v.Verb) == AgreementCue.Propose && words.Has("agent", tokens[v.End].Folded))) && v.First == i)
                || lexicon.IsPredicate(token.Text) && !words.Has("determiner", tokens[i - 1].Folded) && !words.Has("ordinal", tokens[i - 1].Folded) && !words.Has("before-noun", tokens[i - 1].Folded) && !words.Has("cardinal", tokens[i - 1].Folded) && tokens[i - 1].Folded != "-" && !(i + 1 < limit && tokens[i + 1].Folded == "-")
                // "le mémorandum préparé depuis 2016", "l'accord de coopération arrivé à son terme"
                || i + 1 < limit && words.Has("since", tokens[i + 1].Folded) && verbs.Any(v => v.First == i && v.Tense == Tense.Participle && lexicon.Of(v.Verb) == AgreementCue.Negotiate) || _runOut.IsAt(tokens, i, limit)
                // "réviser le Mémorandum pour y intégrer la cybersécurité"
                || words.Has("purpose", token.Folded) && i + 1 < limit && (words.Has("there", tokens[i + 1].Folded) || verbs.Any(v => v.Tense == Tense.Infinitive && v.First == i + 1))
                || words.Has("in", token.Folded) && i + 1 < limit && !words.Has("until", tokens[i - 1].Folded) && (char.IsAsciiDigit(tokens[i + 1].Text[0]) || context.DatesIn[sentence.Index].Any(d => d.First >= i && d.First <= i + 1))
                // "porter le partenariat stratégique à une nouvelle hauteur"
                || isRank && words.HasWritten("to-one", token.Text)
                // "que le partenariat intégral prenne forme", "voir le partenariat voir le jour"
                || isRank && words.Has("shape-verb", token.Folded)
                || _goingOn.ComesIntoForce(context, i, limit)
                // "un accord de coopération vendredi dernier"
                || words.Has("date-lead", token.Folded) && context.DatesIn[sentence.Index].Any(d => d.First >= i && d.First <= i + 1)
                // "un accord-cadre et un contrat", "cette convention et sa mise en œuvre": a second thing, with an article of its own.
                || words.Has("and", token.Folded) && i + 1 < limit && (words.Has("second-thing", tokens[i + 1].Folded) || OpensAnother(tokens, verbs, i, from))
                // "un accord sur l'extradition au terme de la rencontre", "un mémorandum à la fin de leur entretien"
                || words.HasWritten("to-one", token.Text) && IsAtEnd(tokens, i + 1, limit)
                // "un mémorandum aux termes duquel", "l'accord récemment signé"
                || words.Has("which", token.Folded) || IsBeforeMaking(tokens, i, limit)
                // "un plan de coopération l'an dernier"
                || context.DatesIn[sentence.Index].Any(d => d.First == i && d.Expression.Relative is not null))
            {
                break;
            }

            end = i + 1;
        }

        // "selon lequel", "en vertu duquel": what leads the relative is not of the title either.
        var isBeforeRelative = end < limit && words.Has("which", tokens[end].Folded);
        while (end > from && (tokens[end - 1].Kind == TokenKind.Punctuation || words.Has("determiner", tokens[end - 1].Folded) || words.Has("title-tail", tokens[end - 1].Folded) || isBeforeRelative && words.Has("which-lead", tokens[end - 1].Folded)))
        {
            end--;
        }

        return end;
    }

    /// <summary><c>de la signature du mémorandum et de l'entrée en vigueur</c>, <c>de signer l'accord sur les visas et de faire</c>, <c>la Déclaration et les autres textes</c>: what <c>et</c> joins is not in the title.</summary>
    private bool OpensAnother(TokenList tokens, IReadOnlyList<VerbGroup> verbs, int and, int from) =>
        // "du plan 2021-2025 et du programme"
        (and == from || char.IsAsciiDigit(tokens[and - 1].Text[0]) && tokens[and - 2].Folded == "-") && words.Has("noun-lead", tokens[and + 1].Folded)
            // "ont publié une déclaration et chargé leurs ministères"
            || verbs.Any(v => v.IsFinite && v.First == and + 1) || words.Has("that-of", tokens[and + 1].Folded) || words.Has("possessive", tokens[and + 2].Folded)
            || words.Has("article", tokens[and + 1].Folded) && words.Has("paper", tokens[and + 2].Folded)
            || words.Has("of", tokens[and + 1].Folded) && verbs.Any(v => v.Tense == Tense.Infinitive && v.First == and + 2)
            // "la signature de l'accord sur la formation et réviser le mémorandum", but "l'accord pour prévenir et réprimer la fraude"
            || verbs.Any(v => v.Tense == Tense.Infinitive && v.First == and + 1) && !verbs.Any(v => v.Tense == Tense.Infinitive && v.First >= from && v.First < and)
            || words.Has("list-head", tokens[and + 1].Folded) && words.Has("other-things", tokens[and + 2].Folded);

    /// <summary><c>le plan 2025-2027 récemment signé</c>, <c>l'accord de défense tout juste conclu</c>: when it was made, and not what it is.</summary>
    private bool IsBeforeMaking(TokenList tokens, int at, int limit)
    {
        var lately = Enumerable.Range(at, Math.Max(0, limit - at)).TakeWhile(i => words.Has("made-lately", tokens[i].Folded)).Count();
        return lately > 0 && at + lately < limit && words.Has("making", tokens[at + lately].Folded);
    }

    /// <summary>What follows an encounter is told: <c>à l'issue de</c>, <c>au terme de</c>, <c>à la fin de</c>.</summary>
    private bool IsAtEnd(TokenList tokens, int at, int limit)
    {
        var noun = at < limit && words.Has("article", tokens[at].Folded) ? at + 1 : at;
        return noun + 1 < limit && words.Has("following", tokens[noun].Folded) && words.Has("of", tokens[noun + 1].Folded);
    }
}
