using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;

namespace Entente.Agreements;

/// <summary>
/// Reads the status of an instrument: the verb that has it as object or subject, its participle, the noun of signing and who wants it, the words that
/// carry it out, its year. What governs it most closely decides.
/// </summary>
internal sealed class StatusReader(AgreementLexicon lexicon, WordSets words)
{
    private readonly TellingReader _tellings = new(lexicon, words);
    private readonly GoverningVerbs _governing = new(lexicon, words);

    public StatusReading Read(ArticleContext context, InstrumentMention mention)
    {
        var telling = _tellings.Read(context, mention);
        if (mention.Name.IsCited)
        {
            return Cited(telling);
        }

        var reading = Announced(telling) ?? Negotiated(telling) ?? MadeByParticiple(telling) ?? ByVerb(telling) ?? BySigning(telling) ?? (telling.IsRank ? Rank(telling) : Standing(telling));
        return reading with { TellsSigning = telling.Cues.Exists(c => c.Value is AgreementCue.Signing or AgreementCue.Witness) || telling.Verbs.Any(v => lexicon.Of(v.Verb) == AgreementCue.Sign) };
    }

    /// <summary>A treaty of many states is cited, unless its text is still being worked on.</summary>
    private static StatusReading Cited(Telling told)
    {
        var negotiated = told.Cues.Any(c => c.Value is AgreementCue.Negotiate or AgreementCue.Draft && c.Next <= told.Mention.First + 1 && told.Mention.First - c.Next < 8);
        return new(negotiated && told.Mention.Name.Instrument == Instrument.Other ? AgreementStatus.Negotiating : AgreementStatus.Cited, told.Date, false);
    }

    /// <summary><c>un plan de coopération, qu'elles comptent signer à l'automne</c>, <c>une fois signé, l'accord …</c></summary>
    private StatusReading? Announced(Telling told)
    {
        var ahead = told.Cues.Any(c => c.Value == AgreementCue.Ahead && (c.Next <= told.Mention.First && told.Mention.First - c.Next <= 3 || c.First >= told.Mention.NameEnd && c.First - told.Mention.NameEnd <= 1));
        var meant = told.Verbs.Any(v => told.IsSubjectOf(v) && lexicon.Of(v.Verb) == AgreementCue.Sign && v.Tense is Tense.Infinitive or Tense.Future or Tense.Conditional && told.IsSubjectOf(v));
        return !told.IsRank && (ahead || meant) ? new(AgreementStatus.Planned) { IsParticular = meant && IsDefinite(told) } : null;
    }

    private static StatusReading? Negotiated(Telling told)
    {
        if (told.IsRank)
        {
            return null;
        }

        foreach (var cue in told.Cues)
        {
            if (cue.Value == AgreementCue.Negotiate && IsNear(told, cue))
            {
                return new(AgreementStatus.Negotiating);
            }

            if (cue.Value == AgreementCue.Draft && IsNear(told, cue))
            {
                return new(told.Wish == AgreementStatus.Proposed ? told.Wish : AgreementStatus.Negotiating);
            }
        }

        return null;
    }

    /// <summary><c>protocole …, signé en 2007</c>, <c>mémorandum conclu en septembre 2015</c></summary>
    private StatusReading? MadeByParticiple(Telling told)
    {
        var mention = told.Mention;
        var made = told.Verbs.Any(v => v.Tense == Tense.Participle && v.First >= mention.NameEnd && v.First <= Math.Min(mention.TitleEnd + 2, mention.ZoneEnd - 1) && words.Has("making", told.Context.Text.Tokens[v.Anchor].Folded)
            && (told.IsRank || !words.Has("setting-up", told.Context.Text.Tokens[v.Anchor].Folded)));
        return made && (told.Date is not null || !told.IsRank) ? new(told.Made, told.Date, false) { IsParticular = IsDefinite(told) } : null;
    }

