using System.Globalization;
using Entente.Clauses;
using Entente.Lexicons;
using Entente.Partners;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>
/// Finds names of instruments and the right end of their titles: complements (<c>sur la coopération dans l'industrie de défense</c>) belong to
/// the title, a finite verb, a relative clause, a date of signing or the next instrument end it.
/// </summary>
internal sealed class InstrumentFinder(AgreementLexicon lexicon, WordSets words)
{
    private const int MaxTitle = 60;

    /// <summary>How far within the title of one instrument another may stand that it is about, in tokens; and the last of several that it goes with.</summary>
    private const int SubjectReach = 8;

    private const int AnnexReach = 16;

    /// <summary>How many words may lead from a plan to its years: <c>couvrant la période</c>.</summary>
    private const int PeriodReach = 4;

    private readonly TitleEnd _titles = new(lexicon, words);
    private readonly CountedTexts _counted = new(words);

    public IReadOnlyList<InstrumentMention> Find(ArticleContext context, Sentence sentence)
    {
        var matches = lexicon.Names.Find(context.Text, sentence).FindAll(m => IsName(context, sentence, m));
        var found = new List<InstrumentMention>();
        var inner = new List<InstrumentMention>();
        var end = sentence.First + sentence.Count;
        for (var i = 0; i < matches.Count; i++)
        {
            var another = matches[i].Value.IsAnother;

            // "l'accord de libre-échange (EVFTA)": another name of the one before.
            if (found.Count > 0 && (!matches[i].Value.IsCited || found[^1].Name.Treaty == InstrumentName.AnyTreaty) && matches[i].First > sentence.First && context.Text.Tokens[matches[i].First - 1].Folded == "("
                && matches[i].First - 1 <= found[^1].EndOfTitle && matches[i].Value.Instrument == found[^1].Name.Instrument)
            {
                // "l'Accord de protection des investissements (EVIPA)": the short name tells whom it is with.
                found[^1] = matches[i].Value.Partners.Count > 0 && found[^1].Name.Partners.Count == 0 ? found[^1] with { Name = found[^1].Name with { Partners = matches[i].Value.Partners }, ShortName = context.Text.Tokens[matches[i].First].Text } : found[^1];
                continue;
            }

            // "Traité d'amitié et de coopération (TAC)": the short name tells that it is the one of many states.
            if (found.Count > 0 && matches[i].Value.IsCited && !found[^1].Name.IsCited && matches[i].Value.Instrument == found[^1].Name.Instrument && matches[i].First - 1 == found[^1].EndOfTitle && context.Text.Tokens[matches[i].First - 1].Folded == "("
                && found[^1].EndOfTitle == found[^1].NameEnd)
            {
                found[^1] = found[^1] with { Name = matches[i].Value };
                continue;
            }

            if (matches[i].Value.Instrument is null && !another || another && (found.Count == 0 || !Agrees(context, matches[i], found[^1])) || found.Count > 0 && matches[i].First < found[^1].EndOfTitle)
            {
                continue;
            }

            // "un document portant sur la reconduction de l'accord": nothing but the accord's.
            if (matches[i].Value is { Need: InstrumentNeed.Making, Instrument: Instrument.Other } && words.Has("text-noun", context.Text.Tokens[matches[i].First].Folded) && i + 1 < matches.Count && matches[i + 1].Value is { Instrument: not null, IsAnother: false }
                && !IsOfRatification(context, matches[i], matches[i + 1])
                && IsSubject(context, sentence, matches[i], matches[i + 1]))
            {
                continue;
            }

            // "quatre documents de coopération ont été signés, dont un mémorandum": those that are named are the texts.
            if (matches[i].Value.Need == InstrumentNeed.Signing && i + 1 < matches.Count && matches[i + 1].Value.Instrument is not null && Enumerable.Range(matches[i + 1].First - 3, 3).Any(at => words.Has("including", context.Text.Tokens[at].Folded)))
            {
                continue;
            }

            var next = i + 1;
            while (next < matches.Count && (matches[next].Value.Instrument is null && !matches[next].Value.IsAnother || IsOtherName(context, matches[i], matches[next]) || next == i + 1 && IsApposed(context, matches[i], matches[next]) || IsSubject(context, sentence, matches[i], matches[next])))
            {
                next++;
            }

            var zoneEnd = next < matches.Count ? matches[next].First : end;
            // "un nouvel accord, qui remplace celui de 2009, avait été signé": what stands within its relative clause leaves it its verb.
            if (another && Enumerable.Range(found[^1].EndOfTitle, 2).Any(at => at < matches[i].First && words.Has("relative-object", context.Text.Tokens[at].Folded)))
            {
                found[^1] = found[^1] with { ZoneEnd = zoneEnd, ChainZoneEnd = zoneEnd, OwnEnd = Math.Min(found[^1].OwnEnd, matches[i].First) };
            }

            // "l'EVIPA, l'accord de protection des investissements conclu en 2019": one text by two names.
            var whole = IsGapped(context, end, matches[i]) && words.Has("another-lead", context.Text.Tokens[matches[i].Next + 1].Folded) ? matches[i] with { Count = matches[i].Count + 1 } : i + 1 < matches.Count && IsApposed(context, matches[i], matches[i + 1]) ? matches[i] with { Count = matches[i + 1].Next - matches[i].First } : matches[i];
            var mention = Mention(context, sentence, whole, zoneEnd, another ? found[^1] : null) with { ZoneFirst = found.Count > 0 ? found[^1].TitleEnd : sentence.First };
            var within = Within(context, mention, matches[(i + 1)..next]);
            found.Add(within is { IsOfOwnDate: true } ? mention with { OwnEnd = within.First } : mention);
            if (within is not null)
            {
                inner.Add(within);
            }
        }

        Chain(context, found);
        return inner.Count == 0 ? found : [.. found.Concat(inner).OrderBy(m => m.First)];
    }

