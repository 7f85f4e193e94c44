using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Tells the instruments that are being talked over or drawn up, and those whose talks have come to their end.</summary>
internal sealed class TalksStatus(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far before the talks it may be told that they are over, in tokens.</summary>
    private const int EndReach = 14;

    /// <summary>How far before the talks it may be told that they are to begin, in tokens: <c>lancer au plus tôt la négociation</c>.</summary>
    private const int OpeningReach = 6;

    private readonly ArticleWords _articles = new(words);

    public StatusReading? Read(Telling told)
    {
        if (told.IsRank)
        {
            return null;
        }

        if (Concluded(told) is { } concluded)
        {
            return concluded;
        }

        if (PreparesSigning(told))
        {
            return new(told.Wish ?? AgreementStatus.Planned);
        }

        if (told.Wish is null && GoOn(told) || IsWorkedOnSince(told) && !told.Verbs.Any(v => v.Anchor < told.Mention.First && lexicon.Of(v.Verb) == AgreementCue.Sign) || IsTextWorkedOn(told) || IsTalkedOverWithin(told) || IsOfTalksBefore(told))
        {
            return new(AgreementStatus.Negotiating);
        }

        foreach (var cue in told.Cues)
        {
            if (cue.Value is AgreementCue.Negotiate or AgreementCue.Negotiated && IsNear(told, cue))
            {
                // "a proposé de mettre au point un nouveau plan": not begun.
                var isMeant = told.Wish == AgreementStatus.Proposed && cue.Value == AgreementCue.Negotiate && cue.Next <= told.Mention.First && !_articles.IsDefinite(told) && words.Has("working-out", told.Context.Text.Tokens[cue.First].Folded);
                if (told.Wish is null && Opens(told, cue) && IsBacked(told, cue))
                {
                    return new(AgreementStatus.Proposed);
                }

                return new(isMeant || told.Wish == AgreementStatus.Proposed && Opens(told, cue) || told.Wish is not null && IsPutForth(told, cue) ? told.Wish : AgreementStatus.Negotiating);
            }

            if (cue.Value == AgreementCue.Draft && IsNear(told, cue))
            {
                // "ont demandé à leurs services d'achever au plus vite la rédaction de la déclaration": it is being drawn up.
                var isUnderWay = told.Verbs.Any(v => v.End <= cue.First && cue.First - v.End <= Telling.SubjectReach && words.Has("finishing", Texts.Folding.Fold(v.Verb ?? "")));
                var isEntrusted = !isUnderWay && told.Verbs.Any(v => v.End <= cue.First && cue.First - v.End <= Telling.SubjectReach && words.Has("entrusting", Texts.Folding.Fold(v.Verb ?? "")));
                return new(isEntrusted ? AgreementStatus.Planned : told.Wish == AgreementStatus.Proposed && !isUnderWay ? told.Wish : AgreementStatus.Negotiating);
            }
        }

        return null;
    }

    /// <summary><c>a proposé d'ouvrir des négociations sur un accord</c>, <c>l'ouverture de pourparlers</c>: there are none so far.</summary>
    private bool Opens(Telling told, PhraseMatch<AgreementCue> talks) =>
        words.StandsIn("opening-talks", told.Context.Text.Tokens, Math.Max(told.Mention.Sentence.First, talks.First - OpeningReach), talks.First);

    /// <summary><c>appuie l'ouverture de négociations</c>: who backs it wants it to come.</summary>
    private bool IsBacked(Telling told, PhraseMatch<AgreementCue> talks) =>
        words.StandsIn("supporting-it", told.Context.Text.Tokens, Math.Max(told.Mention.Sentence.First, talks.First - OpeningReach), talks.First);

    /// <summary><c>a suggéré qu'un accord soit mis en chantier</c>: nobody works on it so far.</summary>
    private bool IsPutForth(Telling told, PhraseMatch<AgreementCue> cue) =>
        cue.Value == AgreementCue.Negotiated && cue.First > told.Mention.Sentence.First && words.Has("putting-forth", told.Context.Text.Tokens[cue.First - 1].Folded);

    /// <summary><c>Des pourparlers se poursuivent avec Singapour et le Brunei sur deux lettres d'intention</c></summary>
    private bool GoOn(Telling told)
    {
        const int Reach = 10;
        var (tokens, first, lead) = (told.Context.Text.Tokens, told.Mention.Sentence.First, told.Mention.ChainFirst - 1);
        while (lead > first && (words.Has("indefinite", tokens[lead].Folded) || words.Has("indefinite-plural", tokens[lead].Folded) || words.Has("cardinal", tokens[lead].Folded)))
        {
            lead--;
        }

        return words.Has("on", tokens[lead].Folded) && told.Verbs.LastOrDefault(v => v.IsFinite && v.Anchor < lead) is { Verb: { } going, Tense: Tense.Present or Tense.Imperfect or Tense.Past } verb
            && lead - verb.End <= Reach && words.Has("going-on", Texts.Folding.Fold(going)) && words.StandsIn("talks-on-text", tokens, first, verb.First);
    }

    /// <summary><c>le mémorandum préparé depuis 2016</c>: both have been at it, and one's wish to sign it is no mere proposal.</summary>
    public bool IsWorkedOnSince(Telling told)
    {
        var (tokens, at) = (told.Context.Text.Tokens, told.Mention.EndOfTitle);
        return !told.IsRank && at + 1 < told.Mention.ZoneEnd && words.Has("since", tokens[at + 1].Folded) && told.Verbs.Any(v => v.First == at && v.Tense == Tense.Participle && lexicon.Of(v.Verb) == AgreementCue.Negotiate);
    }

    /// <summary><c>la préparation de la signature d'un accord</c>: what is prepared is not its text.</summary>
    private bool PreparesSigning(Telling told)
    {
        const int Reach = 4;
        var tokens = told.Context.Text.Tokens;
        var signing = Enumerable.Range(Math.Max(told.Mention.Sentence.First, told.Mention.ChainFirst - Reach), Math.Min(Reach, told.Mention.ChainFirst - told.Mention.Sentence.First)).FirstOrDefault(i => words.Has("signing-noun", tokens[i].Folded), -1);
        return signing >= 0 && words.StandsIn("preparing-it", tokens, Math.Max(told.Mention.Sentence.First, signing - Reach), signing);
    }

    /// <summary><c>les négociations de l'accord, dont le texte pourrait être paraphé</c>: it is to be signed because it is being talked over.</summary>
    public bool IsInTalks(Telling told) =>
        told.Cues.Exists(c => c.Value is AgreementCue.Negotiate or AgreementCue.Negotiated && IsNear(told, c)
            && Enumerable.Range(c.First, c.Next - c.First).Any(i => words.Has(c.Value == AgreementCue.Negotiate ? "talks-on-text" : "under-way", told.Context.Text.Tokens[i].Folded)));

    /// <summary><c>l'achèvement, en décembre 2022, de douze années de négociations sur l'accord</c></summary>
    private StatusReading? Concluded(Telling told)
    {
        var (context, sentence) = (told.Context, told.Mention.Sentence);
        var talks = told.Cues.FindIndex(c => c.Value == AgreementCue.Negotiate && c.First < told.Mention.First && words.StandsIn("talks-on-text", context.Text.Tokens, c.First, c.Next));
        var until = talks < 0 ? told.Mention.First : Math.Max(told.Cues[talks].First, sentence.First);
        for (var i = until - 1; i >= sentence.First && until - i <= EndReach; i--)
        {
            if (context.Verbs[sentence.Index].Any(v => v.IsFinite && v.Anchor == i))
            {
                return null;
            }

            if (words.Has("end-of-talks", context.Text.Tokens[i].Folded) && context.DatesIn[sentence.Index].FirstOrDefault(d => d.First > i && d.End <= told.Mention.First && !d.Resolved.Date.IsEmpty && !d.Expression.IsRange && InstrumentDater.IsPast(context, d)) is { } date
                && Enumerable.Range(i, told.Mention.First - i).Any(at => words.Has("talks-on-text", context.Text.Tokens[at].Folded)))
            {
                return new(told.Made, date, false);
            }
        }

        return null;
    }

    /// <summary><c>l'accord, pour lequel il reste quelques clauses à négocier</c>, <c>dont le quatrième cycle de négociations s'est clos le mois dernier</c></summary>
    private bool IsTalkedOverWithin(Telling told)
    {
        var tokens = told.Context.Text.Tokens;
        var (first, end) = (told.Mention.ChainEnd, told.Mention.ChainZoneEnd);
        var relative = Enumerable.Range(first, Math.Max(0, Math.Min(3, end - first))).FirstOrDefault(i => words.Has("whose", tokens[i].Folded) || words.Has("which", tokens[i].Folded), -1);
        if (relative < 0)
        {
            return false;
        }

        end = Math.Min(end, relative + Telling.RelativeReach);
        return words.StandsIn("talks-on-text", tokens, relative, end)
            || told.Verbs.Any(v => v.First > relative && v.Anchor < end && v.Tense is Tense.Infinitive or Tense.Present && words.Has("bargaining", Texts.Folding.Fold(v.Verb ?? "")));
    }

    /// <summary><c>les négociations de l'accord et celles de la convention</c></summary>
    private bool IsOfTalksBefore(Telling told)
    {
        var tokens = told.Context.Text.Tokens;
        for (var i = told.Mention.ChainFirst - 1; i > told.Mention.Sentence.First && told.Mention.ChainFirst - i <= 3; i--)
        {
            if (words.Has("that-of", tokens[i].Folded))
            {
                return told.Cues.Exists(c => c.Value == AgreementCue.Negotiate && c.Next <= i && Enumerable.Range(c.First, c.Next - c.First).Any(at => words.Has("talks-on-text", tokens[at].Folded)));
            }
        }

        return false;
    }

    /// <summary><c>l'accord sur la logistique, dont les deux ministères mettent au point le texte</c></summary>
    private bool IsTextWorkedOn(Telling told)
    {
        var tokens = told.Context.Text.Tokens;
        var (first, end) = (told.Mention.ChainEnd, told.Mention.ChainZoneEnd);
        var whose = Enumerable.Range(first, Math.Max(0, Math.Min(2, end - first))).FirstOrDefault(i => words.Has("whose", tokens[i].Folded), -1);
        if (whose < 0)
        {
            return false;
        }

        // The verb works on the text ("mettent au point le texte"), or the text is being worked on ("dont le texte est négocié").
        end = Math.Min(end, whose + Telling.RelativeReach);
        return words.StandsIn("text-worked-on", tokens, whose, end)
            && (told.Verbs.Any(v => v.First > whose && v.Anchor < end && lexicon.Of(v.Verb) == AgreementCue.Negotiate && v.Tense is Tense.Present or Tense.Imperfect)
                || told.Cues.Exists(c => c.Value == AgreementCue.Negotiate && c.First > whose && c.First < end));
    }

    private bool IsNear(Telling told, PhraseMatch<AgreementCue> cue)
    {
        const int DraftReach = 2;
        var mention = told.Mention;
        // "accélérer les projets d'assistance et appliquer le protocole": a draft is one of the text right behind it, and no project.
        if (cue.Next <= mention.First + 1 && mention.ChainFirst - cue.Next > DraftReach && words.Has("draft-noun", told.Context.Text.Tokens[cue.First].Folded))
        {
            return false;
        }

        if (cue.First >= mention.NameEnd)
        {
            return cue.Value == AgreementCue.Negotiated
                && (cue.First < mention.ZoneEnd && cue.First - mention.EndOfTitle <= (told.HasApposition ? Telling.RelativeReach : 12) || cue.First >= mention.ChainEnd && cue.First < mention.ChainZoneEnd && cue.First - mention.ChainEnd <= 12);
        }

        // "les négociations en vue de la signature d'un accord"
        return cue.Next <= mention.First + 1 && cue.First >= (mention.OpensClause ? mention.ZoneFirst : Math.Min(mention.ZoneFirst, mention.ChainFirst - Telling.SubjectReach)) && mention.ChainFirst - cue.Next <= 10
            && !told.Verbs.Any(v => v.IsFinite && v.Anchor >= cue.Next && v.Anchor < mention.ChainFirst) && !IsPartedByComma(told, cue.Next);
    }

    /// <summary><c>Après seize mois de négociations, l'accord a été signé</c>: the comma ends what is told of the talks, unless their complement follows.</summary>
    private bool IsPartedByComma(Telling told, int from)
    {
        var tokens = told.Context.Text.Tokens;
        var lead = told.Mention.ChainFirst - 1;
        while (lead > from && words.Has("article", tokens[lead].Folded))
        {
            lead--;
        }

        return tokens[lead].Folded == "," && lead >= from;
    }
}
