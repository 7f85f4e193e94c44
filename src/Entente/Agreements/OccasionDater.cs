using Entente.Clauses;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Agreements;

/// <summary>Dates an instrument by the occasion that the sentence takes up: <c>durant laquelle</c>, <c>à cette occasion</c>.</summary>
internal sealed class OccasionDater(AgreementLexicon lexicon, WordSets words)
{
    /// <summary>How many sentences back the occasion may be dated.</summary>
    private const int SentencesBack = 3;

    /// <summary>
    /// How far behind a title its occasion may be told, in tokens: further where its making stands between (<c>la déclaration signée par les deux états-majors et les deux écoles lors de la
    /// visite du général X en mai 2019</c>).
    /// </summary>
    public int ReachBehind(ArticleContext context, InstrumentMention mention)
    {
        const int Near = 5;
        const int BehindMaking = 12;
        var (tokens, end) = (context.Text.Tokens, mention.Sentence.First + mention.Sentence.Count);
        return mention.TitleEnd < end && words.Has("making", tokens[mention.TitleEnd].Folded) && !context.Verbs[mention.Sentence.Index].Any(v => v.IsFinite && v.First > mention.TitleEnd && v.First - mention.TitleEnd < BehindMaking) ? BehindMaking : Near;
    }

    public DateMention? Find(ArticleContext context, InstrumentMention mention) =>
        OfRelative(context, mention) ?? OfCeremony(context, mention) ?? OfSameSentence(context, mention) ?? OfThen(context, mention) ?? OfSentenceBefore(context, mention);

    /// <summary><c>une visite en France (24-26 septembre), durant laquelle les deux pays ont porté leurs relations au rang de partenariat</c></summary>
    private DateMention? OfRelative(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var which = LastBefore(mention, i => words.Has("which", tokens[i].Folded));
        return which > mention.ZoneFirst + 1 && words.Has("in-time-of", tokens[words.Has("of-one", tokens[which - 1].Folded) ? which - 2 : which - 1].Folded)
            ? DayBefore(context, mention, which)
            : null;
    }

    /// <summary><c>ont tenu le 15 janvier une cérémonie de signature d'un mémorandum</c>, <c>a organisé, le 15 janvier, un jumelage et la signature d'un règlement</c></summary>
    private DateMention? OfCeremony(ArticleContext context, InstrumentMention mention)
    {
        const int Near = 4;
        var holder = context.Verbs[mention.Sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < mention.First);
        return holder is { Verb: { } held, IsPassive: false, Tense: Tense.Past } && words.Has("holding-verb", Folding.Fold(held)) && words.StandsIn("signing-noun", context.Text.Tokens, Math.Max(holder.End, mention.First - Near), mention.First)
            ? context.DatesIn[mention.Sentence.Index].FirstOrDefault(d => d.First >= holder.End && d.End <= mention.First && d.Resolved.Date.Day > 0 && !d.Expression.IsRange && InstrumentDater.IsPast(context, d))
            : null;
    }

    /// <summary><c>la première réunion, tenue en février 2004, et la signature à cette occasion de la Déclaration</c></summary>
    private DateMention? OfSameSentence(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        var occasion = LastBefore(mention, i => words.Has("then-word", tokens[i].Folded) && i > mention.Sentence.First && words.Has("demonstrative-told", tokens[i - 1].Folded));
        return occasion > 0 ? DayBefore(context, mention, occasion) : null;
    }

    /// <summary><c>une visite effectuée en mai 2019. À cette occasion, ils avaient signé un accord</c></summary>
    private DateMention? OfSentenceBefore(ArticleContext context, InstrumentMention mention)
    {
        var sentence = mention.Sentence;
        if (sentence.Index == 0 || !context.Verbs[sentence.Index].Any(v => v.Tense == Tense.Pluperfect && lexicon.Of(v.Verb) is AgreementCue.Sign or AgreementCue.Establish)
            || !Enumerable.Range(sentence.First, mention.First - sentence.First).Any(i => words.Has("then-word", context.Text.Tokens[i].Folded) && !words.Has("relative-object", context.Text.Tokens[i + 1].Folded)))
        {
            return null;
        }

        for (var before = sentence.Index - 1; before >= 0 && before >= sentence.Index - SentencesBack && context.Text.Sentences[before].Paragraph == sentence.Paragraph; before--)
        {
            if (context.DatesIn[before].LastOrDefault(d => !d.Resolved.Date.IsEmpty && !d.Expression.IsRange && InstrumentDater.IsPast(context, d)) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    /// <summary><c>la visite d'État, en août 2018 ; la Déclaration commune publiée alors</c></summary>
    private DateMention? OfThen(ArticleContext context, InstrumentMention mention)
    {
        var tokens = context.Text.Tokens;
        // "En mai, le ministre était venu ; il avait alors signé à Hanoï une lettre d'intention"
        if (context.Verbs[mention.Sentence.Index].LastOrDefault(v => v.IsFinite && v.Anchor < mention.First) is { Verb: { } made, Tense: Tense.Pluperfect } maker && lexicon.Of(made) is AgreementCue.Sign or AgreementCue.Establish
            && words.StandsIn("then-word", tokens, maker.First, maker.Anchor))
        {
            return DayBefore(context, mention, maker.First);
        }

        var at = mention.EndOfTitle;
        return at + 1 < mention.ZoneEnd && words.Has("making", tokens[at].Folded) && words.Has("then-word", tokens[at + 1].Folded) ? DayBefore(context, mention, mention.First) : null;
    }

    private static int LastBefore(InstrumentMention mention, Func<int, bool> isMeant) =>
        Enumerable.Range(mention.ZoneFirst, mention.First - mention.ZoneFirst).LastOrDefault(isMeant, -1);

    /// <summary>The last date before a token; of several days, one of which is meant, the month that they share.</summary>
    private static DateMention? DayBefore(ArticleContext context, InstrumentMention mention, int token)
    {
        if (context.DatesIn[mention.Sentence.Index].LastOrDefault(d => d.End <= token && d.Resolved.Date.Month > 0 && InstrumentDater.IsPast(context, d)) is not { } told)
        {
            return null;
        }

        if (!told.Expression.IsRange)
        {
            return told;
        }

        var (first, last) = (told.Resolved.Date, told.Resolved.Last);
        var month = new PartialDate(first.Year, first.Month);
        return first.Month == last.Month ? told with { Resolved = new ResolvedDate(month, month, told.Resolved.Basis) } : null;
    }
}