    /// <summary>A plan needs its years, and a pronoun what tells it from the instrument before: <c>le plan 2022-2024</c>, <c>l'un sur la formation</c>.</summary>
    private bool IsName(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> match)
    {
        // "l'Organisation du traité de l'Atlantique nord": a body that is named for its treaty.
        if (context.Partners.Mentions.Any(m => m.SentenceIndex == sentence.Index && m.Kind == MentionKind.Body && m.FirstToken < match.First && match.First < m.EndToken))
        {
            return false;
        }

        // "Premier accord de libre-échange que le Vietnam conclut avec un pays arabe, le CEPA …": says what another is.
        if (match.First == sentence.First + 1 && words.Has("ordinal", context.Text.Tokens[sentence.First].Folded) && !match.Value.IsAnother)
        {
            return false;
        }

        // "le deuxième à signer un accord avec l'UE, et le premier accord conclu avec un pays de la région": says what the one before is.
        if (IsFirstOfItsKind(context, sentence, match))
        {
            return false;
        }

        if (match.First > sentence.First && match.Value.Need != InstrumentNeed.Copula && words.Has("auxiliary-form", context.Text.Tokens[match.First - 1].Folded) && !words.HasWritten("to", context.Text.Tokens[match.First - 1].Text)
            || IsOffice(context, sentence, match.First) || IsConsent(context, sentence, match) || IsAnyOfItsKind(context, sentence, match.First) || match.Value.NeedsArticle && match.Count == 1 && !HasArticle(context, sentence, match.First))
        {
            return false;
        }

        if (match.Value.Need == InstrumentNeed.Dated)
        {
            return _counted.IsDated(context, sentence, match) || _counted.AreMade(context, sentence, match, lexicon);
        }

        if (!match.Value.IsAnother && match.Value.Need != InstrumentNeed.Period)
        {
            return true;
        }

        var end = sentence.First + sentence.Count;
        if (match.Next >= end)
        {
            return false;
        }

        // "employer le territoire de l'un contre l'autre": one of those who agree, and none of the texts.
        if (match.Value.IsAnother && match.First > sentence.First && words.Has("singular-of", context.Text.Tokens[match.First - 1].Folded) && words.Has("indefinite", context.Text.Tokens[match.Next - 1].Folded))
        {
            return false;
        }

        var next = context.Text.Tokens[match.Next];
        bool IsYear(int at) => at < end && context.Text.Tokens[at] is { Length: 4 } year && int.TryParse(year.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return match.Value.IsAnother
            ? words.Has("making", next.Folded) || words.Has("that", next.Folded) && context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First > match.Next && v.Anchor - match.Next <= Telling.SubjectReach && lexicon.Of(v.Verb) == AgreementCue.Sign) || words.Has("another-lead", next.Folded) || IsToldByClause(context, sentence, match)
                // "un autre entre les deux académies", but "un accord, le premier entre les deux pays"
                || words.Has("between", next.Folded) && words.Has("another-one", context.Text.Tokens[match.Next - 1].Folded) || words.Has("origin-link", next.Folded) && IsYear(match.Next + 1)
            : IsYear(PeriodAt(context, match.Next, end));
    }

