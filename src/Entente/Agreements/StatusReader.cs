using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Reads the status of an instrument: the verb that has it as object or subject, its participle, the noun of signing and who wants it, the words that
/// carry it out, its year. What governs it most closely decides.
/// </summary>
internal sealed class StatusReader(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far before an open treaty it may be told that it is worked on, in tokens.</summary>
    private const int OpenReach = 9;

    /// <summary>How far behind the title a participle may go on with the event at which it was made, in tokens.</summary>
    private const int EventReach = 7;

    /// <summary>How far within a sentence the noun stands that sets it after the event told, in tokens.</summary>
    private const int EventHead = 3;

    private readonly TellingReader _tellings = new(lexicon, words);
    private readonly GoverningVerbs _governing = new(lexicon, words);
    private readonly ArticleWords _articles = new(words);
    private readonly ToldElsewhere _elsewhere = new(lexicon, words);
    private readonly ListsOfTexts _lists = new(lexicon, words);
    private readonly RankStatus _ranks = new(words);
    private readonly DoneInfinitives _done = new(words);
    private readonly TitleContinuation _titles = new(words);
    private readonly SigningStatus _signings = new(lexicon, words);
    private readonly TalksStatus _talks = new(lexicon, words);
    private readonly ToldByUs _us = new(words);
    private readonly RunOutTexts _runOut = new(words);
    private readonly DeclarationsTold _declarations = new(words);

    public StatusReading Read(ArticleContext context, InstrumentMention mention)
    {
        var telling = _tellings.Read(context, mention);
        if (mention.Name.IsCited)
        {
            return Cited(telling);
        }

        if (telling.IsRank && _ranks.IsLeft(telling))
        {
            return new StatusReading((AgreementStatus?)null);
        }

        if (mention.IsOfOwnDate)
        {
            return MadeByParticiple(telling) ?? new StatusReading(telling.Date is null ? null : AgreementStatus.Signed, telling.Date, false);
        }

        // "un protocole appelé à remplacer l'arrangement de 2015": with the year of its making in its name it is made, whatever is to become of it.
        if (telling.Date is { } told && told.First >= mention.First && told.First < mention.EndOfTitle && !telling.IsRank && mention.Name.Instrument != Instrument.Plan)
        {
            return new StatusReading(AgreementStatus.Signed, told, false);
        }

        var reading = ByOwnSentence(telling) is { Status: not null and not AgreementStatus.InForce } own ? own.Status == AgreementStatus.Negotiating ? _elsewhere.SigningTold(telling) ?? own : own : _elsewhere.TakenUp(telling) ?? _lists.Read(telling) ?? ByOwnSentence(telling);
        return reading with { TellsSigning = telling.Cues.Exists(c => c.Value is AgreementCue.Signing or AgreementCue.Witness) || telling.Verbs.Any(v => lexicon.Of(v.Verb) == AgreementCue.Sign) };
    }

    private StatusReading ByOwnSentence(Telling telling) =>
        (telling.IsRank ? Declared(telling) ?? _ranks.Ahead(telling) : null) ??
        (telling.Date is null ? null : MadeByParticiple(telling)) ?? _us.Read(telling) ?? WishedSeen(telling) ?? ToBeCarriedOut(telling) ?? Announced(telling) ?? _talks.Read(telling) ?? ByParticipleOrVerb(telling) ?? _signings.Read(telling) ?? (telling.IsRank ? _ranks.Read(telling) : Standing(telling));

    /// <summary>What carries no date may be told of the event by the verb: <c>ont signé le compte rendu conclu de leurs entretiens</c>; what is in force needs no other word of its making.</summary>
    private StatusReading? ByParticipleOrVerb(Telling told)
    {
        var made = MadeByParticiple(told);
        if (made is { Date: null, AtEvent: false } && ByVerb(told) is { AtEvent: true } ofEvent)
        {
            return ofEvent;
        }

        var reading = made ?? Wished(told) ?? ByVerb(told);
        var isInForce = reading is { Status: AgreementStatus.Signed, Date: null, AtEvent: false } && told.Cues.Exists(c => c.Value == AgreementCue.Apply && c.First - told.Mention.ChainEnd is >= 0 and <= 2 && words.Has("force", told.Context.Text.Tokens[c.Next - 1].Folded));
        return isInForce ? new(AgreementStatus.InForce) { IsParticular = true } : reading;
    }

    /// <summary><c>l'accord de libre-échange demandé par Hanoï</c></summary>
    private StatusReading? Wished(Telling told) =>
        !told.IsRank && told.Verbs.Any(v => v is { Tense: Tense.Participle, IsFinite: false } && v.First >= told.Mention.NameEnd && v.First - told.Mention.EndOfTitle <= 1 && v.First < told.Mention.ZoneEnd && lexicon.Of(v.Verb) == AgreementCue.Propose && words.Has("agent", told.Context.Text.Tokens[v.End].Folded)) ? new(AgreementStatus.Proposed) : null;

    /// <summary><c>Le partenariat intégral devrait être annoncé lors de la visite</c></summary>
    private StatusReading? Declared(Telling told) =>
        told.Date is null && told.Verbs.Any(v => told.IsSubjectOf(v) && v is { IsPassive: true, IsFinite: true, Tense: Tense.Future or Tense.Conditional } && words.Has("declaring", Texts.Folding.Fold(v.Verb ?? ""))) ? new(AgreementStatus.Planned) : null;

    /// <summary>A treaty of many states is cited, unless its text is still being worked on.</summary>
    private StatusReading Cited(Telling told)
    {
        var (name, first) = (told.Mention.Name, told.Mention.First);
        // "au sein des négociations de l'Accord de partenariat transpacifique"
        if (told.Cues.Any(c => c.Value == AgreementCue.Negotiate && first - c.Next is >= -1 and <= 2 && words.StandsIn("talks-on-text", told.Context.Text.Tokens, c.First, c.Next)))
        {
            return new(AgreementStatus.Negotiating);
        }

        // "la conclusion rapide d'un Code de conduite", "achever au plus tôt le Code", but not "respecter le Code"
        var isWorkedOn = name.IsOpen
            && (told.Cues.Any(c => c.Value is AgreementCue.Negotiate or AgreementCue.Draft or AgreementCue.Signing && c.Next <= first + 1 && first - c.Next < OpenReach)
                || told.Verbs.Any(v => v.Anchor < first && first - v.Anchor < OpenReach && lexicon.Of(v.Verb) is AgreementCue.Negotiate or AgreementCue.Sign));
        return new(isWorkedOn ? AgreementStatus.Negotiating : AgreementStatus.Cited, told.Date, false);
    }

    /// <summary><c>un plan de coopération, qu'elles comptent signer à l'automne</c>, <c>une fois signé, l'accord …</c></summary>
    private StatusReading? Announced(Telling told)
    {
        var ahead = told.Cues.Any(c => c.Value == AgreementCue.Ahead && (c.Next <= told.Mention.First && told.Mention.First - c.Next <= 3 || c.First >= told.Mention.NameEnd && Math.Min(c.First - told.Mention.NameEnd, Math.Abs(c.First - told.Mention.EndOfTitle)) <= 1
                // "un mémorandum sur leur coopération future": the cooperation is to come, and not the text.
                && !(c.First > told.Mention.NameEnd && words.Has("future-adjective", told.Context.Text.Tokens[c.First].Folded))
            // "Un accord et un plan devraient voir leur signature"
            || c.First == told.Mention.ChainEnd && words.StandsIn("signing-noun", told.Context.Text.Tokens, c.First, c.Next)));
        var meant = told.Verbs.Any(v => told.IsSubjectOf(v) && lexicon.Of(v.Verb) == AgreementCue.Sign && v.Tense is Tense.Infinitive or Tense.Future or Tense.Conditional && !IsOfNextClause(told, v));
        return !told.IsRank && (ahead || meant) && !_talks.IsInTalks(told) ? new(AgreementStatus.Planned) { IsParticular = meant && _articles.IsDefinite(told) } : null;
    }

    /// <summary><c>de la signature du protocole et ont décidé de signer un plan</c>: the verb behind "et" has the subject of the one before.</summary>
    private bool IsOfNextClause(Telling told, VerbGroup verb) =>
        told.Verbs.Any(v => v.IsFinite && v.First > told.After && v.Anchor < verb.First && words.Has("and", told.Context.Text.Tokens[v.First - 1].Folded));

    /// <summary><c>protocole …, signé en 2007</c>, <c>mémorandum conclu en septembre 2015</c></summary>
    private StatusReading? MadeByParticiple(Telling told)
    {
        var mention = told.Mention;
        var made = told.Verbs.Any(v => (v.Tense == Tense.Participle || IsLoose(told, v)) && v.First < mention.OwnEnd
            && (v.First >= mention.NameEnd && v.First <= Math.Min(mention.TitleEnd + 2, mention.ZoneEnd - 1) || mention.IsSharedParticiple(told.Context, v, words)) && (words.Has("making", told.Context.Text.Tokens[v.Anchor].Folded) || told.Cues.Exists(c => c.Value == AgreementCue.Publish && c.First == v.Anchor))
            && (told.IsRank || !words.Has("setting-up", told.Context.Text.Tokens[v.Anchor].Folded)));
        // "souhaité voir l'accord signé"
        if (made && told.Wish is not null && told.Verbs.Any(v => words.Has("see", v.Verb) && v.Anchor < mention.First && mention.First - v.Anchor <= 4))
        {
            return new(told.Wish);
        }

        // "un protocole, signé à cette occasion", "signée au cours de cette visite"
        var tokens = told.Context.Text.Tokens;
        // "signé à l'occasion de la récente visite du Premier ministre": at another event than the one told.
        var isOfEarlier = words.StandsIn("event-before", tokens, mention.EndOfTitle, Math.Min(mention.EndOfTitle + EventReach + EventHead, mention.ZoneEnd));
        var atEvent = made && told.Date is null && Enumerable.Range(mention.EndOfTitle, EventReach).Any(i => i < mention.ZoneEnd
            && (words.Has("event-noun", tokens[i].Folded) || words.Has("event-told", tokens[i].Folded) && words.Has("demonstrative-told", tokens[i - 1].Folded)))
            && !isOfEarlier;
        // "que soit bien appliqué le protocole signé par les deux pays": no day of its making is told, only that it is carried out.
        if (made && told.Date is null && !atEvent && !told.IsRank && IsApplied(told))
        {
            return new(AgreementStatus.InForce) { IsParticular = isOfEarlier || _articles.IsDefinite(told) };
        }

        return made && (told.Date is not null || !told.IsRank) ? new(told.Made, told.Date, atEvent) { IsParticular = isOfEarlier || _articles.IsDefinite(told) } : null;
    }

    /// <summary><c>a souhaité voir signé sans tarder l'accord</c>, <c>espèrent voir signées bientôt les conventions</c>: wanted, and not made.</summary>
    private StatusReading? WishedSeen(Telling told)
    {
        const int Reach = 7;
        var (tokens, mention) = (told.Context.Text.Tokens, told.Mention);
        var seen = told.Verbs.LastOrDefault(v => v is { Verb: not null, Tense: Tense.Infinitive } && words.Has("see", v.Verb) && v.Anchor < mention.First && mention.First - v.Anchor <= Reach);
        return told.Wish is not null && seen.Verb is not null && words.StandsIn("making", tokens, seen.End, mention.First) ? new(told.Wish) : null;
    }

    /// <summary><c>a souhaité que le procès-verbal de coopération soit appliqué avec efficacité</c>: what is to be carried out stands, whatever else the sentence wants hastened.</summary>
    private StatusReading? ToBeCarriedOut(Telling told) =>
        !told.IsRank && told.Date is null && told.Verbs.Any(v => v is { IsPassive: true, IsFinite: true, Tense: Tense.Subjunctive or Tense.Conditional or Tense.Future } && told.IsSubjectOf(v) && lexicon.Of(v.Verb) == AgreementCue.Apply)
            ? new(AgreementStatus.InForce) { IsParticular = true } : null;

    /// <summary><c>a rappelé que la feuille de route, paraphée en mars, …</c>: no second verb of who reminds, for it agrees with the text or goes on with a time or maker.</summary>
    private bool IsLoose(Telling told, VerbGroup verb)
    {
        var tokens = told.Context.Text.Tokens;
        return verb.IsFinite && verb.First == verb.Anchor && verb.Anchor > told.Mention.Sentence.First && tokens[verb.Anchor - 1].Folded == "," && verb.End < told.Mention.Sentence.First + told.Mention.Sentence.Count
            && (tokens[verb.Anchor].Folded[^1] is 'e' or 's' || words.Has("origin-link", tokens[verb.End].Folded) || words.Has("party-opening", tokens[verb.End].Folded)
                || told.Context.DatesIn[told.Mention.Sentence.Index].Any(d => d.First - verb.End is 0 or 1));
    }

    private StatusReading? ByVerb(Telling told)
    {
        foreach (var (verb, cue, isSubject) in _governing.Of(told))
        {
            switch (cue)
            {
                // "ont trouvé un accord"
                case AgreementCue.Reach when told.Mention.Name.Instrument == Instrument.Agreement && told.Date is null:
                    return new((AgreementStatus?)null);
                // "n'ont pas encore signé l'accord"
                case AgreementCue.Sign or AgreementCue.Establish when IsNegated(told, verb):
                    return new(told.IsRank || verb.Tense is Tense.Future or Tense.Conditional ? null : AgreementStatus.Negotiating);
                // "porter le partenariat stratégique à une nouvelle hauteur": the rank is there already.
                case AgreementCue.Establish when told.IsRank && words.Has("raising", Texts.Folding.Fold(verb.Verb)) && verb.End == told.Mention.First - 1 && words.Has("standing-article", told.Context.Text.Tokens[verb.End].Folded):
                    return new(AgreementStatus.InForce);
                case AgreementCue.Renew:
                    // What is renewed was in force; renewed, it is made anew.
                    if ((told.Wish is not null || verb.Tense is Tense.Future or Tense.Conditional) && !(told.Date is { } of && (told.HasRelative || of.First < told.Mention.EndOfTitle)))
                    {
                        // What has run out is to be made again.
                        return new(_runOut.Contains(told) ? told.Wish ?? AgreementStatus.Planned : AgreementStatus.InForce);
                    }

                    return verb.Tense is Tense.Past or Tense.Pluperfect && told.Wish is null && told.Date is null ? new(told.Made, null, !told.IsRank && IsOfEvent(told, verb)) : new(told.Date is null ? AgreementStatus.InForce : told.Made, told.Date, false);
                // "a ratifié la signature d'un accord"
                case AgreementCue.Ratify when !told.IsRank && told.Cues.Exists(c => c.Value == AgreementCue.Agree && c.First == verb.Anchor):
                    return new(AgreementStatus.Planned);
                // "achever les procédures d'entrée en vigueur de l'accord"
                case AgreementCue.Ratify when !told.IsRank:
                case AgreementCue.Negotiate when !told.IsRank && !isSubject && told.Cues.Exists(c => c.Value == AgreementCue.Ratify && c.First >= verb.End && c.Next <= told.Mention.First + 1):
                    return new(AgreementStatus.Signed);
                // "le désir que les deux ministères signent"
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Present && !isSubject && (told.Wish == AgreementStatus.Proposed || told.Wish is not null && IsAfterThat(told, verb)):
                    return new(told.Wish);
                // "passant en revue ce qui se fait dans le cadre du partenariat" sets up nothing.
                case AgreementCue.Establish or AgreementCue.Sign when told.IsRank && !isSubject && told.Cues.Any(c => c.Value == AgreementCue.Apply && c.First >= verb.End && c.First < told.Mention.First):
                    continue;
                // "a créé un élan pour le partenariat": the rank is only what it is for.
                case AgreementCue.Establish when told.IsRank && !isSubject && IsOnlyFor(told, verb):
                    continue;
                // "ont publié une déclaration, fondée sur la mise en œuvre du traité"
                case AgreementCue.Sign when !told.IsRank && !isSubject && told.Date is null && told.Mention.ChainFirst == told.Mention.First && IsCarriedOut(told, verb):
                    return new(AgreementStatus.InForce);
                // "la mise en œuvre du mémorandum que les deux ministères ont signé": when, no word tells, but not now.
                case AgreementCue.Sign when !told.IsRank && isSubject && told.HasRelative && told.Date is null && verb.Tense is Tense.Past or Tense.Pluperfect && IsApplied(told)
                    && (verb.End >= told.Mention.Sentence.First + told.Mention.Sentence.Count || told.Context.Text.Tokens[verb.End].Kind == Texts.TokenKind.Punctuation):
                    return new(AgreementStatus.InForce) { IsParticular = true };
                // "Il faut que les deux armées évitent les incidents, signent une convention": in form a present.
                case AgreementCue.Sign when verb.Tense is Tense.Present && !isSubject && IsNeeded(told, verb):
                    return new(AgreementStatus.Proposed);
                // "le premier pays à avoir signé un accord"
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Past && !isSubject && told.CanBeMadeBy(cue) && _done.IsOfFirst(told.Context, told.Mention.Sentence, verb):
                    return new(told.Made, told.Date, false);
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Past or Tense.Pluperfect or Tense.Present or Tense.Imperfect && told.CanBeMadeBy(cue):
                    return new(told.Made, told.Date, told.Date is null && !IsOfOldChain(told) && (!told.IsRank || verb.Tense is Tense.Past && _ranks.AreLeaders(told, verb) || verb.Tense is Tense.Imperfect && IsAnnounced(told, verb)) && IsOfEvent(told, verb)) { IsPluperfect = verb.Tense == Tense.Pluperfect, IsParticular = isSubject && IsOfEarlierEvent(told, verb) };
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Future or Tense.Conditional:
                    // "il a souhaité …, domaine dans lequel les deux ministères doivent conclure un mémorandum": not wished, but settled.
                    var isSettled = words.StandsIn("which", told.Context.Text.Tokens, told.Mention.Sentence.First, verb.First);
                    return new(told.Wish == AgreementStatus.Proposed && !isSettled ? AgreementStatus.Proposed : AgreementStatus.Planned);
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Gerund && told.IsRank && IsMade(told, verb):
                    return new(told.Made, told.Date, told.Date is null);
                case AgreementCue.Sign when verb.Tense is Tense.Gerund or Tense.Infinitive && told.Wish is null && IsDone(told, verb):
                    return new(told.Made, told.Date, told.Date is null);
                case AgreementCue.Sign or AgreementCue.Establish when told.CanBeMadeBy(cue) && !isSubject && _done.Contains(told.Context, told.Mention.Sentence, verb):
                    // "Ils ont vu échanger un mémorandum": before their eyes, and not over the years.
                    return new(told.Made, told.Date, told.Date is null && words.Has("handing-over", Texts.Folding.Fold(verb.Verb)));
                // "ont décidé d'élever leurs relations … lors de la visite en 2013"
                case AgreementCue.Establish when verb.Tense is Tense.Infinitive && told.IsRank && told.Date is not null:
                    return new(told.Made, told.Date, false);
                // "ont annoncé vouloir porter leurs relations au niveau de partenariat stratégique"
                case AgreementCue.Establish when told.IsRank && verb.Tense is Tense.Infinitive && told.Verbs.Any(v => verb.First - v.End is 0 or 1 && words.Has("wanting", Texts.Folding.Fold(v.Verb ?? ""))):
                    return new(AgreementStatus.Proposed);
                // "Les deux dirigeants ont décidé d'élever les relations"
                case AgreementCue.Establish when told.IsRank && verb.Tense is Tense.Infinitive && _ranks.IsDecided(told, verb):
                    return _ranks.AreLeaders(told, verb) ? new(AgreementStatus.Established, null, true) : new(AgreementStatus.Planned) { IsDecision = true };
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Subjunctive or Tense.Infinitive or Tense.Gerund && told.CanBeMadeBy(cue):
                    return new((isSubject ? WishWithin(told, verb) : null) ?? (_talks.IsWorkedOnSince(told) ? AgreementStatus.Planned : told.Wish) ?? (told.IsRank && !told.Verbs.Any(v => v.IsFinite && v.Anchor < verb.Anchor && lexicon.Of(v.Verb) == AgreementCue.Negotiate) ? AgreementStatus.Proposed : AgreementStatus.Planned));
                // "a suggéré que les deux écoles se parlent et que les ministères préparent un mémorandum"
                case AgreementCue.Negotiate when !told.IsRank && verb.Tense is Tense.Present && told.Wish == AgreementStatus.Proposed && !isSubject:
                    return new(told.Wish);
                // "le traité que les deux parties sont en train de négocier"
                case AgreementCue.Negotiate when !told.IsRank && verb.Tense is Tense.Infinitive && IsUnderWay(told, verb):
                    return new(AgreementStatus.Negotiating);
                // "un arrangement que les services ont été chargés de rédiger"
                case AgreementCue.Negotiate when !told.IsRank && isSubject && told.HasRelative && verb.Tense is Tense.Infinitive:
                    return new(WishWithin(told, verb) ?? AgreementStatus.Planned);
                case AgreementCue.Negotiate when !told.IsRank && isSubject && verb.Tense is not (Tense.Infinitive or Tense.Gerund or Tense.Future or Tense.Conditional):
                    return new(AgreementStatus.Negotiating);
                // "ont discuté de la mise en œuvre du protocole"
                case AgreementCue.Negotiate when !told.IsRank && !isSubject && told.Date is null && IsCarriedOut(told, verb):
                    return new(AgreementStatus.InForce);
                // "s'est achevé par la signature" has reached more.
                case AgreementCue.Negotiate when !told.IsRank && !isSubject && !told.Cues.Any(c => c.Value is AgreementCue.Signing or AgreementCue.Witness && c.Next > verb.End && c.First < told.Mention.First):
                    return new(verb.Tense is Tense.Infinitive or Tense.Gerund or Tense.Subjunctive ? told.Wish ?? AgreementStatus.Planned : AgreementStatus.Negotiating);
                case AgreementCue.Propose when !told.IsRank && isSubject:
                    return new(AgreementStatus.Proposed);
                case AgreementCue.Propose when !told.IsRank && !isSubject && told.Date is null && told.Mention.ChainFirst - verb.End <= 4 && IsDirect(told, verb) && !told.Cues.Any(c => c.Value == AgreementCue.Apply && c.First >= verb.End && c.First <= told.Mention.First):
                    return new(AgreementStatus.Proposed);
            }
        }

        return null;
    }

    /// <summary><c>ont annoncé que leurs relations étaient portées au rang de partenariat intégral</c>: by saying so they do it.</summary>
    private bool IsAnnounced(Telling told, VerbGroup verb) =>
        told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < verb.First) is { Verb: { } announced, Tense: Tense.Past } saying && words.Has("declaring", Texts.Folding.Fold(announced)) && IsAfterThat(told, verb) && saying.End < verb.First;

    /// <summary><c>créera un nouvel élan pour le partenariat stratégique</c></summary>
    private bool IsOnlyFor(Telling told, VerbGroup verb) =>
        Enumerable.Range(told.Mention.First - 2, 2).Any(i => i > verb.End && words.Has("for", told.Context.Text.Tokens[i].Folded));

    private bool IsNeeded(Telling told, VerbGroup verb)
    {
        var (tokens, first) = (told.Context.Text.Tokens, told.Mention.Sentence.First);
        return Enumerable.Range(first, verb.First - first).Any(i => words.Has("that", tokens[i].Folded) && i > first && words.Has("needed", tokens[i - 1].Folded))
            && !told.Verbs.Any(v => v.IsFinite && v.First < verb.First && v.Tense is Tense.Past or Tense.Pluperfect or Tense.Imperfect);
    }

    private bool IsUnderWay(Telling told, VerbGroup verb) =>
        verb.First - 2 >= told.Mention.Sentence.First && words.Has("under-way-mark", told.Context.Text.Tokens[verb.First - 2].Folded);

    /// <summary><c>le partenariat que les deux pays s'apprêtent à établir</c>: the verb of the relative clause tells who means it.</summary>
    private AgreementStatus? WishWithin(Telling told, VerbGroup verb) =>
        told.Verbs.LastOrDefault(v => v.IsFinite && v.First >= told.Mention.EndOfTitle && v.Anchor < verb.First) is not { Verb: { } governing } ? null
            : lexicon.Of(governing) switch { AgreementCue.Agree => AgreementStatus.Planned, AgreementCue.Propose => AgreementStatus.Proposed, _ => null };

    /// <summary>No verb makes it: its year, what carries it out, or the definite article tell that it stands; else it is only wished for.</summary>
    private StatusReading Standing(Telling told)
    {
        if (told.Date is not null)
        {
            return new(AgreementStatus.Signed, told.Date, false);
        }

        var mention = told.Mention;
        if (_declarations.AreNews(told))
        {
            return new(AgreementStatus.Signed, null, true) { IsParticular = true };
        }

        var applied = IsApplied(told) || told.Cues.Any(c => c.Value == AgreementCue.Apply && c.First >= mention.ChainEnd && c.First - mention.ChainEnd < 6);
        // "l'accord entrera en vigueur en avril"
        if (told.Cues.Any(c => c.Value == AgreementCue.Ratify && (c.Next <= mention.First + 1 && mention.ChainFirst - c.Next < 4 || c.First >= mention.ChainEnd && c.First - mention.ChainEnd < 6))
            || _titles.ComesIntoForce(told.Context, told.After, Math.Min(mention.ChainZoneEnd, told.Context.Text.Tokens.Count)))
        {
            return new(AgreementStatus.Signed);
        }

        return new(applied || _articles.IsDefinite(told) && (IsOurs(told) || mention.TitleEnd - mention.NameEnd > 1 && words.Has("another-lead", told.Context.Text.Tokens[mention.NameEnd].Folded)) ? AgreementStatus.InForce : told.Wish);
    }

    /// <summary>Right before the instrument, and behind the verb, something carries it out: <c>la mise en œuvre du protocole</c>, <c>la mise en œuvre des accords et du procès-verbal</c>.</summary>
    private bool IsCarriedOut(Telling told, VerbGroup verb)
    {
        var (tokens, lead) = (told.Context.Text.Tokens, told.Mention.First - 1);
        var isJoined = lead - 1 > verb.End && words.Has("of", tokens[lead].Folded) && words.Has("join", tokens[lead - 1].Folded);
        return told.Cues.Any(c => c.Value == AgreementCue.Apply && c.First >= verb.End && c.Next <= told.Mention.First + 1 && (told.Mention.First - c.Next <= 3 || isJoined && c.First - verb.End <= 1));
    }

    /// <summary><c>a signé un protocole avec X, une lettre avec Y en 2017 et une autre avec Z en 2019</c>: none of them is the day's news.</summary>
    private static bool IsOfOldChain(Telling told) =>
        told.Mention.ChainEnd > told.Mention.EndOfTitle && told.Context.Dates.ArticleDate.From is { } now
            && told.Context.DatesIn[told.Mention.Sentence.Index].Any(d => d.First >= told.Mention.ChainFirst && d.First < told.Mention.ChainZoneEnd && !d.Expression.IsRange && d.Resolved.Date is { Day: 0, Year: > 0 } && d.Resolved.To < now);

    /// <summary>Carried out, as what stands before it tells: <c>dans le cadre de l'accord</c>.</summary>
    private static bool IsApplied(Telling told) =>
        told.Cues.Any(c => c.Value == AgreementCue.Apply && c.Next <= told.Mention.First + 1 && told.Mention.ChainFirst - c.Next < 12);

    /// <summary>Only spoken of, an instrument is one of ours if the sentence says between whom: <c>l'accord entre les deux ministères</c>.</summary>
    private bool IsOurs(Telling told)
    {
        var sentence = told.Mention.Sentence;
        var context = told.Context;
        return Enumerable.Range(sentence.First, sentence.Count).Any(i => words.Has("both-sides", context.Text.Tokens[i].Folded) || words.Has("shared-plan", context.Text.Tokens[i].Folded))
            || context.HomeMentions[sentence.Index].Count > 0;
    }

    /// <summary>Made at the reported event: not earlier (<c>déjà</c>), and a pluperfect only if of the same visit (<c>quelques heures plus tôt</c>).</summary>
    private bool IsOfEvent(Telling told, VerbGroup verb) =>
        !told.Cues.Any(c => c.Value == AgreementCue.Earlier && (c.First == told.Mention.Sentence.First || Math.Abs(c.First - verb.Anchor) <= Telling.SubjectReach))
        && !IsOfEarlierEvent(told, verb)
        && (verb.Tense != Tense.Pluperfect || OpensOnEvent(told)
            || Meetings.EncounterLexicon.French.CuesOf(told.Context.Text, told.Mention.Sentence).Any(c => c.Value == Meetings.EncounterCue.Near));

    /// <summary><c>qui a été signé lors de la récente visite du Premier ministre</c></summary>
    private bool IsOfEarlierEvent(Telling told, VerbGroup verb) =>
        words.StandsIn("event-before", told.Context.Text.Tokens, verb.End, Math.Max(verb.End, Math.Min(verb.End + EventReach, told.Mention.ZoneEnd)));

    /// <summary><c>À l'issue de l'entretien, un accord avait été signé</c></summary>
    private bool OpensOnEvent(Telling told) =>
        words.StandsIn("event-noun", told.Context.Text.Tokens, told.Mention.Sentence.First, told.Mention.Sentence.First + Math.Min(EventHead, told.Mention.Sentence.Count));

    /// <summary><c>ont signé une déclaration portant les relations au rang de …</c>: a gerund has the time of the verb before it.</summary>
    private bool IsMade(Telling told, VerbGroup gerund) =>
        told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < gerund.Anchor) is { Verb: { } made, Tense: Tense.Past or Tense.Pluperfect } before
            && (lexicon.Of(made) == AgreementCue.Sign || told.Cues.Exists(c => c.Value == AgreementCue.Publish && c.First == before.Anchor));

    /// <summary>
    /// <c>En signant l'accord, les deux pays ont …</c>, <c>la visite a été l'occasion de signer</c>: the main verb tells that it happened.
    /// </summary>
    private bool IsDone(Telling told, VerbGroup verb)
    {
        var main = told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < verb.Anchor) is { Verb: not null } before ? before : told.Verbs.FirstOrDefault(v => v.IsFinite && v.Anchor > verb.Anchor);
        return main is not { Verb: not null, Tense: Tense.Future or Tense.Conditional or Tense.Subjunctive or Tense.Present or Tense.Imperfect } && (main.Verb is not null ? !IsNegated(told, main) : verb.Tense == Tense.Gerund)
            && (verb.Tense == Tense.Gerund || IsBefore(told, verb) || told.Cues.Any(c => c.Value == AgreementCue.Witness && c.First < verb.Anchor && c.Next >= verb.Anchor));
    }

    /// <summary><c>se sont entretenus avant de signer</c></summary>
    private bool IsBefore(Telling told, VerbGroup verb) => verb.First - 2 >= told.Mention.Sentence.First && words.Has("before-doing", told.Context.Text.Tokens[verb.First - 2].Folded);

    /// <summary><c>a proposé un accord</c>, but not <c>a suggéré d'étendre le programme</c>.</summary>
    private bool IsDirect(Telling told, VerbGroup verb) =>
        Enumerable.Range(verb.End, told.Mention.ChainFirst - verb.End).All(i => words.Has("instrument-joint", told.Context.Text.Tokens[i].Folded) || words.Has("determiner", told.Context.Text.Tokens[i].Folded)
            || told.Context.Text.Tokens[i].Folded.Length > 0 && char.IsAsciiDigit(told.Context.Text.Tokens[i].Folded[0]) || words.Has("adverb", told.Context.Text.Tokens[i].Folded));

    /// <summary><c>Il est prévu que les deux ministres signent</c></summary>
    private bool IsAfterThat(Telling told, VerbGroup verb) =>
        words.StandsIn("that", told.Context.Text.Tokens, Math.Max(told.Mention.Sentence.First, verb.First - Telling.SubjectReach), verb.First);

    private bool IsNegated(Telling told, VerbGroup verb) =>
        verb.First > told.Mention.Sentence.First && words.Has("negator", told.Context.Text.Tokens[verb.First - 1].Folded);
}