    private StatusReading? ByVerb(Telling told)
    {
        foreach (var (verb, isSubject) in _governing.Of(told))
        {
            switch (lexicon.Of(verb.Verb))
            {
                // "porter le partenariat stratégique à une nouvelle hauteur": the rank is there already.
                case AgreementCue.Establish when told.IsRank && verb.End == told.Mention.First - 1 && told.Context.Text.Tokens[verb.End].Folded is "le" or "leur" or "ce":
                    return new(AgreementStatus.InForce);
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Past or Tense.Pluperfect or Tense.Present && told.CanBeMadeBy(lexicon.Of(verb.Verb)):
                    return new(told.Made, told.Date, !told.IsRank && told.Date is null && IsOfEvent(told, verb));
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Future or Tense.Conditional:
                    return new(told.Wish == AgreementStatus.Proposed ? AgreementStatus.Proposed : AgreementStatus.Planned);
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Gerund && told.IsRank && IsMade(told, verb):
                    return new(told.Made, told.Date, told.Date is null);
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Subjunctive or Tense.Infinitive or Tense.Gerund && told.CanBeMadeBy(lexicon.Of(verb.Verb)):
                    return new(told.Wish ?? (told.IsRank && !told.Verbs.Any(v => v.IsFinite && v.Anchor < verb.Anchor && lexicon.Of(v.Verb) == AgreementCue.Negotiate) ? AgreementStatus.Proposed : AgreementStatus.Planned));
                case AgreementCue.Negotiate when !told.IsRank && !isSubject:
                    return new(verb.Tense is Tense.Infinitive or Tense.Gerund ? told.Wish ?? AgreementStatus.Planned : AgreementStatus.Negotiating);
                case AgreementCue.Propose when !told.IsRank && !isSubject && told.Date is null && told.Mention.ChainFirst - verb.End <= 4 && !told.Cues.Any(c => c.Value == AgreementCue.Apply && c.First >= verb.End && c.First <= told.Mention.First):
                    return new(AgreementStatus.Proposed);
            }
        }

        return null;
    }