    /// <summary><c>et le premier accord conclu avec un pays de la région</c></summary>
    private bool IsFirstOfItsKind(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> match)
    {
        const int Reach = 4;
        var (tokens, end) = (context.Text.Tokens, sentence.First + sentence.Count);
        return match.First - 3 >= sentence.First && match.Next < end && words.Has("ordinal", tokens[match.First - 1].Folded) && words.Has("definite", tokens[match.First - 2].Folded) && words.Has("and-or-comma", tokens[match.First - 3].Folded)
            && words.Has("making", tokens[match.Next].Folded) && words.StandsIn("with", tokens, match.Next, Math.Min(match.Next + Reach, end)) && words.StandsIn("indefinite", tokens, match.Next, Math.Min(match.Next + Reach, end));
    }

    /// <summary><c>avait donné l'accord d'organiser la réunion</c>: to what is done somebody has said yes.</summary>
    private bool IsConsent(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> match) =>
        match is { Count: 1, Value: { Instrument: Instrument.Agreement, IsCited: false } } && match.Next + 1 < sentence.First + sentence.Count && words.Has("of", context.Text.Tokens[match.Next].Folded)
        && context.Verbs[sentence.Index].Any(v => v.First == match.Next + 1 && v.Tense == Tense.Infinitive);

    /// <summary><c>dont l'un porte sur la formation et l'autre, sur la médecine</c>: a verb tells what the text is about, and may be left out the second time.</summary>
    private bool IsToldByClause(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> match)
    {
        var tokens = context.Text.Tokens;
        return words.Has("being-about", tokens[match.Next].Folded)
            || IsGapped(context, sentence.First + sentence.Count, match) && words.StandsIn("being-about", tokens, sentence.First, match.First);
    }

    /// <summary><c>et l'autre, sur la médecine</c>, <c>et l'autre, la médecine</c></summary>
    private bool IsGapped(ArticleContext context, int end, PhraseMatch<InstrumentName> match) =>
        match.Value.IsAnother && match.Next + 1 < end && context.Text.Tokens[match.Next].Folded == "," && words.Has("another-one", context.Text.Tokens[match.Next - 1].Folded)
            && (words.Has("another-lead", context.Text.Tokens[match.Next + 1].Folded) || words.Has("definite", context.Text.Tokens[match.Next + 1].Folded));

    /// <summary><c>la directrice du Protocole du ministère</c></summary>
    private bool IsOffice(ArticleContext context, Sentence sentence, int at) =>
        at - 2 >= sentence.First && words.Has("protocol", context.Text.Tokens[at].Folded) && words.Has("of", context.Text.Tokens[at - 1].Folded) && words.Has("protocol-office", context.Text.Tokens[at - 2].Folded);

    /// <summary>Where the years may stand that a plan runs: <c>2026-2028</c>, <c>pour les années 2026 à 2028</c>.</summary>
    private int PeriodAt(ArticleContext context, int at, int end)
    {
        var last = Math.Min(end, at + PeriodReach);
        while (at < last && words.Has("period-gap", context.Text.Tokens[at].Folded))
        {
            at++;
        }

        return at;
    }

    /// <summary>Of a pronoun and what it stands for: no <c>procès-verbal</c> is taken up by <c>celle de 2025</c>.</summary>
    private bool Agrees(ArticleContext context, PhraseMatch<InstrumentName> pronoun, InstrumentMention named)
    {
        bool? isFeminine = null;
        for (var i = pronoun.First; i < pronoun.Next; i++)
        {
            var folded = context.Text.Tokens[i].Folded;
            isFeminine = words.Has("feminine-pronoun", folded) ? true : words.Has("masculine-pronoun", folded) ? false : isFeminine;
        }

        return isFeminine is not { } feminine || feminine == words.Has("feminine-text", context.Text.Tokens[named.First].Folded);
    }

    /// <summary><c>un traité</c>, but not <c>des sols traités</c></summary>
    private bool HasArticle(ArticleContext context, Sentence sentence, int at)
    {
        if (at == sentence.First)
        {
            return true;
        }

        var before = context.Text.Tokens[at - 1];
        return before.Kind == TokenKind.Punctuation || words.Has("determiner", before.Folded) || words.Has("cardinal", before.Folded) || words.Has("instrument-joint", before.Folded) || words.Has("ordinal", before.Folded);
    }

    /// <summary><c>un tel accord</c>, <c>de tels accords</c></summary>
    private bool IsAnyOfItsKind(ArticleContext context, Sentence sentence, int at) => at > sentence.First && words.Has("such", context.Text.Tokens[at - 1].Folded);

