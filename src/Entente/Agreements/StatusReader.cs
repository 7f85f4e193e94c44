using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;

namespace Entente.Agreements;

/// <summary>How far an instrument has come, and when it was made; null for the status of what is no instrument at all.</summary>
internal readonly record struct StatusReading(AgreementStatus? Status, DateMention? Date, bool AtEvent)
{
    /// <summary>One particular instrument is meant, though nothing but its making is told: <c>la convention signée ce matin</c>.</summary>
    public bool IsParticular { get; init; }

    /// <summary>The sentence speaks of signing, done or meant.</summary>
    public bool TellsSigning { get; init; }

    public StatusReading(AgreementStatus? status)
        : this(status, null, false)
    {
    }
}

/// <summary>
/// Reads the status of an instrument: the verb that has it as object or subject, its participle, the noun of signing and who wants it, the words that
/// carry it out, its year. What governs it most closely decides.
/// </summary>
internal sealed class StatusReader(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far a verb may stand from its object, in tokens.</summary>
    private const int ObjectReach = 30;

    /// <summary>How far a verb may stand from its subject, in tokens.</summary>
    private const int SubjectReach = 8;

    private readonly InstrumentDater _dater = new(lexicon, words);

    public StatusReading Read(ArticleContext context, InstrumentMention mention)
    {
        var telling = new Telling(context, mention, lexicon.Cues.Find(context.Text, mention.Sentence), context.Verbs[mention.Sentence.Index], _dater.Find(context, mention));
        if (mention.Name.IsCited)
        {
            return Cited(telling);
        }

        telling = telling with { Wish = WishOf(telling) };
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
        var meant = told.Verbs.Any(v => IsAfter(told.Mention, v) && lexicon.Of(v.Verb) == AgreementCue.Sign && v.Tense is Tense.Infinitive or Tense.Future or Tense.Conditional && IsAfter(told.Mention, v));
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
        foreach (var (verb, isSubject) in Governing(told))
        {
            switch (lexicon.Of(verb.Verb))
            {
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
            || context.Partners.Home.Any(m => m.SentenceIndex == sentence.Index);
    }

    /// <summary>What a wish or a plan before the instrument makes of it: the verb nearest before it, or a phrase.</summary>
    private AgreementStatus? WishOf(Telling told)
    {
        AgreementStatus? wish = null;
        var at = -1;
        foreach (var verb in told.Verbs)
        {
            var status = Meant(lexicon.Of(verb.Verb));
            // "a proposé d'accélérer la signature": what is to be done takes its sense from who wants it.
            if (status is not null && verb.Anchor < told.Mention.First && verb.Tense != Tense.Participle && (wish is null || verb.Tense is not (Tense.Infinitive or Tense.Gerund)))
            {
                (wish, at) = (status, verb.Anchor);
            }
        }

        foreach (var cue in told.Cues)
        {
            var status = Meant(cue.Value);
            if (status is not null && cue.First < told.Mention.ZoneEnd && cue.First > at && (cue.First < told.Mention.First || wish is null))
            {
                (wish, at) = (status, cue.First);
            }
        }

        return wish;
    }

    private static AgreementStatus? Meant(AgreementCue cue) => cue switch
    {
        AgreementCue.Propose => AgreementStatus.Proposed,
        AgreementCue.Agree => AgreementStatus.Planned,
        _ => null,
    };

    /// <summary>The verbs that have the instrument as object (before it, nearest first) or as subject (after its title).</summary>
    private IEnumerable<(VerbGroup Verb, bool IsSubject)> Governing(Telling told)
    {
        var mention = told.Mention;
        foreach (var verb in told.Verbs)
        {
            if (IsAfter(mention, verb) && verb.IsPassive && lexicon.Of(verb.Verb) is AgreementCue.Sign or AgreementCue.Negotiate)
            {
                yield return (verb, true);
            }
        }

        // "le protocole que les deux ministères ont signé", "Un plan …, qui devrait être signé", "qu'elles comptent signer"
        foreach (var verb in told.Verbs)
        {
            if (IsAfter(mention, verb) && lexicon.Of(verb.Verb) is AgreementCue.Sign && IsRelative(told, mention.ChainEnd))
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
            if (lexicon.Of(verb.Verb) is not AgreementCue.None && (!verb.IsPassive || included || words.Has("raising", Texts.Folding.Fold(verb.Verb)))
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

    private static bool IsAfter(InstrumentMention mention, VerbGroup verb) =>
        verb.First >= mention.ChainEnd && verb.First < mention.ChainZoneEnd && verb.First - mention.ChainEnd <= SubjectReach;

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

    /// <summary>Made at the reported event: not earlier (<c>déjà</c>), and a pluperfect only if of the same visit (<c>quelques heures plus tôt</c>).</summary>
    private static bool IsOfEvent(Telling told, VerbGroup verb) =>
        !told.Cues.Any(c => c.Value == AgreementCue.Earlier && Math.Abs(c.First - verb.Anchor) <= SubjectReach)
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
        return cue.Next <= mention.First + 1 && cue.First >= Math.Min(mention.ZoneFirst, mention.ChainFirst - SubjectReach) && mention.ChainFirst - cue.Next <= 10
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

    /// <summary>What a sentence has to say of one instrument.</summary>
    private sealed record Telling(ArticleContext Context, InstrumentMention Mention, List<PhraseMatch<AgreementCue>> Cues, IReadOnlyList<VerbGroup> Verbs, DateMention? Date)
    {
        public AgreementStatus? Wish { get; init; }

        public bool IsRank => Mention.Name.Instrument == Instrument.Partnership;

        /// <summary>What an instrument is once it is made.</summary>
        public AgreementStatus Made => IsRank ? AgreementStatus.Established : AgreementStatus.Signed;

        /// <summary>A rank may be signed or established, a text only signed.</summary>
        public bool CanBeMadeBy(AgreementCue cue) => IsRank || cue == AgreementCue.Sign;
    }
}
