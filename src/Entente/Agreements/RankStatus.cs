using Entente.Clauses;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Reads how far a rank of partnership has come where no verb sets it up: its date, what relations are on their way to, what still prepares it.</summary>
internal sealed class RankStatus(WordSets words)
{
    private readonly ArticleWords _articles = new(words);
    private readonly RankDecisions _decisions = new(words);

    public StatusReading Read(Telling told)
    {
        bool Before(AgreementCue cue, int reach) => told.Cues.Any(c => c.Value == cue && c.First < told.Mention.First && told.Mention.First - c.Next < reach);
        if (told.Date is not null)
        {
            return new(AgreementStatus.Established, told.Date, false);
        }

        // "souhaite voir le partenariat intégral prendre forme"
        if (words.Has("shape-verb", told.Context.Text.Tokens[told.Mention.EndOfTitle].Folded))
        {
            return new(told.Wish ?? AgreementStatus.Planned);
        }

        if (WantedOf(told) is { } wanted)
        {
            return new(wanted);
        }

        if (Before(AgreementCue.Toward, 6))
        {
            return new(AgreementStatus.Planned);
        }

        if (IsPrepared(told, Before(AgreementCue.Setup, 10)))
        {
            return new(told.Wish ?? AgreementStatus.Planned);
        }

        if (IsNext(told))
        {
            return new(told.Wish ?? AgreementStatus.Planned);
        }

        // "les relations sont au niveau de partenariat stratégique": they have got there.
        var governing = told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < told.Mention.First);
        var isState = governing is { Verb: { } state, Tense: Tense.Present or Tense.Imperfect or Tense.Subjunctive } && words.Has("copula-verb", Folding.Fold(state));
        // "L'élévation des relations au rang de partenariat est le résultat de la visite"
        if (Before(AgreementCue.Setup, 10) && IsOutcome(told))
        {
            return new(AgreementStatus.Established, null, true);
        }

        if (!Before(AgreementCue.Setup, 10) || isState)
        {
            return new(AgreementStatus.InForce);
        }

        // "annonce l'établissement d'un partenariat", "dix ans après l'établissement du partenariat", "plaide pour l'établissement d'un partenariat"
        var isDecided = governing is { Verb: { } decided, Tense: Tense.Past } && words.Has("deciding", Folding.Fold(decided));
        var isOfLeaders = isDecided && AreLeaders(told, governing);
        if (told.Wish is not null && !(told.Wish == AgreementStatus.Planned && isOfLeaders))
        {
            return new(told.Wish);
        }