    private InstrumentMention Mention(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> match, int zoneEnd, InstrumentMention? antecedent)
    {
        var titleEnd = _titles.Find(context, sentence, match.Next, Math.Min(zoneEnd, match.Next + MaxTitle), match.Value.Instrument == Instrument.Partnership);
        if (match.Value is { IsCited: true, Treaty: not InstrumentName.AnyTreaty })
        {
            // The lexicon has the whole name; only a year may follow ("CNUDM de 1982").
            titleEnd = titleEnd >= match.Next + 2 && char.IsAsciiDigit(context.Text.Tokens[match.Next + 1].Text[0]) ? match.Next + 2 : match.Next;
        }

        return new InstrumentMention(antecedent?.Name ?? match.Value, sentence, match.First, match.Next, titleEnd, zoneEnd)
        {
            Antecedent = antecedent,
            NamesParties = Enumerable.Range(match.Next, Math.Max(0, titleEnd - match.Next)).Any(at => words.Has("party-link", context.Text.Tokens[at].Folded)),
            // "procès-verbaux": the end of the word tells.
            IsPlural = !match.Value.IsCited && (words.Has("instruments", context.Text.Tokens[match.First].Folded) || context.Text.Tokens[match.First + 1].Folded == "-" && words.Has("instruments", context.Text.Tokens[match.First + 2].Folded)),
        };
    }

    /// <summary>
    /// An instrument that the title of another tells as well: a rank that a declaration sets up (<c>déclaration sur l'élévation des relations au rang de partenariat</c>), or one
    /// with a date of its own (<c>avenant à l'accord de 2007</c>).
    /// </summary>
    private InstrumentMention? Within(ArticleContext context, InstrumentMention outer, List<PhraseMatch<InstrumentName>> matches)
    {
        foreach (var match in matches)
        {
            if (match.Value.Instrument is null || match.Value.IsCited || match.First >= outer.TitleEnd)
            {
                continue;
            }

            var mention = Mention(context, outer.Sentence, match, outer.ZoneEnd, null) with { ZoneFirst = outer.ZoneFirst };
            if (match.Value.Instrument == Instrument.Partnership)
            {
                if (Enumerable.Range(outer.NameEnd, match.First - outer.NameEnd).Any(at => words.Has("rank-setup", context.Text.Tokens[at].Folded))
                    || outer.Name.Instrument == Instrument.JointDeclaration && Enumerable.Range(outer.NameEnd, match.First - outer.NameEnd).All(at => words.Has("rank-frame", context.Text.Tokens[at].Folded)))
                {
                    return mention with { Outer = outer };
                }

                // "le programme d'action du partenariat stratégique établi en mars": only a rank is set up.
                if (mention.EndOfTitle < outer.ZoneEnd && words.Has("setting-up", context.Text.Tokens[mention.EndOfTitle].Folded) && outer.Name.Instrument == Instrument.Plan)
                {
                    return mention with { ZoneFirst = match.First, IsOfOwnDate = true };
                }

                continue;
            }

            var last = context.Text.Tokens[Math.Min(mention.EndOfTitle, outer.ZoneEnd - 1)].Folded;
            // "de 2008", at once or at the end of its title
            bool IsYearAt(int at) => words.Has("of", context.Text.Tokens[at - 1].Folded) && context.Text.Tokens[at].Length == 4 && char.IsAsciiDigit(context.Text.Tokens[at].Text[0]);
            var isDated = mention.EndOfTitle > match.Next + 1 && (IsYearAt(match.Next + 1) || IsYearAt(mention.EndOfTitle - 1));
            if (isDated || words.Has("making", last))
            {
                return mention with { ZoneFirst = match.First, IsOfOwnDate = true };
            }
        }

        return null;
    }