    /// <summary><c>la signature d'un accord</c>: a signing seen, dated, praised or remembered took place; any other is meant.</summary>
    private static StatusReading? BySigning(Telling told)
    {
        var mention = told.Mention;
        var signing = told.Cues.Where(c => c.Value is AgreementCue.Signing or AgreementCue.Witness && c.First < mention.First && mention.ChainFirst - c.Next < 14).ToList();
        if (signing.Count == 0)
        {
            return null;
        }

        if (told.Date is not null || told.Wish is null && signing.Exists(c => c.Value == AgreementCue.Witness))
        {
            return new(told.Made, told.Date, told.Date is null);
        }

        // "promouvoir la signature de nouveaux accords"
        var isAim = signing.Exists(c => IsInfinitive(told.Context, told.Mention.Sentence.First, c.First));
        var recalled = told.Wish is null && !isAim
            && (told.Cues.Any(c => c.Value is AgreementCue.Recall or AgreementCue.Earlier && c.First < mention.First)
                || told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < mention.First) is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect });
        return new(recalled ? told.Made : told.Wish ?? AgreementStatus.Planned);
    }

    /// <summary>Whether the word before a noun of signing, past its article, looks like an infinitive.</summary>
    private static bool IsInfinitive(ArticleContext context, int first, int at)
    {
        var before = at - 1 > first && context.Text.Tokens[at - 1].Folded is "la" or "l'" ? at - 2 : at - 1;
        return before >= first && context.Text.Tokens[before] is { Kind: Texts.TokenKind.Word, IsCapitalized: false } word
            && (word.Folded.EndsWith("er", StringComparison.Ordinal) || word.Folded.EndsWith("ir", StringComparison.Ordinal) || word.Folded.EndsWith("re", StringComparison.Ordinal) && word.Folded.Length > 5);
    }

    private StatusReading Rank(Telling told)
    {
        if (told.Date is not null)
        {
            return new(AgreementStatus.Established, told.Date, false);
        }

        bool Before(AgreementCue cue, int reach) => told.Cues.Any(c => c.Value == cue && c.First < told.Mention.First && told.Mention.First - c.Next < reach);
        if (Before(AgreementCue.Toward, 6))
        {
            return new(AgreementStatus.Planned);
        }

        if (!Before(AgreementCue.Setup, 10))
        {
            return new(AgreementStatus.InForce);
        }

        // "annonce l'établissement d'un partenariat", "dix ans après l'établissement du partenariat", "plaide pour l'établissement d'un partenariat"
        if (told.Wish is not null)
        {
            return new(told.Wish);
        }

        var ahead = told.Cues.Any(c => c.Value == AgreementCue.Ahead && c.First < told.Mention.First && told.Mention.First - c.Next < 10);
        var isSetUp = !ahead && (IsDefinite(told) || told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < told.Mention.First) is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect });
        return new(ahead ? AgreementStatus.Planned : isSetUp ? AgreementStatus.Established : AgreementStatus.InForce);
    }

    /// <summary>No verb makes it: its year, what carries it out, or the definite article tell that it stands; else it is only wished for.</summary>
    private StatusReading Standing(Telling told)
    {
        if (told.Date is not null)
        {
            return new(AgreementStatus.Signed, told.Date, false);
        }

        var mention = told.Mention;
        var applied = told.Cues.Any(c => c.Value == AgreementCue.Apply && (c.Next <= mention.First + 1 && mention.ChainFirst - c.Next < 12 || c.First >= mention.ChainEnd && c.First - mention.ChainEnd < 6));
        return new(applied || IsDefinite(told) && IsOurs(told) ? AgreementStatus.InForce : told.Wish);
    }

    /// <summary>Only spoken of, an instrument is one of ours if the sentence says between whom: <c>l'accord entre les deux ministères</c>.</summary>
    private bool IsOurs(Telling told)
    {
        var sentence = told.Mention.Sentence;
        var context = told.Context;
        return Enumerable.Range(sentence.First, sentence.Count).Any(i => words.Has("both-sides", context.Text.Tokens[i].Folded) || words.Has("shared-plan", context.Text.Tokens[i].Folded))
            || context.HomeMentions[sentence.Index].Count > 0;
    }

    /// <summary>Made at the reported event: not earlier (<c>déjà</c>), and a pluperfect only if of the same visit (<c>quelques heures plus tôt</c>).</summary>
    private static bool IsOfEvent(Telling told, VerbGroup verb) =>
        !told.Cues.Any(c => c.Value == AgreementCue.Earlier && Math.Abs(c.First - verb.Anchor) <= Telling.SubjectReach)
        && (verb.Tense != Tense.Pluperfect
            || Meetings.EncounterLexicon.French.Cues.Find(told.Context.Text, told.Mention.Sentence).Any(c => c.Value == Meetings.EncounterCue.Near));

    /// <summary><c>ont signé une déclaration portant les relations au rang de …</c>: a gerund has the time of the verb before it.</summary>
    private bool IsMade(Telling told, VerbGroup gerund) =>
        told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < gerund.Anchor) is { Verb: { } made, Tense: Tense.Past or Tense.Pluperfect } && lexicon.Of(made) == AgreementCue.Sign;

    private static bool IsNear(Telling told, PhraseMatch<AgreementCue> cue)
    {
        var mention = told.Mention;
        if (cue.First >= mention.NameEnd)
        {
            return cue.First < mention.ZoneEnd && cue.First - mention.TitleEnd <= 12;
        }

        // "les négociations en vue de la signature d'un accord"
        return cue.Next <= mention.First + 1 && cue.First >= Math.Min(mention.ZoneFirst, mention.ChainFirst - Telling.SubjectReach) && mention.ChainFirst - cue.Next <= 10
            && !told.Verbs.Any(v => v.IsFinite && v.Anchor >= cue.Next && v.Anchor < mention.ChainFirst);
    }

    private bool IsDefinite(Telling told)
    {
        for (var i = told.Mention.First - 1; i >= told.Mention.Sentence.First && i >= told.Mention.First - 3; i--)
        {
            var folded = told.Context.Text.Tokens[i].Folded;
            if (words.Has("definite", folded))
            {
                return true;
            }

            if (folded is "un" or "une")
            {
                return false;
            }
        }

        return false;
    }
}
