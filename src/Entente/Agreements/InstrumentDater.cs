using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Finds when an instrument was made: the date after its title, between verb and name, or at the head of the clause that tells its making.</summary>
internal sealed class InstrumentDater(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How far a date may stand from the title, in tokens.</summary>
    private const int Reach = 16;

    /// <summary>How far the text may stand from the word by which it sets up a rank, and its date from it, in tokens.</summary>
    private const int BirthReach = 7;

    /// <summary>How far before a date the occasion may be told that it dates, in tokens.</summary>
    private const int OccasionReach = 10;

    /// <summary>How far a date may stand from the rank that it dates, behind the noun of setting it up, in tokens.</summary>
    private const int RankReach = 15;

    /// <summary>How far behind the last of several the verb may stand that has all of them as its subject, in tokens.</summary>
    private const int ChainReach = 6;

    private readonly DoneInfinitives _done = new(words);
    private readonly SetApart _apart = new(words);
    private readonly SpeechDay _speech = new(words);
    private readonly RankDecisions _decisions = new(words);
    private readonly BindingVerbs _bonds = new(words);
    private readonly ReviewingVerbs _reviews = new(words);
    private readonly YearBesideName _years = new(words);
    private readonly OccasionDater _occasions = new(lexicon, words);

    /// <summary>Whether a date lies before the article; one without a year may.</summary>
    public static bool IsPast(ArticleContext context, DateMention date) =>
        date.Resolved.From is not { } from || context.Dates.ArticleDate.To is not { } now || from <= now;

    public DateMention? Find(ArticleContext context, InstrumentMention mention)
    {
        DateMention? best = null;
        var bestDistance = Reach;
        foreach (var date in context.DatesIn[mention.Sentence.Index])
        {
            if (!date.Resolved.Date.IsEmpty && date.First < mention.OwnEnd && !words.Has("former", context.Text.Tokens[date.End - 1].Folded) && !IsOtherwise(context, date)
                && DistanceOf(context, mention, date) is { } distance && distance < bestDistance && IsPast(context, date) && !_years.IsOfPlan(context, mention, date))
            {
                (best, bestDistance) = (date, distance);
            }
        }

        return OfOwnVerb(context, mention) ?? Fuller(best, OfChain(context, mention)) ?? OfFoundingText(context, mention) ?? _years.Find(context, mention) ?? (mention.IsOfOwnDate ? null : Fronted(context, mention) ?? OfChain(context, mention) ?? OfList(context, mention) ?? AtHead(context, mention) ?? BeforePassive(context, mention) ?? _occasions.Find(context, mention) ?? OfAnniversary(context, mention));
    }

    /// <summary><c>Un plan de coopération en 2017 entre les deux pays a été signé le 9 janvier</c>: the day behind the verb, not the year of the title.</summary>
    private DateMention? OfOwnVerb(ArticleContext context, InstrumentMention mention)
    {
        var verb = context.Verbs[mention.Sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= mention.EndOfTitle);
        return verb is { Verb: { } made, IsPassive: true } && verb.First - mention.EndOfTitle <= Reach && verb.End < mention.ZoneEnd && lexicon.Of(made) == AgreementCue.Sign && !IsBroken(context, mention.EndOfTitle, verb.First)
            ? context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.Resolved.Date.Day > 0 && d.First - verb.End is >= 0 and <= 1 && !d.Expression.IsRange && IsPast(context, d))
            : null;
    }

    /// <summary><c>le Traité complémentaire de 2019 et le Protocole, documents signés le 5 octobre 2019</c>: the day tells more than the year in the name.</summary>
    private static DateMention? Fuller(DateMention? best, DateMention? shared) =>
        best is { Resolved.Date: { Month: 0 } year } && shared is { Resolved.Date: { Month: > 0 } day } && year.Year == day.Year ? shared : best;

    private int? DistanceOf(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        // "la Convention de 1982 sur le droit de la mer": within a name that the lexicon has.
        if (mention.Name.IsCited && date.First > mention.First && date.End < mention.NameEnd)
        {
            return 0;
        }

        if (date.First >= mention.NameEnd && date.First < mention.ZoneEnd)
        {
            // "un accord en 2014 et, en 2018, un protocole": the next one's.
            if (IsOfNext(context, mention, date) || _speech.Holds(context, mention, date))
            {
                return null;
            }

            // "de la signature du protocole et ont décidé de signer en décembre …": of a clause joined by "et".
            if (context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.First > mention.EndOfTitle && v.Anchor < date.First && words.Has("and", context.Text.Tokens[v.First - 1].Folded)))
            {
                return null;
            }

            var distance = date.First <= mention.TitleEnd ? 0 : date.First - mention.TitleEnd;
            // "un partenariat stratégique « tourné vers l'avenir » (2009)"
            if (distance is > 0 and <= Telling.SubjectReach && context.Text.Tokens[date.First - 1].Folded == "(" && !context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.First >= mention.EndOfTitle && v.First < date.First))
            {
                return distance;
            }

            // "l'accord expire cette année"
            if (distance > 0 && !Enumerable.Range(mention.EndOfTitle, Math.Max(0, date.First - mention.EndOfTitle)).Any(i => words.Has("making", context.Text.Tokens[i].Folded) || words.Has("making-noun", context.Text.Tokens[i].Folded))
                && Enumerable.Range(mention.EndOfTitle, Math.Max(0, date.First - mention.EndOfTitle)).Any(i => lexicon.IsPredicate(context.Text.Tokens[i].Text) && !words.Has("origin-verb", context.Text.Tokens[i].Folded) && !words.Has("auxiliary-form", context.Text.Tokens[i].Folded) && !words.Has("bond", context.Text.Tokens[i].Folded)
                && !words.Has("determiner", context.Text.Tokens[i - 1].Folded) && !context.Verbs[mention.Sentence.Index].Any(v => i >= v.First && i <= v.Anchor && lexicon.Of(v.Verb) is AgreementCue.Sign or AgreementCue.Establish or AgreementCue.Agree)))
            {
                return null;
            }

            var isRank = mention.Name.Instrument == Instrument.Partnership;
            // "leur partenariat stratégique, dont l'établissement, en novembre 2015, …"
            if (isRank && Enumerable.Range(date.First - 4, 4).Any(i => i > mention.EndOfTitle + 1 && words.Has("making-noun", context.Text.Tokens[i].Folded) && words.StandsIn("whose", context.Text.Tokens, i - 2, i)))
            {
                return 1;
            }

            // "le partenariat stratégique qui unit les deux pays depuis 2013"
            if (isRank && distance is > 0 and <= 10 && Enumerable.Range(mention.EndOfTitle, 3).Any(i => i < date.First && words.Has("bond", context.Text.Tokens[i].Folded)))
            {
                return distance;
            }

            // A whole clause may stand between, as long as it tells the occasion ("lors de la visite … en novembre 2023").
            if (distance > 5 && IsOccasion(context, mention.TitleEnd, Math.Min(mention.TitleEnd + _occasions.ReachBehind(context, mention), date.First)))
            {
                return 5;
            }

            // "a été signé par les deux commandements, lors d'une cérémonie tenue le 7 mars"
            if (distance > 5 && context.Verbs[mention.Sentence.Index].LastOrDefault(v => v.IsFinite && v.First >= mention.EndOfTitle && v.End < date.First) is { Verb: { } signed, IsPassive: true, Tense: Tense.Past } && lexicon.Of(signed) == AgreementCue.Sign
                && IsOccasion(context, Math.Max(mention.EndOfTitle, date.First - OccasionReach), date.First))
            {
                return 5;
            }

            // "le mémorandum, que le ministère de la Défense et son homologue indien avaient signé en juillet 2021"
            var clause = context.Text.Tokens[mention.TitleEnd].Folded == "," ? mention.TitleEnd + 1 : mention.TitleEnd;
            if (distance is > 12 and <= 20 && words.Has("that", context.Text.Tokens[clause].Folded) && context.Verbs[mention.Sentence.Index].FirstOrDefault(v => v.IsFinite && v.First > clause) is { Verb: { } made, Tense: Tense.Past or Tense.Pluperfect } making
                && lexicon.Of(made) == AgreementCue.Sign && date.First - making.End is >= 0 and <= 2)
            {
                return 5;
            }

            // "le mémorandum que les deux ministères ont signé en 2011"
            if (distance is > 0 and <= 12 && context.Verbs[mention.Sentence.Index].Any(v => v.First > mention.TitleEnd && v.First - mention.TitleEnd <= 8 && v.End <= date.First && (lexicon.Of(v.Verb) == AgreementCue.Sign || isRank && lexicon.Of(v.Verb) is AgreementCue.Establish or AgreementCue.Agree) && v.Tense is Tense.Past or Tense.Pluperfect))
            {
                return distance;
            }

            // "le partenariat par l'échange de délégations en 2019": how, and when that was.
            return distance > 0 && (IsBroken(context, mention.TitleEnd, date.First) || isRank && IsBehindName(context, mention) && words.Has("by-way", context.Text.Tokens[mention.TitleEnd].Folded)) || distance > 5 && !IsMaking(context, mention, date) ? null : distance;
        }

        // "depuis l'élévation, en mai 2025, des relations entre les deux pays au rang de partenariat stratégique"
        if (mention.Name.Instrument == Instrument.Partnership && date.End <= mention.First && mention.First - date.End <= RankReach && date.First - 3 >= mention.ZoneFirst
            && words.StandsIn("making-noun", context.Text.Tokens, date.First - 3, date.First) && words.StandsIn("rank-setup", context.Text.Tokens, date.End, mention.First)
            && !context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.Anchor >= date.End && v.Anchor < mention.First))
        {
            return mention.First - date.End;
        }

        // "liés depuis 2003 par un partenariat stratégique"
        if (mention.Name.Instrument == Instrument.Partnership && date.End <= mention.First && date.First > mention.Sentence.First && words.Has("since", context.Text.Tokens[date.First - 1].Folded)
            && Enumerable.Range(date.End, mention.First - date.End).All(i => words.Has("bond-gap", context.Text.Tokens[i].Folded)))
        {
            return mention.First - date.End;
        }

        // "depuis la signature, en octobre 2019 à Bruxelles, de l'accord"
        if (date.End <= mention.First && !date.Expression.IsRange && _apart.NounBefore(context, mention) is var noun and >= 0 && date.First > noun)
        {
            return mention.First - date.End;
        }

        // "la déclaration, conclue en avril 2018, le programme …": the day of the one before.
        if (date.First >= mention.ZoneFirst + 2 && context.Verbs[mention.Sentence.Index].Any(v => v.Tense == Tense.Participle && !v.IsFinite && date.First - v.Anchor is 1 or 2 && words.Has("making", context.Text.Tokens[v.Anchor].Folded)))
        {
            return null;
        }

        return date.End <= mention.First && date.First >= mention.ZoneFirst && mention.First - date.End <= 8 && IsMaking(context, mention, date)
            && Enumerable.Range(date.End, mention.First - date.End).All(i => words.Has("date-gap", context.Text.Tokens[i].Folded))
            ? mention.First - date.End + 1
            : null;
    }

    private bool IsOfNext(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        var tokens = context.Text.Tokens;
        var lead = date.First - 1 > mention.EndOfTitle && words.Has("in", tokens[date.First - 1].Folded) ? date.First - 2 : date.First - 1;
        lead = lead > mention.EndOfTitle && tokens[lead].Folded == "," ? lead - 1 : lead;
        if (lead < mention.EndOfTitle || !words.Has("join", tokens[lead].Folded) || tokens[lead].Folded == ",")
        {
            return false;
        }

        // "…, et en 2014 les deux pays hissaient leurs liens": a clause of its own.
        return mention.ZoneEnd < mention.Sentence.First + mention.Sentence.Count && Enumerable.Range(date.End, mention.ZoneEnd - date.End).All(i => words.Has("date-gap", tokens[i].Folded))
            || context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.First > date.End && v.First < mention.ZoneEnd);
    }

    /// <summary><c>Signé le 5 mai 2015 à Moscou, le mémorandum …</c>: a participle before the sentence's first noun is its.</summary>
    private DateMention? Fronted(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var first = mention.Sentence.First;
        if (mention.First - first is < 2 or > 20 || !words.Has("making", tokens[first].Folded) || tokens[mention.First - 2].Folded != ",")
        {
            return null;
        }

        return context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First - first <= 4 && d.End < mention.First && !d.Resolved.Date.IsEmpty && !IsOtherwise(context, d));
    }

    /// <summary><c>deux textes signés le 30 janvier 2024 à Hanoï : un protocole et un accord</c></summary>
    private DateMention? OfList(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var colon = Enumerable.Range(0, 4).Select(back => mention.ChainFirst - 1 - back).FirstOrDefault(i => i > mention.Sentence.First && tokens[i].Folded is ":" or "(", -1);
        if (colon < 0)
        {
            return null;
        }

        var participle = Enumerable.Range(mention.Sentence.First, colon - mention.Sentence.First).LastOrDefault(i => words.Has("making", tokens[i].Folded), -1);
        return participle < 0 ? null : context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First > participle && d.First - participle <= 6 && d.End <= colon && !d.Resolved.Date.IsEmpty && !IsOtherwise(context, d));
    }

    /// <summary><c>En avril 2010 à Hanoï, une déclaration commune avait été signée</c>: the date before the subject of the verb that makes it.</summary>
    private DateMention? BeforePassive(ArticleContext context, InstrumentMention mention)
    {
        var verbs = context.Verbs[mention.Sentence.Index];
        var isMade = verbs.Any(v => v.IsPassive && v.Tense is Tense.Past or Tense.Pluperfect && v.First >= mention.ChainEnd && v.First - mention.ChainEnd <= 2
            && (lexicon.Of(v.Verb) == AgreementCue.Sign || lexicon.Cues.Find(context.Text, mention.Sentence).Any(c => c.Value == AgreementCue.Publish && c.First == v.Anchor)));
        return !isMade || verbs.Any(v => v.IsFinite && v.First < mention.ChainFirst) ? null
            : context.DatesIn[mention.Sentence.Index].LastOrDefault(d => d.End <= mention.ChainFirst && !d.Resolved.Date.IsEmpty && !d.Expression.IsRange && !IsOtherwise(context, d) && IsPast(context, d));
    }

    /// <summary><c>le 10e anniversaire du partenariat stratégique (2013-2023)</c></summary>
    private DateMention? OfAnniversary(ArticleContext context, InstrumentMention mention)
    {
        if (!words.StandsIn("anniversary", context.Text.Tokens, mention.Sentence.First, mention.First))
        {
            return null;
        }

        // "le 30e anniversaire de la signature du Traité (16 juin 1994 - 16 juin 2024)"
        if (mention.Name.Instrument != Instrument.Partnership)
        {
            return context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First > mention.First && d.First < mention.ZoneEnd && context.Text.Tokens[d.First - 1].Folded == "(" && d.Expression.Start.Year > 0) is { } bracketed
                ? bracketed with { Resolved = new ResolvedDate(bracketed.Expression.Start, bracketed.Expression.Start, DateBasis.Body) }
                : null;
        }

        var years = context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.Expression.IsRange && d.Expression.Start.Month == 0 && d.First > mention.First && context.Text.Tokens[d.First - 1].Folded == "(");
        return years is null ? null : YearBesideName.At(context, mention, years.First);
    }

    /// <summary>
    /// <c>Un traité d'extradition et un accord ont été signés lundi</c>: the date behind the verb of which all are the subject, or behind a participle that agrees with all
    /// (<c>l'accord A et l'accord B, signés en 2014</c>).
    /// </summary>
    private DateMention? OfChain(ArticleContext context, InstrumentMention mention)
    {
        if (mention.ChainEnd == mention.TitleEnd)
        {
            return null;
        }

        var verb = context.Verbs[mention.Sentence.Index].FirstOrDefault(v => v.First >= mention.ChainEnd && v.First - mention.ChainEnd <= ChainReach && (v.IsPassive && v.IsFinite && lexicon.Of(v.Verb) == AgreementCue.Sign || mention.IsSharedParticiple(context, v, words)));
        return verb.Verb is null ? null : context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First >= verb.End && (d.First - verb.End <= 6 || d.First - verb.End <= RankReach && IsOccasion(context, verb.End, d.First)) && !d.Resolved.Date.IsEmpty && !IsOtherwise(context, d) && IsPast(context, d));
    }

    /// <summary><c>En 2013, les deux ministères ont signé un accord</c>: the date before the verb that makes the instrument.</summary>
    private DateMention? AtHead(ArticleContext context, InstrumentMention mention)
    {
        var verbs = context.Verbs[mention.Sentence.Index];
        // "le premier pays à nouer, en 2009, un partenariat stratégique"
        if (verbs.LastOrDefault(v => v.Anchor < mention.ChainFirst && v.Tense != Tense.Participle) is { Tense: Tense.Infinitive, Verb: { } done } infinitive && lexicon.Of(done) is AgreementCue.Sign or AgreementCue.Establish && _done.Contains(context, mention.Sentence, infinitive))
        {
            return context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First >= infinitive.End && d.End <= mention.ChainFirst && !d.Resolved.Date.IsEmpty && !d.Expression.IsRange && !IsOtherwise(context, d) && IsPast(context, d));
        }

        var maker = verbs.LastOrDefault(v => v.Anchor < mention.ChainFirst && v.IsFinite);
        // "ont décidé, en janvier 2013 à Rome, d'élever leurs relations au rang de partenariat"
        var isDecided = mention.Name.Instrument == Instrument.Partnership && verbs.LastOrDefault(v => v.Anchor < mention.First && v.Tense != Tense.Participle) is { Tense: Tense.Infinitive, Verb: { } setUp } raising && lexicon.Of(setUp) == AgreementCue.Establish
            && _decisions.Of(context, mention.Sentence, raising) is not null;
        // "La visite du ministre en 2015 a abouti à la signature d'un mémorandum"
        var isMaker = isDecided || maker.Verb is { } making && (lexicon.Of(making) is AgreementCue.Sign or AgreementCue.Establish || mention.Name.Instrument == Instrument.Partnership && words.Has("making-into", Texts.Folding.Fold(making)) && words.Has("indefinite", context.Text.Tokens[mention.First - 1].Folded) || _bonds.Contains(context, maker)
            || lexicon.Cues.Find(context.Text, mention.Sentence).Any(c => c.Value == AgreementCue.Witness && c.First >= maker.First && c.First < mention.ChainFirst));
        // "un mémorandum a été signé le 24 novembre, dans le cadre du partenariat": the day of another.
        var isFrame = mention.Name.Instrument == Instrument.Partnership && lexicon.Cues.Find(context.Text, mention.Sentence).Any(c => c.Value == AgreementCue.Apply && c.First >= maker.End && c.Next <= mention.First + 1);
        if (!isMaker || isFrame || _reviews.Contains(context, maker) || maker.Tense is not (Tense.Past or Tense.Pluperfect or Tense.Imperfect) || IsBroken(context, maker.End, mention.ChainFirst))
        {
            return null;
        }

        // "ont signé, mercredi 7 septembre à New York, un protocole"
        var between = context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First >= maker.End && d.End <= mention.ChainFirst && !d.Resolved.Date.IsEmpty && !d.Expression.IsRange && !IsOtherwise(context, d) && IsPast(context, d) && !IsCount(context, d));
        if (between is not null && mention.ChainFirst == mention.First)
        {
            return between;
        }

        var head = context.DatesIn[mention.Sentence.Index].LastOrDefault(d => d.End <= maker.Anchor && !d.Resolved.Date.IsEmpty && !d.Expression.IsRange);
        // "ont fait le bilan du mémorandum signé en 2011 et arrêté un programme": the participle has its date.
        return head is not null && !(isDecided && mention.ZoneFirst > mention.Sentence.First && head.First - mention.ZoneFirst is >= 0 and <= 2) && !verbs.Any(v => v.Tense == Tense.Participle && !v.IsFinite && head.First - v.Anchor is 1 or 2 && v.Anchor < maker.First && words.Has("making", context.Text.Tokens[v.Anchor].Folded)) && !IsWithinRelative(context, mention, head) && !IsOtherwise(context, head) && IsPast(context, head) && !verbs.Any(v => v.IsFinite && v.Anchor > head.End && v.Anchor < maker.First) && (isDecided || lexicon.Of(maker.Verb!) == AgreementCue.Establish || !IsCount(context, head))
            ? head
            : null;
    }

    /// <summary><c>Les deux pays, qui se sont liés l'an dernier, ont signé …</c>: the date of the clause between.</summary>
    private bool IsWithinRelative(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        var relative = Enumerable.Range(mention.Sentence.First, date.First - mention.Sentence.First).LastOrDefault(i => words.Has("relative-object", context.Text.Tokens[i].Folded), -1);
        return relative > mention.Sentence.First && context.Text.Tokens[relative - 1].Folded == "," && context.Text.Tokens[date.End].Folded == ","
            && context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.Anchor > relative && v.Anchor < date.First);
    }

    /// <summary><c>le partenariat stratégique institué par la déclaration commune de septembre 2013</c>: a rank is of the day of the text that sets it up.</summary>
    private DateMention? OfFoundingText(ArticleContext context, InstrumentMention mention)
    {
        if (mention.Name.Instrument != Instrument.Partnership || mention.ZoneEnd >= mention.Sentence.First + mention.Sentence.Count)
        {
            return null;
        }

        var tokens = context.Text.Tokens;
        var born = Enumerable.Range(mention.NameEnd, Math.Max(0, mention.ZoneEnd - mention.NameEnd)).FirstOrDefault(i => words.Has("born", tokens[i].Folded), -1);
        return born < 0 || mention.ZoneEnd - born > BirthReach ? null
            : context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First >= mention.ZoneEnd && d.First - mention.ZoneEnd <= BirthReach && !d.Resolved.Date.IsEmpty && !d.Expression.IsRange && IsPast(context, d));
    }

    /// <summary>The title is no more than the name, and whom it is with: nothing tells its making there.</summary>
    private static bool IsBehindName(ArticleContext context, InstrumentMention mention) =>
        mention.TitleEnd <= mention.NameEnd || context.Mentions[mention.Sentence.Index].Any(m => m.EndToken == mention.TitleEnd) || context.HomeMentions[mention.Sentence.Index].Any(m => m.EndToken == mention.TitleEnd);

    /// <summary>Another clause begins between: what it tells is not the instrument's.</summary>
    private bool IsBroken(ArticleContext context, int from, int until)
    {
        // "dont la signature remonte à 1998"
        return Enumerable.Range(from, Math.Max(0, until - from)).Any(i => words.Has("clause-edge", context.Text.Tokens[i].Folded) && !(words.Has("whose", context.Text.Tokens[i].Folded) && i + 2 < until && words.Has("making-noun", context.Text.Tokens[i + 2].Folded)));
    }

    private bool IsOccasion(ArticleContext context, int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            if (words.Has("occasion-word", context.Text.Tokens[i].Folded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A verb or noun of making stands on the date's side.</summary>
    private bool IsMaking(ArticleContext context, InstrumentMention mention, DateMention date)
    {
        var first = Math.Max(Math.Min(mention.ZoneFirst, mention.ChainFirst < mention.First ? mention.ChainFirst - 8 : mention.First), Math.Min(mention.First, date.First) - 20);
        first = Math.Max(first, mention.Sentence.First);
        for (var i = first; i < Math.Max(mention.First, date.First); i++)
        {
            var folded = context.Text.Tokens[i].Folded;
            if (words.Has("making", folded) || words.Has("making-noun", folded))
            {
                return true;
            }
        }

        return context.Verbs[mention.Sentence.Index].Any(v => (lexicon.Of(v.Verb) is AgreementCue.Sign or AgreementCue.Establish || mention.Name.Instrument == Instrument.Partnership && lexicon.Of(v.Verb) == AgreementCue.Agree) && v.Anchor < mention.First && mention.First - v.Anchor < 25 && v.Tense is Tense.Past or Tense.Pluperfect or Tense.Imperfect);
    }

    /// <summary><c>pour 2025</c>, <c>2019-2022</c>, <c>pour l'année 2025</c> tell how long it runs; <c>en vigueur depuis 2016</c> when it began to.</summary>
    private bool IsOtherwise(ArticleContext context, DateMention date)
    {
        var tokens = context.Text.Tokens;
        if (date.Expression.IsRange && date.Expression.Start.Month == 0 || date.Resolved.Date.Month == 0 && date.First > 0 && words.Has("numbered", tokens[date.First - 1].Folded))
        {
            return true;
        }

        for (var i = date.First - 1; i >= 0 && i >= date.First - 3; i--)
        {
            if (words.Has("period-lead", tokens[i].Folded))
            {
                return true;
            }

            // "un plan pour 2026 en 2019": what leads the other year; "pour 2025 et 2026" leads both.
            if (char.IsAsciiDigit(tokens[i].Text[0]) && words.Has("in", tokens[i + 1].Folded))
            {
                break;
            }
        }

        return date.First > 0 && tokens[date.First - 1].Folded == "-" || date.End < tokens.Count && tokens[date.End].Folded == "-" && date.End + 1 < tokens.Count && char.IsAsciiDigit(tokens[date.End + 1].Text[0]);
    }

    private bool IsCount(ArticleContext context, DateMention date) =>
        date.First > 0 && words.Has("count-lead", context.Text.Tokens[date.First - 1].Folded);
}