    /// <summary>Instruments joined by <c>et</c> or a comma, with nothing but their articles between, share what governs them.</summary>
    private void Chain(ArticleContext context, List<InstrumentMention> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            if (!Joined(context, found[i - 1], found[i]))
            {
                continue;
            }

            if (OpensClause(context, found[i - 1], found[i]))
            {
                found[i] = found[i] with { OpensClause = true };
            }
            else
            {
                found[i] = found[i] with { ChainFirst = found[i - 1].ChainFirst };
            }
        }

        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (found[i + 1].ChainFirst < found[i + 1].First)
            {
                found[i] = found[i] with { ChainEnd = found[i + 1].ChainEnd, ChainZoneEnd = found[i + 1].ChainZoneEnd };
            }
        }
    }

    /// <summary><c>négocient un traité, et un arrangement est déjà appliqué</c>: the second has a verb of its own.</summary>
    private bool OpensClause(ArticleContext context, InstrumentMention before, InstrumentMention mention)
    {
        var verbs = context.Verbs[mention.Sentence.Index];
        // ", signés en 2014" is no clause.
        return verbs.Any(v => v.IsFinite && v.First >= mention.EndOfTitle && v.First - mention.EndOfTitle <= 1 && !(v.First == v.Anchor && words.Has("making", context.Text.Tokens[v.Anchor].Folded))) && verbs.Any(v => v.IsFinite && v.Anchor < before.ChainFirst);
    }

    private bool Joined(ArticleContext context, InstrumentMention before, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var joined = false;
        for (var i = before.EndOfTitle; i < mention.First; i++)
        {
            // "la signature en 2015 du mémorandum et en 2018 du protocole"; "les négociations sur un accord et sur un traité"
            if (!words.Has("instrument-joint", tokens[i].Folded) && !(joined && Leads(context, before, tokens[i].Folded)) && !context.DatesIn[mention.Sentence.Index].Any(d => i >= d.First - 1 && i < d.End))
            {
                return false;
            }

            joined |= words.Has("join", tokens[i].Folded);
        }

        return joined;
    }

    /// <summary><c>le protocole d'accord (MoU) sur la défense</c>: in brackets, the same kind of text by another name.</summary>
    private static bool IsOtherName(ArticleContext context, PhraseMatch<InstrumentName> outer, PhraseMatch<InstrumentName> inner) =>
        outer.Value is { IsCited: false, IsAnother: false } && inner.Value is { IsCited: false, IsAnother: false } && inner.Value.Instrument == outer.Value.Instrument && inner.First - outer.Next <= MaxTitle
            && context.Text.Tokens[inner.First - 1].Folded == "(" && inner.Next < context.Text.Tokens.Count && context.Text.Tokens[inner.Next].Folded == ")";

    private bool IsApposed(ArticleContext context, PhraseMatch<InstrumentName> shortName, PhraseMatch<InstrumentName> inner) =>
        shortName is { Count: 1, Value: { IsCited: false, Partners.Count: > 0 } } && inner.Value.Instrument == shortName.Value.Instrument && inner.First - shortName.Next == 2
            && context.Text.Tokens[shortName.Next].Folded == "," && words.Has("definite", context.Text.Tokens[inner.First - 1].Folded);

    /// <summary>Whether a preposition led the first of a chain, too.</summary>
    private bool Leads(ArticleContext context, InstrumentMention before, string preposition) =>
        words.Has("noun-lead", preposition) && before.ChainFirst - 2 >= before.Sentence.First
            && (context.Text.Tokens[before.ChainFirst - 2].Folded == preposition || context.Text.Tokens[before.ChainFirst - 1].Folded == preposition);

    /// <summary><c>un document sur la ratification et la mise en œuvre de l'accord</c>: what is signed is not the accord.</summary>
    private bool IsOfRatification(ArticleContext context, PhraseMatch<InstrumentName> outer, PhraseMatch<InstrumentName> inner) =>
        words.Has("text-noun", context.Text.Tokens[outer.First].Folded) && inner.First - outer.Next <= AnnexReach && words.StandsIn("ratifying", context.Text.Tokens, outer.First, inner.First);

    /// <summary><c>protocole sur la mise en œuvre de l'accord</c>: the second is what the first is about.</summary>
    private bool IsSubject(ArticleContext context, Sentence sentence, PhraseMatch<InstrumentName> outer, PhraseMatch<InstrumentName> inner)
    {
        var tokens = context.Text.Tokens;
        // "déclaration sur" has the word in its name.
        if (!words.Has("subject-lead", tokens[outer.Next].Folded) && !words.Has("subject-lead", tokens[outer.Next - 1].Folded) || outer.Value.Instrument is Instrument.Partnership || inner.Value.IsAnother)
        {
            return false;
        }

        // "le Traité complémentaire au Traité de 1985 et au Traité de 2005": the same word leads both.
        var isAnnexed = words.Has("contracted-to", tokens[outer.Next].Folded) && tokens[inner.First - 1].Folded == tokens[outer.Next].Folded;
        var isRatifying = IsOfRatification(context, outer, inner);
        if (inner.First - outer.Next > (isAnnexed || isRatifying ? AnnexReach : SubjectReach))
        {
            return false;
        }

        for (var i = outer.Next; i < inner.First; i++)
        {
            if (!isAnnexed && !isRatifying && words.Has("join", tokens[i].Folded) || context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First == i))
            {
                return false;
            }
        }

        return true;
    }
}