        var ahead = told.Cues.Any(c => c.Value == AgreementCue.Ahead && c.First < told.Mention.First && told.Mention.First - c.Next < 10);
        var isSetUp = !ahead && (_articles.IsDefinite(told) || governing is { Verb: not null, Tense: Tense.Past or Tense.Pluperfect });
        var isThen = words.StandsIn("event-noun", told.Context.Text.Tokens, told.Mention.Sentence.First, told.Mention.First);
        var atEvent = isSetUp && isDecided && (isThen || isOfLeaders);
        return new(ahead ? AgreementStatus.Planned : isSetUp ? AgreementStatus.Established : AgreementStatus.InForce, null, atEvent) { IsDecision = isSetUp && isDecided };
    }

    /// <summary><c>l'approfondissement du partenariat intégral s'orientant vers le partenariat stratégique en mars 2015</c>: what is made and dated is another.</summary>
    public StatusReading? Ahead(Telling told)
    {
        const int Reach = 5;
        var (tokens, first) = (told.Context.Text.Tokens, told.Mention.First);
        var toward = words.Has("heading-for", tokens[first - 1].Folded) ? first - 1 : first - 2;
        return toward > told.Mention.Sentence.First && words.Has("heading-for", tokens[toward].Folded) && words.StandsIn("heading-there", tokens, Math.Max(told.Mention.Sentence.First, toward - Reach), toward)
            ? new(told.Wish ?? AgreementStatus.Planned)
            : null;
    }

    /// <summary><c>L'établissement d'un partenariat stratégique est la prochaine étape</c>, <c>constitue l'étape suivante</c></summary>
    private bool IsNext(Telling told)
    {
        const int Reach = 7;
        var (tokens, mention) = (told.Context.Text.Tokens, told.Mention);
        var end = Math.Min(mention.EndOfTitle + Reach, mention.Sentence.First + mention.Sentence.Count);
        return Enumerable.Range(mention.EndOfTitle, Math.Max(0, end - mention.EndOfTitle)).Any(i => words.Has("next-goal", tokens[i].Folded) && (words.Has("next-lead", tokens[i - 1].Folded) || words.Has("next-lead", tokens[i + 1].Folded)))
            && (words.StandsIn("copula", tokens, mention.EndOfTitle, end) || words.StandsIn("copula-gerund", tokens, mention.EndOfTitle, end));
    }

    /// <summary><c>souhaitent un partenariat stratégique</c>, <c>aspirent à un partenariat stratégique</c>, <c>devrait déboucher sous peu sur un partenariat stratégique</c>: there is none yet.</summary>
    private AgreementStatus? WantedOf(Telling told)
    {
        const int ObjectReach = 3;
        const int GoalReach = 7;
        var (tokens, first) = (told.Context.Text.Tokens, told.Mention.First);
        if (first - 2 <= told.Mention.Sentence.First || !words.Has("indefinite", tokens[first - 1].Folded))
        {
            return null;
        }

        var isGoal = words.Has("rank-goal", tokens[first - 2].Folded);
        foreach (var verb in told.Verbs)
        {
            var name = Folding.Fold(verb.Verb ?? "");
            var gap = first - (isGoal ? 2 : 1) - verb.End;
            if (gap < 0 || gap > (isGoal ? GoalReach : ObjectReach) || verb.IsPassive || verb.Tense == Tense.Participle)
            {
                continue;
            }

            if (words.Has(isGoal ? "aspiring" : "wanting", name))
            {
                return AgreementStatus.Proposed;
            }

            if (isGoal && words.Has("leading-to", name) && verb.Tense is Tense.Infinitive or Tense.Future or Tense.Conditional or Tense.Subjunctive)
            {
                return AgreementStatus.Planned;
            }
        }

        return null;
    }

    /// <summary><c>du rang de partenariat intégral à celui de partenariat stratégique</c>, <c>l'élévation du partenariat intégral entre les deux pays au rang de …</c>: the rank that relations leave.</summary>
    public bool IsLeft(Telling told)
    {
        const int Reach = 14;
        var (tokens, mention) = (told.Context.Text.Tokens, told.Mention);
        if (mention.ZoneEnd >= mention.Sentence.First + mention.Sentence.Count || !words.Has("rank-name", tokens[mention.ZoneEnd].Folded) || mention.ZoneEnd - mention.NameEnd > Reach || !IsLedAway(tokens, mention))
        {
            return false;
        }

        var reached = mention.ZoneEnd - 1;
        while (reached > mention.NameEnd && (words.Has("rank-noun", tokens[reached].Folded) || tokens[reached].Kind == TokenKind.Punctuation) && !words.Has("toward", tokens[reached].Folded))
        {
            reached--;
        }

        // "depuis l'établissement du partenariat intégral en 2009 et l'élévation des relations au rang de partenariat stratégique": a second event.
        return words.Has("toward", tokens[reached].Folded) && !told.Verbs.Any(v => v.IsFinite && v.First >= mention.NameEnd && v.First < reached)
            && !words.StandsIn("clause-edge", tokens, mention.NameEnd, reached) && !words.StandsIn("rank-rise", tokens, mention.EndOfTitle, reached);
    }

    /// <summary>Behind <c>du</c>, <c>d'un</c>, <c>du rang de</c>.</summary>
    private bool IsLedAway(TokenList tokens, InstrumentMention mention)
    {
        for (var i = mention.First - 1; i > mention.Sentence.First && (words.Has("rank-noun", tokens[i].Folded) || tokens[i].Kind == TokenKind.Punctuation && tokens[i].Folded == "\""); i--)
        {
            if (words.Has("of", tokens[i].Folded) && !words.Has("rank-noun", tokens[i - 1].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>préparent l'élévation de leurs relations au rang de partenariat stratégique</c>, <c>au point de préparer un partenariat</c></summary>
    private bool IsPrepared(Telling told, bool isSetUp)
    {
        if (told.Verbs.LastOrDefault(v => v.Anchor < told.Mention.First && v.Tense != Tense.Participle) is not { Verb: { } verb } last || !words.Has("preparing", Folding.Fold(verb)))
        {
            return false;
        }

        return isSetUp
            ? last.Tense is not (Tense.Past or Tense.Pluperfect)
            : told.Mention.First - last.End <= 2 && !words.Has("standing-article", told.Context.Text.Tokens[told.Mention.First - 1].Folded);
    }

    /// <summary><c>est le résultat le plus marquant de la visite</c>, <c>constitue le fruit de</c></summary>
    private bool IsOutcome(Telling told)
    {
        const int Reach = 6;
        var end = told.Mention.Sentence.First + told.Mention.Sentence.Count;
        return told.Verbs.FirstOrDefault(v => v.IsFinite && v.First >= told.Mention.NameEnd) is { Verb: not null, Tense: Tense.Present or Tense.Past } state
            && words.StandsIn("outcome", told.Context.Text.Tokens, state.End, Math.Min(state.End + Reach, end));
    }

    /// <summary>Whether an infinitive tells what was decided: <c>ont décidé d'élever</c>, <c>ont salué la décision d'élever</c>.</summary>
    public bool IsDecided(Telling told, VerbGroup infinitive)
    {
        const int Reach = 5;
        return _decisions.Of(told.Context, told.Mention.Sentence, infinitive) is { Verb: { } verb, Tense: Tense.Past } deciding
            && (infinitive.First - deciding.End <= Reach || !words.Has("deciding", Folding.Fold(verb)));
    }

    /// <summary>Whether heads of state or government are told before a verb: <c>les deux dirigeants</c>, <c>les chefs d'État</c>.</summary>
    public bool AreLeaders(Telling told, VerbGroup verb)
    {
        var tokens = told.Context.Text.Tokens;
        for (var i = told.Mention.Sentence.First; i < verb.First; i++)
        {
            if (words.Has("leaders", tokens[i].Folded) || words.Has("heads", tokens[i].Folded) && words.Has("of-state", tokens[i + 2].Folded) && tokens[i + 3].Folded != "-")
            {
                return true;
            }
        }

        return false;
    }
}
