using Entente.Clauses;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary><c>la signature d'un accord</c>: a signing seen, dated, praised or remembered took place; any other is meant.</summary>
internal sealed class SigningStatus(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far before the instrument the noun of signing may stand, in tokens.</summary>
    private const int NounReach = 14;

    /// <summary>Endings of the future and the conditional.</summary>
    private readonly WordEndings _infinitives = words.EndingsOf("infinitive-ending");
    private readonly WordEndings _aims = words.EndingsOf("aim-ending");
    private readonly ArticleWords _articles = new(words);
    private readonly SetApart _apart = new(words);
    private readonly SigningEffects _effects = new(lexicon, words);

    public StatusReading? Read(Telling told)
    {
        var mention = told.Mention;
        var noun = _apart.NounBefore(told.Context, mention);
        var signing = told.Cues.Where(c => c.Value is AgreementCue.Signing or AgreementCue.Witness && c.First < mention.First && (mention.ChainFirst - c.Next < NounReach || noun >= c.First && noun < c.Next) && !IsPassed(told, c)).ToList();
        if (signing.Count == 0)
        {
            return null;
        }

        var toCome = told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < mention.ChainFirst) is { Verb: not null, Tense: Tense.Future or Tense.Conditional };
        if (told.Date is not null || told.Wish is null && !toCome && signing.Exists(c => c.Value == AgreementCue.Witness))
        {
            // "dix ans après la signature"
            var isLongAgo = signing.Exists(c => c.First > mention.Sentence.First && words.Has("time-unit", told.Context.Text.Tokens[c.First - 1].Folded));
            return new(told.Made, told.Date, told.Date is null && !isLongAgo);
        }

        var governing = told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < mention.First);
        // "ont présidé à la signature"
        if (told.Wish is null && governing is { Verb: { } attended, Tense: Tense.Past or Tense.Pluperfect } && lexicon.Of(attended) == AgreementCue.Attend)
        {
            return new(told.Made, null, true);
        }

        // "ont achevé l'élaboration et la signature du programme"
        if (told.Wish is null && governing is { Verb: { } done, Tense: Tense.Past or Tense.Pluperfect } && words.Has("finishing", Texts.Folding.Fold(done)))
        {
            return new(told.Made);
        }

        // "ont discuté de la signature d'un accord"
        if (governing is { Verb: { } worked } && lexicon.Of(worked) == AgreementCue.Negotiate)
        {
            return new(told.Wish ?? AgreementStatus.Negotiating);
        }

        // "a parlé de la signature d'un accord"
        if (told.Wish is null && governing is { Verb: { } talked } && words.Has("talking-of", Texts.Folding.Fold(talked)) && !_articles.IsDefinite(told))
        {
            return new(AgreementStatus.Planned);
        }

        // "La signature du mémorandum marque une étape"
        if (told.Wish is null && governing.Verb is null && _effects.Tell(told, signing[^1]))
        {
            return new(told.Made, null, words.StandsIn("event-told", told.Context.Text.Tokens, mention.ChainEnd, Math.Min(mention.ChainZoneEnd, told.Context.Text.Tokens.Count))) { IsParticular = _articles.IsDefinite(told) };
        }

        return IsHailed(told, signing) || IsRecalled(told, signing, governing) ? new(told.Made, null, IsOfDay(told, noun)) { IsParticular = words.Has("demonstrative-told", told.Context.Text.Tokens[mention.First - 1].Folded) }
            : new(told.Wish ?? AgreementStatus.Planned);
    }

    /// <summary><c>pour hâter la signature de l'accord et réviser le mémorandum</c>, <c>convenu de hâter la signature de l'accord, de mettre en œuvre le mémorandum</c>: the instrument is that of the verb joined behind.</summary>
    private bool IsPassed(Telling told, PhraseMatch<AgreementCue> signing) =>
        told.Verbs.Any(v => v.Tense == Tense.Infinitive && v.First > signing.Next && v.End <= told.Mention.First && lexicon.Of(v.Verb ?? "") is not AgreementCue.Sign && (words.Has("and", told.Context.Text.Tokens[v.First - 1].Folded) || IsJoined(told.Context.Text.Tokens, v.First)));

    private bool IsJoined(TokenList tokens, int infinitive) =>
        infinitive > 2 && words.Has("of", tokens[infinitive - 1].Folded) && (words.Has("and", tokens[infinitive - 2].Folded) || tokens[infinitive - 2].Text == ",");

    /// <summary><c>Saluant la signature, le matin même, du mémorandum</c></summary>
    private bool IsHailed(Telling told, List<PhraseMatch<AgreementCue>> signing) =>
        told.Wish is null && !told.Cues.Any(c => c.Value == AgreementCue.Ahead && c.First < told.Mention.First)
            && told.Verbs.Any(v => v.Tense == Tense.Gerund && v.First < signing[0].First && signing[0].First - v.End <= 2 && words.Has("hailing", Texts.Folding.Fold(v.Verb ?? "")));

    private bool IsRecalled(Telling told, List<PhraseMatch<AgreementCue>> signing, VerbGroup governing)
    {
        var mention = told.Mention;
        // "promouvoir la signature de nouveaux accords"
        var isAim = signing.Exists(c => IsAimed(told.Context, mention.Sentence.First, c.First));
        return told.Wish is null && !isAim
            && (told.Cues.Any(c => c.Value is AgreementCue.Recall or AgreementCue.Earlier && c.First < mention.First)
                || governing is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect }
                // "a loué la signature de l'accord": a participle that the lexicon of verbs does not have.
                || governing is { Verb: { } auxiliary, Tense: Tense.Present } && words.Has("auxiliary-of-past", Texts.Folding.Fold(auxiliary)) && UnknownParticiple.Is(told.Context.Text.Tokens[governing.End], words)
                // "attire l'attention sur la signature de la Déclaration"
                || governing is { Verb: not null, Tense: Tense.Present } && !signing.Exists(c => c.Value == AgreementCue.Signing && told.Cues.Any(a => a.Value is AgreementCue.Ahead or AgreementCue.Agree)) && _articles.IsDefinite(told) && mention.Name.Instrument is Instrument.JointDeclaration or Instrument.JointVision);
    }

    /// <summary><c>la signature, le matin même, du mémorandum</c>, <c>au cours de cette visite</c>: what is set apart tells that it is of the reported event.</summary>
    private bool IsOfDay(Telling told, int noun)
    {
        var tokens = told.Context.Text.Tokens;
        return noun >= 0 && (Meetings.EncounterLexicon.French.CuesOf(told.Context.Text, told.Mention.Sentence).Any(c => c.Value == Meetings.EncounterCue.Near && c.First > noun && c.Next < told.Mention.First)
            || Enumerable.Range(noun, told.Mention.First - noun).Any(i => words.Has("event-noun", tokens[i].Folded) || words.Has("event-told", tokens[i].Folded) && words.Has("demonstrative-told", tokens[i - 1].Folded)));
    }

    /// <summary>Whether the word before a noun of signing, past its article, looks like an infinitive or tells what is to come: <c>soutiendra la signature</c>.</summary>
    private bool IsAimed(ArticleContext context, int first, int at)
    {
        var before = at - 1 > first && words.Has("feminine-article", context.Text.Tokens[at - 1].Folded) ? at - 2 : at - 1;
        return before >= first && context.Text.Tokens[before] is { Kind: Texts.TokenKind.Word, IsCapitalized: false } word
            // "en particulier la signature"
            && !(before > first && words.Has("in", context.Text.Tokens[before - 1].Folded))
            && (_infinitives.Has(word.Folded) || word.Folded.Length > 5 && _aims.Has(word.Folded));
    }
}
