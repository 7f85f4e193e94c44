using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>How far an instrument has come, and when it was made; null for the status of what is no instrument at all.</summary>
internal readonly record struct StatusReading(AgreementStatus? Status, DateMention? Date, bool AtEvent);

/// <summary>
/// Reads the status of an instrument: the verb that has it as object or subject, its participle, the noun of signing and who wants it, the words that
/// carry it out, its year. What governs it most closely decides.
/// </summary>
internal sealed class StatusReader(AgreementLexicon lexicon, WordSets words)
{
    public StatusReading Read(ArticleContext context, InstrumentMention mention)
    {
        var isRank = mention.Name.Instrument == Instrument.Partnership;
        var date = DateOf(context, mention);
        var cues = lexicon.Cues.Find(context.Text, mention.Sentence).ToList();
        var verbs = context.Verbs[mention.Sentence.Index];
        var wish = Wish(verbs, cues, mention);

        if (mention.Name.IsCited)
        {
            var negotiated = cues.Any(c => c.Value == AgreementCue.Negotiate && c.First >= mention.Sentence.First && c.Next <= mention.First + 1 && mention.First - c.Next < 16);
            return new(negotiated && mention.Name.Instrument == Instrument.Other ? AgreementStatus.Negotiating : AgreementStatus.Cited, date, false);
        }

        // "un plan de coopération, qu'elles comptent signer à l'automne"
        if (!isRank && verbs.Any(v => v.First >= mention.TitleEnd && v.First < mention.ZoneEnd && v.First - mention.TitleEnd <= 8 && lexicon.Of(v.Verb) == AgreementCue.Sign && v.Tense is Tense.Infinitive or Tense.Future or Tense.Conditional && v.First >= mention.TitleEnd))
        {
            return new(AgreementStatus.Planned, null, false);
        }

        if (!isRank && cues.Any(c => c.Value == AgreementCue.Negotiate && Near(c, mention)))
        {
            return new(AgreementStatus.Negotiating, null, false);
        }

        // "protocole …, signé en 2007", "mémorandum conclu en septembre 2015"
        if (Participle(context, mention) is { } made && (date is not null || !isRank))
        {
            _ = made;
            return new(isRank ? AgreementStatus.Established : AgreementStatus.Signed, date, false);
        }

        foreach (var (verb, isSubject) in Governing(context, verbs, mention))
        {
            var cue = lexicon.Of(verb.Verb);
            switch (cue)
            {
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Past or Tense.Pluperfect or Tense.Present && (isRank || cue == AgreementCue.Sign):
                    return new(isRank ? AgreementStatus.Established : AgreementStatus.Signed, date, !isRank && date is null && (verb.Tense != Tense.Pluperfect || IsNear(context, mention)));
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Future or Tense.Conditional:
                    return new(AgreementStatus.Planned, null, false);
                case AgreementCue.Sign or AgreementCue.Establish when verb.Tense is Tense.Subjunctive or Tense.Infinitive or Tense.Gerund && (isRank || cue == AgreementCue.Sign):
                    return new(wish ?? (isRank ? AgreementStatus.Proposed : AgreementStatus.Planned), null, false);
                case AgreementCue.Negotiate when !isRank && !isSubject:
                    return new(verb.Tense is Tense.Infinitive or Tense.Gerund ? wish ?? AgreementStatus.Planned : AgreementStatus.Negotiating, null, false);
                case AgreementCue.Propose when !isRank && !isSubject && date is null && mention.First - verb.End <= 4 && !cues.Any(c => c.Value == AgreementCue.Apply && c.First >= verb.End && c.First <= mention.First):
                    return new(AgreementStatus.Proposed, null, false);
            }
        }

        if (cues.Find(c => c.Value is AgreementCue.Signing or AgreementCue.Witness && c.First < mention.First && mention.First - c.Next < (mention.ZoneFirst > mention.Sentence.First ? 30 : 14)) is { Count: > 0 })
        {
            var witnessed = cues.Any(c => c.Value == AgreementCue.Witness && c.First < mention.First && mention.First - c.Next < 30) && wish is null;
            if (date is not null || witnessed)
            {
                return new(AgreementStatus.Signed, date, date is null);
            }

            return new(wish ?? AgreementStatus.Planned, null, false);
        }

        if (isRank)
        {
            var setup = cues.Any(c => c.Value == AgreementCue.Setup && c.First < mention.First && mention.First - c.Next < 10);
            if (date is not null)
            {
                return new(AgreementStatus.Established, date, false);
            }

            return new(setup && wish is not null ? AgreementStatus.Proposed : AgreementStatus.InForce, null, false);
        }

        if (date is not null)
        {
            return new(AgreementStatus.Signed, date, false);
        }

        if (cues.Any(c => c.Value == AgreementCue.Apply && (c.Next <= mention.First + 1 && mention.First - c.Next < 12 || c.First >= mention.TitleEnd && c.First - mention.TitleEnd < 6)))
        {
            return new(AgreementStatus.InForce, null, false);
        }

        if (IsDefinite(context, mention))
        {
            return new(AgreementStatus.InForce, null, false);
        }

        return new(wish, null, false);
    }

    /// <summary>What a wish or a plan before the instrument makes of it: the verb nearest before it, or a phrase.</summary>
    private AgreementStatus? Wish(IReadOnlyList<VerbGroup> verbs, List<PhraseMatch<AgreementCue>> cues, InstrumentMention mention)
    {
        AgreementStatus? wish = null;
        var at = -1;
        foreach (var verb in verbs)
        {
            var status = Meant(lexicon.Of(verb.Verb));
            if (status is not null && verb.Anchor < mention.First && verb.Anchor > at && verb.Tense != Tense.Participle)
            {
                (wish, at) = (status, verb.Anchor);
            }
        }

        foreach (var cue in cues)
        {
            var status = Meant(cue.Value);
            if (status is not null && cue.First < mention.ZoneEnd && cue.First > at && (cue.First < mention.First || wish is null))
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
    private IEnumerable<(VerbGroup Verb, bool IsSubject)> Governing(ArticleContext context, IReadOnlyList<VerbGroup> verbs, InstrumentMention mention)
    {
        foreach (var verb in verbs)
        {
            if (verb.First >= mention.TitleEnd && verb.First < mention.ZoneEnd && verb.First - mention.TitleEnd <= 8 && verb.IsPassive && lexicon.Of(verb.Verb) is AgreementCue.Sign or AgreementCue.Negotiate)
            {
                yield return (verb, true);
            }
        }

        for (var i = verbs.Count - 1; i >= 0; i--)
        {
            var verb = verbs[i];
            if (verb.Anchor >= mention.First)
            {
                continue;
            }

            if (lexicon.Of(verb.Verb) is not AgreementCue.None && !(verb.IsPassive && verb.Verb is not "élever" and not "hisser" and not "porter" and not "passer") && mention.First - verb.Anchor <= 30 && !Broken(context, verb.End, mention.First))
            {
                yield return (verb, false);
            }

            // An infinitive leaves room for the verb that governs it; a finite one closes the clause.
            if (verb.IsFinite && verb.Tense is not Tense.Infinitive)
            {
                yield break;
            }
        }

        // "Un plan …, qui devrait être signé", "qu'elles comptent signer"
        foreach (var verb in verbs)
        {
            if (verb.First >= mention.TitleEnd && verb.First < mention.ZoneEnd && verb.First - mention.TitleEnd <= 8 && lexicon.Of(verb.Verb) is AgreementCue.Sign)
            {
                yield return (verb, true);
            }
        }
    }

    private static bool Broken(ArticleContext context, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            if (context.Text.Tokens[i].Folded is ";" or "que" or "qui" or "dont" or "hauteur")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Told in the pluperfect, but of the same visit (<c>quelques heures plus tôt</c>).</summary>
    private static bool IsNear(ArticleContext context, InstrumentMention mention) =>
        Meetings.EncounterLexicon.French.Cues.Find(context.Text, mention.Sentence).Any(c => c.Value == Meetings.EncounterCue.Near);

    private static bool Near(PhraseMatch<AgreementCue> cue, InstrumentMention mention) =>
        cue.Next <= mention.First + 1 && cue.First >= mention.ZoneFirst && mention.First - cue.Next <= 5
        || cue.First >= mention.NameEnd && cue.First < mention.ZoneEnd && cue.First - mention.TitleEnd <= 12;

    private VerbGroup? Participle(ArticleContext context, InstrumentMention mention)
    {
        foreach (var verb in context.Verbs[mention.Sentence.Index])
        {
            if (verb.Tense == Tense.Participle && verb.First >= mention.NameEnd && verb.First <= mention.TitleEnd + 2 && words.Has("making", context.Text.Tokens[verb.Anchor].Folded))
            {
                return verb;
            }
        }

        return null;
    }

    /// <summary>The date of making: after the title, or between the verb and the name (<c>ont établi, en 2018, un partenariat</c>).</summary>
    private DateMention? DateOf(ArticleContext context, InstrumentMention mention)
    {
        DateMention? best = null;
        var bestDistance = 16;
        foreach (var date in context.Dates.Mentions)
        {
            if (date.SentenceIndex != mention.Sentence.Index || date.Resolved.Date.IsEmpty || IsPeriod(context, date))
            {
                continue;
            }

            int distance;
            if (date.First >= mention.NameEnd && date.First < mention.ZoneEnd)
            {
                distance = date.First <= mention.TitleEnd ? 0 : date.First - mention.TitleEnd;
                // A whole clause may stand between, as long as it tells the occasion ("lors de la visite … en novembre 2023").
                if (distance > 5 && Occasion(context, mention.TitleEnd, date.First))
                {
                    distance = 5;
                }
                else if (distance > 0 && Broken(context, mention.TitleEnd, date.First) || distance > 5 && !MadeBefore(context, mention, date))
                {
                    continue;
                }
            }
            else if (date.End <= mention.First && date.First >= mention.ZoneFirst && mention.First - date.End <= 6 && MadeBefore(context, mention, date))
            {
                distance = mention.First - date.End + 1;
            }
            else
            {
                continue;
            }

            if (distance < bestDistance && IsPast(context, date))
            {
                (best, bestDistance) = (date, distance);
            }
        }

        return best ?? YearOf(context, mention);
    }

    /// <summary><c>le protocole de 2011 reste …</c>: a year behind the name dates it whatever follows.</summary>
    private static DateMention? YearOf(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        for (var i = mention.NameEnd + 1; i < Math.Min(Math.Max(mention.TitleEnd, mention.NameEnd + 2), mention.ZoneEnd); i++)
        {
            if (tokens[i - 1].Folded == "de" && tokens[i].Length == 4 && int.TryParse(tokens[i].Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)
            {
                var date = new PartialDate(year);
                return new DateMention(new DateExpression(tokens[i].Span, i, 1, "year-of-instrument", date, date), mention.Sentence.Index, new ResolvedDate(date, date, DateBasis.Body));
            }
        }

        return null;
    }

    private static bool Occasion(ArticleContext context, int from, int until)
    {
        for (var i = from; i < Math.Min(from + 3, until); i++)
        {
            if (context.Text.Tokens[i].Folded is "lors" or "occasion")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A verb or noun of making stands on the date's side.</summary>
    private bool MadeBefore(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        var first = Math.Max(mention.ZoneFirst, Math.Min(mention.First, date.First) - 14);
        for (var i = first; i < Math.Max(mention.First, date.First); i++)
        {
            var folded = context.Text.Tokens[i].Folded;
            if (words.Has("making", folded) || folded is "etablissement" or "signature" or "rang" or "depuis" or "elaboration" or "eleve" or "elevee" or "elevees" or "hissees" or "portees")
            {
                return true;
            }
        }

        return context.Verbs[mention.Sentence.Index].Any(v => lexicon.Of(v.Verb) is AgreementCue.Sign or AgreementCue.Establish && v.Anchor < mention.First && mention.First - v.Anchor < 25 && v.Tense is Tense.Past or Tense.Pluperfect);
    }

    /// <summary><c>pour 2025</c>, <c>2019-2022</c>, <c>pour l'année 2025</c> tell how long it runs.</summary>
    private static bool IsPeriod(ArticleContext context, DateMention date)
    {
        var tokens = context.Text.Tokens;
        if (date.Expression.IsRange && date.Expression.Start.Month == 0)
        {
            return true;
        }

        for (var i = date.First - 1; i >= 0 && i >= date.First - 3; i--)
        {
            if (tokens[i].Folded is "pour" or "periode" or "horizon" or "ici" or "jusqu'" or "depuis_")
            {
                return true;
            }
        }

        return date.First > 0 && tokens[date.First - 1].Folded == "-" || date.End < tokens.Count && tokens[date.End].Folded == "-" && date.End + 1 < tokens.Count && char.IsAsciiDigit(tokens[date.End + 1].Text[0]);
    }

    private static bool IsPast(ArticleContext context, DateMention date) =>
        date.Resolved.From is not { } from || context.Dates.ArticleDate.To is not { } now || from <= now;

    private bool IsDefinite(ArticleContext context, InstrumentMention mention)
    {
        for (var i = mention.First - 1; i >= mention.Sentence.First && i >= mention.First - 3; i--)
        {
            var folded = context.Text.Tokens[i].Folded;
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
